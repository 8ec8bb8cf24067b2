import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Chat, Message, Update, User } from 'grammy/types'
import { closeServer, listenLocally } from './local-server.ts'
import { parseMultipart, type Upload } from './multipart.ts'

type Params = Record<string, unknown>
/** `error`: the API's answer; `html`: that of a machine before it; `lost`: done, but the answer is cut; `hang`: never answered. */
export type Fault =
  | { kind: 'error'; code: number; description: string; parameters?: object }
  | { kind: 'html'; code: number }
  | { kind: 'lost' | 'hang' }

class Refusal extends Error {
  readonly code: number
  readonly parameters: object | undefined
  constructor(code: number, description: string, parameters?: object) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** A small Bot API server: people and the bot meet in it, calls are kept, faults come on order. */
export class FakeTelegram {
  readonly me = { id: 123, is_bot: true, first_name: 'Bot', username: 'test_bot' }
  readonly calls: { method: string; params: Params }[] = []
  readonly messages = new Map<string, Message>()
  readonly files = new Map<string, Buffer>()
  /** Ids of pinned messages, by chat. */
  readonly pins = new Map<string, Set<string>>()
  /** Updates not confirmed yet. */
  pending: Update[] = []
  /** How long the answer to a send is on its way, in milliseconds. */
  slowness: () => number = () => 0
  /** Decides about calls for which no fault is on order. */
  faultOf: ((method: string) => Fault | undefined) | undefined
  #faults: { method: string; fault: Fault }[] = []
  #waiting = new Set<() => void>()
  #ids = 0
  #server: Server = createServer((request, response) => void this.#handle(request, response))

