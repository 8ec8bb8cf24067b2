import type { Announcement, AnnouncementState, Part } from '#domain/announcements/announcement.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import type { ChatAddress, RichText } from '#domain/messages.ts'
import type { Taken } from './announcement-chunks.ts'
import { takeBack, takeOutcomes } from './announcement-delivery.ts'
import { keysUnder, type PartRow } from './announcement-rows.ts'
import { changeAnnouncement, findAnnouncement } from './announcements.ts'
import { addressIn } from './chat-address.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import { enqueue, type OutboxPayload } from './outbox.ts'

const BEGUN: AnnouncementState[] = ['sending', 'sent', 'stopped']

/**
 * Gives an announcement that went out other words, part by part; its files stay. The job `announce` edits what stands in the chats and rewrites what
 * still waits. Returns false where it has not begun, was withdrawn, or has another number of parts.
 */
export async function correctText(db: Db, councilId: CouncilId, id: AnnouncementId, parts: Part[]): Promise<boolean> {
  const known = await findAnnouncement(db, councilId, id)
  if (known?.parts.length !== parts.length) return false
  const corrected = known.parts.map((part, number) => ({ ...part, body: parts[number]!.body }))
  const change = { parts: corrected, state: 'sending', endedAt: null } as const
  if (!(await changeAnnouncement(db, councilId, id, BEGUN, change))) return false
  await takeOutcomes(db, id)
  await db.announcementRecipient.updateMany({ where: { announcementId: id, ...SAID }, data: { enqueued: false } })
  return true
}

/** Something of it stands in the chat, or will. */
const SAID = {
  OR: [{ state: 'waiting' }, { messageIds: { not: Prisma.DbNull } }],
} satisfies Prisma.AnnouncementRecipientWhereInput

/**
 * Takes an announcement back: what waits is not sent, and the job `announce` deletes what stands in the chats. Returns false where it has not begun or
 * was withdrawn already.
 */
export async function withdraw(db: Db, councilId: CouncilId, id: AnnouncementId, now: Date): Promise<boolean> {
  if (!(await changeAnnouncement(db, councilId, id, BEGUN, { state: 'withdrawn', endedAt: null }))) return false
  await takeBack(db, id, now)
  return true
}

/** Edits the messages of a recipient whose words are not those of the announcement any more. */
export async function enqueueEdits(
  db: Db,
  { id, parts }: Announcement,
  recipient: Taken,
  rows: PartRow[] | undefined,
  now: Date,
) {
  for (const [number, { body }] of parts.entries()) {
    const messageId = recipient.messageIds[number]
    if (!messageId) continue
    const sent = await payloadOf(db, rows?.[number]?.key)
    const edits = await db.outbox.findMany({
      where: { dedupeKey: keysUnder('announcement-edit', id, recipient.id, String(number)) },
      orderBy: { id: 'asc' },
      select: { payload: true, state: true },
    })
    const last = edits.at(-1)
    if (sameText((last?.payload as OutboxPayload | undefined)?.body ?? sent?.body, body)) continue
    const { prompt, choices = [] } = sent ?? {}
    await enqueue(db, {
      platform: recipient.to.platform,
      chatId: recipient.to.chatId,
      kind: 'upkeep',
      dedupeKey: `announcement-edit:${id}:${recipient.id}:${number}:${edits.length + (last?.state === 'waiting' ? 0 : 1)}`,
      payload: { body, choices, ...(prompt ? { prompt } : {}), edits: messageId },
      promptId: prompt,
      rewrites: true,
      notBefore: now,
      now,
    })
  }
}

async function payloadOf(db: Db, dedupeKey: string | undefined): Promise<OutboxPayload | undefined> {
  if (dedupeKey === undefined) return undefined
  const row = await db.outbox.findUnique({ where: { dedupeKey }, select: { payload: true } })
  return (row?.payload ?? undefined) as OutboxPayload | undefined
}

const sameText = (one: RichText | undefined, other: RichText) => JSON.stringify(one) === JSON.stringify(other)

/** How many recipients' messages are deleted in one transaction. */
const CHUNK = 50

const UNDELETED = ['refused', 'uncertain']
const deletionKeys = (id: AnnouncementId) => keysUnder('announcement-delete', id)

/** Has the messages of the next recipients of a withdrawn announcement deleted. Returns how many recipients there were. */
export async function deleteChunk(db: Db, id: AnnouncementId, now: Date): Promise<number> {
  const rows = await db.announcementRecipient.findMany({
    where: { announcementId: id, messageIds: { not: Prisma.DbNull } },
    include: { chat: { select: { platform: true } } },
    take: CHUNK,
  })
  for (const { id: recipientId, chatId, chat, messageIds } of rows) {
    for (const [number, messageId] of ((messageIds ?? []) as (string | null)[]).entries())
      if (messageId !== null && chat && chatId !== null)
        await enqueue(db, {
          platform: chat.platform as Taken['to']['platform'],
          chatId: chatId as Taken['to']['chatId'],
          kind: 'upkeep',
          dedupeKey: `announcement-delete:${id}:${recipientId}:${number}`,
          payload: { body: { text: '', spans: [] }, choices: [], deletes: messageId },
          notBefore: now,
          now,
        })
  }
  const ids = rows.map((row) => row.id)
  await db.announcementRecipient.updateMany({ where: { id: { in: ids } }, data: { messageIds: Prisma.DbNull } })
  return rows.length
}

/** A message that could not be deleted. */
export interface Undeleted {
  key: string
  messageId: string
  to: ChatAddress
}

/** Messages whose deletion was refused, each once. */
export async function takeUndeleted(db: Db, id: AnnouncementId): Promise<Undeleted[]> {
  const where = { dedupeKey: deletionKeys(id), state: { in: UNDELETED }, reported: false }
  const { council } = await db.announcement.findUniqueOrThrow({ where: { id }, select: { council: true } })
  const rows = await db.outbox.findMany({ where, include: { chat: true }, orderBy: { id: 'asc' }, take: CHUNK })
  await db.outbox.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { reported: true } })
  return rows.map(({ dedupeKey, payload, chat }) => ({
    key: dedupeKey,
    messageId: (payload as OutboxPayload).deletes!,
    to: addressIn(chat, council),
  }))
}

/** Whether messages of a withdrawn announcement still stand, or it is not known yet whether they do. */
export async function isDeleting(db: Db, id: AnnouncementId): Promise<boolean> {
  const open = { OR: [{ finishedAt: null }, { state: { in: UNDELETED }, reported: false }] }
  const row = await db.outbox.findFirst({ where: { dedupeKey: deletionKeys(id), ...open }, select: { id: true } })
  const standing = { announcementId: id, messageIds: { not: Prisma.DbNull } }
  return row !== null || (await db.announcementRecipient.findFirst({ where: standing, select: { id: true } })) !== null
}
