import type { Sleep } from '../../sleep.ts'

/** What a promise resolves with, or undefined where that takes longer than so many milliseconds. */
export async function within<T>(ms: number, promise: Promise<T>, sleep: Sleep): Promise<T | undefined> {
  const enough = new AbortController()
  try {
    return await Promise.race([promise, sleep(ms, enough.signal).then(() => undefined)])
  } finally {
    enough.abort()
  }
}
