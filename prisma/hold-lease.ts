import { randomUUID } from 'node:crypto'
import type { Database } from './database.ts'
import { dropLease, renewLease, takeLease } from './leases.ts'

interface Dependencies {
  db: Database
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
}

/**
 * Takes a lease for so long and renews it every third of that until it is released. Undefined where somebody else has it; rejects where the database
 * does not answer.
 */
export async function holdLease(
  dependencies: Dependencies,
  name: string,
  lengthMs: number,
): Promise<HeldLease | undefined> {
  const { db, clock } = dependencies
  const holder = randomUUID()
  const now = clock()
  const until = new Date(now.getTime() + lengthMs)
  if (!(await takeLease(db, name, holder, now, until))) return undefined
  return new HeldLease(dependencies, { name, holder, lengthMs, until })
}

interface Taken {
  name: string
  /** Names this one time of holding it. */
  holder: string
  lengthMs: number
  until: Date
}

/** A lease in one's own hands, until it is released or lost. */
export class HeldLease {
  readonly holder: string
  readonly #dependencies: Dependencies
  readonly #taken: Taken
  readonly #lost = new AbortController()
  readonly #timer
  #renewing: Promise<void> | undefined
  /** What was under way at the last tick. */
  #renewedAtTick: Promise<void> | undefined

  constructor(dependencies: Dependencies, taken: Taken) {
    this.holder = taken.holder
    this.#dependencies = dependencies
    this.#taken = { ...taken }
    this.#timer = setInterval(() => this.#tick(), taken.lengthMs / 3)
    this.#timer.unref()
  }

  /** Aborted as soon as it is known that somebody else has it, or that it ran out while it could not be renewed. */
  get lost(): AbortSignal {
    return this.#lost.signal
  }

  /**
   * Whether nobody else can have it at this moment, by one's own clock. The last fifth does not count: clocks differ, and what is begun takes a while
   * to leave. A process that was frozen learns from this, and at once, that it may be too late.
   */
  surely(): boolean {
    return !this.lost.aborted && this.#remaining() > this.#taken.lengthMs / 5
  }

  /** Renews it where a third has passed, whatever the timer does. Never rejects; where it was lost, `lost` tells. */
  async keep() {
    if (!this.lost.aborted && this.#remaining() <= (this.#taken.lengthMs * 2) / 3) await this.#renew()
  }

  /** Gives it back, so that somebody else need not wait until it runs out. Never rejects. */
  async release() {
    clearInterval(this.#timer)
    await this.#renewing
    const { db, log } = this.#dependencies
    await dropLease(db, this.#taken.name, this.holder).catch((error: unknown) =>
      log.error({ err: error, lease: this.#taken.name }, 'a lease could not be given back'),
    )
  }

  #remaining(): number {
    return this.#taken.until.getTime() - this.#dependencies.clock().getTime()
  }

  /** A database that has not answered since the last tick has lost it when the time is over; one that was just asked may still answer. */
  #tick() {
    const hangs = this.#renewing !== undefined && this.#renewing === this.#renewedAtTick
    if (hangs && this.#remaining() <= 0) return this.#lose()
    void this.#renew()
    this.#renewedAtTick = this.#renewing
  }

  #renew(): Promise<void> {
    this.#renewing ??= this.#extend().finally(() => (this.#renewing = undefined))
    return this.#renewing
  }

  async #extend() {
    const { db, clock, log } = this.#dependencies
    const { name, lengthMs } = this.#taken
    const until = new Date(clock().getTime() + lengthMs)
    try {
      if (await renewLease(db, name, this.holder, until)) this.#taken.until = until
      else this.#lose()
    } catch (error) {
      log.error({ err: error, lease: name }, 'a lease could not be renewed')
      if (this.#remaining() <= 0) this.#lose()
    }
  }

  #lose() {
    clearInterval(this.#timer)
    this.#lost.abort()
  }
}
