import axios, { AxiosError } from 'axios'
import { readJson } from '../json.ts'

/** Later than any answer that is still worth waiting for, in milliseconds. */
const TIMEOUT_MS = 15_000
/** The largest file that is fetched. */
const MOST_BYTES = 20 * 1024 * 1024

/** A request that got no whole answer. `mayHaveArrived`: it may have been acted on. Its message holds neither address nor headers. */
export class NetworkFault extends Error {
  override name = 'NetworkFault'
  readonly mayHaveArrived: boolean
  constructor(reason: string, mayHaveArrived: boolean) {
    super(reason)
    this.mayHaveArrived = mayHaveArrived
  }
}

export interface HttpRequest {
  /** Behind the root, beginning with a slash; or a whole address. */
  path: string
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  query?: Record<string, string>
  /** An object is sent as JSON, URLSearchParams and FormData as they are. */
  body?: object
  timeoutMs?: number
  signal?: AbortSignal
}

/** What came back. `json` is undefined where the body is none. */
export interface HttpAnswer {
  status: number
  json: unknown
  bytes: Uint8Array
}

export type Http = (request: HttpRequest) => Promise<HttpAnswer>

/**
 * Requests to one host over an axios instance of its own. Whatever status comes back is an answer, since HTTP 200 is no success here and an error
 * status may hold one; rejects with NetworkFault alone, as axios' own errors hold tokens in their addresses and headers.
 */
export function createHttp(root: string): Http {
  const client = axios.create({
    baseURL: root,
    timeout: TIMEOUT_MS,
    responseType: 'arraybuffer',
    maxContentLength: MOST_BYTES,
    maxBodyLength: Infinity,
    maxRedirects: 0,
    proxy: false,
    validateStatus: () => true,
  })
  return async ({ path, method = 'POST', headers = {}, query, body, timeoutMs, signal }) => {
    try {
      const { status, data } = await client.request<Buffer>({
        url: path,
        method,
        headers,
        ...(query && { params: query }),
        ...(body && { data: body }),
        ...(timeoutMs !== undefined && { timeout: timeoutMs }),
        ...(signal && { signal }),
      })
      return { status, json: readJson(data), bytes: data }
    } catch (error) {
      throw toFault(error)
    }
  }
}

/** Codes of requests that never left. */
const NEVER_LEFT = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ERR_TLS_.*|CERT_.*|.*_CERT.*)$/

function toFault(error: unknown): NetworkFault {
  if (!(error instanceof AxiosError)) return new NetworkFault(error instanceof Error ? error.name : 'unknown', true)
  const code = error.code ?? 'no answer'
  return new NetworkFault(code, !NEVER_LEFT.test(code))
}
