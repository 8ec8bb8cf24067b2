import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that happens elsewhere: the first answer that is not undefined or false. Fails after twenty seconds. */
export async function until<T>(look: () => T | undefined | false | Promise<T | undefined | false>): Promise<T> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(5)) {
    const found = await look()
    if (found !== undefined && found !== false) return found
  }
  throw new Error(`Waited in vain for: ${look.toString()}`)
}
