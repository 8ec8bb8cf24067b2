import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { closeServer, listenLocally } from './local-server.ts'

/**
 * `lost`: the tokens are exchanged, the answer is cut; `hang`: they are exchanged, no answer ever; `html`: a machine before the network answers;
 * `error`: the network's own refusal; `garbage`: exchanged, but the answer is unreadable.
 */
export type OAuthFault =
  | { kind: 'lost' | 'hang' | 'garbage' }
  | { kind: 'html'; status: number }
  | { kind: 'error'; code: number; status: number }

type Reply = Record<string, unknown>

/** A small OAuth server: refresh tokens work once and bring their successor. */
export class FakeZaloOAuth {
  readonly appId = '2810'
  readonly appSecret = 'AppSecret12345'
  /** Every secret that ever went over the wire. */
  readonly secrets = new Set<string>()
  /** Requests for a refresh, and how many of them handed in a token that was used before. */
  refreshes = 0
  reused = 0
  /** What was wrong with requests. */
  readonly complaints: string[] = []
  lifeSeconds: string | number = '90000'
  /** The access token that is good. */
  accessToken = ''
  /** The refresh token that is good. */
  refreshToken = ''
  #used = new Set<string>()
  #codes = new Map<string, string>()
  #faults: OAuthFault[] = []
  #count = 0
  #gate: Promise<void> | undefined
  #server: Server = createServer((request, response) => void this.#handle(request, response))

  constructor() {
    this.secrets.add(this.appSecret)
    this.issue()
  }

  /** Starts listening. Returns the root. */
  listen(): Promise<string> {
    return listenLocally(this.#server)
  }

  close(): Promise<void> {
    return closeServer(this.#server)
  }

  /** A new pair, as after an authorization. */
  issue() {
    this.#count += 1
    this.accessToken = `access-token-number-${this.#count}`
    this.refreshToken = `refresh-token-number-${this.#count}`
    for (const secret of [this.accessToken, this.refreshToken]) this.secrets.add(secret)
  }

  /** The next requests fail so. */
  failNext(...faults: OAuthFault[]) {
    this.#faults.push(...faults)
  }

  /** Holds all answers back. Returns what lets them go. */
  hold(): () => void {
    let open!: () => void
    this.#gate = new Promise((resolve) => (open = resolve))
    return open
  }

  /** The administrator opens the link and agrees. Returns the address the browser is led to. */
  agree(link: string): URL {
    const asked = new URL(link)
    if (asked.pathname !== '/v4/oa/permission') this.complaints.push('not the consent page')
    if (asked.searchParams.get('app_id') !== this.appId) this.complaints.push('another app')
    const callback = new URL(asked.searchParams.get('redirect_uri')!)
    const code = `code-number-${this.#codes.size + 1}`
    this.secrets.add(code)
    this.#codes.set(code, asked.searchParams.get('code_challenge')!)
    callback.searchParams.set('code', code)
    callback.searchParams.set('oa_id', '4100')
    callback.searchParams.set('state', asked.searchParams.get('state')!)
    return callback
  }

  async #handle(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const form = new URLSearchParams(Buffer.concat(chunks).toString())
    if (form.get('grant_type') === 'refresh_token') this.refreshes += 1
    const fault = this.#faults.shift()
    await this.#gate
    if (fault?.kind === 'html') return void response.writeHead(fault.status).end('<html></html>')
    if (fault?.kind === 'error') return void response.writeHead(fault.status).end(JSON.stringify({ error: fault.code }))
    const reply = this.#answer(request, form)
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'lost') return void response.destroy()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(fault?.kind === 'garbage' ? '{"access_to' : JSON.stringify(reply))
  }

  #answer(request: IncomingMessage, form: URLSearchParams): Reply {
    if (request.method !== 'POST' || request.url !== '/v4/oa/access_token') this.complaints.push('another page')
    if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      this.complaints.push('not a form')
    if (request.headers['secret_key'] !== this.appSecret) return refusal(-14004, 'Invalid secret key')
    if (form.get('app_id') !== this.appId) return refusal(-14002, 'Invalid app id')
    return form.get('grant_type') === 'refresh_token'
      ? this.#rotate(form.get('refresh_token') ?? '')
      : this.#exchange(form.get('code') ?? '', form.get('code_verifier') ?? '')
  }

  #rotate(handedIn: string): Reply {
    if (this.#used.has(handedIn)) this.reused += 1
    if (handedIn !== this.refreshToken) return refusal(-14020, 'Refresh token is used or expired')
    this.#used.add(handedIn)
    this.issue()
    return this.#pair()
  }

  #exchange(code: string, verifier: string): Reply {
    const challenge = this.#codes.get(code)
    this.#codes.delete(code)
    if (challenge === undefined) return refusal(-14019, 'Authorized code invalid or expired')
    if (createHash('sha256').update(verifier).digest('base64url') !== challenge)
      return refusal(-14010, 'Invalid code verifier')
    this.secrets.add(verifier)
    this.issue()
    return this.#pair()
  }

  #pair(): Reply {
    return { access_token: this.accessToken, refresh_token: this.refreshToken, expires_in: this.lifeSeconds }
  }
}

function refusal(error: number, reason: string): Reply {
  return { error, error_name: reason, error_reason: reason, error_description: reason }
}
