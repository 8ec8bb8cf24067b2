import type { Recurrence } from './expression.ts'
import { matchAt, smallNumber } from './numbers.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'

/** Reads the recurrences written at a place. */
export type RulesReader = (source: Source, index: number) => Read<Recurrence[]> | undefined

export const UNITS: Record<string, Pick<Recurrence, 'unit' | 'interval'>> = {
  ngay: { unit: 'day', interval: 1 },
  tuan: { unit: 'week', interval: 1 },
  thang: { unit: 'month', interval: 1 },
  quy: { unit: 'month', interval: 3 },
  nam: { unit: 'month', interval: 12 },
}
const UNIT = String.raw`(ngay|tuan|thang|quy|nam)(?![a-z]| ?\d| [ivl]{1,3}(?![a-z])| hoc\b| ngan sach\b)`
const COUNT = String.raw`(?:(\d{1,2}|mot|hai|ba|bon|sau) )?`
export const EACH = String.raw`(?:hang|moi|tung|cac)`

function every(count: string | undefined, unit: string): Recurrence {
  const times = count === 'bon' ? 4 : count === 'sau' ? 6 : count ? smallNumber(count) : 1
  return { ...UNITS[unit]!, interval: UNITS[unit]!.interval * Math.max(1, times ?? 1) }
}

const PREFIX = new RegExp(
  String.raw`(?:dinh ky |thuong ky )?(?:(?:tung|theo) ${COUNT}${UNIT}|(?:hang|moi) ${COUNT}(ngay|tuan|thang|quy|nam)(?![a-z]| hoc\b| ngan sach\b| 20\d\d))`,
  'y',
)
const PERIODIC = new RegExp(String.raw`(?:theo )?(?:dinh ky|thuong ky)(?: bao cao)?:? (?:theo )?${COUNT}${UNIT}`, 'y')
const MORE = new RegExp(
  String.raw`\s?(?:,|/|;|-|va|hoac|, va)\s?(?:dinh ky )?(?:(?:hang|moi|theo) )?${COUNT}${UNIT}`,
  'y',
)
/** "mới", "mọi" fold to "moi" and "quy định" to "quy": where there are diacritics they decide. */
const FALSE_FRIEND = /^(?:mới|mọi|tung|.{0,20}\bquy(?!\p{L}))/u
const PLAIN_QUY = /quy (?:dinh|che|trinh|hoach|uoc|mo|luat|pham|tac)\b/y

/** "hằng tháng", "định kỳ 6 tháng, năm", "theo quý", "hằng tháng, quý và năm". */
export const cycles: RulesReader = (source, index) => {
  let found = matchAt(source.plain, PREFIX, index) ?? matchAt(source.plain, PERIODIC, index)
  if (!found || isFalseFriend(source, index, found[0])) return undefined
  const rules: Recurrence[] = []
  let end = index
  while (found && rules.length < 6) {
    rules.push(every(found[1] ?? found[3], (found[2] ?? found[4])!))
    end += found[0].length
    found = matchAt(source.plain, MORE, end)
  }
  return { value: rules, end }
}

function isFalseFriend(source: Source, index: number, words: string): boolean {
  if (words.startsWith('theo ngay')) return true
  if (source.marked) return FALSE_FRIEND.test(source.lower.slice(index, index + words.length))
  return matchAt(source.plain, PLAIN_QUY, index + words.lastIndexOf('quy')) !== null
}

const PER_CYCLE = new RegExp(
  String.raw`(?:moi )?${COUNT}(ngay|tuan|thang|quy|nam) ?/? ?(?:(\d{1,2}|mot|hai|ba) )?lan(?![a-z]| thu)`,
  'y',
)
const TIMES_PER = new RegExp(
  String.raw`(\d{1,2}|mot|hai|ba|bon) (?:(?:lan|ky) ?(?:/|moi|mot|trong|tren)?|(?:phien|buoi|dot|cuoc|hoi nghi|so) ?/) ?(?:mot |0?1 )?${COUNT}${UNIT}`,
  'y',
)

/** "6 tháng một lần", "mỗi quý 01 lần", "2 lần/năm". */
export const frequency: RulesReader = (source, index) => {
  const per = matchAt(source.plain, PER_CYCLE, index)
  if (per) return spread(every(per[1], per[2]!), per[3], index + per[0].length)
  const times = matchAt(source.plain, TIMES_PER, index)
  return times ? spread(every(times[2], times[3]!), times[1], index + times[0].length) : undefined
}

function spread(rule: Recurrence, times: string | undefined, end: number): Read<Recurrence[]> {
  const share = rule.interval / (times ? (smallNumber(times) ?? 1) : 1)
  return { value: [{ ...rule, interval: Number.isInteger(share) ? share : rule.interval }], end }
}
