import { createHash } from 'node:crypto'
import { reportOf } from '#domain/announcements/report.ts'
import type { Reply } from '#domain/messages.ts'
import { endMessage, progressMessage } from '#locales/announcement-message.ts'
import { recipientsOfAnnouncement } from '#prisma/announcement-delivery.ts'
import { keepProgress, progressesOf, progressKey, type Progress } from '#prisma/announcement-progress.ts'
import type { Active } from '#prisma/announcement-work.ts'
import { findAnnouncement } from '#prisma/announcements.ts'
import type { Db } from '#prisma/database.ts'
import type { JobContext } from './job.ts'

/** A progress is shown anew no sooner. */
const BETWEEN_MS = 3000

type Within = JobContext & { tx: Db }

/** Shows those who watch an announcement how it is getting on, or with `ended` what became of it. */
export async function showProgress(context: Within, { id, councilId }: Active, { ended }: { ended: boolean }) {
  const { tx, now } = context
  const progresses = await progressesOf(tx, councilId, id)
  const due = progresses.filter(({ at }) => ended || !at || now.getTime() - at.getTime() >= BETWEEN_MS)
  const announcement = due.length > 0 ? await findAnnouncement(tx, councilId, id) : undefined
  if (!announcement) return
  const report = reportOf(await recipientsOfAnnouncement(tx, id))
  const reply = ended ? endMessage(announcement, report) : progressMessage(announcement, report)
  for (const progress of due) await write(context, { id, councilId }, progress, reply)
}

/**
 * One message, edited in place. It is told as an answer is: behind a thousand announcements it would come last. Its last state may be on its way:
 * the next one comes behind it.
 */
async function write(
  { tx, now, say }: Within,
  { id }: Pick<Active, 'id' | 'councilId'>,
  progress: Progress,
  reply: Reply,
) {
  const { to, waiting } = progress
  const shows = createHash('sha256')
    .update(JSON.stringify([to.locale, reply]))
    .digest('base64url')
  if (progress.shows === shows) return
  const version = progress.version + (waiting ? 0 : 1)
  const before = version > 1 ? { editsRow: progressKey(id, to.chatId, version - 1) } : {}
  const dedupeKey = progressKey(id, to.chatId, version)
  await say(tx, { ...to, ...before, kind: 'reply', dedupeKey, rewrites: true, now }, reply)
  await keepProgress(tx, id, { to, version, shows, at: now })
}
