import type { ChatId, CouncilId, RoundId } from '#domain/ids.ts'
import type { ChatAddress } from '#domain/messages.ts'
import { addressIn } from './chat-address.ts'
import type { Db } from './database.ts'
import type { OutboxPayload } from './outbox.ts'

/** The card of a round in a chat. */
export interface RoundCard {
  roundId: RoundId
  chatId: ChatId
  version: number
  shows: string
  messageId: string | undefined
}

/**
 * How the last message or edit of a card stands. `waiting`: it can still be rewritten; `sending`: what becomes of it is not known yet; `refused`: it is
 * not there; `uncertain`: it may not be there.
 */
export type RoundCardState = 'none' | 'waiting' | 'sending' | 'shown' | 'refused' | 'uncertain'

/** The name of a card's message or edit in the outbox. */
export const roundCardKey = ({ roundId, chatId, version }: Pick<RoundCard, 'roundId' | 'chatId' | 'version'>) =>
  `round-card:${roundId}:${chatId}:${version}`

/** The name of what a chat is told about a round: a nudge of a day, or the notice that it is over. */
export const roundNoteKey = (roundId: RoundId, what: string, chat: ChatId | number) =>
  `round-note:${roundId}:${what}:${chat}`

/** Gives a round a card in each of these chats, to be written soon. */
export async function placeRoundCards(db: Db, roundId: RoundId, chatIds: ChatId[]) {
  for (const chatId of chatIds) {
    const key = { roundId, chatId }
    await db.roundCard.upsert({ where: { roundId_chatId: key }, create: key, update: {} })
  }
}

/** Whether some round's cards show an old state. */
export async function hasStaleRounds(db: Db): Promise<boolean> {
  return (await db.round.findFirst({ where: { stale: true }, select: { id: true } })) !== null
}

/** Rounds whose cards show an old state, with their councils. */
export async function staleRounds(db: Db): Promise<{ id: RoundId; councilId: CouncilId }[]> {
  const rows = await db.round.findMany({ where: { stale: true }, select: { id: true, councilId: true } })
  return rows.map(({ id, councilId }) => ({ id: id as RoundId, councilId: councilId as CouncilId }))
}

/** Takes a round whose cards show an old state: what changes from now on makes it stale again. Returns false where somebody else took it. */
export async function takeStaleRound(db: Db, id: RoundId): Promise<boolean> {
  const { count } = await db.round.updateMany({ where: { id, stale: true }, data: { stale: false } })
  return count === 1
}

/** Where a card of a round stands: a group of its council in which the bot is. */
export interface PlacedCard {
  to: ChatAddress
  card: RoundCard
  state: RoundCardState
  /** When the last message or edit was sent or given up; undefined where that is long ago, or is still to come. */
  endedAt: Date | undefined
}

/** The cards of a round in the groups that are linked to its council, each with what is known by now of its last message or edit. */
export async function roundCardsOf(db: Db, roundId: RoundId): Promise<PlacedCard[]> {
  const { council } = await db.round.findUniqueOrThrow({ where: { id: roundId }, select: { council: true } })
  const rows = await db.roundCard.findMany({
    where: { roundId, chat: { state: 'active', councilId: council.id } },
    include: { chat: true },
  })
  const found: PlacedCard[] = []
  for (const { chat, ...row } of rows) {
    const card = { ...row, roundId, chatId: row.chatId as ChatId, messageId: row.messageId ?? undefined }
    found.push({ to: addressIn(chat, council), ...(await followed(db, card)) })
  }
  return found
}

/** Keeps the ids of cards that were sent by now: the rows that tell them are tidied away one day. */
export async function keepSentCards(db: Db) {
  for (const { roundId, chatId, version } of await db.roundCard.findMany({
    where: { messageId: null, version: { gt: 0 } },
  })) {
    const key = roundCardKey({ roundId: roundId as RoundId, chatId: chatId as ChatId, version })
    const row = await db.outbox.findUnique({ where: { dedupeKey: key }, select: { externalId: true } })
    if (row?.externalId)
      await db.roundCard.updateMany({ where: { roundId, chatId, version }, data: { messageId: row.externalId } })
  }
}

/** Keeps a card after its newest state was put into the outbox. */
export async function keepRoundCard(db: Db, { roundId, chatId, version, shows, messageId }: RoundCard) {
  const where = { roundId_chatId: { roundId, chatId } }
  await db.roundCard.update({ where, data: { version, shows, messageId: messageId ?? null } })
}

/** The round that a message of the bot in this chat was about: its card, or a note to somebody. Undefined where it was about none. */
export async function roundSaidIn(db: Db, chatId: ChatId, messageId: string): Promise<RoundId | undefined> {
  const card = await db.roundCard.findFirst({ where: { chatId, messageId } })
  if (card) return card.roundId as RoundId
  const rows = await db.outbox.findMany({
    where: { chatId, externalId: { contains: messageId }, dedupeKey: { startsWith: 'round-' } },
    select: { dedupeKey: true, externalId: true },
  })
  // A long text may have become several messages.
  const row = rows.find(({ externalId }) => externalId?.split(',').includes(messageId))
  return row?.dedupeKey.split(':')[1] as RoundId | undefined
}

/** Refusals that say nothing of the message to be edited: it was too late, or the network had no time for it. */
const STANDS = /^(?:expired$|given up )/

async function followed(db: Db, card: RoundCard): Promise<Omit<PlacedCard, 'to'>> {
  const row = card.version > 0 && (await db.outbox.findUnique({ where: { dedupeKey: roundCardKey(card) } }))
  // What was sent long ago is tidied away.
  if (!row) return { card, state: card.version === 0 ? 'none' : 'shown', endedAt: undefined }
  const endedAt = row.finishedAt ?? undefined
  if (row.state === 'sent')
    return { card: { ...card, messageId: row.externalId ?? undefined }, state: 'shown', endedAt }
  const edited = await editedBy(db, row.payload as OutboxPayload)
  const state = row.state as 'waiting' | 'sending' | 'refused' | 'uncertain'
  const stands = state !== 'refused' || STANDS.test(row.reason ?? '') ? edited : undefined
  return { card: { ...card, messageId: stands }, state, endedAt }
}

/** The message that a row edits, as far as it is known by now. */
async function editedBy(db: Db, { edits, editsRow }: OutboxPayload): Promise<string | undefined> {
  if (editsRow === undefined) return edits
  const row = await db.outbox.findUnique({ where: { dedupeKey: editsRow }, select: { externalId: true } })
  return row ? (row.externalId ?? undefined) : edits
}
