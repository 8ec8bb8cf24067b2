import { completed } from './completed.ts'
import { readLead, type Lead } from './read-lead.ts'
import type { Meaning } from './expression.ts'
import { matchAt } from './numbers.ts'
import { readBareLast } from './read-bare-last.ts'
import { readWritten } from './read-written.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'
import type { Written } from './written.ts'

const START = /(?:ke tu|tinh tu|bat dau tu|tu|ke) (?:sau )?(?:het )?/y
const NOW = /(?:ke |tinh )?tu (?:nay|(?:khi|ngay) (?:(?:ky )?ban hanh(?: ke hoach(?: nay)?)?|ky))(?![a-z])[\s,]{0,2}/y
const TO = /(?: ?(?:-+>?|~) ?|\s?,? ?(?:cho )?(?:den|toi) )(truoc(?! khi)\s)?(?:het\s)?/y
const AND =
  /(?: ?; ?(?=\d)| \/ (?=\d)|\s?(?:,|va|&|\+|hoac|,\s?va|\/(?= ?(?:thang|quy|[iv])))\s?(?:cac )?)(?=ngay|thang|quy|qui|t? ?\d|[iv]{1,3}[\s,./;:)]|[iv]{1,3}$)/y

/**
 * Reads the times at `index` behind a lead: "từ … đến …", "15-20/3/2025", "tháng 3 và tháng 9", "ngày 5, 6/3". Undefined where there is
 * none.
 */
export function readTimes(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  return (
    readRange(source, index, lead) ??
    readDayOfMonths(source, index, lead) ??
    readList(source, index, lead) ??
    readDayAlone(source, index, lead)
  )
}

function readRange(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const now = matchAt(source.plain, NOW, index)
  if (now) return readEnd(source, index + now[0].length, undefined)
  const start = lead.day ? null : matchAt(source.plain, START, index)
  if (start) return readStarted(source, index + start[0].length)
  const first = readOne(source, index, lead.bold)
  const range = first && readEnd(source, first.end, first.value)
  if (!range || !NOT_OF_RANGES.has(lead.force) || !DASH.test(source.plain.slice(first.end, first.end + 3))) return range
  return lead.force === 'around' && matchAt(source.plain, LIST_ENDS, range.end) ? range : undefined
}

/** "trước 15/3 - 20/4 họp": behind these a dash begins something else, but for "dịp 30/4 - 01/5". */
const NOT_OF_RANGES = new Set<Lead['force']>(['before', 'by', 'around'])
const DASH = /^\s?[-~]/

function readStarted(source: Source, index: number): Read<Meaning> | undefined {
  const lead = readLead(source.plain, index)
  const first = readOne(source, lead.end, true)
  if (!first) return undefined
  const range = readEnd(source, first.end, first.value)
  if (range) return range
  if (first.value.unit === 'day' && first.value.month === undefined) return undefined
  return { value: { type: 'since', first: first.value }, end: first.end }
}

/** The " đến …" of a range that began with `first`. */
function readEnd(source: Source, index: number, first: Written | undefined): Read<Meaning> | undefined {
  const to = matchAt(source.plain, TO, index)
  if (!to && first) return undefined
  const lead = readLead(source.plain, index + (to?.[0].length ?? 0))
  if (!to && lead.force !== 'by' && lead.force !== 'before') return undefined
  if (to && first && !/[a-z]/.test(to[0]) && lead.force) return undefined
  const last = (first && readBareLast(source, lead.end, first)) ?? readWritten(source, lead.end, true)
  if (!last) return undefined
  const exclusive = Boolean(to?.[1]) || lead.force === 'before'
  if (!first) return { value: { type: 'range', first, last: last.value, exclusive }, end: last.end }
  const matched = matchUnits(first, last.value)
  return matched && { value: { type: 'range', first: matched, last: last.value, exclusive }, end: last.end }
}

/** Gives the start of a range the unit and year that are written only at its end. */
function matchUnits(first: Written, last: Written): Written | undefined {
  if (first.unit !== 'day' || first.month !== undefined) return first
  if (last.unit === 'day' && last.month !== undefined) return { ...last, day: first.day }
  return undefined
}

