import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { StrictTelegram } from './strict-telegram.ts'

/** A web process that does not answer for so long is taken for dead. */
const PATIENCE_MS = 5000
const BETWEEN_MS = 500
const MOST_TRIES = 400

/**
 * Delivers updates of bots to the web processes by turns, as a load balancer does that tries the other one where one fails, and again and again, as
 * Telegram does. `roots`: where they listen.
 */
export class WebhookDelivery {
  /** How often it was tried in vain. */
  failures = 0
  readonly #telegram: StrictTelegram
  readonly #roots: string[]
  #turn = 0

  constructor(telegram: StrictTelegram, roots: string[]) {
    this.#telegram = telegram
    this.#roots = roots
  }

  /** Resolves when a process has taken the update. Throws an Error where none does. */
  async deliver(token: string, update: Update): Promise<void> {
    for (let tries = 1; !(await this.#try(token, update)); tries += 1) {
      this.failures += 1
      if (tries === MOST_TRIES) throw new Error(`An update was taken by nobody in ${tries} tries`)
      if (tries % this.#roots.length === 0) await pause(BETWEEN_MS)
    }
  }

  async #try(token: string, update: Update): Promise<boolean> {
    const webhook = this.#telegram.webhookOf(token)
    const root = this.#roots[this.#turn++ % this.#roots.length]!
    if (!webhook) return false
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret }
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const given = { method: 'POST', headers, body: JSON.stringify(update), signal }
    const answer = await fetch(`${root}${new URL(webhook.url).pathname}`, given).catch(() => undefined)
    return answer?.ok === true
  }
}
