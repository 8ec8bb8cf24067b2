import type { Platform } from '#bot/platform.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import type { Inbound, Outbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'

/** A chat in which is asked; a private one is its person's own address. */
export interface Asking {
  externalId: string
  kind: 'group' | 'private'
}

/** A network that takes no time, and as many messages a second as it is told to; that may be changed while it runs. */
export class InstantPlatform implements Platform {
  readonly name = 'telegram'
  readonly bot: number
  readonly intake = 'webhook'
  readonly path: string
  readonly capabilities = { ...TRAITS.telegram, files: false, limits: { ...NO_LIMITS } }
  readonly probe = () => Promise.resolve([])

  constructor({ bot = 1, perSecond = Infinity }: { bot?: number; perSecond?: number } = {}) {
    this.bot = bot
    this.path = `/telegram/${bot}`
    this.capabilities.limits.perSecond = perSecond
  }

  private onInbound: ((inbound: Inbound) => Promise<void>) | undefined
  private readonly answered = new Map<string, () => void>()
  private count = 0

  start(onInbound: (inbound: Inbound) => Promise<void>) {
    this.onInbound = onInbound
    return Promise.resolve()
  }
  stop() {
    return Promise.resolve()
  }
  send({ chat }: Outbound) {
    this.answered.get(chat)?.()
    return Promise.resolve({ state: 'sent' as const, messageId: String(++this.count) })
  }
  fetchFile() {
    return Promise.reject(new Error('the bench sends no files'))
  }

  /** Milliseconds from the question to its answer. In a chat one question at a time. */
  async ask({ externalId, kind }: Asking): Promise<number> {
    const answered = new Promise<void>((resolve) => this.answered.set(externalId, resolve))
    const begun = performance.now()
    await this.onInbound!({
      platform: 'telegram',
      ...(this.bot === 1 ? {} : { bot: this.bot }),
      externalId: `update-${++this.count}`,
      chat: { externalId, kind },
      sender: { externalId: kind === 'private' ? externalId : 'member', name: 'Thành viên' },
      event: { kind: 'text', messageId: '1', text: '/viec quý này', addressed: 'command' },
    })
    await answered
    return performance.now() - begun
  }
}
