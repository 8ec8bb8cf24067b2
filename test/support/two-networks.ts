import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { refOf, type SendOutcome } from '#bot/platform.ts'
import { councilCreate } from '#commands/operator/council-create.ts'
import { createSay } from '#commands/say.ts'
import type { Finding } from '#domain/finding.ts'
import type { Outbound } from '#domain/messages.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { FakePlatform, type Seen, type Speaker } from './fake-platform.ts'
import { databaseUrl } from './database.ts'
import { NO_FLOOD_LIMITS } from './no-flood-limits.ts'

/** A network that can be out, or refuse some of its chats. */
export class FakeNetwork extends FakePlatform {
  /** How every send ends while the network is out. */
  out: SendOutcome | undefined
  /** Why it takes nothing for these chats. */
  readonly refuses = new Map<string, string>()
  tries = 0
  findings: Finding[] = []

  override send(message: Outbound): Promise<SendOutcome> {
    this.tries += 1
    const reason = this.refuses.get(message.chat)
    if (this.out) return Promise.resolve(this.out)
    return reason === undefined ? super.send(message) : Promise.resolve({ state: 'refused', reason })
  }

  override probe(): Promise<Finding[]> {
    return Promise.resolve(this.findings)
  }

  /** What a chat shows, the newest last. */
  textsIn(chat: string): string[] {
    return this.seen.filter((each) => each.chat === chat).map(({ text }) => text)
  }
}

/** The whole bot in front of two networks in memory, at a time that the test sets: Telegram and a Zalo Official Account, or two bots of one. */
export class TwoNetworks {
  readonly telegram: FakeNetwork
  readonly zalo: FakeNetwork
  readonly logged: { fields: object; message: string }[] = []
  now: Date
  private app!: App
  private messages = 0
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))

  constructor(now: string, [one, other] = [new FakeNetwork('telegram'), new FakeNetwork('zalo-oa')] as const) {
    this.now = new Date(now)
    this.telegram = one
    this.zalo = other
  }

  async start(): Promise<this> {
    const keep = (fields: object, message: string) => void this.logged.push({ fields, message })
    const platforms = [this.telegram, this.zalo]
    this.app = await startApp({
      config: readConfig({ DATABASE_URL: await databaseUrl(`${this.folder}/test.db`), PORT: '0' }),
      log: { info: () => undefined, debug: () => undefined, warn: keep, error: keep } as never,
      realNow: () => this.now,
      rings: false,
      flood: NO_FLOOD_LIMITS,
      platforms: () => Promise.resolve({ platforms, clock: () => this.now, onClockMoved: () => undefined }),
    })
    return this
  }

  get db() {
    return this.app.db
  }

  async stop() {
    await this.app.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  createCouncil(name = 'Hội đồng TĐKT phường Thử') {
    return councilCreate(this.db, { name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, this.now)
  }

  /** Says something in private and returns what is newly said or shown there. */
  say(on: FakeNetwork, { id, name }: Speaker, text: string): Promise<Seen[]> {
    const event = { kind: 'text' as const, text, messageId: `m${++this.messages}`, addressed: 'private' as const }
    const chat = { externalId: id, kind: 'private' as const }
    return this.newOn(on, () => on.deliver({ chat, sender: { externalId: id, name }, event }))
  }

  /** Says something to the bot in a group. */
  sayInGroup(on: FakeNetwork, { id, name }: Speaker, text: string, group: string): Promise<Seen[]> {
    const addressed = text.startsWith('/') ? ('command' as const) : ('mention' as const)
    const event = { kind: 'text' as const, text, messageId: `m${++this.messages}`, addressed }
    const chat = { externalId: group, kind: 'group' as const, title: `Nhóm ${group}` }
    return this.newOn(on, () => on.deliver({ chat, sender: { externalId: id, name }, event }))
  }

  /** Takes the choice with this label under a message. */
  press(on: FakeNetwork, { id, name }: Speaker, under: Seen, label: string): Promise<Seen[]> {
    const index = under.choices.findIndex((choice) => choice.includes(label))
    if (index < 0) throw new Error(`no choice "${label}" among: ${under.choices.join(' | ')}`)
    const event = { kind: 'choice' as const, messageId: under.id, prompt: under.message.prompt!, index }
    const chat = { externalId: under.chat, kind: under.chat === id ? ('private' as const) : ('group' as const) }
    return this.newOn(on, () => on.deliver({ chat, sender: { externalId: id, name }, event }))
  }

  private async newOn(on: FakeNetwork, work: () => Promise<void>): Promise<Seen[]> {
    const before = new Map(on.seen.map((seen) => [seen, seen.edited]))
    await work()
    await this.settle()
    return on.seen.filter((seen) => before.get(seen) !== seen.edited)
  }

  async run(job: Job): Promise<Record<string, number> | undefined> {
    const log = { error: (fields: object, message: string) => void this.logged.push({ fields, message }) }
    const say = createSay(loadTranslators())
    const counts = await runJob({ db: this.db, clock: () => this.now, log, say }, job)
    await this.settle()
    return counts
  }

  /** Moves the clock on. */
  wait(minutes: number) {
    this.now = new Date(this.now.getTime() + minutes * 60_000)
  }

  /** Resolves when everything that came in is answered and networks that are not out have got all that is due. */
  async settle() {
    await this.app.idle()
    const up = [this.telegram, this.zalo].filter(({ out }) => !out).map(refOf)
    const due = { state: { in: ['waiting', 'sending'] }, OR: up, notBefore: { lte: this.now } }
    this.app.wake()
    while (await this.db.outbox.findFirst({ where: due })) await new Promise((resolve) => setImmediate(resolve))
  }

  /** Has a network that is out tried until it was tried so often. */
  async untilTried(on: FakeNetwork, tries: number) {
    while (on.tries < tries) {
      this.app.wake()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    while (await this.db.outbox.findFirst({ where: { state: 'sending' } }))
      await new Promise((resolve) => setImmediate(resolve))
  }

  /** Links this person's Zalo account to the one on Telegram, and returns what Zalo says. */
  async link(speaker: Speaker, zaloId = `z-${speaker.id}`): Promise<Seen[]> {
    const code = await this.codeFor(speaker)
    this.wait(1)
    return this.say(this.zalo, { id: zaloId, name: speaker.name }, `/taikhoan ${code}`)
  }

  /** A code that links another account to this person on Telegram. */
  async codeFor(speaker: Speaker): Promise<string> {
    const said = await this.say(this.telegram, speaker, '/taikhoan ma')
    return /[0-9A-Z]{26}/.exec(said.map(({ text }) => text).join())![0]
  }
}

/** Both networks at a council-local time. */
export const createTwoNetworks = (now = '2025-03-10T09:00:00+07:00') => new TwoNetworks(now).start()
