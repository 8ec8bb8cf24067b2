import { addDays, daysBetween, dateParts, isoDate } from './dates.ts'
import type { IsoDate } from './dates.ts'
import { ATOMS, BARE_UNIT, pattern, shifted } from './period-atoms.ts'
import type { AtomContext } from './period-atoms.ts'
import { periodWords } from './period-words.ts'
import { periodOf } from './period.ts'
import type { Period } from './period.ts'

/** What a period without a year is read against: the council-local day and the years that approved plans cover. */
export interface PeriodContext {
  today: IsoDate
  years: number[]
}

interface Found {
  /** Undefined: it looks like a period and is none ("quý 5"). */
  period: Period | undefined
  end: number
}

/** Reads at one place of the folded text. */
type Reader = (words: string, at: number, context: AtomContext) => Found | undefined

/**
 * The first period named anywhere in a Vietnamese or English text, with or without diacritics, and the text without it. A quarter, month or
 * day without a year lies in today's year, or in the nearest that the plans cover. `unknown`: a phrase, as written, that looks like a
 * period and is none. Undefined where nothing looks like one. Council-local dates; never throws.
 */
export function readPeriod(
  text: string,
  context: PeriodContext,
): { period: Period; rest: string } | { unknown: string } | undefined {
  const written = text.normalize('NFC')
  const words = periodWords(written)
  const within = { today: context.today, year: yearMeant(context) }
  for (const { index } of words.matchAll(WORD_START)) {
    const found = readAt(words, index, within)
    if (!found) continue
    const end = found.end + (/^\p{L}*/u.exec(written.slice(found.end))?.[0].length ?? 0)
    if (!found.period) return { unknown: written.slice(index, end).trim() }
    const before = written.slice(0, index - connective(words.slice(0, index)))
    return { period: found.period, rest: `${before} ${written.slice(end)}`.replace(/\s+/g, ' ').trim() }
  }
  return undefined
}

const WORD_START = /(?<![a-z0-9~]|[a-z0-9][/.-])[a-zA-Z0-9]/g

const connective = (before: string): number =>
  /(?<![a-z0-9~])(?:(?:trong|vao|cua|cho|in|of|for|during|on|the|la)\s+)+$/.exec(before)?.[0].length ?? 0

function yearMeant({ today, years }: PeriodContext): number {
  const { year } = dateParts(today)
  const distance = (one: number) => Math.abs(one - year) - (one > year ? 0.5 : 0)
  return years.length === 0 ? year : [...years].sort((a, b) => distance(a) - distance(b))[0]!
}

const BETWEEN = /\s+(?:and|va)\s+/y
const DASH =
  /\s*(?:[-–—~]|den(?![a-z])|cho den|toi(?![a-z])|to(?![a-z])|until|till|through)\s*(?:het\s+|cuoi\s+ngay\s+|the\s+)?/y
const FROM = /(?:tu\s+(?:ngay\s+)?(?=(?:\S+\s+){0,6}?\S)|from\s+|between\s+)/y
const UNTIL = /(?:truoc|cho den|den|before|by|until|till|het)\s+(?:ngay\s+(?=[a-z])|het\s+|the\s+(?=end|middle))*/y
const SINCE = /(?:tu sau|tu|sau|from|after|since)\s+/y
const ONWARDS = /\s+(?:tro di|on(?:wards)?)(?![a-z])/y
const NOW = pattern(`(?:bay\\s+)?gio|nay|now`)
const FIRST_DAY =
  /(?:tu\s+)?(?:from\s+|between\s+)?(?:ngay\s*)?(\d{1,2})\s*(?:-|den|toi|to|and)\s*(?:het\s+)?(?=\s*(?:ngay\s*)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}|thang|[a-z]))/y
const UNIT_SPAN = pattern(
  `(?:tu\\s+)?(?<unit>quy|thang)\\s+(?<a>\\d{1,2}|i{1,3}|iv)(?<more>(?:\\s*,\\s*\\d{1,2})*)\\s*(?<join>-|den|toi|,|va|&)\\s*(?<b>\\d{1,2}|i{1,3}|iv)(?:\\s*(?:/|nam)?\\s*(?<y>20\\d{2}))?`,
)
const PART =
  /(?:the\s+)?(?:(dau|beginning of|start of)|(giua|mid(?:dle of)?)|(cuoi|end of)|nua (dau)|nua (cuoi|sau))\s*-?\s*(?:cua\s+)?/y
