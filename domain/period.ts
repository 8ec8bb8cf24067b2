import { addDays, dateParts, daysBetween, endOfMonth, formatDate, isoDate, weekday } from './dates.ts'
import type { IsoDate } from './dates.ts'

export type CalendarKind = 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year'
export type PeriodKind = CalendarKind | 'days' | 'range'

/** Days somebody asks about, both ends included, council-local. `days` is counted from a day ("10 ngày tới"), `range` is named by its ends. */
export interface Period {
  kind: PeriodKind
  from: IsoDate
  to: IsoDate
}

/** The calendar period of this kind that contains the date. Weeks run Monday to Sunday. */
export function periodOf(kind: CalendarKind, date: IsoDate): Period {
  const { year, month } = dateParts(date)
  switch (kind) {
    case 'day':
      return { kind, from: date, to: date }
    case 'week': {
      const monday = addDays(date, 1 - weekday(date))
      return { kind, from: monday, to: addDays(monday, 6) }
    }
    case 'month':
      return months(kind, year, month, 1)
    case 'quarter':
      return months(kind, year, month - ((month - 1) % 3), 3)
    case 'half-year':
      return months(kind, year, month < 7 ? 1 : 7, 6)
    case 'year':
      return months(kind, year, 1, 12)
  }
}

/** The next (1) or previous (-1) period of the same kind; `days` and `range` keep their length and join without a gap. */
export function neighbour(period: Period, step: -1 | 1): Period {
  const { kind, from, to } = period
  if (kind !== 'days' && kind !== 'range') return periodOf(kind, step > 0 ? addDays(to, 1) : addDays(from, -1))
  const shift = step * (daysBetween(from, to) + 1)
  return { kind, from: addDays(from, shift), to: addDays(to, shift) }
}

/** The period in Vietnamese words which `readPeriod` reads back to the same period, whatever today is: "quý 2/2025". */
export function periodLine(period: Period): string {
  const { kind, from, to } = period
  const { year, month } = dateParts(from)
  switch (kind) {
    case 'day':
      return `ngày ${formatDate(from)}`
    case 'week':
      return `tuần ${formatDate(from)}`
    case 'month':
      return `tháng ${month}/${year}`
    case 'quarter':
      return `quý ${quarterOf(month)}/${year}`
    case 'half-year':
      return `6 tháng ${month < 7 ? 'đầu' : 'cuối'} năm ${year}`
    case 'year':
      return `năm ${year}`
    case 'days':
      return `${daysBetween(from, to)} ngày từ ${formatDate(from)}`
    case 'range':
      return `từ ${formatDate(from)} đến ${formatDate(to)}`
  }
}

/** The quarter (1..4) of a month (1..12). */
const quarterOf = (month: number): number => Math.ceil(month / 3)

const months = (kind: PeriodKind, year: number, first: number, count: number): Period => ({
  kind,
  from: isoDate(year, first, 1)!,
  to: endOfMonth(year, first + count - 1),
})
