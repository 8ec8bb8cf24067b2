import type { SendOutcome } from '../../platform.ts'
import { NetworkFault } from '../http.ts'
import { BotError, StrangeAnswer } from './client.ts'
import { CONFLICT_CODES } from './doubts.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** How a send ended that failed with this error. `usedUp`: by our count the month has no messages left. */
export function toOutcome(error: unknown, usedUp: boolean): SendOutcome {
  if (error instanceof BotError) return fromNetwork(error, usedUp)
  const { reason } = describe(error)
  if (error instanceof NetworkFault && !error.mayHaveArrived) {
    return { state: 'later', afterMs: SECOND, reason, everything: true }
  }
  const refused = error instanceof StrangeAnswer && error.status >= 400 && !isTimeout(error.status)
  return refused
    ? { state: 'later', afterMs: 2 * SECOND, reason, unwell: error.status >= 500 }
    : { state: 'uncertain', reason }
}

function fromNetwork({ code, message: reason }: BotError, usedUp: boolean): SendOutcome {
  if (isTimeout(code)) return { state: 'uncertain', reason }
  if (code === 429 && usedUp) {
    return { state: 'later', afterMs: HOUR, reason: 'quota', everything: true, down: true }
  }
  if (code === 429) return { state: 'later', afterMs: 30 * SECOND, reason, everything: true }
  if (code === 401) {
    return { state: 'later', afterMs: 60 * SECOND, reason: 'token-lost', everything: true, down: true }
  }
  // an unknown address: the root in the settings is wrong
  if (code === 404) return { state: 'later', afterMs: 60 * SECOND, reason, everything: true }
  if (code === 410) return { state: 'refused', reason: 'not-our-group', chatGone: true }
  // 403 is the network's "internal error"
  if (code === 403 || code >= 500) return { state: 'later', afterMs: 2 * SECOND, reason }
  return { state: 'refused', reason }
}

/** A time-out on the network's side says nothing about whether the message went. */
function isTimeout(code: number): boolean {
  return code === 408 || code === 504
}

/** What an operator should do about a failure to receive, or undefined. */
export function adviceFor(error: unknown): string | undefined {
  if (!(error instanceof BotError)) return undefined
  if (error.code === 401) return 'Zalo does not know this token: check ZALO_BOT_TOKEN with Zalo Bot Creator'
  if (error.code === 404) return 'There is no such address: check ZALO_BOT_API_ROOT'
  return undefined
}

/** The same for a poll. */
export function adviceForPoll(error: unknown): string | undefined {
  if (error instanceof BotError && CONFLICT_CODES.includes(error.code)) return CONFLICT
  return adviceFor(error)
}

/** What an operator should do where polls get in each other's way. */
export const CONFLICT = 'Another process receives for this Zalo bot, or a webhook is set: stop the other one'

/** An error for the log. Messages of errors that are not ours may hold addresses, and with them the token. */
export function describe(error: unknown): { reason: string } {
  const ours = error instanceof BotError || error instanceof StrangeAnswer || error instanceof NetworkFault
  return { reason: ours ? error.message : error instanceof Error ? error.name : 'unknown' }
}
