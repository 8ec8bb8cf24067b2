import type { Recurrence } from './expression.ts'
import { matchAt, smallNumber } from './numbers.ts'
import { EACH, UNITS, type RulesReader } from './read-cycles.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'

const DAYS =
  /(?:cac )?(?:ngay )?(?:mung |mong )?(?:(?:tu )?(?:ngay )?\d{1,2}\s?(?:den|-)\s?(?:het )?(?:ngay )?)?(\d{1,2}(?:\s?(?:,|va|&)\s?(?:ngay )?\d{1,2}){0,5})(?=[ ,/])/y
const LAST_DAYS = /ngay (lam viec )?(cuoi|dau)(?: cung| tien)?(?= )/y
const OF_MONTH = new RegExp(
  String.raw`\s?/\s?${EACH} thang(?![a-z])|,? (?:cua |trong |vao )?(?:(?:dinh ky )?${EACH} |cua )?thang (?:sau|ke tiep|tiep theo|lien ke|lien sau|ke sau)(?: lien ke)?(?![a-z])|,? (?:cua |trong |vao )?(?:(?:dinh ky )?${EACH} thang|cua thang)(?![a-z]| ?\d| (?:dau|cuoi|giua|thu)\b)`,
  'y',
)
const OF_QUARTER_MONTH = new RegExp(
  String.raw`,? (?:cua )?(?:${EACH} )?thang (dau|giua|cuoi|thu (?:nhat|hai|ba|[123]))(?: tien| cung)?(?: cua| trong)?(?: ${EACH})? quy(?! ?\d| [iv]{1,3}\b)(?: (?:sau|ke tiep|tiep theo|lien ke))?`,
  'y',
)
const OF_QUARTER = new RegExp(String.raw`,? (?:cua )?${EACH} quy(?![a-z])`, 'y')
/** The first, second and third months of the quarters. */
export const MONTHS_OF_QUARTER = [[1, 4, 7, 10], [2, 5, 8, 11], [3, 6, 9, 12]] // prettier-ignore
const PLACE: Record<string, number> = { dau: 0, giua: 1, cuoi: 2 }

/** "ngày 25 hằng tháng", "từ ngày 01 đến ngày 05 hằng tháng" (the 5th), "ngày 05 tháng sau", "ngày 20 tháng cuối mỗi quý", "ngày làm việc cuối cùng của tháng". */
export const days: RulesReader = (source, index) => {
  const named = matchAt(source.plain, LAST_DAYS, index)
  const found = named ?? matchAt(source.plain, DAYS, index)
  if (!found) return undefined
  const day = named ? edge(named) : { byMonthDay: (found[1] ?? '').match(/\d+/g)!.map(Number) }
  return within(source, index + found[0].length, day, Boolean(named))
}

/** "ngày 32 hằng tháng": no month has it. */
export const isImpossible = ({ byMonthDay = [] }: Recurrence): boolean =>
  byMonthDay.some((day) => day < -1 || day === 0 || day > 31)

function edge(found: RegExpExecArray): Partial<Recurrence> {
  const last = found[2] === 'cuoi'
  if (found[1]) return { byDay: ['MO', 'TU', 'WE', 'TH', 'FR'], bySetPos: last ? -1 : 1 }
  return { byMonthDay: [last ? -1 : 1] }
}

function within(
  source: Source,
  index: number,
  day: Partial<Recurrence>,
  edgeOnly: boolean,
): Read<Recurrence[]> | undefined {
  const inQuarter = matchAt(source.plain, OF_QUARTER_MONTH, index)
  if (inQuarter) {
    const word = inQuarter[1]!
    const place = PLACE[word] ?? (smallNumber(word.slice(4)) ?? 1) - 1
    return rule({ unit: 'month', interval: 3, byMonth: MONTHS_OF_QUARTER[place]!, ...day }, index + inQuarter[0].length)
  }
  const quarter = matchAt(source.plain, edgeOnly ? EDGE_OF_QUARTER : OF_QUARTER, index)
  if (quarter) {
    const byMonth = edgeOnly
      ? { byMonth: MONTHS_OF_QUARTER[day.byMonthDay?.[0] === 1 || day.bySetPos === 1 ? 0 : 2]! }
      : {}
    return rule({ unit: 'month', interval: 3, ...byMonth, ...day }, index + quarter[0].length)
  }
  const month =
    matchAt(source.plain, edgeOnly ? EDGE_OF_MONTH : OF_MONTH, index) ?? matchAt(source.plain, OF_MONTH, index)
  return month ? rule({ unit: 'month', interval: 1, ...day }, index + month[0].length) : undefined
}
const EDGE_OF_MONTH = new RegExp(String.raw` (?:cua )?(?:${EACH} )?thang(?: ${EACH} thang)?(?![a-z]| ?\d)`, 'y')
const EDGE_OF_QUARTER = new RegExp(String.raw` (?:cua )?(?:${EACH} )?quy(?![a-z]| ?\d| [iv]{1,3}\b)`, 'y')

/** One recurrence, read up to `end`. */
export const rule = (value: Recurrence, end: number): Read<Recurrence[]> => ({ value: [value], end })

const EDGES = new RegExp(
  String.raw`(?:tuan )?(?:le )?(?:thu )?(dau(?: tien)?|giua|cuoi(?: cung)?|(?<=tuan (?:le )?(?:thu )?)(?:nhat|hai|ba|tu|[1-5])) (?:cua )?(${EACH} )?(thang|quy|nam)(?: ${EACH} (?:thang|quy|nam))?(?![a-z]| ?\d| [ivl]{1,3}(?![a-z])| (?:nay|sau|truoc|hoc)\b)`,
  'y',
)

/** "cuối mỗi tháng", "cuối tháng" (of which month nobody says: of each), "cuối hằng quý", "tuần thứ hai của tháng". */
export const edges: RulesReader = (source, index) => {
  const found = matchAt(source.plain, EDGES, index)
  if (!found || (found[3] !== 'thang' && !found[2])) return undefined
  const base = UNITS[found[3]!]!
  const end = index + found[0].length
  if (!found[1]!.startsWith('cuoi')) return rule({ ...base }, end)
  const byMonth = { thang: {}, quy: { byMonth: MONTHS_OF_QUARTER[2]! }, nam: { byMonth: [12] } }[
    found[3] as 'thang' | 'quy' | 'nam'
  ]
  return rule({ ...base, ...byMonth, byMonthDay: [-1] }, end)
}
