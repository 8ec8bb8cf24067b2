import { RATE_PAUSE_MS } from './doubts.ts'

const MINUTE = 60_000
/** Under the 100 requests a minute of the plan Growth, so that what is under way at the border of a minute does not go over. */
const MOST = 97
/** How many of them looking up may take, and from where on it takes none. */
const MOST_SPARE = 35
const NO_SPARE_FROM = 92

/** The requests of the last minute. Zalo counts them for the whole account, and a request after its -32 in the same minute is an offence. */
export interface Pace {
  /** Counts so many requests that are about to be made and returns 0; or counts none and returns how many milliseconds to wait. */
  take(requests: number, spare?: boolean): number
  /** Zalo said -32: nothing more for a minute. */
  exceeded(): void
}

/** `clock`: the time by which a minute is measured. */
export function createPace(clock: () => Date): Pace {
  let taken: { at: number; spare: boolean }[] = []
  let closedUntil = 0
  const add = (requests: number, spare: boolean) => {
    const at = clock().getTime()
    taken.push(...Array.from({ length: requests }, () => ({ at, spare })))
  }
  return {
    take(requests, spare = false) {
      const now = clock().getTime()
      taken = taken.filter(({ at }) => at > now - MINUTE && at <= now)
      if (closedUntil - now > 0 && closedUntil - now <= RATE_PAUSE_MS) return closedUntil - now
      const waits = [roomIn(taken, spare ? NO_SPARE_FROM : MOST, requests, now)]
      if (spare) {
        const spares = taken.filter((one) => one.spare)
        waits.push(roomIn(spares, MOST_SPARE, requests, now))
      }
      const wait = Math.max(...waits)
      if (wait === 0) add(requests, spare)
      return wait
    },
    exceeded() {
      closedUntil = clock().getTime() + RATE_PAUSE_MS
    },
  }
}

/** When so many more fit under the limit, in milliseconds from now. */
function roomIn(taken: { at: number }[], most: number, requests: number, now: number): number {
  const over = taken.length + Math.min(requests, most) - most
  if (over <= 0) return 0
  return (taken[over - 1]?.at ?? now) + MINUTE - now
}
