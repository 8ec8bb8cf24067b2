import { setImmediate as turn } from 'node:timers/promises'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { JOBS } from '#scheduler/index.ts'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../../app.ts'
import { readConfig } from '../../../config.ts'
import { collectConnections, cut, type Connections } from './cut-connections.ts'
import type { Bearer, Network } from './network.ts'

const say = createSay(loadTranslators())

/** A line of the log that says that something is wrong. */
export interface Complaint {
  at: Date
  message: string
  /** Where it comes from. The error itself would keep all that was there in memory. */
  stack: string
}

interface Options {
  file: string
  clock: () => Date
  networks: Network[]
  complaints: Complaint[]
}

/** One time that the app runs, from its start to a stop or a death. */
export class Life implements Bearer {
  dead = false
  /** The life ends when so many more messages have arrived at a network. */
  sendsLeft = Infinity
  /** Called at the moment of death, while the database is still as the dead one knew it. */
  onDeath: () => void = () => undefined
  readonly #options: Options
  #connections!: Connections
  #app: App | undefined

  constructor(options: Options) {
    this.#options = options
  }

  get app(): App {
    return this.#app!
  }

  async start(): Promise<this> {
    const { file, clock, networks } = this.#options
    this.#connections = collectConnections(file)
    this.#app = await startApp({
      config: readConfig({
        DATABASE_URL: `file:${file}`,
        PUBLIC_URL: 'https://bot.example/',
        PORT: '0',
        BACKUP_KEEP: '2',
      }),
      log: this.#log() as never,
      realNow: clock,
      rings: false,
      platforms: () =>
        Promise.resolve({
          platforms: networks.map((network) => network.platformFor(this)),
          clock,
          onClockMoved: () => undefined,
        }),
    })
    return this
  }

  atSend(): boolean {
    this.sendsLeft -= 1
    if (this.sendsLeft > 0 || this.dead) return false
    this.kill()
    return true
  }

  /** The process is gone from one moment to the next: nothing that it had begun is finished or written down. */
  kill() {
    if (this.dead) return
    this.dead = true
    this.onDeath()
    cut(this.#connections)
    // Only so that its timers end: it can neither write nor send any more.
    void this.#app?.stop().catch(() => undefined)
  }

  async stop() {
    if (this.dead) return
    await this.app.stop()
    this.dead = true
  }

  /** Runs a job as its bell would. Resolves when it is over or the life is. */
  async run(job: Job) {
    const { clock } = this.#options
    const given = { db: this.app.db, clock, log: this.#log(), say, wake: () => this.app.wake() }
    const running = runJob(given, job).catch((error: unknown) => this.#complain({ err: error }, `job ${job.name}`))
    await this.orDead(running)
  }

  /** Resolves when something is over or this life is; what is never over keeps nothing in memory. */
  async orDead(work: Promise<unknown>) {
    let over = false
    void work.catch(() => undefined).finally(() => (over = true))
    while (!over && !this.dead) await turn()
  }

  #log() {
    const complain = (fields: object, message: string) => this.#complain(fields, message)
    const nothing = () => undefined
    const log = { debug: nothing, info: nothing, warn: nothing, error: complain, fatal: complain }
    return { ...log, child: () => log }
  }

  #complain(fields: object, message: string) {
    const { err } = fields as { err?: unknown }
    const stack = err instanceof Error ? (err.stack ?? err.message) : ''
    if (!this.dead) this.#options.complaints.push({ at: this.#options.clock(), message, stack })
  }
}

/** The jobs that ring every few minutes, and those that ring once a day. */
export const FREQUENT = JOBS.filter(({ cron }) => cron.includes('* * * *'))
export const DAILY = JOBS.filter(({ cron }) => !cron.includes('* * * *'))
