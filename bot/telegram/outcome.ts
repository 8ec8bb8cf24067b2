import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from '../platform.ts'
import { HttpStatusError, NetworkError } from './transport.ts'

const SECOND = 1000
/** The bot is out of the chat, or was never let in; the API has no codes for these, only words. */
const GONE =
  /kicked|blocked by the user|not a member|user is deactivated|initiate conversation|chat not found|chat was (deleted|deactivated)|PEER_ID_INVALID/i

/** How a send ended that failed with this error. `edits`: the message that was to be edited. */
export function toOutcome(error: unknown, edits: string | undefined): SendOutcome {
  if (error instanceof GrammyError) return fromApi(error, edits)
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof NetworkError && !cause.mayHaveArrived) {
    return { state: 'later', afterMs: SECOND, reason: cause.message, everything: true }
  }
  if (cause instanceof HttpStatusError)
    return { state: 'later', afterMs: 2 * SECOND, reason: cause.message, unwell: true }
  return { state: 'uncertain', reason: cause instanceof NetworkError ? cause.message : 'no answer' }
}

function fromApi({ error_code: code, description, parameters }: GrammyError, edits: string | undefined): SendOutcome {
  const reason = `${code} ${description}`
  if (code === 429) return { state: 'later', afterMs: (parameters.retry_after ?? 1) * SECOND, reason }
  if (code >= 500) return { state: 'later', afterMs: 2 * SECOND, reason, unwell: true }
  // a wrong token: nothing is lost while the operator corrects it
  if (code === 401 || code === 404) return { state: 'later', afterMs: 60 * SECOND, reason, everything: true }
  if (parameters.migrate_to_chat_id !== undefined) {
    return { state: 'refused', reason, movedTo: String(parameters.migrate_to_chat_id) }
  }
  if (edits !== undefined && description.includes('message is not modified')) return { state: 'sent', messageId: edits }
  return { state: 'refused', reason, ...(GONE.test(description) && { chatGone: true }) }
}

/** How long the API asks to wait after an error, in milliseconds; 0 where it does not say. */
export function askedToWait(error: unknown): number {
  return error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * SECOND : 0
}

/** What an operator should do about an error, or undefined. */
export function adviceFor(error: unknown): string | undefined {
  if (!(error instanceof GrammyError)) return undefined
  if (error.error_code === 401 || error.error_code === 404)
    return 'Telegram does not know this token: check TELEGRAM_BOT_TOKEN with @BotFather'
  if (error.error_code === 409) return 'Another process receives for this bot, or a webhook is set: stop the other one'
  return undefined
}

/** An error for the log. Messages of errors that are not ours may hold addresses, and with them the token. */
export function describe(error: unknown): { reason: string } {
  if (error instanceof GrammyError) return { reason: `${error.method}: ${error.error_code} ${error.description}` }
  const cause = error instanceof HttpError ? error.error : error
  if (cause instanceof NetworkError || cause instanceof HttpStatusError) return { reason: cause.message }
  return { reason: cause instanceof Error ? cause.name : 'unknown' }
}
