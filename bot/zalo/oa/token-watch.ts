import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Credential } from '#prisma/credentials.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import { alarmText, freshToken, isLocked, isOrphaned, mayHandIn, needsPerson } from './token-rules.ts'

/** How often to look whether the end is near. */
const LOOK_MS = 300_000
const SHORTEST_LOOK_MS = 1_000

/** At a start soon after a death: it is not sure yet that it was one. */
const PERHAPS_LOST =
  'a process handed in the refresh token of the Zalo Official Account just now and has not stored the new ones: unless it still runs, they are lost; if this is said again, run `tdkt zalo authorize`'

interface Watched {
  ref: BotRef
  clock: () => Date
  log: Log
  sleep: Sleep
  /** Ends the watch. */
  signal: AbortSignal
  current: () => Promise<Credential | undefined>
  /** Resolves also where it failed; why is in the log then. */
  refreshAhead: () => Promise<void>
  alarmOfInterruption: (row: Credential) => Promise<void>
  /** For how long nothing is to be tried. */
  restMs: () => number | undefined
}

/** Looks after the tokens: refreshes them long before their end, and raises the alarm where they are lost. */
export function createWatch({ ref, clock, log, sleep, signal, current, ...watched }: Watched) {
  /** What is wrong from before, for whoever reads the log at the start. */
  async function greet() {
    const row = await current()
    if (!row) return log.warn({ platform: botKey(ref) }, 'there are no tokens yet: run `tdkt zalo authorize`')
    if (needsPerson(row)) log.error({ platform: botKey(ref), failure: row.failure }, alarmText(row.failure ?? ''))
    else if (isOrphaned(row) && isLocked(row, clock())) log.error({ platform: botKey(ref) }, PERHAPS_LOST)
    else if (isOrphaned(row)) await watched.alarmOfInterruption(row)
  }

  /** Resolves with how long to wait until the next look, in milliseconds. */
  async function look(): Promise<number> {
    const row = await current()
    const now = clock()
    if (!row) return LOOK_MS
    if (isOrphaned(row)) {
      if (isLocked(row, now)) return row.lockedUntil!.getTime() - now.getTime()
      await watched.alarmOfInterruption(row)
    } else if (freshToken(row, now, { ahead: true }) === undefined && mayHandIn(row, now)) {
      await watched.refreshAhead()
    }
    return Math.min(LOOK_MS, watched.restMs() ?? LOOK_MS)
  }

  async function run() {
    while (!signal.aborted) {
      const wait = await look().catch((error: unknown) => {
        log.error({ err: error, platform: botKey(ref) }, 'the tokens could not be looked after')
        return LOOK_MS
      })
      await sleep(Math.max(wait, SHORTEST_LOOK_MS), signal)
    }
  }

  return { greet, run }
}
