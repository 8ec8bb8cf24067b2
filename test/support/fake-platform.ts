import { heardBy, pathOf, type Capabilities, type Platform, type SendOutcome } from '#bot/platform.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import type { Finding } from '#domain/finding.ts'
import type { Inbound, Outbound, PlatformName } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'

/** Who speaks. */
export interface Speaker {
  id: string
  name: string
  language?: string
}

/** A message as people in the chat see it; `edited` counts how often it was changed in place. */
export interface Seen {
  id: string
  chat: string
  text: string
  choices: string[]
  message: Outbound
  edited: number
}

/** A network in memory: tests speak through it and look at what its chats show. */
export class FakePlatform implements Platform {
  readonly name: PlatformName
  readonly bot: number
  intake: Platform['intake'] = 'webhook'
  readonly path: string
  readonly capabilities: Capabilities
  readonly seen: Seen[] = []
  readonly files = new Map<string, Uint8Array>()
  /** Decides the outcome of the next sends, first one first; empty: sent. */
  readonly outcomes: SendOutcome[] = []
  /** The pinned message of each chat. */
  readonly pinned = new Map<string, string>()
  /** Why nothing can be pinned, where that is so. */
  unpinnable: string | undefined
  private onInbound: ((inbound: Inbound) => Promise<void>) | undefined
  private count = 0

  constructor(name: PlatformName = 'telegram', bot = 1) {
    this.name = name
    this.bot = bot
    this.path = pathOf(`/${name}`, bot)
    this.capabilities = { ...TRAITS[name], limits: NO_LIMITS }
  }

  /** Whether it takes updates in. */
  get started() {
    return this.onInbound !== undefined
  }

  probe(): Promise<Finding[]> {
    return Promise.resolve([])
  }

  start(onInbound: (inbound: Inbound) => Promise<void>): Promise<void> {
    this.onInbound = heardBy(this.bot, onInbound)
    return Promise.resolve()
  }

  stop(): Promise<void> {
    this.onInbound = undefined
    return Promise.resolve()
  }

  send(message: Outbound): Promise<SendOutcome> {
    const outcome = this.outcomes.shift() ?? {
      state: 'sent',
      messageId: message.deletes ?? message.edits ?? this.newIds(message),
    }
    if (outcome.state !== 'sent') return Promise.resolve(outcome)
    if (message.deletes !== undefined) {
      this.hide(message.deletes)
      return Promise.resolve(outcome)
    }
    this.show(outcome.messageId, message)
    if (!message.pin) return Promise.resolve(outcome)
    if (this.unpinnable !== undefined) return Promise.resolve({ ...outcome, unpinned: this.unpinnable })
    this.pinned.set(message.chat, outcome.messageId)
    return Promise.resolve(outcome)
  }

  /** Shows what another one showed, and never names anything as that one did. */
  goOnFrom({ seen, count }: FakePlatform) {
    this.seen.push(...seen)
    this.count = count
  }

  fetchFile(fileId: string): Promise<Uint8Array> {
    return Promise.resolve(this.files.get(fileId)!)
  }

  inviteLink(code: string): string {
    return `https://chat.example/bot${this.bot === 1 ? '' : this.bot}?start=${code}`
  }

  /** Hands an update to the bot; `externalId` is a new one unless given. */
  async deliver(update: Omit<Inbound, 'platform' | 'externalId'> & { externalId?: string }): Promise<void> {
    await this.onInbound!({ platform: this.name, externalId: `update-${++this.count}`, ...update })
  }

  /** As on Telegram each file of an album is a message. */
  private newIds({ media = [] }: Outbound): string {
    return Array.from({ length: Math.max(1, media.length) }, () => `bot-${++this.count}`).join(',')
  }

  private hide(id: string) {
    const at = this.seen.findIndex((each) => each.id === id)
    if (at >= 0) this.seen.splice(at, 1)
  }

  private show(id: string, message: Outbound) {
    const known = this.seen.find((each) => each.id === id)
    const state = { text: message.body.text, choices: message.choices.flat(), message }
    if (known) Object.assign(known, state, { edited: known.edited + 1 })
    else this.seen.push({ id, chat: message.chat, edited: 0, ...state })
  }
}
