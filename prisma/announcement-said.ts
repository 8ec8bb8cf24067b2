import type { AnnouncementId, ChatId } from '#domain/ids.ts'
import { MessageIds } from './announcement-delivery.ts'
import { keysUnder } from './announcement-rows.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** So many of a chat's latest announcements are looked through: people answer what is new. */
const LATEST = 100
/** Itself, a correction of it, and what reminds of its receipt. */
const SAID = ['announcement', 'announcement-edit', 'announcement-reminder']

/**
 * The announcement that a message in a chat belongs to, whether its outbox row is still there or not; undefined where it belongs to none. An album is
 * several messages, kept with commas between them.
 */
export async function announcementSaidIn(
  db: Db,
  chatId: ChatId,
  messageId: string,
): Promise<AnnouncementId | undefined> {
  const isIt = (sentAs: string | null) => sentAs?.split(',').includes(messageId) ?? false
  const rows = await db.outbox.findMany({
    where: { chatId, externalId: { contains: messageId }, OR: SAID.map((name) => ({ dedupeKey: keysUnder(name) })) },
    select: { dedupeKey: true, externalId: true },
  })
  const row = rows.find(({ externalId }) => isIt(externalId))
  if (row) return row.dedupeKey.split(':')[1] as AnnouncementId
  const told = await db.announcementRecipient.findMany({
    where: { chatId, messageIds: { not: Prisma.DbNull } },
    orderBy: { announcement: { createdAt: 'desc' } },
    take: LATEST,
    select: { announcementId: true, messageIds: true },
  })
  const found = told.find((one) => MessageIds.parse(one.messageIds).some(isIt))
  return found?.announcementId as AnnouncementId | undefined
}
