import { statSync } from 'node:fs'

/**
 * Looks at a file that is to be opened, and returns what throws where another one has its name by then: `tdkt restore` does that. Whoever has opened the one
 * of before and goes on would write to a file that nobody reads, and its write-ahead log would lie beside the new one. To be asked while the file is locked.
 */
export function exchangeWatch(file: string): () => void {
  const { ino } = statSync(file)
  return () => {
    if (statSync(file).ino !== ino) throw new Error(`${file} was exchanged while it was opened: start again`)
  }
}
