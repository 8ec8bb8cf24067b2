import { z } from 'zod'
import {
  Audience,
  Part,
  type Announcement,
  type AnnouncementState,
  type Repeat,
} from '#domain/announcements/announcement.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import type { Announcement as AnnouncementRow } from './generated/client.ts'

export const Parts = z.array(Part)

/** Starts a draft that says nothing yet to nobody. */
export async function createAnnouncement(
  db: Db,
  councilId: CouncilId,
  { createdBy }: { createdBy: string },
  now: Date,
): Promise<AnnouncementId> {
  const data = { councilId, state: 'draft', parts: [], audience: Audience.parse({}), createdBy, createdAt: now }
  const { id } = await db.announcement.create({ data, select: { id: true } })
  return id as AnnouncementId
}

/** An announcement of this council, or undefined. */
export async function findAnnouncement(
  db: Db,
  councilId: CouncilId,
  id: AnnouncementId,
): Promise<Announcement | undefined> {
  const row = await db.announcement.findFirst({ where: { id, councilId } })
  return row ? toAnnouncement(row) : undefined
}

/** The announcements of a council in these states, the newest first. */
export async function announcementsOf(
  db: Db,
  councilId: CouncilId,
  states: AnnouncementState[],
): Promise<Announcement[]> {
  const rows = await db.announcement.findMany({
    where: { councilId, state: { in: states } },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toAnnouncement)
}

/** What can be changed of an announcement; null takes a time or a repetition away. */
export interface AnnouncementChange {
  state?: AnnouncementState
  parts?: Part[]
  audience?: Audience
  receipt?: boolean
  sendAt?: Date | null
  repeat?: Repeat | null
  startedAt?: Date
  endedAt?: Date | null
}

/** Changes an announcement. Returns false where it is in none of these states of this council any more. */
export async function changeAnnouncement(
  db: Db,
  councilId: CouncilId,
  id: AnnouncementId,
  from: AnnouncementState[],
  change: AnnouncementChange,
): Promise<boolean> {
  const { count } = await db.announcement.updateMany({ where: { id, councilId, state: { in: from } }, data: change })
  if (count === 1 && change.sendAt && change.repeat === undefined) await forgetDay(db, id)
  return count === 1
}

/** A new time is a new day of the week or month, too. */
async function forgetDay(db: Db, id: AnnouncementId) {
  const { repeat } = await db.announcement.findUniqueOrThrow({ where: { id }, select: { repeat: true } })
  if (repeat !== null) await db.announcement.update({ where: { id }, data: { repeat: readRepeat(repeat).repeat } })
}

/** How the column keeps a repetition: "monthly:31" is the last of February and the 31st of March. Without a day it is that of `sendAt`. */
export function readRepeat(column: string): { repeat: Repeat; day: number | undefined } {
  const [repeat, day] = column.split(':')
  return { repeat: repeat as Repeat, day: day === undefined ? undefined : Number(day) }
}

export function toAnnouncement(row: AnnouncementRow): Announcement {
  return {
    id: row.id as AnnouncementId,
    state: row.state as AnnouncementState,
    parts: Parts.parse(row.parts),
    audience: Audience.parse(row.audience),
    receipt: row.receipt,
    sendAt: row.sendAt ?? undefined,
    repeat: row.repeat === null ? undefined : readRepeat(row.repeat).repeat,
    createdBy: row.createdBy,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  }
}
