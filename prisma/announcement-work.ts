import type { AnnouncementState } from '#domain/announcements/announcement.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import { ReminderSettings } from '#domain/reminder-settings.ts'
import type { Db } from './database.ts'
import type { Prisma } from './generated/client.ts'

/** Begun, and not everything that follows is done. */
const UNDER_WAY = {
  state: { in: ['sending', 'stopped', 'withdrawn'] },
  endedAt: null,
} satisfies Prisma.AnnouncementWhereInput

/** An announcement with which something is to be done. */
export interface Active {
  id: AnnouncementId
  councilId: CouncilId
  state: Extract<AnnouncementState, 'sending' | 'stopped' | 'withdrawn'>
}

/** Announcements with which something is to be done, the oldest first. */
export async function activeAnnouncements(db: Db): Promise<Active[]> {
  const rows = await db.announcement.findMany({
    where: UNDER_WAY,
    select: { id: true, councilId: true, state: true },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, councilId, state }) => ({
    id: id as AnnouncementId,
    councilId: councilId as CouncilId,
    state: state as Active['state'],
  }))
}

/** A scheduled announcement whose time has come. */
export interface DueAnnouncement {
  id: AnnouncementId
  councilId: CouncilId
  sendAt: Date
  timeZone: string
  settings: ReminderSettings
}

/** Scheduled announcements whose time has come, the earliest first. */
export async function dueAnnouncements(db: Db, now: Date): Promise<DueAnnouncement[]> {
  const rows = await db.announcement.findMany({
    where: { state: 'scheduled', sendAt: { lte: now } },
    select: { id: true, councilId: true, sendAt: true, council: { select: { timeZone: true, reminders: true } } },
    orderBy: [{ sendAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, councilId, sendAt, council }) => ({
    id: id as AnnouncementId,
    councilId: councilId as CouncilId,
    sendAt: sendAt!,
    timeZone: council.timeZone,
    settings: ReminderSettings.parse(council.reminders ?? {}),
  }))
}

/** Whether anything is to be done with any announcement. */
export async function hasAnnouncementWork(db: Db, now: Date): Promise<boolean> {
  const where = { OR: [UNDER_WAY, { state: 'scheduled', sendAt: { lte: now } }] }
  return (await db.announcement.findFirst({ where, select: { id: true } })) !== null
}

/** Whether it is not known yet what becomes of some recipient. */
export async function hasWaiting(db: Db, id: AnnouncementId): Promise<boolean> {
  const where = { announcementId: id, state: 'waiting' }
  return (await db.announcementRecipient.findFirst({ where, select: { id: true } })) !== null
}

/** Ends what is under way with an announcement. Returns false where something new began meanwhile. */
export async function endAnnouncement(db: Db, id: AnnouncementId, from: Active['state'], now: Date): Promise<boolean> {
  const stopped = from === 'sending' && (await hasStopped(db, id))
  const state = from === 'sending' && !stopped ? 'sent' : stopped ? 'stopped' : from
  const { count } = await db.announcement.updateMany({
    where: { id, state: from, endedAt: null },
    data: { state, endedAt: now },
  })
  return count === 1
}

/** Some of its recipients were stopped, and others told anew since. */
async function hasStopped(db: Db, id: AnnouncementId): Promise<boolean> {
  const where = { announcementId: id, state: 'stopped' }
  return (await db.announcementRecipient.findFirst({ where, select: { id: true } })) !== null
}
