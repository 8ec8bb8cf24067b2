import type { Db } from './database.ts'

/** Removes one-time codes, used or not, that ran out before an instant. Returns how many. */
export async function removeOldInvites(db: Db, before: Date): Promise<number> {
  return (await db.invite.deleteMany({ where: { expiresAt: { lt: before } } })).count
}

/** Removes the codes for linking accounts whose time is over. Returns how many. */
export async function removeExpiredAccountCodes(db: Db, now: Date): Promise<number> {
  return (await db.accountCode.deleteMany({ where: { expiresAt: { lte: now } } })).count
}

/** Removes calendar addresses that were put out of force before an instant. Returns how many. */
export async function removeRevokedCalendars(db: Db, before: Date): Promise<number> {
  return (await db.calendarToken.deleteMany({ where: { revokedAt: { lt: before } } })).count
}

/** Removes what was to be named again on a morning before this day and never was, since its plan is not in force. Returns how many. */
export async function removeOldSnoozes(db: Db, before: Date): Promise<number> {
  return (await db.snooze.deleteMany({ where: { on: { lt: before.toISOString().slice(0, 10) } } })).count
}

/** Takes the phone numbers out of announcements that began before an instant: nobody calls after them any more. Returns of how many recipients. */
export async function removeOldPhones(db: Db, before: Date): Promise<number> {
  const where = { phone: { not: null }, announcement: { startedAt: { lt: before } } }
  return (await db.announcementRecipient.updateMany({ where, data: { phone: null } })).count
}

/** Removes the playground's messages and files of before an instant. Returns how many. */
export async function removeOldTranscript(db: Db, before: Date): Promise<number> {
  return (await db.playgroundMessage.deleteMany({ where: { at: { lt: before } } })).count
}

/** Removes requests that no limit by the minute asks for any more. Returns how many. */
export async function removeOldRequests(db: Db, before: Date): Promise<number> {
  return (await db.apiRequest.deleteMany({ where: { at: { lt: before } } })).count
}
