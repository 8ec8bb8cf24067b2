import { botKey, type BotRef } from '#domain/platforms.ts'
import {
  beginRefresh,
  noteFailure,
  noteInterruption,
  readCredential,
  storeTokens,
  type Credential,
} from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import type { Exchange, OAuth } from './oauth.ts'
import { TokenFault } from './token-fault.ts'
import {
  adviceOn,
  alarmText,
  freshToken,
  INTERRUPTED,
  isLocked,
  isOrphaned,
  mayHandIn,
  needsPerson,
  UNCERTAIN,
  UNCERTAIN_TWICE,
  type Need,
} from './token-rules.ts'

/** Longer than a request may take. Whoever dies with the lock is found out that late. */
const LOCK_MS = 20_000
/** How often to look whether another process is done. */
const POLL_MS = 250
/** Between failures in a row, the last one for all that follow. */
const WAITS_MS = [5_000, 30_000, 120_000, 600_000, 1_800_000]
/** Between attempts to store a pair that came. */
const SAVE_WAITS_MS = [200, 500, 1_000, 2_000, 4_000]
/** A single hiccup is no alarm. */
const ALARMING = 2

type Failed = Exclude<Exchange, { state: 'ok' }>

interface Refreshing {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  sleep: Sleep
  oauth: OAuth
  signal: AbortSignal
}

/**
 * Brings the tokens of the row up to date, together with other processes on the same database. Resolves with an access token that meets the need,
 * another process's included; rejects with TokenFault.
 */
export function createRefresh({ db, ref, clock, log, sleep, oauth, signal }: Refreshing) {
  /** After a failure this refresh token rests. */
  let pause: { refreshToken: string | undefined; until: number } | undefined

  async function refresh(need: Need): Promise<string> {
    const first = await readCredential(db, ref)
    for (let row = first; ; row = await readCredential(db, ref)) {
      const now = clock()
      if (!row) throw new TokenFault('there are no tokens yet: run `tdkt zalo authorize`', true)
      const token = freshToken(row, now, need)
      if (token !== undefined) return token
      if (row.failures > (first?.failures ?? 0) || rests(row)) throw faultOf(row, need)
      if (isLocked(row, now)) await sleep(POLL_MS, signal)
      else if (!mayHandIn(row, now, need.refused)) throw faultOf(row, need)
      else if (isOrphaned(row)) await alarmOfInterruption(row)
      else if (await take(row, now)) return handIn(row, now, need)
      if (signal.aborted) throw new TokenFault('stopping', false)
    }
  }

  function rests({ refreshToken }: Credential): boolean {
    return pause?.refreshToken === refreshToken && restMs() !== undefined
  }

  function faultOf(row: Credential, { refused }: Need): TokenFault {
    const triedOnceMore = row.failure === UNCERTAIN && mayHandIn(row, clock(), refused)
    return new TokenFault(adviceOn(row.failure ?? 'no answer'), needsPerson(row) && !triedOnceMore)
  }

  /** The last attempt is noted as failed beforehand: if nobody comes back from it, there is no other. */
  function take(row: Credential, now: Date): Promise<boolean> {
    const lockedUntil = new Date(now.getTime() + LOCK_MS)
    const last = row.failure === UNCERTAIN && { failure: UNCERTAIN_TWICE }
    return beginRefresh(db, ref, row, { now, lockedUntil, ...last })
  }

  async function handIn(row: Credential, now: Date, need: Need): Promise<string> {
    const refreshToken = row.refreshToken!
    const answer = await oauth.refresh(refreshToken)
    if (answer.state !== 'ok') return fail(row, answer, now, need)
    const { lifeMs, accessToken, refreshToken: successor } = answer
    const expiresAt = new Date(now.getTime() + lifeMs)
    await save({ accessToken, refreshToken: successor, refreshedAt: now, expiresAt, instead: refreshToken })
    pause = undefined
    log.info({ platform: botKey(ref), expiresAt }, 'tokens refreshed')
    return accessToken
  }

  /** The old refresh token is worthless by now: the pair must be stored. */
  async function save(pair: Parameters<typeof storeTokens>[2]): Promise<void> {
    let failure: unknown
    for (const wait of [0, ...SAVE_WAITS_MS]) {
      if (wait > 0) await sleep(wait, new AbortController().signal)
      try {
        await storeTokens(db, ref, pair)
        return
      } catch (error) {
        failure = error
      }
    }
    log.error(
      { err: failure, platform: botKey(ref) },
      `new tokens came and could not be stored: ${adviceOn(INTERRUPTED)}`,
    )
    throw new TokenFault('new tokens could not be stored', true)
  }

  async function fail(row: Credential, answer: Failed, now: Date, need: Need): Promise<never> {
    const failure = failureOf(row, answer)
    const handedIn = { uncertain: now, later: row.refreshingSince, refused: undefined }[answer.state]
    const failures = await noteFailure(db, ref, { refreshToken: row.refreshToken!, failure, handedIn })
    const wait = WAITS_MS[Math.min(row.failures, WAITS_MS.length - 1)]!
    pause = { refreshToken: row.refreshToken, until: clock().getTime() + wait }
    const failed = { ...row, failure }
    const loud = needsPerson(failed) || failures >= ALARMING
    log[loud ? 'error' : 'warn'](
      { platform: botKey(ref), failure, reason: answer.reason, failures },
      alarmText(failure),
    )
    throw faultOf(failed, need)
  }

  /** Raises the alarm over a refresh token that was handed in by a process that is gone. */
  async function alarmOfInterruption(row: Credential): Promise<void> {
    if (!(await noteInterruption(db, ref, row, INTERRUPTED, clock()))) return
    log.error({ platform: botKey(ref), failure: INTERRUPTED }, alarmText(INTERRUPTED))
  }

  /** For how long nothing is tried after a failure; undefined: no longer. */
  function restMs(): number | undefined {
    const ms = (pause?.until ?? 0) - clock().getTime()
    return ms > 0 ? ms : undefined
  }

  return { refresh, alarmOfInterruption, restMs }
}

/** What is noted. A last attempt that was not acted on is still to come. */
function failureOf(row: Credential, { state, reason }: Failed): string {
  if (state === 'uncertain') return row.failure === UNCERTAIN ? UNCERTAIN_TWICE : UNCERTAIN
  return state === 'later' && row.failure === UNCERTAIN ? UNCERTAIN : reason
}
