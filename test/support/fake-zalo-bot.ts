import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { closeServer, listenLocally } from './local-server.ts'

type Params = Record<string, unknown>
/** `error`: the network's envelope; `html`: a machine before it; `lost`: done, but the answer is cut. */
export type Fault =
  | { kind: 'error'; code: number; description?: string; status?: number }
  | { kind: 'html'; code: number }
  | { kind: 'lost' }

export const TOKEN = '700000000000000001:SecretOfTheBot'

/** A small Bot Platform: people and the bot meet in it, calls are kept, faults come on order. */
export class FakeZaloBot {
  readonly calls: { method: string; params: Params }[] = []
  readonly messages = new Map<string, Params>()
  readonly files = new Map<string, Buffer>()
  me: Params = { id: '700000000000000001', account_name: 'bot.thidua', account_type: 'BASIC', can_join_groups: true }
  webhook: { url: string; secret_token: string } | undefined
  verification: object | undefined
  #updates: unknown[] = []
  #faults: { method: string; fault: Fault }[] = []
  #poll: ((update: unknown) => void) | undefined
  #ids = 0
  #server: Server = createServer((request, response) => void this.#handle(request, response))
  #root = ''

  /** Starts listening. Returns the API root. */
  async listen(): Promise<string> {
    this.#root = await listenLocally(this.#server)
    return this.#root
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  /** The next call of a method fails so. */
  failNext(method: string, fault: Fault) {
    this.#faults.push({ method, fault })
  }

  /** The poll that waits, or the next one, gets this. */
  push(update: unknown) {
    if (this.#poll) this.#poll(update)
    else this.#updates.push(update)
  }

  /** Whether a poll waits for an update. */
  get polled(): boolean {
    return this.#poll !== undefined
  }

  /** The address of a picture with these bytes. */
  picture(bytes: Buffer): string {
    const path = `/files/${++this.#ids}.jpg`
    this.files.set(path, bytes)
    return `${this.#root}${path}`
  }

  /** An update with what a person says, as the network makes it. */
  said(chat: { id: string; group?: boolean }, text: string, more: Params = {}) {
    return this.event('text', chat, { text, ...more })
  }

  event(kind: string, { id, group = false }: { id: string; group?: boolean }, more: Params = {}) {
    const from = { id: group ? 'u-lan' : id, display_name: 'Lan', is_bot: false }
    const chat = { id, chat_type: group ? 'GROUP' : 'PRIVATE' }
    const message = { message_id: `m${++this.#ids}`, date: 1, message_type: 'CHAT_MESSAGE', from, chat, ...more }
    return { event_name: `message.${kind}.received`, message }
  }

  called(method: string): Params[] {
    return this.calls.filter((call) => call.method === method).map((call) => call.params)
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const file = this.files.get(request.url ?? '')
    if (file) return void response.end(file)
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const params = JSON.parse(Buffer.concat(chunks).toString() || '{}') as Params
    const [, token, method = ''] = /^\/bot([^/]+)\/(\w+)$/.exec(decodeURIComponent(request.url ?? '')) ?? []
    this.calls.push({ method, params })
    const at = this.#faults.findIndex((entry) => entry.method === method)
    const fault = at < 0 ? undefined : this.#faults.splice(at, 1)[0]?.fault
    if (fault?.kind === 'html') return void response.writeHead(fault.code).end('<html></html>')
    if (fault?.kind === 'error') return refuse(response, fault)
    if (token !== TOKEN) return refuse(response, { code: 401, description: 'Unauthorized' })
    if (method === 'getUpdates') return this.#wait(response)
    const result = this.#call(method, params)
    if (fault?.kind === 'lost') return void response.destroy()
    if (typeof result === 'number') return refuse(response, { code: result })
    response.end(JSON.stringify({ ok: true, result }))
  }

  /** The result of a call, or the code of a refusal. */
  #call(method: string, params: Params): unknown {
    if (method === 'getMe') return this.me
    if (method === 'getWebhookInfo') return this.webhook ? { url: this.webhook.url, updated_at: 1 } : 404
    if (method === 'deleteWebhook') {
      this.webhook = undefined
      return { url: '', updated_at: 1 }
    }
    if (method === 'setWebhook') {
      this.webhook = params as unknown as NonNullable<FakeZaloBot['webhook']>
      return { url: this.webhook.url, updated_at: 1, ...(this.verification && { verification: this.verification }) }
    }
    if (method === 'sendMessage' || method === 'sendPhoto') {
      const id = `b${++this.#ids}`
      this.messages.set(id, params)
      return { message_id: id, date: 1 }
    }
    return 404
  }

  /** Gives one update as soon as there is one; it never comes again. */
  #wait(response: ServerResponse) {
    const give = (update: unknown) => {
      this.#poll = undefined
      response.end(JSON.stringify({ ok: true, result: update }))
    }
    if (this.#updates.length > 0) return give(this.#updates.shift())
    this.#poll = give
    response.on('close', () => {
      if (this.#poll === give) this.#poll = undefined
    })
  }
}

function refuse(
  response: ServerResponse,
  { code, description = '', status }: { code: number; description?: string; status?: number },
) {
  response.writeHead(status ?? code).end(JSON.stringify({ ok: false, error_code: code, description }))
}
