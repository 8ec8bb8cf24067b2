import { addDays, dateParts, endOfMonth, isoDate, weekday, type IsoDate } from '../dates.ts'
import type { WorkingDays } from '../working-days.ts'
import type { Repeat } from './announcement.ts'

/** The day of the week (1 Monday to 7 Sunday), or of the month, on which an announcement that first goes out on this date is repeated. */
export function repeatDay(repeat: Repeat, first: IsoDate): number {
  return repeat === 'weekly' ? weekday(first) : dateParts(first).day
}

/**
 * The next date on which it goes out after `last`. A month without that day: its last one; a day off: the next working day. `last` may itself have
 * been moved: the day stays the one that was chosen.
 */
export function nextRun(repeat: Repeat, day: number, last: IsoDate, days: WorkingDays): IsoDate {
  for (let date = addDays(last, 1); ; date = addDays(date, 1)) if (falls(repeat, day, date)) return days.onOrAfter(date)
}

function falls(repeat: Repeat, day: number, date: IsoDate): boolean {
  if (repeat === 'weekly') return weekday(date) === day
  const { year, month } = dateParts(date)
  return date === (isoDate(year, month, day) ?? endOfMonth(year, month))
}
