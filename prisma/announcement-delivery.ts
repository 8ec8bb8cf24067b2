import { z } from 'zod'
import type { Recipient, RecipientState } from '#domain/announcements/announcement.ts'
import { outcomeOf, STOPPED } from '#domain/announcements/outcome.ts'
import { outgoing } from '#domain/announcements/outgoing.ts'
import type { AnnouncementId, ChatId, CouncilId } from '#domain/ids.ts'
import { resolveAudience } from './announcement-audience.ts'
import { scheduleNext } from './announcement-repeat.ts'
import { keysUnder, partRows, partStates } from './announcement-rows.ts'
import { changeAnnouncement, findAnnouncement, toAnnouncement } from './announcements.ts'
import type { Db } from './database.ts'
import { byChunks, inPages } from './in-pages.ts'

export const MessageIds = z.array(z.string().nullable()).catch([])

/**
 * Writes down who is told and begins: the job `announce` does the rest. A recurring one gets its next run. Returns false where it is neither a draft
 * nor scheduled any more.
 */
export async function startSending(db: Db, councilId: CouncilId, id: AnnouncementId, now: Date): Promise<boolean> {
  const change = { state: 'sending', startedAt: now } as const
  if (!(await changeAnnouncement(db, councilId, id, ['draft', 'scheduled'], change))) return false
  const announcement = await findAnnouncement(db, councilId, id)
  const told = await resolveAudience(db, councilId, announcement!.audience)
  await db.announcementRecipient.createMany({
    data: told.map(({ chatId, name, unit, phone }, position) => ({
      announcementId: id,
      position,
      chatId: chatId ?? null,
      name,
      unit: unit ?? null,
      phone: phone ?? null,
      state: chatId === undefined ? 'unreached' : 'waiting',
    })),
  })
  await scheduleNext(db, councilId, id, now)
  return true
}

/** Everybody whom an announcement is told, in their order, as it stands now. */
export async function recipientsOfAnnouncement(db: Db, id: AnnouncementId): Promise<Recipient[]> {
  await takeOutcomes(db, id)
  const rows = await inPages((page) =>
    db.announcementRecipient.findMany({
      where: { announcementId: id },
      include: {
        chat: { select: { platform: true, kind: true } },
        receipts: { include: { person: { select: { name: true } } }, orderBy: { at: 'asc' } },
      },
      orderBy: { position: 'asc' },
      ...page,
    }),
  )
  return rows.map(({ chat, receipts, ...row }) => ({
    chatId: (row.chatId ?? undefined) as ChatId | undefined,
    name: row.name,
    group: chat?.kind === 'group',
    unit: row.unit ?? undefined,
    platform: chat?.platform,
    state: row.state as RecipientState,
    reason: row.reason ?? undefined,
    tries: row.tries,
    confirmedBy: receipts.map(({ person }) => person.name),
    confirmedAt: receipts[0]?.at,
    phone: row.phone ?? undefined,
  }))
}

/** Takes over from the outbox what became of the messages, so that tidying it loses nothing. Returns how many recipients wait no longer. */
export async function takeOutcomes(db: Db, id: AnnouncementId): Promise<number> {
  const waiting = await db.announcementRecipient.findMany({
    where: { announcementId: id, state: 'waiting' },
    select: { id: true, tries: true, messageIds: true },
  })
  if (waiting.length === 0) return 0
  const { length: count } = outgoing(toAnnouncement(await db.announcement.findUniqueOrThrow({ where: { id } })))
  const rows = await partRows(db, id)
  let settled = 0
  for (const { id: recipientId, tries, messageIds } of waiting) {
    const parts = rows.get(recipientId) ?? []
    // What is to be tried anew is not in the outbox yet.
    if (!parts.some((part) => part.attempt === tries)) continue
    const known = MessageIds.parse(messageIds ?? [])
    const { state, reason = null } = outcomeOf(partStates(count, parts, known))
    if (state === 'waiting') continue
    const standing = Array.from({ length: count }, (_, part) => known[part] ?? parts[part]?.messageId ?? null)
    await db.announcementRecipient.updateMany({
      where: { id: recipientId, state: 'waiting', tries },
      data: { state, reason, ...(standing.some((one) => one !== null) ? { messageIds: standing } : {}) },
    })
    settled += 1
  }
  return settled
}

/** Stops an announcement and takes back what waits. What is under way at this moment may still arrive. Returns false where it is not being sent. */
export async function stopSending(db: Db, councilId: CouncilId, id: AnnouncementId, now: Date): Promise<boolean> {
  if (!(await changeAnnouncement(db, councilId, id, ['sending'], { state: 'stopped', endedAt: null }))) return false
  await takeBack(db, id, now)
  return true
}

/** Takes back whatever of an announcement waits: in the outbox, or to be put there. */
export async function takeBack(db: Db, id: AnnouncementId, now: Date) {
  await db.outbox.updateMany({
    where: { dedupeKey: keysUnder('announcement', id), state: 'waiting' },
    data: { state: 'refused', reason: STOPPED, finishedAt: now },
  })
  await takeOutcomes(db, id)
  const rows = await partRows(db, id)
  const waiting = await db.announcementRecipient.findMany({
    where: { announcementId: id, state: 'waiting' },
    select: { id: true, tries: true },
  })
  const untold = waiting.filter((one) => !rows.get(one.id)?.some((part) => part.attempt === one.tries))
  const ids = untold.map((one) => one.id)
  await byChunks(ids, (chunk) =>
    db.announcementRecipient.updateMany({ where: { id: { in: chunk }, state: 'waiting' }, data: { state: 'stopped' } }),
  )
}

/** Goes on with what was stopped. Returns how many are told now. */
export function continueSending(db: Db, councilId: CouncilId, id: AnnouncementId): Promise<number> {
  return tryAnew(db, councilId, id, ['stopped'])
}

/** Tells those anew whom it certainly did not reach; those of whom it is not known only where that is asked for. Returns how many. */
export function retryFailed(
  db: Db,
  councilId: CouncilId,
  id: AnnouncementId,
  { uncertain }: { uncertain: boolean } = { uncertain: false },
): Promise<number> {
  return tryAnew(db, councilId, id, uncertain ? ['refused', 'uncertain'] : ['refused'])
}

async function tryAnew(db: Db, councilId: CouncilId, id: AnnouncementId, states: RecipientState[]): Promise<number> {
  const from = { councilId, state: { in: ['sending', 'sent', 'stopped'] } }
  const { count } = await db.announcementRecipient.updateMany({
    where: { announcementId: id, announcement: from, state: { in: states }, chatId: { not: null } },
    data: { state: 'waiting', reason: null, tries: { increment: 1 }, enqueued: false },
  })
  const change = { state: 'sending', endedAt: null } as const
  if (count > 0) await changeAnnouncement(db, councilId, id, ['sending', 'sent', 'stopped'], change)
  return count
}
