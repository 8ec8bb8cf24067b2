import type { Outbound } from '#domain/messages.ts'
import { botKey } from '#domain/platforms.ts'
import type { HeldLease } from '#prisma/hold-lease.ts'
import { claimNext, expiredClaims, sentSince, type Claimed, type Database } from '#prisma/outbox.ts'
import { createBell } from './bell.ts'
import { growing, unsendable } from './delivery.ts'
import { whileHolding } from './holding.ts'
import type { Log } from './log.ts'
import { OutageWatch } from './outage-watch.ts'
import type { Platform, SendOutcome } from './platform.ts'
import { createRateLimits } from './rate-limits.ts'
import { settle } from './settle.ts'
import type { Sleep } from './sleep.ts'
import { claimEnd, UnderWay } from './under-way.ts'

/** Messages under way at a time. */
const MOST_UNDER_WAY = 100
/** Messages claimed at a time: those that were claimed and not yet sent are in doubt, too, when a process dies. */
const MOST_AT_ONCE = 10
/** How often the outbox is looked at when nobody rings, and claims are renewed. */
const TICK_MS = 1000
const SHORTEST_NAP_MS = 20
const LONGEST_PAUSE_MS = 30_000
const NOT_NOW: SendOutcome = { state: 'later', afterMs: 0, reason: 'put back before it was sent', everything: true }
const STOPPED: SendOutcome = { state: 'uncertain', reason: 'the bot stopped while sending' }

export interface LaneOptions {
  db: Database
  platform: Platform
  clock: () => Date
  log: Log
  sleep: Sleep
}

/**
 * Empties one bot's part of the outbox while it holds the lease of sending for it: claims what is due as the rate limits allow, sends to several chats
 * at a time and records how each send ended.
 */
export class Lane {
  readonly #options
  readonly #bell
  readonly #outages
  readonly #underWay
  readonly #stopping = new AbortController()
  #limits
  #running: Promise<void> | undefined
  #tendedAt: number | undefined
  /** The most messages that one of the last claimed rows was. */
  #heaviest = 1
  /** How often in a row the platform as a whole refused, and until when it is left alone. */
  #faults = 0
  #pausedUntil = 0

  constructor(options: LaneOptions) {
    const { platform } = options
    this.#options = { ...options, ref: { platform: platform.name, bot: platform.bot } }
    this.#bell = createBell(options.sleep)
    this.#outages = new OutageWatch(this.#options)
    this.#underWay = new UnderWay({ ...options, bell: this.#bell })
    this.#limits = createRateLimits(platform.capabilities.limits)
  }