const ADJACENT = /\s*(?:,|va|and|&)?\s+/y

const readAtom: Reader = (words, at, context) => {
  for (const [atom, read] of ATOMS) {
    const match = matchAt(atom, words, at)
    const period = match && read(match.groups ?? {}, context)
    if (period) return { period: period === 'unknown' ? undefined : period, end: at + match[0].length }
  }
  return undefined
}

/** "cuối tháng", "đầu quý 3", "nửa cuối tháng 7", "end of next month". */
const readPart: Reader = (words, at, context) => {
  const part = matchAt(PART, words, at)
  if (!part) return undefined
  const start = at + part[0].length
  const unit = matchAt(BARE_UNIT, words, start)
  const whole = readAtom(words, start, context) ?? (unit && present(unit, start, context))
  if (!whole?.period) return whole
  const [, first, middle, , firstHalf, lastHalf] = part
  if (firstHalf ?? lastHalf) return { ...whole, period: halfOf(whole.period, firstHalf !== undefined) }
  return { ...whole, period: thirdOf(whole.period, first ? 0 : middle ? 1 : 2) }
}

const readName: Reader = (words, at, context) => readPart(words, at, context) ?? readAtom(words, at, context)

/** A name or, where words before call for an end, "nay", "now" or a unit alone ("hết tháng"). */
const readEnd: Reader = (words, at, context) => {
  const named = readName(words, at, context)
  if (named) return named
  const now = matchAt(NOW, words, at)
  if (now) return { period: periodOf('day', context.today), end: at + now[0].length }
  const unit = matchAt(BARE_UNIT, words, at)
  return unit && present(unit, at, context)
}

/** "từ 1/3 đến 15/4/2025", "quý 1 - quý 2", "between 1 March and 15 April". A year that one end lacks is the other's. */
const readRange: Reader = (words, at, context) => {
  const lead = matchAt(FROM, words, at)
  const start = at + (lead?.[0].length ?? 0)
  const read = lead ? readEnd : readName
  const first = read(words, start, context)
  if (!first) return undefined
  const join = matchAt(DASH, words, first.end) ?? (lead && matchAt(BETWEEN, words, first.end))
  const next = join && first.end + join[0].length
  const second = next === undefined ? undefined : readEnd(words, next, context)
  if (next === undefined || !second || !startsWord(words, next)) return undefined
  if (!first.period || !second.period) return { period: undefined, end: second.end }
  const inYear = (reader: Reader, index: number, year: number) => reader(words, index, { ...context, year })?.period
  const firstYear = dateParts(first.period.from).year
  const secondYear = dateParts(second.period.to).year
  const isDated = (reader: Reader, index: number, period: Period) =>
    inYear(reader, index, context.year + 1)?.from === period.from
  let [from, to] = [first.period.from, second.period.to]
  if (!isDated(read, start, first.period) && isDated(readEnd, next, second.period)) {
    from = inYear(read, start, secondYear)?.from ?? from
    if (from > to) from = inYear(read, start, secondYear - 1)?.from ?? from
  } else {
    to = inYear(readEnd, next, firstYear)?.to ?? to
    if (from > to) to = inYear(readEnd, next, firstYear + 1)?.to ?? to
  }
  return { period: from <= to ? { kind: 'range', from, to } : undefined, end: second.end }
}

/** "1-15/4", "từ ngày 1 đến ngày 15 tháng 4": a day that takes month and year from the other end. */
const readDays: Reader = (words, at, context) => {
  const lead = matchAt(FIRST_DAY, words, at)
  const second = lead && readAtom(words, at + lead[0].length, context)
  if (second?.period?.kind !== 'day') return undefined
  const { year, month } = dateParts(second.period.to)
  const from = isoDate(year, month, Number(lead![1]))
  if (!from || from > second.period.to) return { period: undefined, end: second.end }
  return { period: { kind: 'range', from, to: second.period.to }, end: second.end }
}

/** "tháng 3-5", "quý I - II/2025". */
const readUnits: Reader = (words, at, context) => {
  const match = matchAt(UNIT_SPAN, words, at)
  if (!match) return undefined
  const { unit, a, b, y, more, join } = match.groups!
  const read = (number: string) => readAtom(`${unit} ${number}${y ? `/${y}` : ''}`, 0, context)?.period
  const [first, last] = [read(a!), read(b!)]
  const isList = /[,a&]/.test(join!)
  const follows = Number(b) - Number(a) === more!.split(',').length
  if (!first || !last || first.from > last.from || (isList && !follows)) return undefined
  return { period: joined(first, last), end: at + match[0].length }
}

