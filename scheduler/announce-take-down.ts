import { withdrawnAboveReply, withdrawnReply } from '#locales/announcement-message.ts'
import { deleteChunk, takeUndeleted } from '#prisma/announcement-deletion.ts'
import type { Active } from '#prisma/announcement-work.ts'
import { findAnnouncement } from '#prisma/announcements.ts'
import type { Within } from './job.ts'

/**
 * Deletes what stands in the next chats; what could not be deleted says that it was withdrawn, and where nothing can be deleted a message below says
 * so. Returns of how many messages.
 */
export async function takeDownChunk({ tx, now, say }: Within, { id, councilId }: Active): Promise<number> {
  const { count, notices } = await deleteChunk(tx, id, now)
  const undeleted = await takeUndeleted(tx, id)
  for (const { key, messageId, to } of undeleted)
    await say(tx, { ...to, kind: 'upkeep', dedupeKey: key, edits: messageId, now }, withdrawnReply())
  const announcement = notices.length > 0 ? await findAnnouncement(tx, councilId, id) : undefined
  if (announcement)
    for (const { key, to } of notices)
      await say(tx, { ...to, kind: 'announcement', dedupeKey: key, now }, withdrawnAboveReply(announcement))
  return count + undeleted.length
}
