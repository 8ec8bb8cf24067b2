import type { Platform } from '#bot/platform.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import type { Inbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'

/** A network that takes no time, and as many messages a second as it is told to; that may be changed while it runs. */
export class InstantPlatform implements Platform {
  readonly name = 'telegram'
  readonly path = '/telegram'
  readonly capabilities = { ...TRAITS.telegram, files: false, limits: { ...NO_LIMITS } }
  readonly probe = () => Promise.resolve([])

  constructor(perSecond = Infinity) {
    this.capabilities.limits.perSecond = perSecond
  }

  private onInbound: ((inbound: Inbound) => Promise<void>) | undefined
  private answered: (() => void) | undefined
  private count = 0

  start(onInbound: (inbound: Inbound) => Promise<void>) {
    this.onInbound = onInbound
    return Promise.resolve()
  }
  stop() {
    return Promise.resolve()
  }
  send() {
    this.answered?.()
    return Promise.resolve({ state: 'sent' as const, messageId: String(++this.count) })
  }
  fetchFile() {
    return Promise.reject(new Error('the bench sends no files'))
  }

  /** Milliseconds from the question to its answer. */
  async ask(group: string): Promise<number> {
    const answered = new Promise<void>((resolve) => (this.answered = resolve))
    const begun = performance.now()
    await this.onInbound!({
      platform: 'telegram',
      externalId: `update-${++this.count}`,
      chat: { externalId: group, kind: 'group' },
      sender: { externalId: 'member', name: 'Thành viên' },
      event: { kind: 'text', messageId: '1', text: '/viec quý này', addressed: 'command' },
    })
    await answered
    return performance.now() - begun
  }
}
