import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId, TaskId } from '#domain/ids.ts'
import type { Locale } from '#domain/messages.ts'
import { ReminderSettings, type TaskReminders } from '#domain/reminder-settings.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** When a council is reminded. */
export async function reminderSettings(db: Db, councilId: CouncilId): Promise<ReminderSettings> {
  const row = await db.council.findUniqueOrThrow({ where: { id: councilId }, select: { reminders: true } })
  return ReminderSettings.parse(row.reminders ?? {})
}

/** Keeps when a council is reminded. */
export async function keepReminderSettings(db: Db, councilId: CouncilId, reminders: ReminderSettings) {
  await db.council.update({ where: { id: councilId }, data: { reminders } })
}

/** Keeps a council's language or time zone. */
export async function keepCouncil(db: Db, id: CouncilId, data: { locale: Locale } | { timeZone: string }) {
  await db.council.update({ where: { id }, data })
}

/** Whether the bot reminds in a chat by itself. */
export async function chatReminds(db: Db, id: ChatId): Promise<boolean> {
  return (await db.chat.findUniqueOrThrow({ where: { id }, select: { reminds: true } })).reminds
}

/** Has the bot remind in a chat by itself, or keep still. */
export async function keepChatReminds(db: Db, id: ChatId, reminds: boolean) {
  await db.chat.update({ where: { id }, data: { reminds } })
}

/** Enters a day as worked or off, whatever the calendar says. */
export async function keepDay(db: Db, councilId: CouncilId, date: IsoDate, working: boolean) {
  const where = { councilId_date: { councilId, date } }
  await db.workingDay.upsert({ where, create: { councilId, date, working }, update: { working } })
}

/** Leaves a day to the calendar again. Returns false where it was not entered. */
export async function forgetDay(db: Db, councilId: CouncilId, date: IsoDate): Promise<boolean> {
  return (await db.workingDay.deleteMany({ where: { councilId, date } })).count === 1
}

/** Gives a task offsets of its own; undefined: the council's again. */
export async function keepTaskReminders(db: Db, id: TaskId, reminders: TaskReminders | undefined) {
  await db.task.update({ where: { id }, data: { reminders: reminders ?? Prisma.DbNull } })
}

/** Whether a group was linked to the council. */
export async function hasGroup(db: Db, councilId: CouncilId): Promise<boolean> {
  return (await db.chat.count({ where: { councilId, kind: 'group' } })) > 0
}