  start() {
    const { ref } = this.#options
    const holding = { ...this.#options, signal: this.#stopping.signal, lease: `send:${botKey(ref)}` }
    this.#running ??= whileHolding(holding, (signal, lease) => this.#run(signal, lease))
  }

  wake() {
    this.#bell.ring()
  }

  async stop() {
    this.#stopping.abort()
    this.#bell.ring()
    await this.#running
  }

  /**
   * Sends until the signal is aborted. Who lost the lease begins nothing more, but what is under way remains in its hands until it is over. Who stops
   * waits a little; the rest is recorded as uncertain, so that no row is left half done.
   */
  async #run(signal: AbortSignal, lease: HeldLease) {
    const { clock, log, ref } = this.#options
    const ring = () => this.#bell.ring()
    // Once: a signal with a listener is kept for ever, and with it this lane.
    signal.addEventListener('abort', ring, { once: true })
    this.#tendedAt = undefined
    while (!signal.aborted) {
      await lease.keep()
      try {
        await this.#tend(clock(), lease)
        await this.#fill(clock(), lease)
      } catch (error) {
        log.error({ bot: botKey(ref), err: error }, 'The outbox cannot be read')
      }
      await this.#bell.nap(this.#untilNextLook(clock().getTime()))
    }
    await this.#underWay.outlast(lease.holder, this.#stopping.signal)
    for (const row of await this.#underWay.takeRest()) await this.#settle(row, STOPPED)
  }

  /** Once a tick: renews the claims of what is under way and settles those that a dead process left behind; first the limits are made anew. */
  async #tend(now: Date, lease: HeldLease) {
    const { db, ref, platform } = this.#options
    if (this.#tendedAt === undefined) {
      const lastMinute = new Date(now.getTime() - 60_000)
      this.#limits = createRateLimits(platform.capabilities.limits, await sentSince(db, ref, lastMinute, now))
    } else if (Math.abs(now.getTime() - this.#tendedAt) < TICK_MS) return
    this.#tendedAt = now.getTime()
    await this.#underWay.renew(lease.holder, now)
    for (const row of await expiredClaims(db, ref, now)) {
      if (!this.#underWay.has(row)) await this.#settle(row, STOPPED)
    }
    await this.#outages.look(now)
  }

  /** Claims and starts as much as may go now; after a fault of the whole platform one message tries the way. */
  async #fill(now: Date, lease: HeldLease) {
    const { db, ref, platform } = this.#options
    const instant = now.getTime()
    if (instant < this.#pausedUntil || !lease.surely()) return
    const most = this.#faults > 0 ? 1 : MOST_UNDER_WAY
    const room = Math.min(most - this.#underWay.size, Math.floor(this.#limits.room(instant) / this.#heaviest))
    const limit = Math.min(room, MOST_AT_ONCE)
    if (limit <= 0) return
    const pausedChats = [...new Set([...this.#underWay.chats, ...this.#limits.pausedChats(instant)])]
    const claim = { bot: ref, by: lease.holder, limit, pausedChats, now, until: claimEnd(now) }
    const rows = await claimNext(db, claim)
    if (rows.length > 0)
      this.#heaviest = Math.min(platform.capabilities.limits.perSecond, Math.max(...rows.map(messagesOf)))
    if (rows.length === MOST_AT_ONCE) this.#bell.ring()
    const notNow = rows.filter((row) => !this.#begin(row, instant, lease))
    for (const row of notNow) await this.#settle(row, NOT_NOW)
  }

  /**
   * Starts a claimed row where there is room for all its messages. While it was claimed the process may have been frozen, and somebody else sends now:
   * from here to the request nothing is waited for.
   */
  #begin(row: Claimed, now: number, lease: HeldLease): boolean {
    if (!lease.surely() || !this.#limits.takes(row.chat.id, messagesOf(row), now)) return false
    this.#underWay.add(row)
    void this.#deliver(row)
    return true
  }

  async #deliver(row: Claimed) {
    const reason = unsendable(row, this.#options.clock())
    const outcome: SendOutcome =
      row.payload && reason === undefined
        ? await this.#send(row, { ...row.payload, chat: row.chat.externalId })
        : { state: 'refused', reason: reason ?? 'unreadable' }
    if (this.#underWay.has(row)) await this.#settle(row, outcome)
    this.#underWay.delete(row)
    this.#bell.ring()
  }

  async #send(row: Claimed, message: Outbound): Promise<SendOutcome> {
    const { platform, ref, clock, log } = this.#options
    this.#limits.begin(row.chat.id, row.chat.group, messagesOf(row))
    const begun = clock()
    const outcome = await platform.send(message, row.kind).catch((error: unknown): SendOutcome => {
      log.error({ bot: botKey(ref), message: row.id, err: error }, 'A platform threw while sending')
      return { state: 'uncertain', reason: 'fault in the platform' }
    })
    const now = clock().getTime()
    this.#limits.end(row.chat.id, now, messagesOf(row))
    if (outcome.state === 'later' && outcome.everything) this.#pause(outcome, now)
    else this.#faults = 0
    await this.#outages.heard(outcome, begun)
    return outcome
  }

  /** Several messages under way meet the same fault: it counts once. */
  #pause(outcome: { afterMs: number; reason: string }, now: number) {
    if (now < this.#pausedUntil) return
    this.#faults += 1
    const pauseMs = Math.max(outcome.afterMs, growing(this.#faults, LONGEST_PAUSE_MS))
    this.#pausedUntil = now + pauseMs
    const { ref, log } = this.#options
    log.warn({ bot: botKey(ref), reason: outcome.reason, pauseMs }, 'Sending pauses')
  }

  #settle(row: Claimed, outcome: SendOutcome) {
    return settle(this.#options, row, outcome, this.#stopping.signal)
  }

  #untilNextLook(now: number): number {
    const next = this.#pausedUntil > now ? this.#pausedUntil : this.#limits.nextRoom(now, this.#heaviest)
    return next === undefined ? TICK_MS : Math.min(TICK_MS, Math.max(SHORTEST_NAP_MS, next - now))
  }
}

/** As how many messages a row counts: an album is one for each file. */
function messagesOf({ payload }: Claimed): number {
  return Math.max(1, payload?.media?.length ?? 0)
}
