import type { BotRef } from '#domain/platforms.ts'
import { bookRequests, fillRequests, removeRequests, requestsIn } from '#prisma/api-requests.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import { RATE_PAUSE_MS } from './doubts.ts'

const MINUTE = 60_000
/** Under the 100 requests a minute of the plan Growth, so that what is under way at the border of a minute does not go over. */
const MOST = 97
/** How many of them looking up may take, and from where on it takes none. */
const MOST_SPARE = 35
const NO_SPARE_FROM = 92
/** How long nothing is asked where the requests cannot be counted. */
const UNCOUNTED_MS = 1000

interface Options {
  db: Database
  ref: BotRef
  /** The time by which a minute is measured. The clocks of several processes may differ by a second or two, not more. */
  clock: () => Date
  log: Log
}

/**
 * The requests of the last minute, of all processes on the database. Zalo counts them for the whole account, and a request after its -32 in the same
 * minute is an offence. Neither rejects: where the database fails, one has to wait.
 */
export interface Pace {
  /** Counts so many requests that are about to be made and returns 0; or counts none and returns how many milliseconds to wait. */
  take(requests: number, spare?: boolean): Promise<number>
  /** Zalo said -32: nothing more for a minute. */
  exceeded(): Promise<void>
}

export function createPace({ db, ref, clock, log }: Options): Pace {
  let last: Promise<unknown> = Promise.resolve()
  let tidiedAt = -Infinity
  /** Where the database did not learn that Zalo said -32, this process at least keeps to it. */
  let closedUntil = -Infinity

  async function count(requests: number, spare: boolean): Promise<number> {
    const now = clock()
    await tidy(now)
    const minute = { from: after(now, -MINUTE), to: after(now, MINUTE) }
    const most = { all: spare ? NO_SPARE_FROM : MOST, spare: spare ? MOST_SPARE : MOST }
    const booking = { requests, spare, now, ...minute }
    const room = most.all - Math.min(requests, most.all)
    const spareRoom = most.spare - Math.min(requests, most.spare)
    if (await bookRequests(db, ref, { ...booking, room, spareRoom })) return 0
    const taken = await requestsIn(db, ref, minute)
    const spares = taken.filter((one) => one.spare)
    const rooms = [roomIn(taken, most.all, requests), roomIn(spares, most.spare, requests)]
    return Math.max(1, ...rooms.map((at) => at - now.getTime()))
  }

  /** What is older than the minute that counts goes about once a minute. */
  async function tidy(now: Date) {
    if (Math.abs(now.getTime() - tidiedAt) < MINUTE) return
    tidiedAt = now.getTime()
    await removeRequests(db, ref, after(now, -2 * MINUTE))
  }

  return {
    take(requests, spare = false) {
      // One after the other: what this process asks at once need not stand in its own way.
      const mine = last.then(async () => {
        const closed = closedUntil - clock().getTime()
        if (closed > 0 && closed <= RATE_PAUSE_MS) return closed
        return count(requests, spare)
      })
      const taken = mine.catch((error: unknown) => {
        log.error({ err: error }, 'The requests to Zalo cannot be counted: none is made')
        return UNCOUNTED_MS
      })
      last = taken
      return taken
    },
    async exceeded() {
      const now = clock()
      // A minute that has had all its requests is closed to every process.
      await fillRequests(db, ref, MOST, after(now, RATE_PAUSE_MS - MINUTE)).catch((error: unknown) => {
        closedUntil = now.getTime() + RATE_PAUSE_MS
        log.error({ err: error }, 'Other processes do not know that Zalo takes nothing more for a minute')
      })
    },
  }
}

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms)

/** When so many more fit under the limit, in milliseconds; long ago where they fit. `taken`: oldest first. */
function roomIn(taken: { at: Date }[], most: number, requests: number): number {
  const over = taken.length + Math.min(requests, most) - most
  return over > 0 ? taken[over - 1]!.at.getTime() + MINUTE : -Infinity
}
