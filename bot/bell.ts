import type { Sleep } from './sleep.ts'

/** A nap that a ring ends at once. A ring outside a nap ends the next one: none is lost. */
export function createBell(sleep: Sleep) {
  let rung = false
  let nap: AbortController | undefined
  return {
    ring() {
      rung = true
      // Without a reason an error with its stack would be made, at each message.
      nap?.abort('rung')
    },
    async nap(ms: number) {
      if (!rung) {
        nap = new AbortController()
        await sleep(ms, nap.signal)
      }
      rung = false
      nap = undefined
    },
  }
}
