import { addDays, dateParts, endOfMonth, isoDate, type IsoDate } from '../dates.ts'

/** A part of a month, quarter or year: "đầu", "giữa", "cuối" are thirds; halves; days counted from the start or the end; one week. */
export type Part =
  | { name: 'first' | 'middle' | 'last' | 'first-half' | 'last-half' }
  | { name: 'first-days' | 'last-days'; days: number }
  | { name: 'week'; week: number }

/**
 * A time as a text names it. A missing year or month is taken from its neighbours or from the plan; `shift` says "năm sau" (1) or
 * "năm trước" (-1) instead of a year.
 */
export type Written = { year?: number; shift?: number } & (
  | { unit: 'day'; day: number; month?: number }
  | { unit: 'month'; month: number; part?: Part }
  | { unit: 'quarter'; quarter?: number; part?: Part }
  | { unit: 'half'; half: 1 | 2 }
  | { unit: 'months'; count: number; end: 'first' | 'last' }
  | { unit: 'year'; part?: Part }
)

/** First and last day of a written time. */
export interface Span {
  from: IsoDate
  to: IsoDate
}

/**
 * The days a written time covers in `year` (its own year goes first), or undefined where the calendar has no such time.
 * A third of a month is 10 days, of a quarter a month, of a year ("đầu năm", "cuối năm") its first or last quarter.
 */
export function spanOf(written: Written, year: number): Span | undefined {
  const y = written.year ?? year + (written.shift ?? 0)
  switch (written.unit) {
    case 'day': {
      const day = written.month === undefined ? undefined : isoDate(y, written.month, written.day)
      return day && { from: day, to: day }
    }
    case 'month':
      return partOf(monthSpan(y, written.month, written.month), written.part, MONTH_THIRDS)
    case 'quarter':
      return partOf(
        written.quarter === undefined ? undefined : quarterSpan(y, written.quarter),
        written.part,
        QUARTER_THIRDS,
      )
    case 'half':
      return monthSpan(y, written.half === 1 ? 1 : 7, written.half === 1 ? 6 : 12)
    case 'months':
      return written.end === 'first' ? monthSpan(y, 1, written.count) : monthSpan(y, 13 - written.count, 12)
    case 'year':
      return partOf(monthSpan(y, 1, 12), written.part, YEAR_THIRDS)
  }
}

function monthSpan(year: number, first: number, last: number): Span | undefined {
  const from = isoDate(year, first, 1)
  return from && last >= first && last <= 12 ? { from, to: endOfMonth(year, last) } : undefined
}

const quarterSpan = (year: number, quarter: number) => monthSpan(year, quarter * 3 - 2, quarter * 3)

type Thirds = (whole: Span) => { first: Span; middle: Span; last: Span }

const MONTH_THIRDS: Thirds = ({ from, to }) => ({
  first: { from, to: addDays(from, 9) },
  middle: { from: addDays(from, 10), to: addDays(from, 19) },
  last: { from: addDays(from, 20), to },
})

const QUARTER_THIRDS: Thirds = ({ from }) => months(from, [0, 0], [1, 1], [2, 2])
const YEAR_THIRDS: Thirds = ({ from }) => months(from, [0, 2], [3, 8], [9, 11])

function months(start: IsoDate, ...parts: [first: number, last: number][]) {
  const { year, month } = dateParts(start)
  const [first, middle, last] = parts.map(([a, b]) => monthSpan(year, month + a, month + b)!) as [Span, Span, Span]
  return { first, middle, last }
}

function partOf(whole: Span | undefined, part: Part | undefined, thirds: Thirds): Span | undefined {
  if (!whole || !part) return whole
  const { from, to } = whole
  switch (part.name) {
    case 'first':
    case 'middle':
    case 'last':
      return thirds(whole)[part.name]
    case 'first-half':
      return { from, to: halfWay(whole) }
    case 'last-half':
      return { from: addDays(halfWay(whole), 1), to }
    case 'first-days':
      return { from, to: addDays(from, part.days - 1) }
    case 'last-days':
      return { from: addDays(to, 1 - part.days), to }
    case 'week':
      return { from: addDays(from, (part.week - 1) * 7), to: min(addDays(from, part.week * 7 - 1), to) }
  }
}

/** The 15th of a month; of a longer span its middle month's 15th, or the end of the middle one of an even number of months. */
function halfWay({ from, to }: Span): IsoDate {
  const { year, month } = dateParts(from)
  const count = dateParts(to).month - month + 1
  const middle = month + Math.floor((count - 1) / 2)
  return count % 2 === 0 ? endOfMonth(year, middle) : addDays(isoDate(year, middle, 1)!, 14)
}

const min = (a: IsoDate, b: IsoDate) => (a < b ? a : b)
