import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPlayground } from '#bot/playground/index.ts'
import type { Platform } from '#bot/platform.ts'
import { councilCreate } from '#commands/operator/council-create.ts'
import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'
import { createSay } from '#commands/say.ts'
import type { Outbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import { announce } from '#scheduler/announce.ts'
import { cards } from '#scheduler/cards.ts'
import type { Job } from '#scheduler/job.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { roundChase } from '#scheduler/round-chase.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { Visitor } from './visitor.ts'

const TIME_ZONE = 'Asia/Ho_Chi_Minh'
/** How far apart two acts are. */
const STEP_MS = 30_000
/** What follows every act, and what is due by the clock. */
const FOLLOWING: Job[] = [roundCards, announce]
const DAILY: Job[] = [remind, cards, roundChase, roundCards, announce]

/**
 * The whole bot behind a playground in which nothing has happened yet: the sample council's people and group, and a clock that stands still but for
 * the acts here, so that the same acts always lead to the same messages.
 */
export class Stage extends Visitor {
  /** All that the bot said so far, also what it has changed since. */
  readonly said: Outbound[] = []
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tdkt-stage-'))
  readonly #log = createLogger('warn')
  readonly #say = createSay(loadTranslators())
  #now: Date
  #app!: App

  private constructor(instant: string) {
    super()
    this.#now = new Date(instant)
  }

  /** Opens it at an instant (ISO 8601 with an offset). */
  static async open(instant: string): Promise<Stage> {
    const stage = new Stage(instant)
    await stage.#start()
    return stage
  }

  async #start() {
    this.#app = await startApp({
      config: readConfig({ DATABASE_URL: `file:${this.#folder}/council.db`, PORT: '0' }),
      log: this.#log,
      realNow: () => this.#now,
      rings: false,
      platforms: ({ db, log }) => {
        const { people, group } = SAMPLE_COUNCIL
        const clock = { now: () => this.#now, offsetMs: 0, move: () => Promise.resolve() }
        const given = { db, log, clock, people, groups: [group], movable: false, timeZone: TIME_ZONE }
        const platforms = [this.#listened(createPlayground(given))]
        return Promise.resolve({ platforms, clock: clock.now, onClockMoved: () => undefined })
      },
    })
  }

  #listened(platform: Platform): Platform {
    const send = (message: Outbound) => {
      this.said.push(message)
      return platform.send(message)
    }
    return { ...platform, send }
  }

  /** Where the playground's page is. */
  get url() {
    return `${this.#app.url}/playground/`
  }

  async close() {
    await this.#app.stop()
    rmSync(this.#folder, { recursive: true })
  }

  /** Makes the council, as an operator does, and returns the code of its first secretariat. */
  async createCouncil(): Promise<string> {
    const { name } = SAMPLE_COUNCIL
    return (await councilCreate(this.#app.db, { name, locale: 'vi', timeZone: TIME_ZONE }, this.#now)).code
  }

  /** Moves the clock to an instant and has done what is due then; what was missed meanwhile, too. */
  async moveTo(instant: string) {
    this.#now = new Date(instant)
    for (const job of DAILY) await this.#run(job)
  }

  /** What follows every act; then it is a little later. */
  protected async acted() {
    await this.#settle()
    for (const job of FOLLOWING) await this.#run(job)
    this.#now = new Date(this.#now.getTime() + STEP_MS)
  }

  async #run(job: Job) {
    await runJob({ db: this.#app.db, clock: () => this.#now, log: this.#log, say: this.#say }, job)
    await this.#settle()
  }

  /** Resolves when everything is answered and shown. */
  async #settle() {
    await this.#app.idle()
    this.#app.wake()
    const due = { state: { in: ['waiting', 'sending'] }, notBefore: { lte: this.#now } }
    while (await this.#app.db.outbox.findFirst({ where: due })) await new Promise((done) => setTimeout(done, 5))
  }
}
