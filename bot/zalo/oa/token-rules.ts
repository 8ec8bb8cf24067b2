import type { Credential } from '#prisma/credentials.ts'
import { USED_UP } from './oauth.ts'

const MINUTE_MS = 60_000
/** Refreshed that long before the end; of a token that lives shorter, in the second half of its life. */
const AHEAD_MS = 7 * 60 * MINUTE_MS
/** Not given away any more: a request takes a while. Of a token that lives shorter, the last tenth of its life. */
const ENDING_MS = 5 * MINUTE_MS

/** Who handed in the refresh token was gone before its successor was stored. */
export const INTERRUPTED = 'interrupted'
/** The refresh token was handed in and no answer came. It is tried once more when nothing is left to lose. */
export const UNCERTAIN = 'uncertain'
/** It was tried once more, and no answer came again. */
export const UNCERTAIN_TWICE = 'uncertain-twice'

/** Only a person brings tokens again. */
const FINAL = new Set([INTERRUPTED, UNCERTAIN_TWICE, USED_UP])

/** Why tokens are asked for: the network refused one, or their end is far ahead. */
export interface Need {
  refused?: string
  ahead?: boolean
}

/** The access token, where by the clock it is still good and nobody refused it. */
export function usableToken(row: Credential, now: Date, refused?: string): string | undefined {
  const good = row.expiresAt !== undefined && row.expiresAt > now && row.accessToken !== refused
  return good ? row.accessToken : undefined
}

/** The access token, where no other one is needed. */
export function freshToken(row: Credential, now: Date, { refused, ahead }: Need): string | undefined {
  return isWithin(row, now, ahead ? margin(row, AHEAD_MS, 0.5) : margin(row, ENDING_MS, 0.1))
    ? undefined
    : usableToken(row, now, refused)
}

/** Whether the refresh token may be handed in: never twice, but for a last attempt where the access token is no longer accepted. */
export function mayHandIn(row: Credential, now: Date, refused?: string): boolean {
  if (row.refreshToken === undefined || (row.failure !== undefined && FINAL.has(row.failure))) return false
  return row.failure !== UNCERTAIN || usableToken(row, now, refused) === undefined
}

/** Whether the refresh token was handed in by somebody of whom nothing is known. */
export function isOrphaned({ refreshingSince, failure = '' }: Credential): boolean {
  return refreshingSince !== undefined && ![INTERRUPTED, UNCERTAIN, UNCERTAIN_TWICE].includes(failure)
}

/** Whether somebody is refreshing. */
export function isLocked({ lockedUntil }: Credential, now: Date): boolean {
  return lockedUntil !== undefined && lockedUntil > now
}

/** Whether a person has to do something. A network that is busy or out of reach is none of theirs. */
export function needsPerson({ failure }: Credential): boolean {
  return failure !== undefined && (FINAL.has(failure) || failure === UNCERTAIN || /^-\d+$/.test(failure))
}

const AUTHORIZE = 'run `tdkt zalo authorize`, or put a new refresh token into ZALO_OA_REFRESH_TOKEN and restart'
const ADVICE: Record<string, string> = {
  [INTERRUPTED]: `a process ended between handing in the refresh token and storing the new ones: ${AUTHORIZE}`,
  [UNCERTAIN]: `the refresh token was handed in and no answer came, so that it is probably used up: ${AUTHORIZE}`,
  [UNCERTAIN_TWICE]: `the refresh token was handed in twice and no answer came: ${AUTHORIZE}`,
  [USED_UP]: `the refresh token was used before or has expired: ${AUTHORIZE}`,
  '-14004': 'ZALO_OA_APP_SECRET is wrong: it is the app secret, not the OA secret key and not a token',
}

/** What a failure means and what to do about it, in English; never with a secret. */
export function adviceOn(failure: string): string {
  if (ADVICE[failure]) return ADVICE[failure]
  if (/^-\d+$/.test(failure))
    return `Zalo refuses to renew the tokens (${failure}): check ZALO_OA_APP_ID, else ${AUTHORIZE}`
  return `Zalo could not be asked for new tokens (${failure}): it is tried again`
}

/** What a person reads in the log. */
export function alarmText(failure: string): string {
  return `the tokens of the Zalo Official Account are not renewed: ${adviceOn(failure)}`
}

function isWithin({ expiresAt }: Credential, now: Date, ms: number): boolean {
  return expiresAt === undefined || expiresAt.getTime() - now.getTime() <= ms
}

function margin({ refreshedAt, expiresAt }: Credential, usualMs: number, share: number): number {
  if (!refreshedAt || !expiresAt) return usualMs
  return Math.min(usualMs, (expiresAt.getTime() - refreshedAt.getTime()) * share)
}
