import { Api } from 'grammy'
import { call, HttpStatusError, NetworkError, type HttpCall } from './transport.ts'
import { agentFor } from './proxy.ts'

/** Longer than a long poll; what takes longer is given up. */
const TIMEOUT_MS = 30_000
/** The largest file that a bot may fetch, by the Bot API. */
const MOST_BYTES = 20 * 1024 * 1024

export interface Client {
  api: Api
  /** The bytes of a file that came in. */
  fetchFile: (fileId: string) => Promise<Uint8Array>
  /** Closes all connections: requests under way fail. */
  close: () => void
}

/** The Bot API over grammY, with the requests made here, where proxies, time limits and lost answers are in hand. */
export function createClient(token: string, apiRoot: string, proxy: string | undefined): Client {
  const agent = agentFor(apiRoot, proxy)
  const limits = { agent, timeoutMs: TIMEOUT_MS, mostBytes: MOST_BYTES }
  const fetch = async (url: string, options: Partial<HttpCall>) => {
    const { method, headers, body, signal } = options as HttpCall
    const given = {
      ...(method && { method }),
      ...(headers && { headers }),
      ...(body && { body }),
      ...(signal && { signal }),
    }
    const answer = await call({ ...limits, ...given, url: String(url) })
    return { json: () => parse(answer) }
  }
  const api = new Api(token, { apiRoot, fetch: fetch as never, timeoutSeconds: (2 * TIMEOUT_MS) / 1000 })
  return {
    api,
    async fetchFile(fileId) {
      const { file_path: path = '' } = await api.getFile(fileId)
      const { status, body } = await call({ ...limits, url: `${apiRoot}/file/bot${token}/${encodeURI(path)}` })
      if (status !== 200) throw new HttpStatusError(`HTTP ${status} for a file`)
      return body
    },
    close: () => agent.destroy(),
  }
}

/** The Bot API answers JSON whatever happens. */
function parse({ status, body }: { status: number; body: Buffer }): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    const reason = `HTTP ${status} without JSON`
    throw status >= 400 ? new HttpStatusError(reason) : new NetworkError(reason, true)
  }
}