  /** Starts listening. Returns the API root. */
  listen(): Promise<string> {
    return listenLocally(this.#server)
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  /** The next call of a method fails so. */
  failNext(method: string, fault: Fault) {
    this.#faults.push({ method, fault })
  }

  /** Puts an update into the queue. */
  push(update: Omit<Update, 'update_id'>) {
    this.pending.push({ update_id: ++this.#ids, ...update })
    for (const wake of this.#waiting) wake()
  }

  /** A person says something. */
  say(chat: Chat, from: User, text: string, more: object = {}) {
    const length = text.startsWith('/') ? (text.split(' ')[0] ?? '').length : 0
    const entities = length > 0 ? { entities: [{ type: 'bot_command', offset: 0, length }] } : {}
    const message = { message_id: ++this.#ids, date: 1, chat, from, text, ...entities, ...more } as unknown as Message
    this.push({ message } as Update)
  }

  /** A person changes the text of what they said. */
  change(chat: Chat, from: User, messageId: number, text: string) {
    this.push({ edited_message: { message_id: messageId, date: 1, edit_date: 2, chat, from, text } } as Update)
  }

  press(message: Message, from: User, data: string) {
    this.push({ callback_query: { id: String(++this.#ids), from, message, chat_instance: '1', data } })
  }

  called(method: string): Params[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.params)
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const params = await readParams(request)
    const [, file] = /^\/file\/bot[^/]+\/(.+)$/.exec(request.url ?? '') ?? []
    if (file !== undefined) return void response.end(this.files.get(decodeURIComponent(file)))
    const method = /^\/bot[^/]+\/(\w+)/.exec(request.url ?? '')?.[1] ?? ''
    this.calls.push({ method, params })
    const at = this.#faults.findIndex((entry) => entry.method === method)
    const fault = at < 0 ? this.faultOf?.(method) : this.#faults.splice(at, 1)[0]?.fault
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'html') return void response.writeHead(fault.code).end('<html></html>')
    const answer = await this.#answer(method, params, fault).catch((error: Refusal) => ({
      ok: false,
      error_code: error.code,
      description: error.message,
      parameters: error.parameters,
    }))
    const late = method.startsWith('send') ? this.slowness() : 0
    if (late > 0) await pause(late)
    if (fault?.kind === 'lost') return void response.destroy()
    response.writeHead('error_code' in answer ? answer.error_code : 200).end(JSON.stringify(answer))
  }

  async #answer(method: string, params: Params, fault: Fault | undefined) {
    if (fault?.kind === 'error') throw new Refusal(fault.code, fault.description, fault.parameters)
    return { ok: true, result: await this.#call(method, params) }
  }

  #call(method: string, params: Params): unknown {
    if (method === 'getMe') return this.me
    if (method === 'getUpdates') return this.#poll(Number(params['offset'] ?? 0), Number(params['timeout'] ?? 0))
    if (method === 'getMyCommands') return []
    if (method === 'getFile') return { file_id: params['file_id'], file_path: params['file_id'] }
    if (['sendMessage', 'sendDocument', 'sendPhoto'].includes(method)) return this.#send(params)
    if (method === 'sendMediaGroup') return this.#sendAlbum(params)
    if (method === 'deleteMessage' || method === 'deleteMessages') return this.#delete(method, params)
    if (method === 'editMessageText' || method === 'editMessageCaption') return this.#edit(method, params)
    if (method === 'pinChatMessage' || method === 'unpinChatMessage') return this.#pin(method, params)
    return true
  }

  /** A picture that is shown is kept like any file, as a document. */
  #send(params: Params): Message {
    if (((params['text'] as string | undefined) ?? '').length > 4096)
      throw new Refusal(400, 'Bad Request: message is too long')
    if (((params['caption'] as string | undefined) ?? '').length > 1024)
      throw new Refusal(400, 'Bad Request: message caption is too long')
    const chat = { id: Number(params['chat_id']) }
    const document = this.#file(params)
    const message = { ...params, message_id: ++this.#ids, date: 1, chat, from: this.me, document } as unknown as Message
    this.messages.set(`${chat.id}:${message.message_id}`, message)
    return message
  }

  /** The file of a message: one that is uploaded, or one that is here already, by its id. */
  #file(params: Params) {
    const upload = Object.values(params).find((part): part is Upload => part instanceof Object && 'bytes' in part)
    if (upload) {
      const document = { file_id: `f${++this.#ids}`, file_name: upload.name, file_size: upload.bytes.length }
      this.files.set(document.file_id, upload.bytes)
      return document
    }
    const id = (params['photo'] ?? params['document'] ?? params['media']) as string | undefined
    if (id === undefined) return undefined
    if (!this.files.has(id)) throw new Refusal(400, 'Bad Request: wrong file identifier/HTTP URL specified')
    return { file_id: id, file_name: id }
  }

  #sendAlbum({ media, ...params }: Params): Message[] {
    const items = media as Params[]
    if (items.length > 10) throw new Refusal(400, 'Bad Request: too many messages to send as an album')
    const group = { media_group_id: String(++this.#ids) }
    return items.map((item) => this.#send({ ...params, ...item, ...group }))
  }

  #delete(method: string, params: Params): true {
    const ids = (params['message_ids'] as number[] | undefined) ?? [params['message_id'] as number]
    const known = ids.map((id) => `${String(params['chat_id'])}:${id}`).filter((key) => this.messages.has(key))
    if (method === 'deleteMessage' && known.length === 0)
      throw new Refusal(400, 'Bad Request: message to delete not found')
    for (const key of known) this.messages.delete(key)
    return true
  }

  #edit(method: string, params: Params): Message {
    const message = this.messages.get(`${String(params['chat_id'])}:${String(params['message_id'])}`)
    if (!message) throw new Refusal(400, 'Bad Request: message to edit not found')
    if (method === 'editMessageText' && message.text === undefined)
      throw new Refusal(400, 'Bad Request: there is no text in the message to edit')
    if (method === 'editMessageCaption' && message.text !== undefined)
      throw new Refusal(400, 'Bad Request: there is no caption in the message to edit')
    if (message.text === params['text'] && message.caption === params['caption'])
      throw new Refusal(400, 'Bad Request: message is not modified')
    return Object.assign(message, { reply_markup: undefined }, params)
  }

  #pin(method: string, params: Params): true {
    const [chat, id] = [String(params['chat_id']), String(params['message_id'])]
    if (!this.messages.has(`${chat}:${id}`)) throw new Refusal(400, 'Bad Request: message to pin not found')
    const pins = this.pins.get(chat) ?? new Set()
    this.pins.set(chat, pins)
    if (method === 'pinChatMessage') pins.add(id)
    else pins.delete(id)
    return true
  }

  async #poll(offset: number, timeout: number): Promise<Update[]> {
    this.pending = this.pending.filter((update) => update.update_id >= offset)
    if (this.pending.length === 0 && timeout > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timeout * 1000).unref()
        const wake = () => {
          clearTimeout(timer)
          this.#waiting.delete(wake)
          resolve()
        }
        this.#waiting.add(wake)
      })
    }
    return this.pending.slice(0, 100)
  }
}

async function readParams(request: IncomingMessage): Promise<Params> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/')) return parseMultipart(body, type)
  return body.length > 0 ? (JSON.parse(body.toString()) as Params) : {}
}
