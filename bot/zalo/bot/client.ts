import { z } from 'zod'
import { harmless } from '../harmless.ts'
import { createHttp } from '../http.ts'

const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: z.string().optional(),
  error_code: z.number().optional(),
})

/** The network's own refusal. */
export class BotError extends Error {
  override name = 'BotError'
  readonly code: number
  constructor(code: number, description: string) {
    super(`${code} ${description}`.trim())
    this.code = code
  }
}

/** An answer without the network's envelope: some machine before it spoke. */
export class StrangeAnswer extends Error {
  override name = 'StrangeAnswer'
  readonly status: number
  constructor(status: number) {
    super(`HTTP ${status} without an envelope`)
    this.status = status
  }
}

interface CallOptions {
  timeoutMs?: number
  signal?: AbortSignal
}

export interface Client {
  /** The result of a method. Rejects with BotError, StrangeAnswer or NetworkFault, none of which holds the token. */
  call: (method: string, params: object, options?: CallOptions) => Promise<unknown>
  /** The bytes behind an address that came with an update. */
  fetchFile: (url: string) => Promise<Uint8Array>
}

/** The Bot API: `ok` in the body tells whether a call worked, whatever the HTTP status is. */
export function createClient(token: string, apiRoot: string): Client {
  const http = createHttp(apiRoot)
  return {
    async call(method, params, options = {}) {
      const { status, json } = await http({ path: `/bot${token}/${method}`, body: params, ...options })
      const envelope = Envelope.safeParse(json)
      if (!envelope.success) throw new StrangeAnswer(status)
      const { ok, result, description = '', error_code: code = status } = envelope.data
      if (ok) return result
      throw new BotError(code, harmless(description.replaceAll(token, '…')))
    },
    async fetchFile(url) {
      if (!isWebAddress(url)) throw new Error('not the address of a file')
      const { status, bytes } = await http({ path: url, method: 'GET' })
      if (status !== 200) throw new Error(`HTTP ${status} for a file`)
      return bytes
    },
  }
}

/** Whether a file is named by an address, as on this network. */
export function isWebAddress(fileId: string): boolean {
  return /^https?:\/\//i.test(fileId) && URL.canParse(fileId)
}
