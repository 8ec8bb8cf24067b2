import { setImmediate as turn } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { PlatformName } from '#domain/messages.ts'
import type { Faults } from './faults.ts'
import { Ledger } from './ledger.ts'
import { FREQUENT, Life, type Complaint } from './life.ts'
import { Network } from './network.ts'
import { Unanswered } from './unanswered.ts'

/** A process that died leaves leases and claims: after so long all of them have run out. */
const CLAIMS_RUN_OUT_MS = 20_000
/** While a network is out it is tried so often. */
const TRY_EVERY_MS = 10 * 60_000
/** Real time after which a world that does not come to rest is a fault. */
const PATIENCE_MS = 20_000

interface Planned {
  at: number
  work: () => Promise<void> | void
}

interface Options {
  file: string
  now: Date
  chance: Chance
  ledgerFile: string
  faults: Faults
  /** As `telegram:2`. */
  bots: string[]
}

/** Everything there is: the app in its present life, the networks, the clock, and what is planned. */
export class World {
  readonly chance: Chance
  /** Opened with the app's first life, which makes the database. */
  ledger!: Ledger
  readonly faults: Faults
  readonly networks: Network[]
  readonly complaints: Complaint[] = []
  readonly counts = { kills: 0, stops: 0, jobs: 0, events: 0 }
  life!: Life
  now: Date
  readonly #file: string
  readonly #planned: Planned[] = []

  /** How conversations ended, by their kind. */
  readonly conversations = new Map<string, number>()
  readonly breaks: string[] = []
  /** Numbers that are not those which people were told. */
  readonly wrong: string[] = []

  readonly #ledgerFile: string

  constructor({ file, ledgerFile, now, chance, faults, bots }: Options) {
    this.#file = file
    this.#ledgerFile = ledgerFile
    this.now = now
    this.chance = chance
    this.faults = faults
    this.networks = bots.map((key) => {
      const [name, bot] = key.split(':') as [PlatformName, string]
      return new Network({ name, bot: Number(bot), clock: this.clock, ledger: () => this.ledger, faults })
    })
  }

  readonly clock = () => this.now

  get db() {
    return this.life.app.db
  }

  tally(what: string) {
    this.conversations.set(what, (this.conversations.get(what) ?? 0) + 1)
  }

  /** A conversation in which the bot did not say what the person needs to go on. */
  broken(what: string, error: unknown) {
    if (!(error instanceof Unanswered)) throw error
    this.tally(`${what}: broken off`)
    if (this.breaks.length < 200) this.breaks.push(`${this.now.toISOString()} ${what}: ${error.message}`)
  }

  /** A program fetches a calendar at the address that was handed out. */
  async fetchCalendar(path: string) {
    const response = await fetch(`${this.life.app.url}${path}`).catch(() => undefined)
    const file = response?.ok ? await response.text() : ''
    if (file.startsWith('BEGIN:VCALENDAR')) this.tally('calendars fetched')
    else if (!this.life.dead) this.wrong.push(`the calendar is not there: ${response?.status}`)
  }

  network(key: string): Network {
    return this.networks.find((one) => one.key === key)!
  }

  async begin() {
    const { clock, networks, complaints } = this
    this.life = await new Life({ file: this.#file, clock, networks, complaints }).start()
    this.ledger ??= new Ledger(this.#ledgerFile, this.#file)
    this.life.onDeath = () => this.ledger.keepDoubts()
  }

  /** A new process on the same database, as soon as the dead one's claims have run out. */
  async revive() {
    this.counts.kills += 1
    this.now = new Date(this.now.getTime() + CLAIMS_RUN_OUT_MS)
    await this.begin()
  }

  /** An orderly end and a new start. */
  async restart() {
    this.counts.stops += 1
    await this.life.stop()
    await this.begin()
  }

  /** Plans something for an instant; of two at one instant the first planned comes first. */
  plan(at: Date | number, work: Planned['work']) {
    const instant = new Date(at).getTime()
    const index = this.#planned.findLastIndex((one) => one.at <= instant)
    this.#planned.splice(index + 1, 0, { at: instant, work })
  }

  /** Lives through all that is planned up to an instant. */
  async liveUntil(end: Date) {
    for (;;) {
      const [next] = this.#planned
      if (!next || next.at > end.getTime()) break
      await this.passTo(next.at)
      this.#planned.shift()
      this.counts.events += 1
      await next.work()
      await this.settle()
    }
    await this.passTo(end.getTime())
  }

  /** Lets time pass, and has sent what comes due on the way. */
  async passTo(end: number) {
    for (;;) {
      const next = this.#nextDue()
      if (next === undefined || next >= end) break
      this.now = new Date(Math.max(next, this.now.getTime() + 1))
      await this.settle()
    }
    if (end > this.now.getTime()) this.now = new Date(end)
    for (const network of this.networks) if (network.waits > 0) await network.handOver()
    await this.settle()
  }

  /** Rings the jobs that ring every few minutes, and has sent what they say. */
  async ring(jobs = FREQUENT) {
    for (const job of jobs) {
      await this.alive()
      this.counts.jobs += 1
      await this.life.run(job)
    }
    await this.settle()
  }

  /** Has somebody live. */
  async alive() {
    while (this.life.dead) await this.revive()
  }

  /** Resolves when everything that came in is answered and everything that can be sent is. */
  async settle() {
    const begun = Date.now()
    for (let round = 0; ; round += 1) {
      if (this.life.dead) {
        await this.revive()
        for (const network of this.networks) await network.handOver()
      }
      await this.life.orDead(this.life.app.idle())
      if (this.life.dead) continue
      if (this.ledger.open(this.now, this.#leftAlone()) === 0) return
      if (round % 20 === 0) this.life.app.wake()
      // Each look of a sender takes real time; one that waits for a lease takes a second of it.
      if (round > 400 && round % 200 === 0) this.now = new Date(this.now.getTime() + 1000)
      if (Date.now() - begun > PATIENCE_MS) throw new Error(`the world does not come to rest: ${this.#openRows()}`)
      await turn()
    }
  }

  #openRows(): string {
    const rows = this.ledger.db
      .prepare(
        'SELECT id, platform, kind, state, dedupeKey, notBefore, reason, claimedUntil FROM app.Outbox WHERE finishedAt IS NULL LIMIT 5',
      )
      .all()
    const inbox = this.ledger.db
      .prepare('SELECT id, chatKey, claimedBy, claimedUntil FROM app.Inbox WHERE doneAt IS NULL LIMIT 5')
      .all()
    return JSON.stringify({ now: this.now, rows, inbox, leftAlone: this.#leftAlone() })
  }

  #leftAlone(): string[] {
    return this.networks.filter(({ quietUntil }) => quietUntil > this.now.getTime()).map(({ key }) => key)
  }

  #nextDue(): number | undefined {
    const quiet = this.networks.map(({ key, quietUntil }) => {
      const trouble = this.faults.troubleOf(key, this.now)
      return trouble && quietUntil > 0 ? Math.min(trouble.to + 31_000, this.now.getTime() + TRY_EVERY_MS) : quietUntil
    })
    const instants = [this.ledger.nextDue(this.now), ...quiet].filter(
      (at) => at !== undefined && at > this.now.getTime(),
    )
    return instants.length > 0 ? Math.min(...(instants as number[])) : undefined
  }
}
