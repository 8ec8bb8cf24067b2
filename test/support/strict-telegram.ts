import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { closeServer, listenLocally } from './local-server.ts'

type Params = Record<string, unknown>

/** A message, or a change of one, that the network has taken. */
export interface Taken {
  token: string
  /** The name under which the sender reaches the network: each process has a root of its own. */
  by: string
  chat: string
  messageId: string
  text: string
  /** The message that it stands under. */
  answers: string | undefined
  edit: boolean
  /** When it counted, in milliseconds by the network's clock. */
  at: number
}

/** A bot, the chats that it is in, and where its updates are delivered. */
interface Bot {
  id: number
  chats: ReadonlySet<string>
  webhook?: { url: string; secret: string }
  commands: Map<string, unknown>
}

/**
 * The Bot API for many bots, each of which reaches the chats it is in and no others. What has arrived here is taken, whatever becomes of its sender
 * meanwhile. Limits are not enforced: all that is sent is kept with its time, to be judged later.
 */
export class StrictTelegram {
  readonly taken: Taken[] = []
  /** What a Bot API server would have refused: calls that no bot of ours has reason to make. */
  readonly refused: string[] = []
  readonly #bots = new Map<string, Bot>()
  readonly #slowness: () => number
  #ids = 0
  readonly #server: Server = createServer((request, response) => void this.#handle(request, response))

  /** `slowness`: for how many milliseconds something is on its way here, or the answer on its way back. */
  constructor(slowness: () => number) {
    this.#slowness = slowness
  }

  /** Starts listening. Returns the root under which each process has its own, by its name. */
  listen(): Promise<string> {
    return listenLocally(this.#server)
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  addBot(token: string, chats: Iterable<string>) {
    this.#bots.set(token, { id: Number(token.split(':')[0]), chats: new Set(chats), commands: new Map() })
  }

  /** Where updates of a bot are delivered, as it was set last; undefined until then. */
  webhookOf(token: string) {
    return this.#bots.get(token)?.webhook
  }

  /** Somebody says a command in a group. Returns the update, which is still to be delivered. */
  say(chat: string, text: string): Update & { message: { message_id: number } } {
    const from = { id: 1_000_000_000 - Number(chat), is_bot: false, first_name: 'An' }
    const where = { id: Number(chat), type: 'group' as const, title: `Nhóm ${-Number(chat)}` }
    const entities = [{ type: 'bot_command' as const, offset: 0, length: text.length }]
    const message = { message_id: ++this.#ids, date: 1, chat: where, from, text, entities }
    return { update_id: ++this.#ids, message }
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const params = await readJson(request)
    const [, by = '', token = '', method = ''] = /^\/([^/]+)\/bot([^/]+)\/(\w+)$/.exec(request.url ?? '') ?? []
    await pause(this.#slowness())
    const answer = this.#answer({ by, token, method, params })
    await pause(this.#slowness())
    response.writeHead('error_code' in answer ? answer.error_code : 200).end(JSON.stringify(answer))
  }

  #answer({ by, token, method, params }: { by: string; token: string; method: string; params: Params }) {
    const bot = this.#bots.get(token)
    const result = bot && this.#call(bot, { by, token, method, params })
    if (result !== undefined) return { ok: true, result }
    this.refused.push(`${by} ${token} ${method} ${JSON.stringify(params['chat_id'])}`)
    return { ok: false, error_code: 400, description: 'Bad Request: chat not found' }
  }

  #call(bot: Bot, { by, token, method, params }: { by: string; token: string; method: string; params: Params }) {
    const scope = JSON.stringify([params['scope'], params['language_code']])
    if (method === 'getMe') return { id: bot.id, is_bot: true, first_name: 'Bot', username: `test_${bot.id}_bot` }
    if (method === 'setWebhook') bot.webhook = { url: String(params['url']), secret: String(params['secret_token']) }
    if (method === 'getMyCommands') return bot.commands.get(scope) ?? []
    if (method === 'setMyCommands') bot.commands.set(scope, params['commands'])
    if (['setWebhook', 'deleteWebhook', 'setMyCommands', 'answerCallbackQuery'].includes(method)) return true
    const edit = method === 'editMessageText'
    const chat = String(params['chat_id'])
    if ((method !== 'sendMessage' && !edit) || !bot.chats.has(chat)) return undefined
    const messageId = edit ? Number(params['message_id']) : ++this.#ids
    const answers = (params['reply_parameters'] as { message_id: number } | undefined)?.message_id
    this.taken.push({
      ...{ token, by, chat, edit, messageId: String(messageId), text: String(params['text']) },
      answers: answers === undefined ? undefined : String(answers),
      at: Date.now(),
    })
    return { message_id: messageId, date: 1, chat: { id: Number(chat) }, text: params['text'] }
  }
}

async function readJson(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = []
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    return JSON.parse(Buffer.concat(chunks).toString() || '{}') as Params
  } catch {
    // Its sender died in the middle of it.
    return {}
  }
}
