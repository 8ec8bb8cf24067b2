import type { AnnouncementId } from '#domain/ids.ts'
import { outgoing } from '#domain/announcements/outgoing.ts'
import { partsToSend } from '#domain/announcements/outcome.ts'
import type { Announcement } from '#domain/announcements/announcement.ts'
import type { ChatAddress } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import { MessageIds } from './announcement-delivery.ts'
import { partStates, type PartRow } from './announcement-rows.ts'
import { addressIn } from './chat-address.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** How many recipients are dealt with in one transaction: answers wait no longer than that. */
const CHUNK = 50

/** A recipient whose messages are to be put into the outbox. */
export interface Taken {
  id: string
  position: number
  /** To be told; else its messages stand there already, in words that are not right any more. */
  waits: boolean
  attempt: number
  messageIds: (string | null)[]
  to: ChatAddress & BotRef
}

/** Takes the next recipients behind a position of whom something is to be put into the outbox. Nobody else gets them. */
export async function takeChunk(
  db: Db,
  id: AnnouncementId,
  after: number,
): Promise<{ taken: Taken[]; last: number | undefined }> {
  const rows = await db.announcementRecipient.findMany({
    where: { announcementId: id, ...OUTDATED, position: { gt: after } },
    include: { chat: true, announcement: { select: { council: true } } },
    orderBy: { position: 'asc' },
    take: CHUNK,
  })
  const mine = await db.announcementRecipient.updateManyAndReturn({
    where: { id: { in: rows.map((row) => row.id) }, enqueued: false },
    data: { enqueued: true },
    select: { id: true },
  })
  const ids = new Set(mine.map((row) => row.id))
  const taken = rows.flatMap(({ chat, announcement, ...row }): Taken[] => {
    if (!chat || !ids.has(row.id)) return []
    const messageIds = MessageIds.parse(row.messageIds ?? [])
    const { position, tries: attempt } = row
    const to = addressIn(chat, announcement.council)
    return [{ id: row.id, position, waits: row.state === 'waiting', attempt, messageIds, to }]
  })
  return { taken, last: rows.at(-1)?.position }
}

const OUTDATED = {
  enqueued: false,
  chatId: { not: null },
  OR: [{ state: { in: ['waiting', 'uncertain'] } }, { messageIds: { not: Prisma.DbNull } }],
} satisfies Prisma.AnnouncementRecipientWhereInput

/** Whether something of an announcement is still to be put into the outbox. */
export async function hasUntaken(db: Db, id: AnnouncementId): Promise<boolean> {
  return (await db.announcementRecipient.findFirst({ where: { announcementId: id, ...OUTDATED } })) !== null
}

/** Leaves a recipient for the next time: one of its messages is on its way at this moment. */
export async function leaveForLater(db: Db, recipientId: string) {
  await db.announcementRecipient.update({ where: { id: recipientId }, data: { enqueued: false } })
}

/** Ends a recipient who cannot be told at all. */
export async function refuseRecipient(db: Db, recipientId: string, reason: string) {
  const where = { id: recipientId, state: 'waiting' }
  await db.announcementRecipient.updateMany({ where, data: { state: 'refused', reason } })
}

/**
 * The numbers of the messages that a recipient gets in this try: all in the first; in a later one those that did not arrive, or those of this try
 * that wait already, to be put in other words.
 */
export function partsFor(announcement: Announcement, taken: Taken, rows: PartRow[] | undefined): number[] {
  const { length: count } = outgoing(announcement)
  const numbers = Array.from({ length: count }, (_, number) => number)
  if (taken.attempt === 0) return numbers
  const ofThisTry = numbers.filter((number) => rows?.[number]?.attempt === taken.attempt)
  return ofThisTry.length > 0 ? ofThisTry : partsToSend(partStates(count, rows, taken.messageIds))
}
