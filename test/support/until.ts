import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something that happens elsewhere: the first answer that is not undefined or false. Fails after so many seconds. */
export async function until<T>(
  look: () => T | undefined | false | Promise<T | undefined | false>,
  seconds = 20,
): Promise<T> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(5)) {
    const found = await look()
    if (found !== undefined && found !== false) return found
  }
  throw new Error(`Waited in vain for: ${look.toString()}`)
}
