import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import type { Logger } from '../../logger.ts'
import { councilWithPlan } from './council-with-plan.ts'
import { databaseUrl } from './database.ts'
import { freePort } from './local-server.ts'

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const emulator = `${shared}zalo-emulator/emulator.mjs`

/** Whether the emulator stands beside the project. */
export const present = existsSync(emulator)

export interface Party {
  id: string
  name: string
}

export type Surface = 'oa' | 'bot'

/** A message as its chat shows it. */
export interface Shown {
  message_id: string
  surface: Surface
  text: string
  attachment: { kind: string; name: string | null } | null
  emu: { seq: number; delivery: string | null }
}

/** What of the emulator is used here. */
interface Emulator {
  clockSource: { now(): number }
  start(): Promise<Emulator>
  stop(): Promise<void>
  addresses(): Record<string, string>
  addUser(user: object): Party
  addGroup(group: object): Party
  say(user: Party, chat: Party | undefined, text: string, more?: object): Shown
  redeliver(message: Shown): void
  forge(user: Party, chat: Party | undefined, text: string, more: object): Shown
  setOaWebhook(url: string | null): Promise<{ ok: boolean }>
  expireAccessTokens(): void
  revokePermission(): void
  setFault(fault: object): void
  clearFaults(): void
  setUpdateFaults(faults: object): void
  tokens(): { refreshes: number }
  messages(chat: Party | undefined, filter: object): Shown[]
  message(id: string | Shown): Shown
  mark(): number
  waitIdle(how: object): Promise<void>
  setPlan(plan: string): void
  expireGroup(group: Party): void
  advance(ms: number): void
  violations(filter: object): { kind: string; message: string; method: string }[]
  calls(filter: object): object[]
}

/** The bot's address as Zalo knows it. */
export const SITE = 'https://bot.example.vn'

interface Given {
  /** When it is, for the bot and for Zalo. */
  instant: string
  /** The text of the approved plan. */
  plan: string
  /** Options of the emulator. */
  options?: object
  settings?: Record<string, string>
}

