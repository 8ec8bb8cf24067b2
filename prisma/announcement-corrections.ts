import type { Announcement } from '#domain/announcements/announcement.ts'
import { STOPPED } from '#domain/announcements/outcome.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import { PLATFORM_NAMES } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { sameText } from './announcement-changes.ts'
import type { Taken } from './announcement-chunks.ts'
import { takeOutcomes } from './announcement-delivery.ts'
import { keysUnder, payloadOf, type PartRow } from './announcement-rows.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** A correction is told within minutes. What tells that it was is tidied away one day, so that older ones must not be told any more. */
const LONGEST_MS = 30 * 86_400_000

/** Platforms on which what was sent stays as it is. */
const FIXED = PLATFORM_NAMES.filter((name) => !TRAITS[name].edit)

/** In how many chats something of an announcement stands that can neither be changed nor deleted. */
export async function fixedChats(db: Db, id: AnnouncementId): Promise<number> {
  await takeOutcomes(db, id)
  return db.announcementRecipient.count({
    where: { announcementId: id, messageIds: { not: Prisma.DbNull }, chat: { platform: { in: FIXED } } },
  })
}

/**
 * The parts of which a recipient, where nothing can be edited, has other words than those that are right now: their numbers, each with the name of its
 * correction in the outbox. An earlier correction that still waits is taken back.
 */
export async function takeCorrections(
  db: Db,
  { id, parts }: Announcement,
  recipient: Taken,
  rows: PartRow[] | undefined,
  now: Date,
): Promise<{ number: number; key: string }[]> {
  const due: { number: number; key: string }[] = []
  for (const [number, { body, correctedAt = -Infinity }] of parts.entries()) {
    if (!recipient.messageIds[number] || now.getTime() - correctedAt > LONGEST_MS) continue
    const names = ['announcement-edit', id, recipient.id, String(number)]
    const key = [...names, correctedAt].join(':')
    const where = { dedupeKey: keysUnder(...names) }
    const said = await db.outbox.findMany({ where, select: { dedupeKey: true } })
    if (said.some(({ dedupeKey }) => dedupeKey === key)) continue
    // It was told late, in these words already.
    if (said.length === 0 && sameText((await payloadOf(db, rows?.[number]?.key))?.body, body)) continue
    const end = { state: 'refused', reason: STOPPED, finishedAt: now }
    await db.outbox.updateMany({ where: { ...where, state: 'waiting' }, data: end })
    due.push({ number, key })
  }
  return due
}
