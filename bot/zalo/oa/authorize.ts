import { createHash, randomBytes } from 'node:crypto'
import { keepPending, readPending, storeTokens, takePending } from '#prisma/credentials.ts'
import { botKey } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { otherBotOf } from '#prisma/known-bots.ts'
import type { Log } from '../../log.ts'
import { isSameSecret } from '../../same-secret.ts'
import { accountRef } from './identity.ts'
import { createOAuth } from './oauth.ts'
import { rememberAccount } from './remember-account.ts'
import { adviceOn } from './token-rules.ts'
import { digestOf } from './tokens.ts'

/** How long a consent link is good, in milliseconds. */
export const LINK_LIFE_MS = 600_000

export interface AuthorizeOptions {
  /** The number of the Official Account; left out: 1. */
  bot?: number
  db: Database
  clock: () => Date
  log: Log
  appId: string
  appSecret: string
  oauthRoot: string
  /** The refresh token of the settings, which an authorization makes worthless. */
  seed?: string | undefined
}

/** What the network's callback brings. */
export interface Callback {
  code?: string | undefined
  state?: string | undefined
  oaId?: string | undefined
}

/** How an authorization ended; `reason`: a short code. */
export type Authorized =
  | { state: 'done'; oaId: string | undefined }
  | { state: 'not-begun' | 'wrong-state' | 'expired' | 'no-code' }
  | { state: 'not-exchanged'; reason: string }
  /** The Official Account is known here by another number. */
  | { state: 'other-account'; bot: number }

/**
 * Begins an authorization with PKCE (RFC 7636, S256) and returns the link that an administrator of the Official Account opens. A link that was
 * given before is worthless from then on. `redirectUri`: exactly as registered with the network.
 */
export async function beginAuthorization(options: AuthorizeOptions, redirectUri: string): Promise<string> {
  const ref = accountRef(options.bot)
  const [verifier, state] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('base64url')]
  await keepPending(options.db, ref, { state, verifier, redirectUri, createdAt: options.clock() })
  const link = new URL(`${options.oauthRoot}/v4/oa/permission`)
  link.searchParams.set('app_id', options.appId)
  link.searchParams.set('redirect_uri', redirectUri)
  link.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'))
  link.searchParams.set('state', state)
  return link.href
}

/** The one of these Official Accounts whose authorization has this state; the first where none has. */
export async function beganWith(
  accounts: readonly AuthorizeOptions[],
  state: string | undefined,
): Promise<AuthorizeOptions> {
  for (const one of accounts) {
    const pending = await readPending(one.db, accountRef(one.bot))
    if (pending && isSameSecret(state ?? '', pending.state)) return one
  }
  return accounts[0]!
}

/** Ends an authorization with what the callback brought: the first callback that knows the state gets its tokens stored, and no other one. */
export async function finishAuthorization(options: AuthorizeOptions, callback: Callback): Promise<Authorized> {
  const ref = accountRef(options.bot)
  const authorized = await finish(options, callback)
  const { state } = authorized
  if (state === 'done') options.log.info({ platform: botKey(ref) }, 'the Official Account was authorized')
  else
    options.log.warn({ platform: botKey(ref), state, ...('reason' in authorized && authorized) }, explain(authorized))
  return authorized
}

async function finish(options: AuthorizeOptions, { code, state, oaId }: Callback): Promise<Authorized> {
  const { db, clock, seed } = options
  const ref = accountRef(options.bot)
  const pending = await readPending(db, ref)
  if (!pending) return { state: 'not-begun' }
  if (!isSameSecret(state ?? '', pending.state)) return { state: 'wrong-state' }
  if (!code) return { state: 'no-code' }
  if (!(await takePending(db, ref, pending))) return { state: 'not-begun' }
  const other = oaId === undefined ? undefined : await otherBotOf(db, ref, oaId)
  if (other) return { state: 'other-account', bot: other.bot }
  const refreshedAt = clock()
  if (refreshedAt.getTime() - pending.createdAt.getTime() > LINK_LIFE_MS) return { state: 'expired' }
  const oauth = createOAuth({ root: options.oauthRoot, appId: options.appId, appSecret: options.appSecret })
  const answer = await oauth.exchange(code, pending.verifier)
  if (answer.state !== 'ok') return { state: 'not-exchanged', reason: answer.reason }
  const { accessToken, refreshToken, lifeMs } = answer
  const pair = { accessToken, refreshToken, refreshedAt, expiresAt: new Date(refreshedAt.getTime() + lifeMs) }
  await storeTokens(db, ref, { ...pair, ...(seed !== undefined && { seed: digestOf(seed) }) })
  await rememberAccount({ db, ref, log: options.log }, { account: oaId })
  return { state: 'done', oaId }
}

const AGAIN = 'Run `tdkt zalo authorize` again.'

/** How it ended, for the operator. */
export function explain(authorized: Authorized): string {
  switch (authorized.state) {
    case 'done':
      return 'The Official Account is authorized; the bot has its tokens.'
    case 'not-begun':
      return `No authorization is waiting: this link was used before. If the bot has no tokens yet: ${AGAIN}`
    case 'wrong-state':
      return `This callback does not belong to the newest link, and was not used. Open the newest link, or: ${AGAIN}`
    case 'expired':
      return `The link was older than ${LINK_LIFE_MS / 60_000} minutes. ${AGAIN}`
    case 'no-code':
      return 'Zalo sent no code: the permission was not given. Open the link once more and agree.'
    case 'other-account':
      return `This Official Account is number ${authorized.bot} here already, and its chats are kept by that number: nothing was changed. Log in as an administrator of the right one. ${AGAIN}`
    case 'not-exchanged':
      return `${refusal(authorized.reason)} ${AGAIN}`
  }
}

function refusal(reason: string): string {
  if (reason === '-14004') return `Zalo gave no tokens (-14004): ${adviceOn(reason)}.`
  if (reason === '-14003')
    return 'Zalo gave no tokens (-14003): the callback address is not the one registered for the app.'
  return `Zalo gave no tokens (${reason}).`
}
