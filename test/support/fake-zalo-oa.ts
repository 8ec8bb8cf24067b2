import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Platform } from '#bot/platform.ts'
import type { Tokens } from '#bot/zalo/oa/tokens.ts'
import { closeServer, listenLocally } from './local-server.ts'
import { parseMultipart, type Upload } from './multipart.ts'

export const APP_ID = '28100'
export const SECRET_KEY = 'SecretKeyForTests'
export const OA = { id: '41000', name: 'Thi đua phường Thử' }

interface Sent {
  id: string
  chat: string
  text?: string
  attachment?: string
  quotes?: string
}

interface Row {
  src: 0 | 1
  time: number
  message_id: string
  [field: string]: unknown
}

interface Group {
  name: string
  members: Record<string, string>
  status?: 'enabled' | 'disabled'
  valid_through?: string
}

/** `none`: this call goes well. */
type Fault = { code: number } | { status: number } | 'reset' | 'none'
type Body = Record<string, unknown> & { recipient?: Record<string, string>; message?: Record<string, unknown> }

/** Zalo for one Official Account: its OpenAPI over HTTP, its events by calling the webhook. */
export class FakeZaloOa {
  readonly sent: Sent[] = []
  readonly uploads = new Map<string, Upload>()
  readonly files = new Map<string, Uint8Array>()
  readonly people = new Map<string, string>()
  readonly groups = new Map<string, Group>()
  /** What went wrong with the next calls of a path, first one first. */
  readonly faults = new Map<string, Fault[]>()
  /** The paths of all calls. */
  readonly calls: string[] = []
  /** How the history is told: oldest or newest first, so many rows a page, under the ids of the events or others. */
  history = { order: 'desc' as 'asc' | 'desc', page: 10, otherIds: false }
  /** The network's clock, in milliseconds. */
  now = Date.parse('2025-03-07T08:00:00+07:00')
  expired: Fault = { code: -220 }
  renewals = 0
  account: Record<string, unknown> = { oa_id: OA.id, name: OA.name, is_verified: true, package_name: 'growth' }
  readonly #rows: (Row & { chat: string })[] = []
  #token = 'access-1'
  #count = 0
  #platform: Platform | undefined
  #server: Server | undefined
  root = ''

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      void this.#answer(request).then((answer) => {
        if (answer === undefined) return request.socket.destroy()
        response.writeHead(answer.status, { 'content-type': 'application/json' })
        response.end(answer.body)
      })
    })
    this.#server = server
    this.root = await listenLocally(server)
    return this.root
  }

  async close() {
    if (this.#server) await closeServer(this.#server)
  }

  connect(platform: Platform) {
    this.#platform = platform
  }

  /** Tokens that are there already. */
  tokens(): Tokens {
    let known = this.#token
    return {
      access: () => Promise.resolve(known),
      renew: () => {
        this.renewals += 1
        known = this.#token = `access-${this.renewals + 1}`
        return Promise.resolve(known)
      },
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      state: () => Promise.resolve({ state: 'good' }),
    }
  }

  expireToken() {
    this.#token = 'another'
  }

  failNext(path: string, ...faults: Fault[]) {
    this.faults.set(path, [...(this.faults.get(path) ?? []), ...faults])
  }

  /** A person says something; in a group where one is given. `missed`: nobody is told. Returns the message's id. */
  async say(person: string, text: string, more: { group?: string; missed?: boolean; fields?: object } = {}) {
    const id = `event-${++this.#count}`
    const { group, missed = false, fields = {} } = more
    this.#remember({ id, chat: group ?? person, group, from: person, text })
    if (!missed) await this.deliver(this.event(person, text, { id, ...(group && { group }), fields }))
    return id
  }

  async sendFile(person: string, name: string, bytes: Uint8Array) {
    const url = this.#serve(bytes)
    const payload = { url, size: String(bytes.length), name, type: name.split('.').at(-1) }
    const message = { msg_id: `event-${++this.#count}`, attachments: [{ type: 'file', payload }] }
    const from = { sender: { id: person }, recipient: { id: OA.id } }
    await this.deliver({ event_name: 'user_send_file', ...from, message })
  }

  /** The event of a text as the network tells of it. */
  event(person: string, text: string, { id, group, fields }: { id: string; group?: string; fields?: object }): object {
    return {
      event_name: group ? 'user_send_group_text' : 'user_send_text',
      sender: { id: person },
      recipient: { id: group ?? OA.id },
      message: { text, msg_id: id, ...fields },
    }
  }

  /** Calls the webhook with a signed event; returns the status that it answers. */
  async deliver(event: object): Promise<number> {
    const body = { app_id: APP_ID, oa_id: OA.id, timestamp: String(this.now), ...event }
    const raw = JSON.stringify(body, undefined, 1)
    return this.post(raw, { 'x-zevent-signature': `mac=${sign(raw, body.timestamp)}` })
  }

  async post(raw: string, headers: Record<string, string> = {}): Promise<number> {
    const request = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: raw }
    return (await this.#platform!.routes!.request('/webhook', request)).status
  }

  #serve(bytes: Uint8Array): string {
    const path = `/files/${++this.#count}`
    this.files.set(path, bytes)
    return `${this.root}${path}`
  }

  #remember(said: { id: string; chat: string; group?: string | undefined; from: string; text: string }) {
    const { id, chat, group, from, text } = said
    const byOa = from === OA.id
    this.#rows.push({
      chat,
      src: byOa ? 0 : 1,
      time: this.now,
      type: 'text',
      message: text,
      message_id: this.history.otherIds ? `row-of-${id}` : id,
      from_id: from,
      from_display_name: this.people.get(from) ?? '',
      ...(group ? { group_id: group } : { to_id: byOa ? chat : OA.id }),
    })
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: string | Uint8Array } | undefined> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const url = new URL(request.url ?? '/', this.root)
    const file = this.files.get(url.pathname)
    if (file) return { status: 200, body: file }
    this.calls.push(url.pathname)
    const fault = this.faults.get(url.pathname)?.shift() ?? this.#tokenFault(request)
    if (fault === 'reset') return undefined
    if (fault !== 'none' && fault && 'status' in fault) return { status: fault.status, body: '<html>' }
    const answer = fault && fault !== 'none' ? refusal(fault.code) : this.#call(url, request, Buffer.concat(chunks))
    return { status: 200, body: JSON.stringify(answer) }
  }

  #tokenFault({ headers }: IncomingMessage): Fault | undefined {
    return headers['access_token'] === this.#token ? undefined : this.expired
  }

  #call(url: URL, request: IncomingMessage, bytes: Buffer): object {
    const type = request.headers['content-type'] ?? ''
    const query = { ...Object.fromEntries(url.searchParams), ...parsed(url.searchParams.get('data')) }
    if (url.pathname.startsWith('/v2.0/oa/upload/')) return this.#upload(url.pathname, parseMultipart(bytes, type))
    const body = (bytes.length > 0 ? JSON.parse(bytes.toString()) : {}) as Body
    const data = this.#data(url.pathname.replace(/^\/v\d\.\d\/oa\//, ''), query, body)
    return data === undefined ? refusal(404) : typeof data === 'number' ? refusal(data) : ok(data)
  }

  #upload(path: string, { file }: Record<string, unknown>): object {
    const token = `upload-${++this.#count}`
    this.uploads.set(token, file as Upload)
    return ok(path.endsWith('image') ? { attachment_id: token } : { token })
  }

  #data(path: string, query: Record<string, string>, body: Body): object | number | undefined {
    const group = this.groups.get(query['group_id'] ?? '')
    switch (path) {
      case 'getoa':
        return this.account
      case 'message/cs':
        return this.#send(body.recipient?.['user_id'], body.message)
      case 'group/message':
        return this.groups.has(body.recipient?.['group_id'] ?? '')
          ? this.#send(body.recipient?.['group_id'], body.message)
          : -403
      case 'group/getgroup':
        return group ? { group_info: { name: group.name } } : -403
      case 'group/listmember':
        return {
          members: this.#page(Object.entries(group?.members ?? {}), query).map(([id, name]) => member(id, name)),
        }
      case 'group/getgroupsofoa':
        return {
          groups: this.#page([...this.groups], query).map(([id, { name, status = 'enabled' }]) => ({
            group_id: id,
            name,
            status,
          })),
        }
      case 'quota/group':
        return [...this.groups].map(([id, { valid_through }]) => ({ used_id: id, valid_through }))
      case 'group/listrecentchat':
        return this.#page(this.#recent(true), query)
      case 'listrecentchat':
        return this.#page(this.#recent(false), query)
      case 'group/conversation':
      case 'conversation':
        return this.#page(this.#conversation(query['group_id'] ?? query['user_id']), query)
      default:
        return undefined
    }
  }

  #send(chat: string | undefined, message: Record<string, unknown> | undefined): object | number {
    if (chat === undefined || !message) return -201
    const text = message['text'] as string | undefined
    const quotes = message['quote_message_id'] as string | undefined
    const attachment = tokenOf(message['attachment'])
    if (attachment !== undefined && !this.uploads.has(attachment)) return -100
    const id = `sent-${++this.#count}`
    this.sent.push({
      id,
      chat,
      ...(text !== undefined && { text }),
      ...(attachment && { attachment }),
      ...(quotes && { quotes }),
    })
    this.#remember({ id, chat, group: this.groups.has(chat) ? chat : undefined, from: OA.id, text: text ?? '' })
    return { message_id: id }
  }

  #page<T>(all: T[], { offset = '0', count = '5' }: Record<string, string>): T[] {
    return all.slice(Number(offset), Number(offset) + Math.min(Number(count), this.history.page))
  }

  #recent(inGroups: boolean): Row[] {
    const chats = [...new Set(this.#rows.toReversed().map(({ chat }) => chat))]
    return chats
      .filter((chat) => this.groups.has(chat) === inGroups)
      .flatMap((chat) => this.#rows.findLast((row) => row.chat === chat) ?? [])
  }

  #conversation(chat: string | undefined): Row[] {
    const rows = this.#rows.filter((row) => row.chat === chat)
    return this.history.order === 'asc' ? rows : rows.toReversed()
  }
}

/** As Zalo signs: the digest of what is put one behind the other. */
export function sign(raw: string, timestamp: string, secretKey = SECRET_KEY): string {
  return createHash('sha256').update(`${APP_ID}${raw}${timestamp}${secretKey}`).digest('hex')
}

const ok = (data: object) => ({ error: 0, message: 'Success', data })
const refusal = (error: number) => ({ error, message: 'refused for 0912345678' })
const member = (id: string, name: string) => (id === OA.id ? { oa_id: id, name } : { user_id: id, name })

function parsed(data: string | null): Record<string, string> {
  return data === null ? {} : (JSON.parse(data) as Record<string, string>)
}

function tokenOf(attachment: unknown): string | undefined {
  const { payload } = (attachment ?? {}) as { payload?: { token?: string; elements?: { attachment_id: string }[] } }
  return payload?.token ?? payload?.elements?.[0]?.attachment_id
}
