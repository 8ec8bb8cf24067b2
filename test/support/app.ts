import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { councilCreate } from '#commands/operator/council-create.ts'
import { planImport } from '#commands/operator/plan-import.ts'
import { createSay } from '#commands/say.ts'
import { readPlan } from '#documents/read-plan.ts'
import type { Inbound, PlatformName } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { FakePlatform, type Seen, type Speaker } from './fake-platform.ts'
import { databaseUrl } from './database.ts'
import { NO_FLOOD_LIMITS } from './no-flood-limits.ts'

type TextEvent = Extract<Inbound['event'], { kind: 'text' }>

export const GROUP = 'group-1'
export const SECRETARY: Speaker = { id: 'sec', name: 'Chị Thư' }
export const HEAD: Speaker = { id: 'head', name: 'Anh Công' }
export const STRANGER: Speaker = { id: 'stranger', name: 'Người lạ' }

export interface Logged {
  fields: object
  message: string
}

/** The whole bot on a database of its own, in front of a network in memory, at a time that the test sets. */
export class TestApp {
  readonly logged: Logged[] = []
  platform: FakePlatform
  now: Date
  /** What limits how much may be asked, to be set before the start. */
  flood = NO_FLOOD_LIMITS
  private app!: App
  private readonly settings: Record<string, string>
  private messages = 0
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))

  constructor(now: string, settings: Record<string, string> = {}, network: PlatformName = 'telegram') {
    this.now = new Date(now)
    this.platform = new FakePlatform(network)
    this.settings = settings
  }

  async start(): Promise<this> {
    const keep = (fields: object, message: string) => void this.logged.push({ fields, message })
    this.app = await startApp({
      config: readConfig({
        DATABASE_URL: await databaseUrl(`${this.folder}/test.db`),
        PORT: '0',
        ...this.settings,
      }),
      log: { info: () => undefined, debug: () => undefined, warn: keep, error: keep } as never,
      realNow: () => this.now,
      rings: false,
      flood: this.flood,
      platforms: () =>
        Promise.resolve({ platforms: [this.platform], clock: () => this.now, onClockMoved: () => undefined }),
    })
    return this
  }

  /** Where its web server answers. */
  get url() {
    return this.app.url
  }

  get db() {
    return this.app.db
  }

  async stop() {
    await this.app.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** As after a crash or an update of the program: a new process on the same database and network. */
  async restart(): Promise<void> {
    await this.app.stop()
    const before = this.platform
    this.platform = new FakePlatform(before.name)
    this.platform.goOnFrom(before)
    await this.start()
  }

  /** Runs a job of the scheduler, as the bell would, and shows what it says. */
  async runJob(job: Job): Promise<Record<string, number> | undefined> {
    const log = { error: (fields: object, message: string) => void this.logged.push({ fields, message }) }
    const say = createSay(loadTranslators())
    const counts = await runJob({ db: this.db, clock: () => this.now, log, say }, job)
    this.app.wake()
    await this.settle()
    return counts
  }

  /** Runs a job at an instant and returns what it newly says, as chat and text. */
  async saidBy(job: Job, instant: string): Promise<string[]> {
    this.now = new Date(instant)
    const before = this.platform.seen.length
    await this.runJob(job)
    return this.platform.seen.slice(before).map(({ chat, text }) => `${chat}\n${text}`)
  }

  /** Resolves when everything that came in is answered and what was said is shown. */
  async settle() {
    await this.app.idle()
    this.app.wake()
    while (
      await this.db.outbox.findFirst({ where: { state: { in: ['waiting', 'sending'] }, notBefore: { lte: this.now } } })
    )
      await new Promise((resolve) => setImmediate(resolve))
  }

  async createCouncil(name = 'Hội đồng TĐKT phường Thử') {
    return councilCreate(this.db, { name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, this.now)
  }

  async importPlan(councilId: string, text: string | Uint8Array, name = 'ke-hoach.txt') {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
    const document = { name, bytes, draft: readPlan(bytes, name) }
    return planImport(this.db, { council: councilId, document, approve: true }, this.now)
  }

  /** A council with its secretary and a linked group; what was said on the way is forgotten. */
  async linkedCouncil(plan?: string) {
    const council = await this.createCouncil()
    await this.say(SECRETARY, `/start ${council.code}`)
    await this.sayInGroup(SECRETARY, '/lienket')
    if (plan) await this.importPlan(council.id, plan)
    this.platform.seen.length = 0
    return council
  }

  /** Says something to the bot in private and returns what it answers there. */
  async say(speaker: Speaker, text: string): Promise<Seen[]> {
    return this.deliver(
      speaker,
      { externalId: speaker.id, kind: 'private' },
      { kind: 'text', text, messageId: this.nextMessage(), addressed: 'private' },
    )
  }

  /** Says something in the group, addressed to the bot unless that hears all that is said, and returns all that it answers. */
  async sayInGroup(speaker: Speaker, text: string, more: Partial<TextEvent> = {}, group = GROUP): Promise<Seen[]> {
    const plainly = TRAITS[this.platform.name].hears === 'everything' ? 'overheard' : 'mention'
    const addressed = text.startsWith('/') ? 'command' : plainly
    const chat = { externalId: group, kind: 'group' as const, title: 'Nhóm Hội đồng' }
    return this.deliver(speaker, chat, { kind: 'text', text, messageId: this.nextMessage(), addressed, ...more })
  }

  private nextMessage(): string {
    return `m${++this.messages}`
  }

  /** Presses the choice with this label under a message and returns what the bot says anew or shows in place. */
  async press(speaker: Speaker, under: Seen, label: string): Promise<Seen[]> {
    const index = under.choices.findIndex((choice) => choice.includes(label))
    if (index < 0) throw new Error(`no choice "${label}" among: ${under.choices.join(' | ')}`)
    const kind = under.chat === speaker.id ? ('private' as const) : ('group' as const)
    const event = { kind: 'choice' as const, messageId: under.id, prompt: under.message.prompt!, index }
    return this.deliver(speaker, { externalId: under.chat, kind }, event)
  }

  async deliver(
    speaker: Speaker,
    chat: Inbound['chat'],
    event: Inbound['event'],
    externalId?: string,
  ): Promise<Seen[]> {
    const before = new Map(this.platform.seen.map((seen) => [seen, seen.edited]))
    const { id, name, language } = speaker
    const sender = { externalId: id, name, ...(language ? { language } : {}) }
    await this.platform.deliver({ chat, sender, event, ...(externalId ? { externalId } : {}) })
    await this.settle()
    return this.platform.seen.filter((seen) => before.get(seen) !== seen.edited)
  }
}

/** A started test app at a council-local time, on one network; `settings` as in the environment. */
export function createTestApp(
  now = '2025-02-20T08:00:00+07:00',
  settings: Record<string, string> = {},
  network: PlatformName = 'telegram',
): Promise<TestApp> {
  return new TestApp(now, settings, network).start()
}
