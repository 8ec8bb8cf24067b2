import { matchAt, smallNumber } from './numbers.ts'
import type { WrittenReader } from './reader.ts'
import { readLargeUnit } from './read-units.ts'
import type { Part, Written } from './written.ts'

const EDGE_DAY = /ngay (?:(?:lam viec )?(cuoi)(?: cung)?|(dau)(?: tien)?) (?:cua )?(?=thang|quy|nam)/y

/** "ngày cuối cùng của tháng 3", "ngày đầu tiên của quý II". */
export const edgeDay: WrittenReader = (source, index) => {
  const found = matchAt(source.plain, EDGE_DAY, index)
  const whole = found && readLargeUnit(source, index + found[0].length, true)
  if (!whole || 'part' in whole.value || whole.value.unit === 'day') return undefined
  return {
    value: { ...whole.value, part: { name: found[1] ? 'last-days' : 'first-days', days: 1 } } as Written,
    end: whole.end,
  }
}

const THIRDS: Record<string, 'first' | 'middle' | 'last'> = { dau: 'first', giua: 'middle', cuoi: 'last' }

const PARTS: [RegExp, (found: RegExpExecArray) => Part | undefined][] = [
  [/(?:tuan dau(?: tien)?|nua dau)(?= )/y, (m) => (m[0].startsWith('nua') ? { name: 'first-half' } : week(1))],
  [/(?:nua cuoi|nua sau)(?= )/y, () => ({ name: 'last-half' })],
  [/tuan cuoi(?: cung)?(?= )/y, () => ({ name: 'last-days', days: 7 })],
  [
    /tuan (?:le )?(?:thu )?(\d|nhat|mot|hai|nhi|ba|tu|[iv]{1,3})(?= ?\/? ?(?:cua |trong )?thang\b)/y,
    (m) => week(smallNumber(m[1] ?? '')),
  ],
  [
    /(\d{1,2}) ngay (dau|cuoi)(?= )/y,
    (m) => ({ name: m[2] === 'dau' ? 'first-days' : 'last-days', days: Number(m[1]) }),
  ],
  [
    /thang (?:dau|giua|cuoi)(?: (?:tien|cung))?(?= (?:cua )?(?:quy|qui)\b)/y,
    (m) => ({ name: THIRDS[m[0].split(' ')[1]!]! }),
  ],
  [/(?:thuong tuan|dau)(?= )/y, () => ({ name: 'first' })],
  [/(?:trung tuan|giua)(?= )/y, () => ({ name: 'middle' })],
  [/(?:ha tuan|cuoi)(?= )/y, () => ({ name: 'last' })],
]

const week = (number: number | undefined): Part | undefined =>
  number && number <= 5 ? { name: 'week', week: number } : undefined

/** "đầu tháng 3", "hạ tuần tháng 6", "tuần thứ hai của tháng 5", "cuối quý II", "nửa đầu năm 2025". */
export const partOfUnit: WrittenReader = (source, index) => {
  for (const [pattern, make] of PARTS) {
    const found = matchAt(source.plain, pattern, index)
    const part = found && make(found)
    if (!part || ('days' in part && (part.days < 1 || part.days > 31))) continue
    const behind = matchAt(source.plain, / ?\/? ?(?:(?:cua|trong) )?/y, index + found[0].length)
    const whole = behind && readLargeUnit(source, index + found[0].length + behind[0].length, true)
    if (!whole || whole.value.unit === 'day' || whole.value.unit === 'half' || whole.value.unit === 'months') continue
    if (whole.value.unit === 'year' && part.name.endsWith('-half'))
      return { value: half(part.name === 'first-half' ? 1 : 2, whole.value.year), end: whole.end }
    return { value: { ...whole.value, part }, end: whole.end }
  }
  return undefined
}

const half = (number: 1 | 2, year: number | undefined): Written =>
  year === undefined ? { unit: 'half', half: number } : { unit: 'half', half: number, year }
