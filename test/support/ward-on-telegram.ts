import { expect } from 'vitest'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { hasStaleRounds } from '#prisma/round-cards.ts'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { councilWithPlan } from './council-with-plan.ts'
import { databaseUrl } from './database.ts'
import {
  hasTelegramEmulator,
  startStrictTelegram,
  TOKEN,
  type Party,
  type Shown,
  type TelegramEmulator,
} from './telegram-emulator.ts'

export type { Party, Shown }

const plan = fileURLToPath(new URL('../../../shared/plans/000_f5d8082cf000cdee.txt', import.meta.url))

/** Whether the emulator and the real ward plan stand beside the project. */
export const present = hasTelegramEmulator && existsSync(plan)

/** The whole bot on a strict Telegram with its limits, in a council that has approved the real ward plan; both have one clock, which can be moved. */
export class WardOnTelegram {
  readonly telegram: TelegramEmulator
  readonly app: App
  /** The code of the first secretary. */
  readonly code: string
  readonly #clock: Clock
  readonly #folder: string

  private constructor(parts: { telegram: TelegramEmulator; app: App; code: string; clock: Clock; folder: string }) {
    this.telegram = parts.telegram
    this.app = parts.app
    this.code = parts.code
    this.#clock = parts.clock
    this.#folder = parts.folder
  }

  static async open(instant: string): Promise<WardOnTelegram> {
    const telegram = await startStrictTelegram()
    const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))
    const settings = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.apiRoot, PLAYGROUND: 'off' }
    const config = readConfig({ DATABASE_URL: await databaseUrl(`${folder}/test.db`), PORT: '0', ...settings })
    const clock = new Clock(instant)
    const app = await startApp({ config, log: createLogger('silent'), realNow: clock.now })
    const { code } = await councilWithPlan(app.db, readFileSync(plan), clock.now())
    return new WardOnTelegram({ telegram, app, code, clock, folder })
  }

  async close() {
    await this.app.stop()
    await this.telegram.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Moves the clock of the bot and of Telegram. */
  moveTo(instant: string) {
    this.#advance(Date.parse(instant) - this.#clock.now().getTime())
  }

  /** Runs a job, as the bell would. */
  async runJob(job: Job) {
    const { db } = this.app
    const log = { error: (fields: object) => expect.fail(JSON.stringify(fields)) }
    await runJob({ db, clock: this.#clock.now, log, say: createSay(loadTranslators()) }, job)
    this.app.wake()
    await this.settle()
  }

  /** Says something and returns what the bot says then in that chat, anew or in place. */
  async say(who: Party, chat: Party, text: string, more: object = {}): Promise<Shown[]> {
    const since = this.telegram.mark()
    this.telegram.say(who, chat, text, more)
    return this.saidSince(since, chat)
  }

  /** Presses the button with this label and returns what the bot says then in that chat, anew or in place. */
  async press(who: Party, chat: Party, under: Shown, label: string): Promise<Shown[]> {
    const button = under.emu.buttons.flat().find((one) => one.includes(label))
    if (button === undefined) throw new Error(`no button "${label}" under: ${under.text}`)
    const since = this.telegram.mark()
    this.telegram.press(who, under, button)
    return this.saidSince(since, chat)
  }

  /** What the bot has said in a chat since a mark of the emulator. */
  async saidSince(since: number, chat: Party): Promise<Shown[]> {
    await this.settle()
    return this.telegram.messages(chat, { by: 'bot', since })
  }

  /** Resolves when all that was said to the bot is answered; where it waits for Telegram's limits the clock moves on. */
  async settle() {
    const { app, telegram } = this
    while (telegram.pendingUpdates().length > 0) await pause(5)
    await app.idle()
    while (await app.db.outbox.findFirst({ where: { state: { in: ['waiting', 'sending'] } } })) {
      await pause(20)
      this.#advance(250)
    }
  }

  /** Resolves when the cards show the newest state. */
  async cardsWritten() {
    await this.settle()
    while (await hasStaleRounds(this.app.db)) await pause(20)
    await this.settle()
  }

  #advance(ms: number) {
    this.#clock.moved += ms
    this.telegram.advance(ms)
    this.app.wake()
  }
}

class Clock {
  moved = 0
  readonly #from: number
  readonly #began = Date.now()

  constructor(instant: string) {
    this.#from = Date.parse(instant)
  }

  readonly now = () => new Date(this.#from + Date.now() - this.#began + this.moved)
}
