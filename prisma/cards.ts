import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId } from '#domain/ids.ts'
import { PLATFORM_NAMES } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { ReminderSettings } from '#domain/reminder-settings.ts'
import { byPages } from './by-pages.ts'
import type { Db } from './database.ts'
import type { OutboxPayload } from './outbox.ts'

export interface CardedCouncil {
  id: CouncilId
  timeZone: string
  settings: ReminderSettings
  /** The council-local day as of which its cards were written; undefined: something changed since. */
  cardsOn: IsoDate | undefined
}

/** The card of a quarter in a chat. */
export interface Card {
  chatId: ChatId
  /** The first day of the quarter. */
  quarter: IsoDate
  version: number
  shows: string
  messageId: string | undefined
  pinned: boolean
  reported: boolean
}

/** How the last message or edit of a card stands; `refused`: it is not there; `uncertain`: it may not be there. */
export type CardState = 'waiting' | 'sending' | 'shown' | 'refused' | 'uncertain'

/** Councils whose cards were not written as of `latest`, or have changed. */
export async function* councilsWithOldCards(db: Db, latest: IsoDate): AsyncGenerator<CardedCouncil> {
  const rows = byPages((page, take) =>
    db.council.findMany({
      where: { ...page, OR: [{ cardsOn: null }, { cardsOn: { lt: latest } }] },
      select: { id: true, timeZone: true, reminders: true, cardsOn: true },
      orderBy: { id: 'asc' },
      take,
    }),
  )
  for await (const { id, timeZone, reminders, cardsOn } of rows)
    yield {
      id: id as CouncilId,
      timeZone,
      settings: ReminderSettings.parse(reminders ?? {}),
      cardsOn: (cardsOn ?? undefined) as IsoDate | undefined,
    }
}

/** Has a council's cards written anew soon: something that they show changed. */
export async function staleCards(db: Db, councilId: CouncilId) {
  await db.council.update({ where: { id: councilId }, data: { cardsOn: null } })
}

/** Keeps the day as of which a council's cards are written. */
export async function cardsWritten(db: Db, councilId: CouncilId, on: IsoDate) {
  await db.council.update({ where: { id: councilId }, data: { cardsOn: on } })
}

/** The name of a card's message or edit in the outbox. */
export const cardKey = ({ chatId, quarter, version }: Pick<Card, 'chatId' | 'quarter' | 'version'>) =>
  `card:${chatId}:${quarter}:${version}`

/** A chat's cards, the newest first, with what became of the last message or edit of each. */
export async function cardsOf(db: Db, chatId: ChatId): Promise<{ card: Card; state: CardState }[]> {
  const rows = await db.card.findMany({ where: { chatId }, orderBy: { quarter: 'desc' }, take: 2 })
  const found: { card: Card; state: CardState }[] = []
  for (const row of rows) {
    const messageId = row.messageId ?? undefined
    found.push(await followed(db, { ...row, chatId, quarter: row.quarter as IsoDate, messageId }))
  }
  return found
}

/** Keeps a card after its newest state was put into the outbox. */
export async function keepCard(db: Db, { chatId, quarter, ...card }: Card) {
  const data = { ...card, messageId: card.messageId ?? null }
  const where = { chatId_quarter: { chatId, quarter } }
  await db.card.upsert({ where, create: { chatId, quarter, ...data }, update: data })
}

const PINNING = PLATFORM_NAMES.filter((name) => TRAITS[name].pin)

/** The groups in which a card could not be pinned though the network has pins, with the reason; each is told once. */
export async function takeUnpinned(db: Db, councilId: CouncilId): Promise<{ chat: string; reason: string }[]> {
  const rows = await db.card.findMany({
    where: { reported: false, pinned: false, chat: { councilId, platform: { in: PINNING } } },
    include: { chat: { select: { title: true } } },
  })
  const unpinned: { chat: string; reason: string }[] = []
  for (const { chatId, quarter, version, chat } of rows) {
    const key = cardKey({ chatId: chatId as ChatId, quarter: quarter as IsoDate, version })
    const row = await db.outbox.findUnique({ where: { dedupeKey: key } })
    if (row?.state !== 'sent' || row.reason === null) continue
    unpinned.push({ chat: chat.title ?? '', reason: row.reason })
    await db.card.update({ where: { chatId_quarter: { chatId, quarter } }, data: { reported: true } })
  }
  return unpinned
}

/** The card with what is known by now of its last message or edit. */
async function followed(db: Db, card: Card): Promise<{ card: Card; state: CardState }> {
  const row = await db.outbox.findUnique({ where: { dedupeKey: cardKey(card) } })
  // What was sent long ago is tidied away.
  if (!row) return { card, state: 'shown' }
  const { edits, pin } = row.payload as OutboxPayload
  if (row.state === 'waiting' || row.state === 'sending') return { card, state: row.state }
  if (row.state === 'sent') {
    const pinned = card.pinned || (pin !== undefined && row.reason === null)
    return { card: { ...card, messageId: row.externalId ?? undefined, pinned }, state: 'shown' }
  }
  const stands = row.state === 'uncertain' || row.reason === 'expired' ? edits : undefined
  const state = row.state === 'uncertain' ? 'uncertain' : 'refused'
  return { card: { ...card, messageId: stands, pinned: stands !== undefined && card.pinned }, state }
}
