import { nextRun, repeatDay } from '#domain/announcements/next-run.ts'
import { localDate, localTime } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { AnnouncementId, CouncilId } from '#domain/ids.ts'
import { workingDays } from '#domain/working-days.ts'
import { withOffset } from '#domain/zones.ts'
import { readRepeat } from './announcements.ts'
import type { Db } from './database.ts'
import { enteredDays } from './reminders.ts'

/**
 * Schedules the next run of a recurring announcement that goes out now, at the same council-local time: an announcement of its own, which can be
 * changed and dropped. One that goes out once has none.
 */
export async function scheduleNext(db: Db, councilId: CouncilId, id: AnnouncementId, now: Date) {
  const row = await db.announcement.findUniqueOrThrow({ where: { id }, include: { council: true } })
  if (row.repeat === null) return
  const { timeZone } = row.council
  const first = row.sendAt ?? now
  const { repeat, day = repeatDay(repeat, localDate(first, timeZone)) } = readRepeat(row.repeat)
  const days = workingDays(publicHolidays, decidedDays(await enteredDays(db, councilId)))
  const on = nextRun(repeat, day, localDate(now, timeZone), days)
  const { createdBy, receipt } = row
  await db.announcement.create({
    data: {
      councilId,
      state: 'scheduled',
      parts: row.parts!,
      audience: row.audience!,
      receipt,
      sendAt: new Date(withOffset(on, localTime(first, timeZone), timeZone)),
      repeat: `${repeat}:${day}`,
      createdBy,
      createdAt: now,
    },
  })
}