/** One time; a lone number only as a day whose month follows later. */
function readOne(source: Source, index: number, bold: boolean): Read<Written> | undefined {
  const written = readWritten(source, index, bold)
  if (written) return written
  const number = matchAt(source.plain, /(\d{1,2})(?=\s?(?:[-,&;]|va\b|den\b|toi\b|hoac\b))/y, index)
  return number && isDay(number[1])
    ? { value: { unit: 'day', day: Number(number[1]) }, end: index + number[0].length }
    : undefined
}

const isDay = (digits = '') => Number(digits) >= 1 && Number(digits) <= 31

const LONGEST_LIST = 12

function readList(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const times: Written[] = []
  let end = index
  let next: Read<Written> | undefined = readOne(source, index, lead.bold)
  while (next && times.length < LONGEST_LIST) {
    times.push(next.value)
    end = next.end
    const and = matchAt(source.plain, AND, end)
    next = and ? readNext(source, end + and[0].length, next.value) : undefined
  }
  const whole = completed(times)
  return whole && { value: { type: 'times', times: whole, force: lead.force }, end }
}

/** The next of a list is of the same unit; "cuối tháng 3, 6, 9" says "cuối" of each. */
function readNext(source: Source, index: number, before: Written): Read<Written> | undefined {
  const word = /^(?:cac )?ngay /.exec(source.plain.slice(index, index + 9))
  const bare = readBareLast(source, index, before)
  const found = bare ?? readOne(source, index + (word?.[0].length ?? 0), true)
  if (found?.value.unit !== before.unit) return undefined
  const part = bare && 'part' in before ? { part: before.part } : {}
  return { value: { ...found.value, ...part } as Written, end: found.end }
}

const ALONE = /(\d{1,2})(?![\d/%]|[.-]\d| ?(?:ngay|thang|tuan|gio|nam|%))/y

/** "ngày 20" alone: with what it recurs stands elsewhere. */
function readDayAlone(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const found = lead.day ? matchAt(source.plain, ALONE, index) : null
  if (!found || !isDay(found[1])) return undefined
  return { value: { type: 'day-alone', day: Number(found[1]) }, end: index + found[0].length }
}

const DAY_OF_MONTHS = /(\d{1,2})(?: cua)?(?: cac)? (?=thang ?\d)/y
const LIST_ENDS = /\s?(?:[.:)]|[,;](?!\s?\d{1,2}(?: thang|,| va))|$|(?:hang|moi|va|hoac)\b)/y

/** "ngày 25 các tháng 3, 6, 9, 12", "ngày 15 tháng 6 và tháng 12": one day of several months. */
function readDayOfMonths(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const found = lead.day ? matchAt(source.plain, DAY_OF_MONTHS, index) : null
  const months = found && isDay(found[1]) ? readList(source, index + found[0].length, lead) : undefined
  if (!found || months?.value.type !== 'times' || !matchAt(source.plain, LIST_ENDS, months.end)) return undefined
  const times = months.value.times.flatMap((time) => (time.unit === 'month' ? [dayIn(time, Number(found[1]))] : []))
  if (times.length < 2) return undefined
  const more = readMoreDays(source, months.end, lead)
  return { value: { ...months.value, times: [...times, ...(more?.value ?? [])] }, end: more?.end ?? months.end }
}

/** "… và ngày 05 tháng 01 năm sau". */
function readMoreDays(source: Source, index: number, lead: Lead): Read<Written[]> | undefined {
  const and = matchAt(source.plain, AND_DAY, index)
  const more = and ? readList(source, index + and[0].length, lead) : undefined
  if (more?.value.type !== 'times' || more.value.times.some(({ unit }) => unit !== 'day')) return undefined
  return { value: more.value.times, end: more.end }
}
const AND_DAY = /\s?(?:,|;|va|,\s?va)\s?ngay (?=\d)/y

function dayIn({ month, year, shift }: Extract<Written, { unit: 'month' }>, day: number): Written {
  return { unit: 'day', day, month, ...(year === undefined ? {} : { year }), ...(shift === undefined ? {} : { shift }) }
}
