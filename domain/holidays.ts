import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'
import { addDays, daysBetween, localDate, type IsoDate } from './dates.ts'

/**
 * Days that the government sets anew each year and no rule gives: the second day off for the National Day, the days of Tết where they differ from
 * the customary ones, and swapped working days (true). From its yearly announcements.
 */
const DECIDED: ReadonlyMap<IsoDate, boolean> = new Map<IsoDate, boolean>([
  ['2025-01-27', false],
  ['2025-02-03', true],
  ['2025-04-26', true],
  ['2025-05-02', false],
  ['2025-09-01', false],
  ['2026-01-02', false],
  ['2026-01-10', true],
  ['2026-08-22', true],
  ['2026-08-31', false],
  ['2026-09-01', false],
])

const ZONE = 'Asia/Ho_Chi_Minh'
const known = new Map<number, IsoDate[]>()
let calendar: Holidays | undefined

/** The public holidays of Viet Nam in a year, every day of those that last several days, Tết by the Vietnamese lunar calendar. */
export function publicHolidays(year: number): IsoDate[] {
  const found = known.get(year)
  if (found) return found
  calendar ??= vietnamese()
  const days = calendar
    .getHolidays(year)
    .filter(({ type }) => type === 'public')
    .flatMap(({ date, end }) => span(date.slice(0, 10) as IsoDate, localDate(new Date(end.getTime() - 1), ZONE)))
  const all = [...new Set(days)].sort()
  known.set(year, all)
  return all
}

/** The library holds the rules of all countries: it is loaded where somebody asks, not at every start. */
function vietnamese(): Holidays {
  const library = createRequire(import.meta.url)('date-holidays') as typeof Holidays
  return new library('VN')
}

/** What the government decided, under the days that a council's secretariat entered. */
export function decidedDays(entered: Iterable<readonly [IsoDate, boolean]>): Map<IsoDate, boolean> {
  return new Map([...DECIDED, ...entered])
}

function span(from: IsoDate, to: IsoDate): IsoDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}
