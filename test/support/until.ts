import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that happens elsewhere: the first answer that is not undefined, false or 0. Fails after so many seconds. */
export async function until<T>(
  look: () => T | undefined | false | 0 | Promise<T | undefined | false | 0>,
  seconds = 20,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(5)) {
    const found = await look()
    if (found !== undefined && found !== false && found !== 0) return found
  }
  throw new Error(`Waited in vain for: ${look.toString()}`)
}