/** "đến hết tháng", "trước 15/4", "by the end of the month": from today on. A past end stands for itself. */
const readUntil: Reader = (words, at, context) => {
  const lead = matchAt(UNTIL, words, at)
  const end = lead && readEnd(words, at + lead[0].length, context)
  if (!end?.period) return end
  const before = /^(?:truoc|before)/.test(lead![0]) && !/het|end/.test(lead![0]) && end.period.kind !== 'day'
  const to = before && end.period.kind !== 'range' ? addDays(end.period.from, -1) : end.period.to
  return { ...end, period: to < context.today ? end.period : { kind: 'range', from: context.today, to } }
}

/** "từ tháng 7 trở đi", "sau 15/3", "from March": to the end of that year. */
const readSince: Reader = (words, at, context) => {
  const lead = matchAt(SINCE, words, at)
  const start = lead && readName(words, at + lead[0].length, context)
  if (!start?.period) return start
  const from = /sau|after/.test(lead![0]) ? addDays(start.period.to, 1) : start.period.from
  const to = isoDate(dateParts(from).year, 12, 31)!
  return { period: { kind: 'range', from, to }, end: start.end + (matchAt(ONWARDS, words, start.end)?.[0].length ?? 0) }
}

/** One name, or two that follow each other: "tháng 3 và tháng 4". */
const readNames: Reader = (words, at, context) => {
  const first = readName(words, at, context)
  const join = first?.period && matchAt(ADJACENT, words, first.end)
  const second = join && readName(words, first.end + join[0].length, context)
  if (!second?.period || second.period.kind !== first!.period!.kind) return first
  if (second.period.from !== addDays(first!.period!.to, 1)) return first
  return { period: joined(first!.period!, second.period), end: second.end }
}

/** A text that is a unit and nothing else: "/viec tuần". */
const readBareText: Reader = (words, at, context) => {
  const unit = matchAt(BARE_UNIT, words, at)
  const alone = unit && words.slice(0, at).trim() === '' && /^[\s?.!]*$/.test(words.slice(at + unit[0].length))
  return alone ? present(unit, at, context) : undefined
}

const READERS: readonly Reader[] = [readUnits, readDays, readRange, readUntil, readSince, readNames, readBareText]

function readAt(words: string, at: number, context: AtomContext): Found | undefined {
  for (const read of READERS) {
    const found = read(words, at, context)
    if (found) return found
  }
  return undefined
}

function matchAt(at: RegExp, words: string, index: number): RegExpExecArray | undefined {
  at.lastIndex = index
  return at.exec(words) ?? undefined
}

const startsWord = (words: string, at: number): boolean => /[a-zA-Z0-9 ]/.test(words[at] ?? '')

const present = (unit: RegExpExecArray, at: number, { today }: AtomContext): Found => ({
  period: shifted(unit.groups!['unit'], 0, today),
  end: at + unit[0].length,
})

const joined = (first: Period, last: Period): Period =>
  first.from === last.from ? first : { kind: 'range', from: first.from, to: last.to }

/** The beginning (0), middle (1) or end (2): quarters of a year, months of a quarter, ten days of a month, Friday to Sunday as the end of a week. */
function thirdOf(period: Period, third: 0 | 1 | 2): Period {
  const { kind, from, to } = period
  const { year, month } = dateParts(from)
  const days = { week: 2, month: 10 }
  if (kind === 'year' && third === 1) return { kind: 'range', from: isoDate(year, 4, 1)!, to: isoDate(year, 9, 30)! }
  if (kind === 'year') return periodOf('quarter', third === 0 ? from : to)
  if (kind === 'quarter') return periodOf('month', isoDate(year, month + third, 1)!)
  if (kind !== 'month' && kind !== 'week') return period
  const start = addDays(from, days[kind] * third)
  return { kind: 'range', from: start, to: third === 2 ? to : addDays(start, days[kind] - 1) }
}

function halfOf(period: Period, first: boolean): Period {
  const { kind, from, to } = period
  if (kind === 'year') return periodOf('half-year', first ? from : to)
  const middle = addDays(from, Math.floor((daysBetween(from, to) + 1) / 2))
  return first ? { kind: 'range', from, to: addDays(middle, -1) } : { kind: 'range', from: middle, to }
}
