import { createHash } from 'node:crypto'
import { botKey } from '#domain/platforms.ts'
import { adoptSeed, readCredential, type Credential } from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import { accountRef } from './identity.ts'
import { createOAuth } from './oauth.ts'
import { TokenFault } from './token-fault.ts'
import { createRefresh } from './token-refresh.ts'
import { freshToken, INTERRUPTED, isLocked, isOrphaned, needsPerson, usableToken, type Need } from './token-rules.ts'
import { createWatch } from './token-watch.ts'

interface TokensOptions {
  /** The number of the Official Account; left out: 1. */
  bot?: number
  db: Database
  clock: () => Date
  log: Log
  sleep: Sleep
  appId: string
  appSecret: string
  oauthRoot: string
  /** A refresh token from the settings: taken over once, in the place of whatever tokens are there. */
  seed?: string | undefined
}

/** How the tokens are. `lost`: a person has to do something. `failure`: a short code, see `adviceOn`. */
export interface TokenState {
  state: 'none' | 'good' | 'lost'
  expiresAt?: Date
  refreshedAt?: Date
  failure?: string
}

/** The Official Account's access token, always one that should work. Every process on the database may ask. */
export interface Tokens {
  /** An access token that should work, refreshed where it is about to end. Rejects with TokenFault. */
  access(): Promise<string>
  /** The network refused this token: another one, refreshed at most once for all who ask at that moment. Rejects with TokenFault. */
  renew(refused: string): Promise<string>
  /** Looks after the token by itself ahead of its end, and raises the alarm where it is lost. Asks nothing of the network before it resolves. */
  start(): Promise<void>
  /** Ends that; resolves when no refresh is under way. */
  stop(): Promise<void>
  /** For doctor and alarms. Changes nothing. */
  state(): Promise<TokenState>
}

/**
 * Tokens that renew themselves. A refresh token works once and brings its successor, so that it is handed in by one caller of one process only,
 * and never again where it may have been used up.
 */
export function createTokens(options: TokensOptions): Tokens {
  const { db, clock, log, sleep } = options
  const ref = accountRef(options.bot)
  const ending = new AbortController()
  const oauth = createOAuth({ root: options.oauthRoot, appId: options.appId, appSecret: options.appSecret })
  const refreshing = createRefresh({ db, ref, clock, log, sleep, oauth, signal: ending.signal })
  let flight: Promise<string> | undefined
  let watching: Promise<void> | undefined
  let { seed } = options

  /** Only once in a process: another process may have newer settings. */
  async function current(): Promise<Credential | undefined> {
    if (seed !== undefined && (await adoptSeed(db, ref, seed, digestOf(seed))))
      log.info({ platform: botKey(ref) }, 'the refresh token of the settings is taken over')
    seed = undefined
    return readCredential(db, ref)
  }

  function fly(need: Need): Promise<string> {
    flight ??= refreshing.refresh(need).finally(() => (flight = undefined))
    return flight
  }

  /** Whoever asks has one kind of failure to deal with. */
  function asFault(error: unknown): never {
    if (error instanceof TokenFault) throw error
    log.error({ err: error, platform: botKey(ref) }, 'the tokens could not be read or stored')
    throw new TokenFault('the database failed', false)
  }

  async function access(): Promise<string> {
    const row = await current()
    const token = row && freshToken(row, clock(), {})
    if (token !== undefined) return token
    return fly({}).catch((fault: unknown) => {
      const old = fault instanceof TokenFault && row && usableToken(row, clock())
      if (old) return old
      throw fault
    })
  }

  async function renew(refused: string): Promise<string> {
    await current()
    for (;;) {
      // Who flies already may have set out for something else.
      const token = await fly({ refused })
      if (token !== refused) return token
    }
  }

  const watch = createWatch({
    ...{ ref, clock, log, sleep, signal: ending.signal, current },
    ...refreshing,
    refreshAhead: () => fly({ ahead: true }).then(() => undefined, ignoreTokenFault),
  })

  return {
    access: () => access().catch(asFault),
    renew: (refused) => renew(refused).catch(asFault),

    async start() {
      await watch.greet()
      watching = watch.run()
    },

    async stop() {
      ending.abort()
      await watching
      // Who asked for it hears how it ended.
      await flight?.catch(() => undefined)
    },

    async state() {
      const row = await readCredential(db, ref)
      return row ? stateOf(row, clock()) : { state: 'none' }
    },
  }
}

function stateOf(row: Credential, now: Date): TokenState {
  const interrupted = isOrphaned(row) && !isLocked(row, now)
  const failure = interrupted ? INTERRUPTED : row.failure
  return {
    state: interrupted || needsPerson(row) ? 'lost' : 'good',
    ...(row.expiresAt && { expiresAt: row.expiresAt }),
    ...(row.refreshedAt && { refreshedAt: row.refreshedAt }),
    ...(failure !== undefined && { failure }),
  }
}

function ignoreTokenFault(error: unknown) {
  if (!(error instanceof TokenFault)) throw error
}

/** Tells whether the settings hold another refresh token than before; says nothing about it. */
export function digestOf(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}