/** The whole bot on both strict surfaces of Zalo, in a council with an approved plan; all have one clock, which can be moved. */
export class WardOnZalo {
  zalo!: Emulator
  app!: App
  /** The code of the first secretary. */
  code = ''
  councilId = ''
  /** Everything that was logged, as text. */
  readonly logged: string[] = []
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))
  readonly #given: Given
  #port = 0

  private constructor(given: Given) {
    this.#given = given
  }

  static async open(given: Given): Promise<WardOnZalo> {
    const ward = new WardOnZalo(given)
    const { ZaloEmulator } = (await import(pathToFileURL(emulator).href)) as {
      ZaloEmulator: new (options: object) => Emulator
    }
    const { instant, options = {}, plan } = given
    ward.#port = await freePort()
    const map = { webhookMap: { [SITE]: `http://127.0.0.1:${ward.#port}` } }
    ward.zalo = await new ZaloEmulator({ now: instant, strict: true, ...map, ...options }).start()
    await ward.startBot()
    const { id, code } = await councilWithPlan(ward.app.db, Buffer.from(plan), ward.now())
    Object.assign(ward, { code, councilId: id })
    return ward
  }

  readonly now = () => new Date(this.zalo.clockSource.now())

  /** Starts the bot, as after a stop. */
  async startBot() {
    const keys = this.zalo.addresses()
    const config = readConfig({
      DATABASE_URL: await databaseUrl(`${this.#folder}/test.db`),
      PLAYGROUND: 'off',
      PORT: String(this.#port),
      ZALO_OA_APP_ID: keys['app_id'],
      ZALO_OA_APP_SECRET: keys['app_secret'],
      ZALO_OA_SECRET_KEY: keys['oa_secret'],
      ZALO_OA_REFRESH_TOKEN: keys['refresh_token'],
      ZALO_OA_API_ROOT: keys['openapi'],
      ZALO_OAUTH_ROOT: keys['oauth'],
      ZALO_BOT_TOKEN: keys['bot_token'],
      ZALO_BOT_API_ROOT: keys['bot'],
      ...this.#given.settings,
    })
    this.app = await startApp({ config, log: this.#log(), realNow: this.now, rings: false })
    await this.zalo.setOaWebhook(`${this.app.url}/zalo/oa/webhook`)
  }

  async close() {
    await this.app.stop()
    await this.zalo.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Moves the clock of the bot and of Zalo. */
  moveTo(instant: string) {
    this.#advance(Date.parse(instant) - this.now().getTime())
  }

  /** Runs a job, as the bell would. */
  async runJob(job: Job, { settle = true } = {}) {
    const { db } = this.app
    const say = createSay(loadTranslators())
    await runJob({ db, clock: this.now, log: this.#log(), say }, job)
    this.app.wake()
    if (settle) await this.settle()
  }

  /** Says something in a group, or without one in private, and returns what the bot says then there. On the Bot Platform a group is spoken to by a mention. */
  async say(who: Party, where: Party | Surface, text: string, more: object = {}): Promise<Shown[]> {
    const since = this.zalo.mark()
    await this.hear(who, where, text, more)
    await this.settle()
    return this.saidSince(since, who, where)
  }

  /** The same, and resolves when the bot has it. */
  async hear(who: Party, where: Party | Surface, text: string, more: object = {}) {
    const isGroup = typeof where !== 'string'
    const inBotGroup = isGroup && (where as Party & { surface: Surface }).surface === 'bot'
    const how = isGroup ? { ...(inBotGroup && !('replyTo' in more) && { mention: true }) } : { surface: where }
    const said = this.zalo.say(who, isGroup ? where : undefined, text, { ...how, ...more })
    await this.#heard(said)
  }

  /** Resolves when nothing is on its way any more. */
  async quiet() {
    await this.zalo.waitIdle({ quietMs: 100, ms: 10_000 })
    await this.settle()
  }

  /** Resolves when it is so; the clock moves on meanwhile. */
  async until(isSo: () => boolean | Promise<boolean>) {
    for (let waited = 0; !(await isSo()); waited += 20) {
      if (waited > 10_000) throw new Error(`it never was so; logged:\n${this.logged.slice(-20).join('\n')}`)
      await pause(20)
      this.#advance(1000)
    }
  }

  /** Resolves when the bot has what was said, or will never hear it. */
  async #heard({ message_id: id }: Shown) {
    while (this.zalo.message(id).emu.delivery === null) await pause(5)
    if (this.zalo.message(id).emu.delivery === 'gated') return
    while (!(await this.app.db.inbox.findFirst({ where: { externalId: { contains: id } } }))) await pause(5)
  }

  saidSince(since: number, who: Party, where: Party | Surface): Shown[] {
    return typeof where === 'string'
      ? this.zalo.messages(who, { by: 'bot', since, surface: where })
      : this.zalo.messages(where, { by: 'bot', since })
  }

  /** Resolves when all that was said to the bot is answered; where it waits for Zalo's limits the clock moves on. */
  async settle() {
    await this.app.idle()
    while (await this.app.db.outbox.findFirst({ where: { state: { in: ['waiting', 'sending'] } } })) {
      await pause(20)
      this.#advance(1000)
    }
  }

  #advance(ms: number) {
    this.zalo.advance(ms)
    this.app.wake()
  }

  #log(): Logger {
    const keep = (fields: unknown, message?: string) => void this.logged.push(`${inspectAll(fields)} ${message ?? ''}`)
    return { debug: keep, info: keep, warn: keep, error: keep } as never
  }
}

/** Everything in a log line, errors and their causes too. */
function inspectAll(fields: unknown): string {
  return JSON.stringify(fields, (_, value: unknown) =>
    value instanceof Error
      ? { ...value, name: value.name, message: value.message, stack: value.stack, cause: value.cause }
      : value,
  )
}

/** The number under which a choice stands in a message. */
export function numberOf(message: Shown | undefined, label: string): string {
  const line = message?.text.split('\n').find((one) => /^\d+\. /.test(one) && one.includes(label))
  if (line === undefined) throw new Error(`no choice "${label}" in: ${message?.text}`)
  return line.split('.')[0]!
}
