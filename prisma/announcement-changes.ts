import type { Announcement, AnnouncementState, Part } from '#domain/announcements/announcement.ts'
import { STOPPED } from '#domain/announcements/outcome.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import type { RichText } from '#domain/messages.ts'
import type { Taken } from './announcement-chunks.ts'
import { takeBack, takeOutcomes } from './announcement-delivery.ts'
import { keysUnder, payloadOf, type PartRow } from './announcement-rows.ts'
import { changeAnnouncement, findAnnouncement } from './announcements.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import { enqueue, type OutboxPayload } from './outbox.ts'

const BEGUN: AnnouncementState[] = ['sending', 'sent', 'stopped']

/**
 * Gives an announcement that went out other words, part by part; its files stay. The job `announce` edits what stands in the chats, says the new words
 * where that cannot be, and rewrites what still waits. Returns false where it has not begun, was withdrawn, or has another number of parts.
 */
export async function correctText(
  db: Db,
  councilId: CouncilId,
  id: AnnouncementId,
  parts: Part[],
  now: Date,
): Promise<boolean> {
  const known = await findAnnouncement(db, councilId, id)
  if (known?.parts.length !== parts.length) return false
  const corrected = known.parts.map((part, number) => {
    const { body } = parts[number]!
    return sameText(part.body, body) ? part : { ...part, body, correctedAt: now.getTime() }
  })
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
  await db.outbox.updateMany({
    where: { dedupeKey: keysUnder('announcement-edit', id), state: 'waiting' },
    data: { state: 'refused', reason: STOPPED, finishedAt: now },
  })
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

/** Whether two texts are the same, their marks included. */
export const sameText = (one: RichText | undefined, other: RichText) => JSON.stringify(one) === JSON.stringify(other)
