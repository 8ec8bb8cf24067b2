import type { Outbound } from '#domain/messages.ts'
import { claimNext, expiredClaims, renewClaims, sentSince, type Claimed, type Database } from '#prisma/outbox.ts'
import { createBell } from './bell.ts'
import { growing, unsendable } from './delivery.ts'
import type { Log } from './log.ts'
import { OutageWatch } from './outage-watch.ts'
import type { Platform, SendOutcome } from './platform.ts'
import { createRateLimits } from './rate-limits.ts'
import { settle } from './settle.ts'
import type { Sleep } from './sleep.ts'

/** Messages under way at a time. */
const MOST_UNDER_WAY = 30
/** How often the outbox is looked at when nobody rings, and claims are renewed. */
const TICK_MS = 1000
const SHORTEST_NAP_MS = 20
/** A claim lives this long unless renewed: after a crash its chat waits no longer. */
const LEASE_MS = 5000
/** How long stopping waits for what is under way. */
const STOP_MS = 3000
const LONGEST_PAUSE_MS = 30_000
const NO_ROOM: SendOutcome = { state: 'later', afterMs: 0, reason: 'an album waits for room', everything: true }
const STOPPED: SendOutcome = { state: 'uncertain', reason: 'the bot stopped while sending' }

export interface LaneOptions {
  db: Database
  platform: Platform
  clock: () => Date
  log: Log
  sleep: Sleep
}

/**
 * Empties one platform's part of the outbox: claims what is due as the rate limits allow, sends to several chats at a time and records how
 * each send ended.
 */
export class Lane {
  readonly #options: LaneOptions
  readonly #bell
  readonly #outages
  readonly #underWay = new Map<number, Claimed>()
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
    this.#options = options
    this.#bell = createBell(options.sleep)
    this.#outages = new OutageWatch(options)
    this.#limits = createRateLimits(options.platform.capabilities.limits)
  }

  start() {
    this.#running ??= this.#run()
  }

  wake() {
    this.#bell.ring()
  }

  async stop() {
    this.#stopping.abort()
    this.#bell.ring()
    await this.#running
    await this.#finishUnderWay()
  }

  async #run() {
    const { clock, log, platform } = this.#options
    while (!this.#stopping.signal.aborted) {
      try {
        await this.#tend(clock())
        await this.#fill(clock())
      } catch (error) {
        log.error({ platform: platform.name, err: error }, 'The outbox cannot be read')
      }
      await this.#bell.nap(this.#untilNextLook(clock().getTime()))
    }
  }

  /** Once a tick: renews the claims of what is under way and settles those that a crash left behind. */
  async #tend(now: Date) {
    const { db, platform } = this.#options
    if (this.#tendedAt === undefined) {
      const lastMinute = new Date(now.getTime() - 60_000)
      this.#limits = createRateLimits(platform.capabilities.limits, await sentSince(db, platform.name, lastMinute))
    } else if (Math.abs(now.getTime() - this.#tendedAt) < TICK_MS) return
    this.#tendedAt = now.getTime()
    if (this.#underWay.size > 0) await renewClaims(db, [...this.#underWay.keys()], lease(now))
    for (const row of await expiredClaims(db, platform.name, now)) {
      if (!this.#underWay.has(row.id)) await this.#settle(row, STOPPED)
    }
    await this.#outages.look(now)
  }

  /** Claims and starts as much as may go now; after a fault of the whole platform one message tries the way. */
  async #fill(now: Date) {
    const { db, platform } = this.#options
    const instant = now.getTime()
    if (instant < this.#pausedUntil) return
    const most = this.#faults > 0 ? 1 : MOST_UNDER_WAY
    const limit = Math.min(most - this.#underWay.size, Math.floor(this.#limits.room(instant) / this.#heaviest))
    if (limit <= 0) return
    const busy = [...this.#underWay.values()].map((row) => row.chat.id)
    const pausedChats = [...new Set([...busy, ...this.#limits.pausedChats(instant)])]
    const rows = await claimNext(db, { platform: platform.name, limit, pausedChats, now, until: lease(now) })
    if (rows.length > 0)
      this.#heaviest = Math.min(platform.capabilities.limits.perSecond, Math.max(...rows.map(messagesOf)))
    const tooHeavy = rows.filter((row) => !this.#begin(row, instant))
    for (const row of tooHeavy) await this.#settle(row, NO_ROOM)
  }

  /** Starts a claimed row where there is room for all its messages. */
  #begin(row: Claimed, now: number): boolean {
    if (!this.#limits.takes(row.chat.id, messagesOf(row), now)) return false
    this.#underWay.set(row.id, row)
    void this.#deliver(row)
    return true
  }

  async #deliver(row: Claimed) {
    const reason = unsendable(row, this.#options.clock())
    const outcome: SendOutcome =
      row.payload && reason === undefined
        ? await this.#send(row, { ...row.payload, chat: row.chat.externalId })
        : { state: 'refused', reason: reason ?? 'unreadable' }
    if (this.#underWay.has(row.id)) await this.#settle(row, outcome)
    this.#underWay.delete(row.id)
    this.#bell.ring()
  }

  async #send(row: Claimed, message: Outbound): Promise<SendOutcome> {
    const { platform, clock, log } = this.#options
    this.#limits.begin(row.chat.id, row.chat.group, messagesOf(row))
    const begun = clock()
    const outcome = await platform.send(message, row.kind).catch((error: unknown): SendOutcome => {
      log.error({ platform: platform.name, row: row.id, err: error }, 'A platform threw while sending')
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
    const { platform, log } = this.#options
    log.warn({ platform: platform.name, reason: outcome.reason, pauseMs }, 'Sending pauses')
  }

  #settle(row: Claimed, outcome: SendOutcome) {
    return settle(this.#options, row, outcome, this.#stopping.signal)
  }

  #untilNextLook(now: number): number {
    const next = this.#pausedUntil > now ? this.#pausedUntil : this.#limits.nextRoom(now, this.#heaviest)
    return next === undefined ? TICK_MS : Math.min(TICK_MS, Math.max(SHORTEST_NAP_MS, next - now))
  }

  /** Waits for what is under way; the rest is recorded as uncertain, so that no row is left half done. */
  async #finishUnderWay() {
    const patience = new AbortController()
    const bound = this.#options.sleep(STOP_MS, patience.signal).then(() => 'over' as const)
    while (this.#underWay.size > 0) {
      if ((await Promise.race([this.#bell.nap(TICK_MS), bound])) === 'over') break
    }
    patience.abort()
    this.#bell.ring()
    const rest = [...this.#underWay.values()]
    this.#underWay.clear()
    for (const row of rest) await this.#settle(row, STOPPED)
  }
}

/** As how many messages a row counts: an album is one for each file. */
function messagesOf({ payload }: Claimed): number {
  return Math.max(1, payload?.media?.length ?? 0)
}

function lease(now: Date): Date {
  return new Date(now.getTime() + LEASE_MS)
}
