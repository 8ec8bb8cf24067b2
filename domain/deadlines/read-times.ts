import { readLead, type Lead } from './read-lead.ts'
import type { Meaning } from './expression.ts'
import { matchAt, smallNumber, yearOf } from './numbers.ts'
import { readWritten } from './read-written.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'
import type { Written } from './written.ts'

const START = /(?:ke tu|tinh tu|bat dau tu|tu|ke) (?:sau )?(?:het )?/y
const NOW =
  /(?:ke |tinh )?tu (?:nay|khi ban hanh(?: ke hoach(?: nay)?)?|ngay ban hanh(?: ke hoach(?: nay)?)?)(?![a-z])[\s,]{0,2}/y
const TO = /(?: ?(?:-+>?|~) ?|\s?,? ?(?:cho )?(?:den|toi) )(truoc(?! khi)\s)?(?:het\s)?/y
const AND =
  /(?: ?; ?(?=\d)|\s?(?:,|va|&|\+|hoac|,\s?va)\s?(?:cac )?)(?=ngay|thang|quy|qui|\d|[iv]{1,3}[\s,./;:)]|[iv]{1,3}$)/y

/**
 * Reads the times at `index` behind a lead: "từ … đến …", "15-20/3/2025", "tháng 3 và tháng 9", "ngày 5, 6/3". Undefined where there is
 * none.
 */
export function readTimes(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  return readRange(source, index, lead) ?? readList(source, index, lead) ?? readDayAlone(source, index, lead)
}

function readRange(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const now = matchAt(source.plain, NOW, index)
  if (now) return readEnd(source, index + now[0].length, undefined)
  const start = lead.day ? null : matchAt(source.plain, START, index)
  if (start) return readStarted(source, index + start[0].length)
  const first = readOne(source, index, lead.bold)
  if (!first || (NOT_OF_RANGES.has(lead.force) && DASH.test(source.plain.slice(first.end, first.end + 3))))
    return undefined
  return readEnd(source, first.end, first.value)
}

/** "trước 15/3 - 20/4 họp": behind these a dash begins something else. */
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
  const last = readOne(source, lead.end, true) ?? (first && readBareLast(source, lead.end, first))
  if (!last || (last.value.unit === 'day' && last.value.month === undefined)) return undefined
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

const NUMBER_BEHIND = String.raw`(?:(?:\s?[/-]\s?|,? nam )(\d{4}|\d\d(?=\D|$)))?(?![\d/a-z%])(?= ?(?:[.,;:)\n&-]|va\b|nam\b|hang\b|moi\b|den\b|$))`
const BARE_LAST = {
  month: { pattern: new RegExp(String.raw`(?:thang )?(\d{1,2})${NUMBER_BEHIND}`, 'y'), most: 12 },
  quarter: { pattern: new RegExp(String.raw`(?:quy )?(\d|[ivl]{1,3})${NUMBER_BEHIND}`, 'y'), most: 4 },
}

/** "tháng 3 - 5/2025", "quý III-IV": the second number takes the unit of the first. */
function readBareLast(source: Source, index: number, first: Written): Read<Written> | undefined {
  const unit = first.unit === 'month' || first.unit === 'quarter' ? first.unit : undefined
  const found = unit && matchAt(source.plain, BARE_LAST[unit].pattern, index)
  const number = found && smallNumber(found[1]!)
  if (!number || number > BARE_LAST[unit].most) return undefined
  const year = found[2] ? { year: yearOf(found[2]) } : {}
  const value: Written = unit === 'month' ? { unit, month: number, ...year } : { unit, quarter: number, ...year }
  return { value, end: index + found[0].length }
}

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

/** Days without a month take that of the next day that has one; a year written once holds for those before it. */
function completed(times: Written[]): Written[] | undefined {
  const whole: Written[] = []
  let later: Written | undefined
  for (const time of times.toReversed()) {
    let one = time
    if (one.unit === 'day' && one.month === undefined) {
      if (later?.unit !== 'day') return undefined
      one = { ...later, day: one.day }
    }
    if (one.year === undefined && one.shift === undefined && later?.year !== undefined)
      one = { ...one, year: later.year }
    whole.unshift(one)
    later = one
  }
  return whole.length ? whole : undefined
}

const ALONE = /(\d{1,2})(?![\d/%]|[.-]\d| ?(?:ngay|thang|tuan|gio|nam|%))/y

const OF_MONTHS = /(?: cua)?(?: cac)? (?=thang \d)/y

/** "ngày 20" alone, or "ngày 25 các tháng 3, 6, 9, 12". */
function readDayAlone(source: Source, index: number, lead: Lead): Read<Meaning> | undefined {
  const found = lead.day ? matchAt(source.plain, ALONE, index) : null
  if (!found || !isDay(found[1])) return undefined
  const day = Number(found[1])
  const end = index + found[0].length
  const of = matchAt(source.plain, OF_MONTHS, end)
  const months = of && readList(source, end + of[0].length, lead)
  if (months?.value.type !== 'times') return { value: { type: 'day-alone', day }, end }
  const times = months.value.times.flatMap((time) => (time.unit === 'month' ? [dayIn(time, day)] : []))
  return { value: { ...months.value, times }, end: months.end }
}

function dayIn({ month, year, shift }: Extract<Written, { unit: 'month' }>, day: number): Written {
  return { unit: 'day', day, month, ...(year === undefined ? {} : { year }), ...(shift === undefined ? {} : { shift }) }
}
