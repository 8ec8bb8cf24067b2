import { z } from 'zod'
import { createHttp, NetworkFault, type HttpAnswer } from '../http.ts'

const PATH = '/v4/oa/access_token'
/** What an access token is said to live, in seconds, where the answer does not tell. */
const USUAL_LIFE_S = 90_000
/** The refresh token was used before or has expired: no other one will ever come of it. */
export const USED_UP = '-14020'

/** The fields that are read; `expires_in` comes as a string or a number, and a pair is never thrown away for it. */
const Pair = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(USUAL_LIFE_S),
})
/** Comes with HTTP 200, too. */
const Refusal = z.object({ error: z.coerce.number().refine((code) => code !== 0) })

/** How a request for tokens ended; `reason` is a short code without secrets. */
export type Exchange =
  | { state: 'ok'; accessToken: string; refreshToken: string; lifeMs: number }
  /** The network said no; a code of its own. */
  | { state: 'refused'; reason: string }
  /** Not acted on: it never left, or a machine before the network answered. */
  | { state: 'later'; reason: string }
  /** What was handed in may be used up. */
  | { state: 'uncertain'; reason: string }

/** Asks for tokens. Never throws. */
export interface OAuth {
  exchange(code: string, verifier: string): Promise<Exchange>
  refresh(refreshToken: string): Promise<Exchange>
}

/** The network's OAuth v4 (documented in its PHP SDK): the app's secret goes in a header, everything else in a form. */
export function createOAuth({ root, appId, appSecret }: { root: string; appId: string; appSecret: string }): OAuth {
  const http = createHttp(root)
  const ask = async (form: Record<string, string>): Promise<Exchange> => {
    const body = new URLSearchParams({ ...form, app_id: appId })
    try {
      return readAnswer(await http({ path: PATH, headers: { secret_key: appSecret }, body }))
    } catch (error) {
      if (!(error instanceof NetworkFault)) throw error
      return { state: error.mayHaveArrived ? 'uncertain' : 'later', reason: error.message }
    }
  }
  return {
    exchange: (code, verifier) => ask({ code, code_verifier: verifier, grant_type: 'authorization_code' }),
    refresh: (refreshToken) => ask({ refresh_token: refreshToken, grant_type: 'refresh_token' }),
  }
}

function readAnswer({ status, json }: HttpAnswer): Exchange {
  const pair = Pair.safeParse(json).data
  if (pair) {
    const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = pair
    return { state: 'ok', accessToken, refreshToken, lifeMs: seconds * 1000 }
  }
  const refusal = Refusal.safeParse(json).data
  if (refusal) return { state: 'refused', reason: String(refusal.error) }
  if (status < 200 || status >= 300) return { state: 'later', reason: `http-${status}` }
  return { state: 'uncertain', reason: 'unreadable' }
}
