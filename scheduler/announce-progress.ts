import { createHash } from 'node:crypto'
import { reportOf } from '#domain/announcements/report.ts'
import type { Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { endMessage, progressMessage } from '#locales/announcement-message.ts'
import { noticesOf } from '#prisma/announcement-deletion.ts'
import { recipientsOfAnnouncement } from '#prisma/announcement-delivery.ts'
import { keepProgress, progressesOf, progressKey, type Progress } from '#prisma/announcement-progress.ts'
import type { Active } from '#prisma/announcement-work.ts'
import { findAnnouncement } from '#prisma/announcements.ts'
import type { Within } from './job.ts'

/** A progress is shown anew no sooner. */
const BETWEEN_MS = 3000

/** Shows those who watch an announcement how it is getting on, or with `ended` what became of it; where nothing can be edited that alone. */
export async function showProgress(context: Within, { id, councilId }: Active, { ended }: { ended: boolean }) {
  const { tx, now } = context
  const progresses = await progressesOf(tx, councilId, id)
  const due = progresses.filter(({ to, at }) => ended || (canChange(to) && isDue(at, now)))
  const announcement = due.length > 0 ? await findAnnouncement(tx, councilId, id) : undefined
  if (!announcement) return
  const report = reportOf(await recipientsOfAnnouncement(tx, id))
  const notices = announcement.state === 'withdrawn' ? await noticesOf(tx, id) : undefined
  const reply = ended ? endMessage(announcement, report, notices) : progressMessage(announcement, report)
  for (const progress of due) await write(context, { id, councilId }, progress, reply)
}

const canChange = ({ platform }: Progress['to']): boolean => TRAITS[platform].edit
const isDue = (at: Date | undefined, now: Date): boolean => !at || now.getTime() - at.getTime() >= BETWEEN_MS

/**
 * One message, edited in place where that can be. It is told as an answer is: behind a thousand announcements it would come last. Its last state may be on its way:
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
  // A new message is for another end, though in the same words.
  if (progress.shows === shows && canChange(to)) return
  const version = progress.version + (waiting ? 0 : 1)
  const before = version > 1 && canChange(to) ? { editsRow: progressKey(id, to.chatId, version - 1) } : {}
  const dedupeKey = progressKey(id, to.chatId, version)
  await say(tx, { ...to, ...before, kind: 'reply', dedupeKey, rewrites: true, now }, reply)
  await keepProgress(tx, id, { to, version, shows, at: now })
}
