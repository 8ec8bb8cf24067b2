import type { Sleep } from './sleep.ts'

/** A nap that a ring ends at once. A ring outside a nap ends the next one: none is lost. */
export function createBell(sleep: Sleep) {
  let rung = false
  let nap: AbortController | undefined
  return {
    ring() {
      rung = true
      nap?.abort()
    },
    async nap(ms: number) {
      nap = new AbortController()
      if (!rung) await sleep(ms, nap.signal)
      rung = false
      nap = undefined
    },
  }
}
