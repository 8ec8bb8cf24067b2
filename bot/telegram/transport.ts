import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { Readable } from 'node:stream'

/** A request that got no whole answer. `mayHaveArrived`: all of it was handed to the network before. Its message holds no address. */
export class NetworkError extends Error {
  override name = 'NetworkError'
  readonly mayHaveArrived: boolean
  constructor(reason: string, mayHaveArrived: boolean) {
    super(reason)
    this.mayHaveArrived = mayHaveArrived
  }
}

/** An error status without the JSON that the Bot API gives with it: some machine before it refused. */
export class HttpStatusError extends Error {
  override name = 'HttpStatusError'
}

export interface HttpCall {
  url: string
  agent: Agent
  timeoutMs: number
  mostBytes: number
  method?: string
  headers?: Record<string, string>
  body?: string | Readable
  signal?: Pick<AbortSignal, 'aborted' | 'addEventListener' | 'removeEventListener'>
}

/**
 * One HTTP request, without redirects. Rejects with NetworkError. It knows what a ready-made client does not tell: whether the request had
 * left when it failed.
 */
export function call(options: HttpCall): Promise<{ status: number; body: Buffer }> {
  const { url, agent, timeoutMs, signal } = options
  const start = url.startsWith('https:') ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const request = start(url, { agent, method: options.method ?? 'GET', headers: options.headers ?? {} })
    let handedOver = false
    const fail = (reason: string) => {
      stopWatching()
      reject(new NetworkError(reason, handedOver))
      request.destroy()
    }
    const abort = () => fail('aborted')
    const timer = setTimeout(() => fail(`no answer within ${timeoutMs / 1000} s`), timeoutMs)
    const stopWatching = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    }
    signal?.addEventListener('abort', abort)
    // once all bytes are with the operating system; a request cut before that is not acted on by the other side
    request.on('finish', () => (handedOver = true))
    request.on('error', (error) => fail(reasonOf(error)))
    request.on('response', (response) => {
      readBody(response, options.mostBytes).then(
        (body) => {
          stopWatching()
          resolve({ status: response.statusCode ?? 0, body })
        },
        (error: unknown) => fail(reasonOf(error)),
      )
    })
    if (signal?.aborted) abort()
    else if (options.body instanceof Readable) options.body.on('error', (error) => fail(reasonOf(error))).pipe(request)
    else request.end(options.body)
  })
}

async function readBody(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw new Error(`more than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A code such as ECONNREFUSED: the messages of some agents repeat the address, and with it passwords. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return 'unknown'
}
