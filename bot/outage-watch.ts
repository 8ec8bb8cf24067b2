import { botKey, type BotRef } from '#domain/platforms.ts'
import { endOutage, isOut, markOut } from '#prisma/outages.ts'
import type { Database } from '#prisma/outbox.ts'
import type { Log } from './log.ts'
import type { Platform, SendOutcome } from './platform.ts'

/** A network that is away for less is worth no word: what waits is sent a moment later. */
const OUT_AFTER_MS = 5 * 60_000
/** How often a platform that is out, and for which nothing waits, is asked whether it is back. */
const PROBE_EVERY_MS = 60_000

interface Watched {
  db: Database
  ref: BotRef
  platform: Platform
  clock: () => Date
  log: Log
}

/** Knows whether one bot's platform takes messages, and writes it down when that changes: nothing is written for a message in the ordinary case. */
export class OutageWatch {
  readonly #watched: Watched
  /** Since when every message met a fault of the whole platform. */
  #faultySince: Date | undefined
  /** Whether the platform is written down as out; somebody else may have done so. */
  #out = false
  #triedAt = 0
  #probing = false

  constructor(watched: Watched) {
    this.#watched = watched
  }

  /** Takes in how a message ended that was begun at an instant. Never throws. */
  async heard(outcome: SendOutcome, begun: Date) {
    this.#triedAt = begun.getTime()
    if (outcome.state === 'later' && (outcome.everything || outcome.down || outcome.unwell))
      await this.#faulty(outcome, begun)
    else this.#faultySince = undefined
    if (outcome.state === 'sent' && this.#out) await this.#back(begun)
  }

  /** Looks whether somebody else wrote the platform down as out; where it is and nobody writes to it, asks whether it is back. */
  async look(now: Date) {
    const { db, ref } = this.#watched
    this.#out = await isOut(db, ref)
    if (!this.#out || this.#probing || now.getTime() - this.#triedAt < PROBE_EVERY_MS) return
    this.#triedAt = now.getTime()
    this.#probing = true
    void this.#probe(now).finally(() => (this.#probing = false))
  }

  async #probe(begun: Date) {
    const findings = await this.#watched.platform.probe()
    if (findings.length > 0 && findings.every(({ state }) => state !== 'fault')) await this.#back(begun)
  }

  async #faulty({ reason, down = false }: { reason: string; down?: boolean }, now: Date) {
    this.#faultySince ??= now
    const since = this.#faultySince
    const lasts = now.getTime() - since.getTime() >= OUT_AFTER_MS
    if (!down && (this.#out || !lasts)) return
    await this.#write((db, ref) => markOut(db, { ...ref, since, reason, down }))
    this.#out = true
  }

  async #back(begun: Date) {
    const { clock } = this.#watched
    await this.#write((db, ref) => endOutage(db, ref, begun, clock()))
    this.#out = false
    this.#faultySince = undefined
  }

  async #write(work: (db: Database, ref: BotRef) => Promise<unknown>) {
    const { db, ref, log } = this.#watched
    await work(db, ref).catch((error: unknown) =>
      log.error({ bot: botKey(ref), err: error }, 'An outage cannot be written down'),
    )
  }
}
