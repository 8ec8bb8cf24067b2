import type { AnnouncementId } from '#domain/ids.ts'
import type { ChatAddress } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { MessageIds } from './announcement-delivery.ts'
import { keysUnder } from './announcement-rows.ts'
import { addressIn } from './chat-address.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import { enqueue, type OutboxPayload } from './outbox.ts'

/** How many recipients' messages are deleted in one transaction. */
const CHUNK = 50

const UNDELETED = ['refused', 'uncertain']
const deletionKeys = (id: AnnouncementId) => keysUnder('announcement-delete', id)
/** Ends the name of what is said because something could not be deleted. */
const NOTICE = ':notice'
const refusedDeletion = (id: AnnouncementId) => ({
  dedupeKey: deletionKeys(id),
  NOT: { dedupeKey: { endsWith: NOTICE } },
  state: { in: UNDELETED },
  reported: false,
})

/** What is to be said because something of an announcement could not be deleted. */
export interface Notice {
  /** Its name in the outbox. */
  key: string
  to: ChatAddress
  /** The message in whose place it is said; undefined where nothing can be edited. */
  messageId: string | undefined
}

/**
 * Has the messages of the next recipients of a withdrawn announcement deleted. Returns how many recipients there were, and what is to be said where
 * nothing can be deleted.
 */
export async function deleteChunk(
  db: Db,
  id: AnnouncementId,
  now: Date,
): Promise<{ count: number; notices: Notice[] }> {
  const rows = await db.announcementRecipient.findMany({
    where: { announcementId: id, messageIds: { not: Prisma.DbNull } },
    include: { chat: true, announcement: { select: { council: true } } },
    take: CHUNK,
  })
  const notices: Notice[] = []
  for (const { id: recipientId, chat, announcement, messageIds } of rows) {
    if (!chat) continue
    const to = addressIn(chat, announcement.council)
    const key = `announcement-delete:${id}:${recipientId}`
    if (TRAITS[to.platform].edit) await enqueueDeletions(db, to, { key, messageIds: MessageIds.parse(messageIds) }, now)
    else notices.push({ key: key + NOTICE, to, messageId: undefined })
  }
  const ids = rows.map((row) => row.id)
  await db.announcementRecipient.updateMany({ where: { id: { in: ids } }, data: { messageIds: Prisma.DbNull } })
  return { count: rows.length, notices }
}

async function enqueueDeletions(
  db: Db,
  { platform, chatId }: ChatAddress,
  { key, messageIds }: { key: string; messageIds: (string | null)[] },
  now: Date,
) {
  for (const [number, messageId] of messageIds.entries())
    if (messageId !== null)
      await enqueue(db, {
        platform,
        chatId,
        kind: 'upkeep',
        dedupeKey: `${key}:${number}`,
        payload: { body: { text: '', spans: [] }, choices: [], deletes: messageId },
        notBefore: now,
        now,
      })
}

/** What is to be said in place of messages whose deletion was refused, each once. */
export async function takeUndeleted(db: Db, id: AnnouncementId): Promise<Notice[]> {
  const { council } = await db.announcement.findUniqueOrThrow({ where: { id }, select: { council: true } })
  const rows = await db.outbox.findMany({
    where: refusedDeletion(id),
    include: { chat: true },
    orderBy: { id: 'asc' },
    take: CHUNK,
  })
  await db.outbox.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { reported: true } })
  return rows.map(({ dedupeKey, payload, chat }) => ({
    key: dedupeKey + NOTICE,
    to: addressIn(chat, council),
    messageId: (payload as OutboxPayload).deletes,
  }))
}

/** Whether messages of a withdrawn announcement still stand, or it is not known yet whether they do. */
export async function isDeleting(db: Db, id: AnnouncementId): Promise<boolean> {
  const where = { OR: [{ dedupeKey: deletionKeys(id), finishedAt: null }, refusedDeletion(id)] }
  const row = await db.outbox.findFirst({ where, select: { id: true } })
  const standing = { announcementId: id, messageIds: { not: Prisma.DbNull } }
  return row !== null || (await db.announcementRecipient.findFirst({ where: standing, select: { id: true } })) !== null
}

/** In how many chats it had to be said that an announcement was withdrawn, as nothing can be deleted there, and in how many it was. */
export async function noticesOf(db: Db, id: AnnouncementId): Promise<{ total: number; sent: number }> {
  const rows = await db.outbox.findMany({
    where: { dedupeKey: deletionKeys(id), AND: { dedupeKey: { endsWith: NOTICE } } },
    select: { dedupeKey: true, state: true },
  })
  // Behind the recipient stands no number: it is not about one message.
  const notices = rows.filter(({ dedupeKey }) => dedupeKey.split(':').length === 4)
  return { total: notices.length, sent: notices.filter(({ state }) => state === 'sent').length }
}
