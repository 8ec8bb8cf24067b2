import type { Db } from '#prisma/database.ts'
import { readClockOffset, setClockOffset } from '#prisma/playground.ts'

/** A clock that runs at the real pace from wherever it is put. */
export interface PlaygroundClock {
  now(): Date
  /** How far it is ahead of the real clock. */
  readonly offsetMs: number
  move(to: Date): Promise<void>
}

/**
 * The playground's clock as it was left. One that was never set begins at `start`, or with the real time where that is undefined.
 * `realNow` is the real clock.
 */
export async function openClock(db: Db, start: Date | undefined, realNow: () => Date): Promise<PlaygroundClock> {
  let offsetMs = (await readClockOffset(db)) ?? 0
  const move = async (to: Date) => {
    const offset = to.getTime() - realNow().getTime()
    await setClockOffset(db, offset)
    offsetMs = offset
  }
  if (start && (await readClockOffset(db)) === undefined) await move(start)
  return {
    now: () => new Date(realNow().getTime() + offsetMs),
    get offsetMs() {
      return offsetMs
    },
    move,
  }
}
