import { z } from 'zod'
import type { Outbound } from '#domain/messages.ts'
import type { OutboxKind } from '#prisma/outbox.ts'
import type { Log } from '../../log.ts'
import { mediaFault } from '../../media-fault.ts'
import type { SendOutcome } from '../../platform.ts'
import { compose } from '../compose.ts'
import { Id } from '../id.ts'
import type { Budget } from './budget.ts'
import { BotError, isWebAddress, type Client } from './client.ts'
import { toOutcome } from './outcome.ts'

const Sent = z.object({ message_id: Id })

interface Request {
  method: 'sendMessage' | 'sendPhoto'
  params: object
}

interface Sending {
  client: Client
  budget: Budget
  log: Log
}

/** Sends one message by the Bot API, a long one as several, and counts them. Never throws. */
export async function send(sending: Sending, message: Outbound, kind?: OutboxKind): Promise<SendOutcome> {
  try {
    const reason = fault(message) ?? ((await sending.budget.allows(kind)) ? undefined : 'monthly-reserve')
    if (reason !== undefined) return { state: 'refused', reason }
    const outcome = await sendAll(sending, toRequests(message))
    return outcome.state === 'sent' && message.pin ? { ...outcome, unpinned: 'cannot-pin' } : outcome
  } catch (error) {
    // nothing went yet: only the database fails outside of the requests
    sending.log.error({ err: error }, "The month's messages cannot be looked up")
    return { state: 'later', afterMs: 1000, reason: 'fault in the bot' }
  }
}

/** Why a message cannot go at all, or undefined. */
function fault(message: Outbound): string | undefined {
  const { body, choices, media = [] } = message
  if (message.edits !== undefined) return 'cannot-edit'
  if (message.deletes !== undefined) return 'cannot-delete'
  if (message.file) return 'file-type'
  if (media.some(({ kind, fileId }) => kind !== 'photo' || !isWebAddress(fileId))) return 'file-type'
  if (media.length === 0 && body.text.trim() === '' && choices.flat().length === 0) return 'nothing to say'
  return mediaFault(message)
}

/** The requests that make a message, first the one with the text. */
function toRequests(message: Outbound): Request[] {
  const pieces = compose(message)
  const chat = { chat_id: message.chat }
  const [first, ...others] = message.media ?? []
  const photo = (fileId: string, caption?: string): Request => ({
    method: 'sendPhoto',
    params: { ...chat, photo: fileId, ...(caption !== undefined && { caption }) },
  })
  const rest = others.map(({ fileId }) => photo(fileId))
  if (first && pieces.length <= 1) return [photo(first.fileId, pieces[0]), ...rest]
  const texts = pieces.map((text): Request => ({ method: 'sendMessage', params: { ...chat, text } }))
  return first ? [...texts, photo(first.fileId), ...rest] : texts
}

async function sendAll(sending: Sending, requests: Request[]): Promise<SendOutcome> {
  const ids: string[] = []
  for (const request of requests) {
    const outcome = await attempt(sending, request)
    if (outcome.state === 'sent') ids.push(outcome.messageId)
    else if (ids.length === 0) return outcome
    else return { state: 'uncertain', reason: `${ids.length} of ${requests.length} went: ${outcome.reason}` }
  }
  return { state: 'sent', messageId: ids.join(',') }
}

async function attempt({ client, budget }: Sending, { method, params }: Request): Promise<SendOutcome> {
  const outcome = await client.call(method, params).then(toSent, async (error: unknown) => {
    const mayBeUsedUp = error instanceof BotError && error.code === 429
    return toOutcome(error, mayBeUsedUp && (await budget.usedUp().catch(() => false)))
  })
  if (outcome.state === 'sent' || outcome.state === 'uncertain') await budget.count({ sent: 1 })
  return outcome
}

function toSent(result: unknown): SendOutcome {
  const sent = Sent.safeParse(result)
  return sent.success
    ? { state: 'sent', messageId: sent.data.message_id }
    : { state: 'uncertain', reason: 'no id of the message' }
}
