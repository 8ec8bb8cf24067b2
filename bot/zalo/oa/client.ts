import { z } from 'zod'
import type { BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import { harmless } from '../harmless.ts'
import { createHttp, NetworkFault, type Http, type HttpAnswer } from '../http.ts'
import { RATE_PAUSE_MS } from './doubts.ts'
import { createPace } from './pace.ts'
import { TokenFault } from './token-fault.ts'
import type { Tokens } from './tokens.ts'

/** What became of a request. `later`: it was certainly not acted on; `down`: not before a person did something. */
export type Answer =
  | { state: 'ok'; data: unknown }
  | { state: 'refused'; code: number; message: string }
  | Later
  | { state: 'uncertain'; reason: string }
export interface Later {
  state: 'later'
  afterMs: number
  reason: string
  everything?: boolean
  down?: boolean
  unwell?: boolean
}

export interface Call {
  /** Such as `/v3.0/oa/group/message`. */
  path: string
  query?: Record<string, string>
  /** Makes it a POST: JSON, or FormData as it is. */
  body?: object
  /** It was counted by `book`. */
  booked?: boolean
  /** It is no message: it must leave room for those. */
  spare?: boolean
  timeoutMs?: number
  signal?: AbortSignal
}

/** The OpenAPI of one Official Account. */
export interface OaClient {
  /** Never rejects. */
  call(call: Call): Promise<Answer>
  /** Counts requests that are about to be made together; what it resolves with is why they must wait, all of them. Never rejects. */
  book(requests: number): Promise<Later | undefined>
}

export interface ClientOptions {
  apiRoot: string
  tokens: Pick<Tokens, 'access' | 'renew'>
  /** Where the requests of all processes are counted, and for which Official Account. */
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
}

const SECOND = 1000
const WITHOUT_TOKEN_MS = 30 * SECOND
/** The access token is invalid, or has ended. */
const TOKEN_REFUSED = [-216, -220]
const TOO_MANY = -32
/** Without an envelope: some machine before the OpenAPI did not get through to it. One that waited in vain (504) says nothing. */
const GATEWAY = [500, 502, 503]

const Envelope = z.object({ error: z.coerce.number(), message: z.string().catch(''), data: z.unknown().optional() })

/** One request at a time is repeated with another token where its own is refused; nothing else is repeated. */
export function createClient({ apiRoot, tokens, ...counted }: ClientOptions): OaClient {
  const http = createHttp(apiRoot)
  const pace = createPace(counted)

  const book = async (requests: number, spare = false): Promise<Later | undefined> => {
    const afterMs = await pace.take(requests, spare)
    return afterMs > 0 ? { state: 'later', afterMs, reason: 'rate limit', everything: true } : undefined
  }
  const attempt = async (call: Call, token: string) => {
    const answer = await request(http, call, token)
    if (answer.state === 'refused' && answer.code === TOO_MANY) await pace.exceeded()
    return answer
  }
  const tryWithTokens = async (call: Call): Promise<Answer> => {
    const token = await tokens.access()
    const answer = await attempt(call, token)
    if (!isTokenRefused(answer)) return answer
    const other = await tokens.renew(token)
    const wait = await book(1)
    return wait ?? (await attempt(call, other))
  }
  return {
    book,
    async call(call) {
      const wait = call.booked ? undefined : await book(1, call.spare)
      if (wait) return wait
      try {
        return settled(await tryWithTokens(call))
      } catch (error) {
        return withoutToken(error)
      }
    },
  }
}

/** What is asked of everybody to wait for. */
function settled(answer: Answer): Answer {
  if (isTokenRefused(answer)) return later(60 * SECOND, 'token refused', { everything: true })
  if (answer.state === 'refused' && answer.code === TOO_MANY) return later(RATE_PAUSE_MS, '-32', { everything: true })
  return answer
}

function isTokenRefused(answer: Answer): boolean {
  return answer.state === 'refused' && TOKEN_REFUSED.includes(answer.code)
}

async function request(http: Http, { path, query, body, timeoutMs, signal }: Call, token: string): Promise<Answer> {
  try {
    const answer = await http({
      path,
      method: body ? 'POST' : 'GET',
      headers: { access_token: token },
      ...(query && { query }),
      ...(body && { body }),
      ...(timeoutMs !== undefined && { timeoutMs }),
      ...(signal && { signal }),
    })
    return read(answer)
  } catch (error) {
    if (!(error instanceof NetworkFault)) throw error
    return error.mayHaveArrived
      ? { state: 'uncertain', reason: error.message }
      : later(SECOND, error.message, { everything: true })
  }
}

/** HTTP 200 is no success here, and an error status may hold an answer. */
function read({ status, json }: HttpAnswer): Answer {
  if (status === 401) return { state: 'refused', code: -216, message: 'HTTP 401' }
  const envelope = Envelope.safeParse(json)
  if (envelope.success) {
    const { error: code, message, data } = envelope.data
    return code === 0 ? { state: 'ok', data } : { state: 'refused', code, message: harmless(message) }
  }
  if (status === 429) return later(2 * SECOND, 'HTTP 429')
  if (GATEWAY.includes(status)) return later(2 * SECOND, `HTTP ${status}`, { unwell: true })
  if (status >= 400 && status < 500) return { state: 'refused', code: status, message: `HTTP ${status}` }
  return { state: 'uncertain', reason: `HTTP ${status} without an answer` }
}

function withoutToken(error: unknown): Answer {
  if (!(error instanceof TokenFault))
    return { state: 'uncertain', reason: error instanceof Error ? error.name : 'fault' }
  if (error.lost) return later(2 * WITHOUT_TOKEN_MS, 'token-lost', { everything: true, down: true })
  return later(WITHOUT_TOKEN_MS, 'no token', { everything: true })
}

function later(afterMs: number, reason: string, more: Pick<Later, 'everything' | 'down' | 'unwell'> = {}): Later {
  return { state: 'later', afterMs, reason, ...more }
}
