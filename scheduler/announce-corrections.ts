import type { Announcement } from '#domain/announcements/announcement.ts'
import { outgoing } from '#domain/announcements/outgoing.ts'
import { correctionReply } from '#locales/announcement-message.ts'
import type { Taken } from '#prisma/announcement-chunks.ts'
import { takeCorrections } from '#prisma/announcement-corrections.ts'
import type { PartRow } from '#prisma/announcement-rows.ts'
import type { Within } from './job.ts'

/** Says the right words to a recipient who has others, where what was sent cannot be edited: once for each correction. */
export async function sayCorrections(
  { tx, now, say }: Within,
  announcement: Announcement,
  recipient: Taken,
  rows: PartRow[] | undefined,
) {
  const due = await takeCorrections(tx, announcement, recipient, rows, now)
  const messages = outgoing(announcement)
  for (const { number, key } of due) {
    const reply = correctionReply(announcement.id, messages[number]!)
    await say(tx, { ...recipient.to, kind: 'announcement', dedupeKey: key, now }, reply)
  }
}
