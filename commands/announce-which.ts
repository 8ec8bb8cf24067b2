import { titleOf } from '#domain/announcements/compose.ts'
import type { Announcement, AnnouncementState } from '#domain/announcements/announcement.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { audit, type AuditAction } from '#prisma/audit.ts'
import { changeAnnouncement, findAnnouncement, type AnnouncementChange } from '#prisma/announcements.ts'
import type { CouncilContext } from './command.ts'

const LONGEST_TITLE = 60

/** What can be asked about one announcement: what stands behind its id, in one of the states in which it can be done. */
export type OneAct = (context: CouncilContext, announcement: Announcement, words: string) => Promise<Reply[]>

/** An announcement of this council by its id. Throws UserError where the council has none of it. */
export async function announcementOf({ db, council }: CouncilContext, id: string): Promise<Announcement> {
  const found = await findAnnouncement(db, council.id, id as AnnouncementId)
  if (!found) throw new UserError('announce-gone')
  return found
}

/** Changes an announcement and returns it as it is now. Throws UserError where it is in none of these states any more. */
export async function changed(
  context: CouncilContext,
  { id }: Pick<Announcement, 'id'>,
  from: AnnouncementState[],
  change: AnnouncementChange,
): Promise<Announcement> {
  if (!(await changeAnnouncement(context.db, context.council.id, id, from, change))) throw overtaken(id)
  return announcementOf(context, id)
}

/** The draft itself. Throws UserError where it is none any more. */
export function stillDraft(announcement: Announcement): Announcement {
  if (announcement.state !== 'draft') throw overtaken(announcement.id)
  return announcement
}

/** Somebody else has done something with it since. */
export const overtaken = (id: AnnouncementId): UserError =>
  new UserError('announce-overtaken', {}, [[toDo('choice-announce-show', 'xem', id)]])

/** A choice that does something with one announcement. */
export const toDo = (key: string, act: string, id: AnnouncementId, words = ''): Choice => ({
  label: { key },
  line: `/thongbao ${act} @${id} ${words}`.trim(),
})

/** What an announcement is called in lists. */
export const titleIn = ({ parts }: Pick<Announcement, 'parts'>): string => shorten(titleOf(parts), LONGEST_TITLE)

/** The same for people: an empty one has a name, too. */
export const titleMessage = (announcement: Pick<Announcement, 'parts'>): string | Message =>
  titleIn(announcement) || { key: 'announce-untitled' }

/** Keeps in the audit log what somebody did with an announcement. */
export async function recordAnnouncement(
  { db, council, person, now }: CouncilContext,
  action: AuditAction,
  announcement: Pick<Announcement, 'id' | 'parts'>,
  more: Record<string, string | number> = {},
) {
  const details = { announcement: titleIn(announcement), announcementId: announcement.id, ...more }
  await audit(db, { councilId: council.id, personId: person.id, action, details }, now)
}
