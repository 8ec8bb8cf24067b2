import { createServer, request, Agent, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { listenLocally } from '../../test/support/local-server.ts'

type Params = Record<string, unknown>
/** A message that a bot sent. */
export interface Taken {
  token: string
  chat: string
  text: string
}

interface Bot {
  /** Updates not confirmed yet. */
  pending: Update[]
  /** Answers the poll that waits. */
  wake: (() => void) | undefined
  webhook: { url: string; secret: string } | undefined
  /** Called once updates can be delivered. */
  onReady: () => void
  ready: Promise<void>
}

/** The Bot API's ways in and out for any token, without limits and without memory. Every request and every delivery takes `roundTripMs` on its way. */
export class FakeBotApi {
  roundTripMs = 0
  onMessage: (taken: Taken) => void = () => undefined
  readonly #bots = new Map<string, Bot>()
  readonly #agent = new Agent({ keepAlive: true })
  readonly #server = createServer((incoming, response) => void this.#handle(incoming, response))
  #ids = 0

  /** Starts listening. Returns the API root. */
  listen(): Promise<string> {
    return listenLocally(this.#server)
  }

  /** Resolves once the bot fetches or has set a webhook. */
  ready(token: string): Promise<void> {
    return this.#bot(token).ready
  }

  /** Hands an update to a bot in its way: into the queue that it fetches from, or to its webhook. */
  push(token: string, update: Omit<Update, 'update_id'>) {
    const bot = this.#bot(token)
    const numbered = { update_id: ++this.#ids, ...update }
    if (bot.webhook) return void this.#deliver(bot.webhook, numbered)
    bot.pending.push(numbered)
    bot.wake?.()
  }

  #bot(token: string): Bot {
    const known = this.#bots.get(token)
    if (known) return known
    let onReady = () => undefined as void
    const ready = new Promise<void>((resolve) => (onReady = resolve))
    const bot: Bot = { pending: [], wake: undefined, webhook: undefined, onReady, ready }
    this.#bots.set(token, bot)
    return bot
  }

  async #handle(incoming: IncomingMessage, response: ServerResponse) {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(incoming.url ?? '') ?? []
    const params = await readJson(incoming)
    await this.#halfWay()
    const result = await this.#call(token, method, params)
    await this.#halfWay()
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, result }))
  }

  #call(token: string, method: string, params: Params): unknown {
    if (method === 'getMe') return { id: 1, is_bot: true, first_name: 'Bot', username: 'bench_bot' }
    if (method === 'getMyCommands') return []
    if (method === 'getUpdates') return this.#poll(this.#bot(token), params)
    if (method === 'setWebhook') return this.#setWebhook(this.#bot(token), params)
    if (method !== 'sendMessage') return true
    const [chat, text] = [String(params['chat_id']), String(params['text'])]
    this.onMessage({ token, chat, text })
    return { message_id: ++this.#ids, date: 1, chat: { id: Number(chat), type: 'private' }, text }
  }

  #setWebhook(bot: Bot, { url, secret_token: secret }: Params): true {
    bot.webhook = { url: String(url), secret: typeof secret === 'string' ? secret : '' }
    bot.onReady()
    return true
  }

  async #poll(bot: Bot, { offset, limit, timeout }: Params): Promise<Update[]> {
    bot.onReady()
    bot.pending = bot.pending.filter(({ update_id: id }) => id >= Number(offset ?? 0))
    if (bot.pending.length === 0 && Number(timeout ?? 0) > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Number(timeout) * 1000)
        bot.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      bot.wake = undefined
    }
    return bot.pending.slice(0, Number(limit ?? 100))
  }

  /** A kept connection that the bot just closed is taken for a new one; whatever else goes wrong ends the measurement. */
  async #deliver(webhook: NonNullable<Bot['webhook']>, update: Update) {
    await this.#halfWay()
    const { url, secret } = webhook
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
    const outgoing = request(url, { method: 'POST', agent: this.#agent, headers })
    outgoing.on('error', (error) => {
      if (!outgoing.reusedSocket) throw error
      void this.#deliver(webhook, update)
    })
    outgoing.on('response', (response) => {
      if (response.statusCode !== 200) throw new Error(`the webhook answered ${response.statusCode}`)
      response.resume()
    })
    outgoing.end(JSON.stringify(update))
  }

  async #halfWay() {
    if (this.roundTripMs > 0) await pause(this.roundTripMs / 2)
  }
}

async function readJson(incoming: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk)
  return chunks.length > 0 ? (JSON.parse(Buffer.concat(chunks).toString()) as Params) : {}
}
