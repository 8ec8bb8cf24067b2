import { setTimeout as pause } from 'node:timers/promises'
import { groupBy } from './group-by.ts'
import type { StrictTelegram } from './strict-telegram.ts'
import type { WebhookDelivery } from './webhook-delivery.ts'

const BETWEEN_MS = 500

interface Asked {
  token: string
  chat: string
  messageId: string
  /** When a process took it, in milliseconds since 1970. */
  takenAt: number
}

/** People who ask what is due, about twice a second, in groups by chance. */
export class Questions {
  readonly asked: Asked[] = []
  readonly #telegram: StrictTelegram
  readonly #delivery: WebhookDelivery
  readonly #groups: { token: string; chat: string }[]
  readonly #next: () => number
  readonly #underWay: Promise<void>[] = []
  readonly #over = new AbortController()
  #asking: Promise<void> | undefined

  /** `groups`: those in which it is asked, with the token of the bot there. */
  constructor(
    telegram: StrictTelegram,
    delivery: WebhookDelivery,
    groups: { token: string; chat: string }[],
    next: () => number,
  ) {
    this.#telegram = telegram
    this.#delivery = delivery
    this.#groups = groups
    this.#next = next
  }

  begin() {
    this.#asking = this.#ask()
  }

  /** Asks nothing new. Resolves when all that was asked was taken by a process. */
  async end(): Promise<void> {
    this.#over.abort()
    await this.#asking
    await Promise.all(this.#underWay)
  }

  /** How long the answers took from when their question was taken, in milliseconds, the longest first; Infinity for those that did not come. */
  times(): number[] {
    const answers = groupBy(this.#telegram.taken, ({ chat, answers }) => `${chat} ${answers}`)
    const timeOf = ({ chat, messageId, takenAt }: Asked) =>
      (answers.get(`${chat} ${messageId}`)?.[0]?.at ?? Infinity) - takenAt
    return this.asked.map(timeOf).toSorted((one, other) => other - one)
  }

  async #ask() {
    while (!this.#over.signal.aborted) {
      this.#underWay.push(this.#askOne())
      await pause(BETWEEN_MS)
    }
  }

  async #askOne() {
    const { token, chat } = this.#groups[Math.floor(this.#next() * this.#groups.length)]!
    const update = this.#telegram.say(chat, '/viec')
    await this.#delivery.deliver(token, update)
    this.asked.push({ token, chat, messageId: String(update.message.message_id), takenAt: Date.now() })
  }
}
