import type { ChatId } from '#domain/ids.ts'
import { renewClaims, type Claimed, type Database } from '#prisma/outbox.ts'
import type { createBell } from './bell.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** How often claims are renewed while nothing else is done. */
const TICK_MS = 1000
/** A claim lives this long unless renewed: after a crash its chat waits no longer. */
const CLAIM_MS = 10_000
/** How long stopping waits for what is under way. */
const STOP_MS = 3000

interface Lane {
  db: Database
  clock: () => Date
  log: Log
  sleep: Sleep
  /** Rung whenever something is over, and to end a wait. */
  bell: ReturnType<typeof createBell>
}

/** When a claim that is made or renewed now runs out. */
export function claimEnd(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MS)
}

/** The rows that a lane is sending at the moment. */
export class UnderWay {
  readonly #lane: Lane
  readonly #rows = new Map<number, Claimed>()

  constructor(lane: Lane) {
    this.#lane = lane
  }

  get size(): number {
    return this.#rows.size
  }
  get chats(): ChatId[] {
    return [...this.#rows.values()].map((row) => row.chat.id)
  }
  has({ id }: Claimed): boolean {
    return this.#rows.has(id)
  }
  add(row: Claimed) {
    this.#rows.set(row.id, row)
  }
  delete({ id }: Claimed) {
    this.#rows.delete(id)
  }

  /** Keeps the rows in the hands of who claimed them. */
  async renew(by: string, now: Date) {
    if (this.size > 0) await renewClaims(this.#lane.db, by, [...this.#rows.keys()], claimEnd(now))
  }

  /** Renews until everything is over or the signal is aborted. */
  async outlast(by: string, signal: AbortSignal) {
    const { clock, log, bell } = this.#lane
    while (this.size > 0 && !signal.aborted) {
      await this.renew(by, clock()).catch((error: unknown) => log.error({ err: error }, 'Claims cannot be renewed'))
      await bell.nap(TICK_MS)
    }
  }

  /** Waits until everything is over, but not for long; takes out what is not over then. */
  async takeRest(): Promise<Claimed[]> {
    const { sleep, bell } = this.#lane
    const patience = new AbortController()
    const bound = sleep(STOP_MS, patience.signal).then(() => 'over' as const)
    while (this.size > 0) {
      if ((await Promise.race([bell.nap(TICK_MS), bound])) === 'over') break
    }
    patience.abort()
    bell.ring()
    const rest = [...this.#rows.values()]
    this.#rows.clear()
    return rest
  }
}
