import { matchAt, smallNumber } from './numbers.ts'
import { EACH, type RulesReader } from './read-cycles.ts'
import { rule } from './read-recurring-days.ts'

const WEEKDAY_CODES: Record<string, string> = {
  ...{ '2': 'MO', '3': 'TU', '4': 'WE', '5': 'TH', '6': 'FR', '7': 'SA' },
  ...{ hai: 'MO', ba: 'TU', tu: 'WE', nam: 'TH', sau: 'FR', bay: 'SA' },
}
const WEEKDAYS =
  /(?:(?:sang|chieu|toi) )?(?:ngay )?(?:(?:vao )?(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)(?:\s?(?:,|va|-|den)\s?)?){1,5}(?![a-z])/y
const OF_WEEK = new RegExp(String.raw`\s?(?:cua |trong )?(?:${EACH} )tuan(?![a-z]| ?\d)`, 'y')
const OF_MONTH_WEEK = new RegExp(
  String.raw`\s?(?:cua )?(?:tuan )?(?:le )?(?:thu )?(dau|cuoi|nhat|hai|ba|tu|[1-4])(?: tien| cung)?(?: cua| trong)?(?: ${EACH})? thang(?![a-z]| ?\d)`,
  'y',
)

/** "thứ Sáu hằng tuần", "thứ Hai tuần đầu của tháng", "hằng tuần vào thứ Sáu". */
export const weekdays: RulesReader = (source, index) => {
  const week = matchAt(source.plain, WEEK_FIRST, index)
  const found = matchAt(source.plain, WEEKDAYS, index + (week?.[0].length ?? 0))
  if (!found) return undefined
  const end = index + (week?.[0].length ?? 0) + found[0].length
  const named = Array.from(found[0].matchAll(/thu (\w+)|chu nhat/g), (one) => WEEKDAY_CODES[one[1] ?? ''] ?? 'SU')
  const byDay = / (?:den|-) /.test(found[0]) ? through(named) : named
  if (week) return rule({ unit: 'week', interval: 1, byDay }, end)
  const weekly = matchAt(source.plain, OF_WEEK, end)
  if (weekly) return rule({ unit: 'week', interval: 1, byDay }, end + weekly[0].length)
  const monthly = matchAt(source.plain, OF_MONTH_WEEK, end)
  if (!monthly) return undefined
  const place = monthly[1] === 'cuoi' ? -1 : smallNumber(monthly[1]!)!
  return rule({ unit: 'month', interval: 1, byDay: byDay.map((one) => `${place}${one}`) }, end + monthly[0].length)
}
const WEEK_FIRST = /(?:dinh ky )?(?:hang|moi) tuan[\s,(:]{1,2}(?:vao )?/y

const ORDER = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** "thứ Hai đến thứ Sáu": those between as well. */
const through = ([first = '', last = '']: string[]) => ORDER.slice(ORDER.indexOf(first), ORDER.indexOf(last) + 1)
