import type { Platform, SendOutcome } from '#bot/platform.ts'
import type { Inbound, Outbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'

const SECOND = 1000
const LIMITS = { perChatPerSecond: 1, perGroupPerMinute: 20, perSecond: 30 }

/** A network as near and as strict as Telegram is: every message takes a while, and one too many in a second is refused. */
export class LimitedPlatform implements Platform {
  readonly name = 'telegram'
  readonly bot = 1
  readonly intake = 'webhook'
  readonly path = '/telegram'
  readonly capabilities = { ...TRAITS.telegram, files: false, limits: LIMITS }
  readonly probe = () => Promise.resolve([])
  /** When each message was taken. */
  readonly taken: number[] = []
  /** Messages that came too early. */
  refused = 0
  private readonly takesMs: number
  private readonly answers = new Map<string, () => void>()
  private onInbound: ((inbound: Inbound) => Promise<void>) | undefined
  private count = 0

  constructor(takesMs: number) {
    this.takesMs = takesMs
  }

  start(onInbound: (inbound: Inbound) => Promise<void>) {
    this.onInbound = onInbound
    return Promise.resolve()
  }
  stop() {
    return Promise.resolve()
  }
  fetchFile() {
    return Promise.reject(new Error('the bench sends no files'))
  }

  async send(message: Outbound): Promise<SendOutcome> {
    await pause(this.takesMs / 2)
    const now = performance.now()
    if (now - (this.taken.at(-LIMITS.perSecond) ?? -Infinity) < SECOND) {
      this.refused += 1
      return { state: 'later', afterMs: SECOND, reason: '429 Too Many Requests', everything: true }
    }
    this.taken.push(now)
    await pause(this.takesMs / 2)
    if (message.answers !== undefined) this.answers.get(message.answers)?.()
    return { state: 'sent', messageId: message.edits ?? String(++this.count) }
  }

  /** Milliseconds from a question in a group to its answer. */
  async ask(group: string, text: string): Promise<number> {
    const messageId = `question-${++this.count}`
    const answered = new Promise<void>((resolve) => this.answers.set(messageId, resolve))
    const begun = performance.now()
    await this.onInbound!({
      platform: 'telegram',
      externalId: messageId,
      chat: { externalId: group, kind: 'group' },
      sender: { externalId: 'member', name: 'Thành viên' },
      event: { kind: 'text', messageId, text, addressed: 'command' },
    })
    await answered
    return performance.now() - begun
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
