import type { Recipient } from '#domain/announcements/announcement.ts'
import { reportOf } from '#domain/announcements/report.ts'
import type { AnnouncementId, ChatId, CouncilId, PersonId } from '#domain/ids.ts'
import { recipientsOfAnnouncement } from './announcement-delivery.ts'
import { changeAnnouncement } from './announcements.ts'
import type { Db } from './database.ts'
import { byChunks } from './in-pages.ts'

/** Notes that a person confirmed an announcement in a chat that got it. Returns false where it is known already, or the chat did not get it. */
export async function confirmReceipt(
  db: Db,
  councilId: CouncilId,
  id: AnnouncementId,
  chatId: ChatId,
  personId: PersonId,
  now: Date,
): Promise<boolean> {
  const recipient = await db.announcementRecipient.findFirst({
    where: { announcementId: id, chatId, announcement: { councilId, receipt: true } },
    select: { id: true },
  })
  if (!recipient) return false
  const key = { recipientId: recipient.id, personId }
  if (await db.receipt.findUnique({ where: { recipientId_personId: key } })) return false
  await db.receipt.create({ data: { ...key, at: now } })
  return true
}

/** The persons who were told and have not confirmed. Nobody in a group owes it. */
export async function unconfirmed(db: Db, id: AnnouncementId): Promise<Recipient[]> {
  return reportOf(await recipientsOfAnnouncement(db, id)).unconfirmed
}

/**
 * Has the job `announce` ask those again who have not confirmed an announcement that went out: for somebody who has it, a further try is a reminder.
 * Returns how many are asked.
 */
export async function remindUnconfirmed(db: Db, councilId: CouncilId, id: AnnouncementId): Promise<number> {
  const asks = await db.announcement.findFirst({ where: { id, councilId, receipt: true }, select: { id: true } })
  if (!asks) return 0
  const owed = await unconfirmed(db, id)
  if (owed.length === 0) return 0
  const change = { state: 'sending', endedAt: null } as const
  if (!(await changeAnnouncement(db, councilId, id, ['sending', 'sent', 'stopped'], change))) return 0
  const chatIds = owed.flatMap(({ chatId }) => chatId ?? [])
  await byChunks(chatIds, (chunk) =>
    db.announcementRecipient.updateMany({
      where: { announcementId: id, chatId: { in: chunk } },
      data: { tries: { increment: 1 }, enqueued: false },
    }),
  )
  return chatIds.length
}
