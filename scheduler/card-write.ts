import { createHash } from 'node:crypto'
import type { IsoDate } from '#domain/dates.ts'
import type { Reply } from '#domain/messages.ts'
import { cardKey, cardsOf, keepCard, type Card } from '#prisma/cards.ts'
import type { Recipient } from '#prisma/reminders.ts'
import type { Within } from './job.ts'

interface Wanted {
  reply: Reply
  quarter: IsoDate
  /** The day as of which it is written. */
  on: IsoDate
  /** Whether a new card may be sent where there is none. */
  fresh: boolean
}

/** `busy`: an earlier state is on its way at this moment, and it is not known yet what becomes of it. */
type Outcome = 'busy' | 'said' | 'nothing'

/** Edits the card of the quarter in a group, or sends and pins a new one. */
export async function editCard(context: Within, to: Recipient, { reply, quarter, fresh }: Wanted): Promise<Outcome> {
  const { tx, now, say } = context
  const [last, before] = await cardsOf(tx, to.chatId)
  const current = last?.card.quarter === quarter ? last : undefined
  if (current?.state === 'sending') return 'busy'
  const shows = createHash('sha256').update(JSON.stringify(reply)).digest('base64url')
  const isLost = current?.state === 'refused' || current?.state === 'uncertain'
  if (current && !isLost && current.card.shows === shows) return 'nothing'
  const waiting = current?.state === 'waiting'
  const messageId = current?.card.messageId
  if (!waiting && !messageId && !fresh) return 'nothing'
  const card: Card = {
    chatId: to.chatId,
    quarter,
    version: (current?.card.version ?? 0) + (waiting ? 0 : 1),
    shows,
    messageId,
    pinned: current?.card.pinned ?? false,
    reported: last?.card.reported ?? false,
  }
  const replaces = current ? before?.card.messageId : last?.card.messageId
  const pin = card.pinned ? undefined : { ...(replaces === undefined ? {} : { replaces }) }
  const dedupeKey = cardKey(card)
  const said = await say(tx, { ...to, edits: messageId, pin, rewrites: true, kind: 'upkeep', dedupeKey, now }, reply)
  if (!said) return 'busy'
  await keepCard(tx, card)
  return 'said'
}

/**
 * Posts the card where nothing can be edited or pinned, once a month: what was refused once more, what may have arrived not. What waits is put in the
 * newest words.
 */
export async function postCard(
  context: Within,
  to: Recipient,
  { reply, quarter, on, fresh }: Wanted,
): Promise<Outcome> {
  const { tx, now, say } = context
  const [last] = await cardsOf(tx, to.chatId)
  const current = last?.card.quarter === quarter ? last : undefined
  const month = on.slice(0, 7)
  const isPosted = current?.card.shows === month
  const waiting = isPosted && current.state === 'waiting'
  if (!waiting && (!fresh || (isPosted && current.state !== 'refused'))) return 'nothing'
  const card: Card = {
    chatId: to.chatId,
    quarter,
    version: (current?.card.version ?? 0) + (waiting ? 0 : 1),
    shows: month,
    messageId: undefined,
    pinned: false,
    reported: false,
  }
  const said = await say(tx, { ...to, rewrites: true, kind: 'upkeep', dedupeKey: cardKey(card), now }, reply)
  if (!said) return 'busy'
  await keepCard(tx, card)
  return 'said'
}
