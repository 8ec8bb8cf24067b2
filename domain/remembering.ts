/** Texts that are remembered: those of one council, many times over. */
const MOST = 5000

/** The same function of a text, which remembers what it gave lately: cells and names of offices come again and again. */
export function remembering<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const fresh = work(text)
    if (known.size >= MOST) known.clear()
    known.set(text, fresh)
    return fresh
  }
}
