import type { Meaning } from './expression.ts'
import { matchAt } from './numbers.ts'
import { readLead } from './read-lead.ts'
import { readTimes } from './read-times.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'

const AMOUNT = String.raw`(?:\d{1,3}|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|muoi lam)(?:\s?\([a-z\d ]{1,15}\))?(?:\s?-\s?\d{1,3})?`
const NOT_MORE = String.raw`(?![a-z]|\s?\d| (?:dau|cuoi|mot lan|\d+ lan)\b)`
const UNIT = String.raw`(?:ngay|tuan|thang)(?: lam viec)?${NOT_MORE}`
/** An hour is a length only where an event is named, or "trong vòng": else it is one of the clock. */
const UNIT_OR_HOUR = String.raw`(?:ngay|tuan|thang|gio)(?: lam viec)?${NOT_MORE}`
const ANCHOR = String.raw`(?:,?\s(?:ke tu|tinh tu|tu khi|tu luc|tu ngay|ngay sau|sau|truoc|ke)(?![a-z])(?:\s(?:khi|ngay(?!\s\d)))?)`
const COUNTED = [
  new RegExp(
    String.raw`(?:trong (?:vong|thoi han|khoang)|cham nhat|muon nhat|toi thieu|it nhat|khong qua|khong muon hon|truoc|sau|thoi han)(?: la| trong vong| trong| truoc| sau| toi da| khong qua)?:? ${AMOUNT} ${UNIT}${ANCHOR}?`,
    'y',
  ),
  new RegExp(String.raw`(?:trong )?${AMOUNT} ${UNIT_OR_HOUR}${ANCHOR}`, 'y'),
  new RegExp(String.raw`trong (?:vong|thoi han) ${AMOUNT} ${UNIT_OR_HOUR}${ANCHOR}?`, 'y'),
  new RegExp(String.raw`(?:trong )?${AMOUNT} (?:ngay|gio) lam viec(?![a-z])`, 'y'),
  // "trước khi họp 03 ngày", "trước hội nghị ít nhất 10 ngày"
  new RegExp(
    String.raw`truoc (?:[a-z-]{1,12} ){1,8}?(?:\(?(?:ngay )?\d{1,2}\/\d{1,2}(?:\/\d{4})?\)?,? )?(?:it nhat |toi thieu |khoang )?${AMOUNT} ${UNIT}`,
    'y',
  ),
]

/** "Báo cáo 6 tháng trước ngày 10/6": a report's span, and not months from a date. */
const OF_REPORT = /^\d{1,2} thang truoc/

/** "trong vòng 05 ngày làm việc kể từ ngày …", "trước khi họp 3 ngày", "sau ngày 15/3": so many days from an event; the date behind, if any, is the event's. */
export function readCounted(source: Source, index: number): Read<Meaning> | undefined {
  for (const pattern of COUNTED) {
    const found = matchAt(source.plain, pattern, index)
    if (!found) continue
    const end = index + found[0].length
    const gap = source.plain[end] === ' ' ? 1 : 0
    const lead = readLead(source.plain, end + gap)
    const date = readTimes(source, lead.end, { ...lead, force: undefined })
    if (date && OF_REPORT.test(found[0])) continue
    return { value: { type: 'relative' }, end: date?.value.type === 'times' ? date.end : end }
  }
  const after = matchAt(source.plain, AFTER, index)
  const date =
    after && readTimes(source, index + after[0].length, { force: undefined, day: false, bold: true, end: index })
  return date?.value.type === 'times' ? { value: { type: 'relative' }, end: date.end } : undefined
}

/** "Sau ngày 15/3/2025": nobody says how long after. */
const AFTER = /(?:ngay )?sau (?:ngay )?/y
