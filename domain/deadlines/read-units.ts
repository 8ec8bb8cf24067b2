import { matchAt, smallNumber } from './numbers.ts'
import { firstOf, monthNumber, withYear, type WrittenReader } from './reader.ts'

const MONTH = /thang(?: thu)?(?:\s|(?=\d))/y
/** "T3/2025", "T12", "T3, T6, T9"; T2 to T7 alone, or with none but each other, are days of the week. */
const SURE_MONTH = String.raw`(?:(?:1|8|9|1[0-2])(?!\d)|\d{1,2}\s?[/.-]\s?20\d\d)`
const NEXT_SHORT = String.raw`\s?(?:,|;|-|&|va|den)\s?(?:het )?t ?`
const SHORT_MONTH = new RegExp(
  String.raw`t ?(?:(\d{1,2})(?=\s?[/.-]\s?20\d\d|(?:${NEXT_SHORT}\d{1,2}){0,10}${NEXT_SHORT}${SURE_MONTH})|(1|8|9|1[0-2])(?=[\s.;,)-]|$))`,
  'y',
)
const BARE_MONTH = /(\d{1,2})\s?[/-]\s?(\d{4})(?!\d)(?! ?\/ ?[a-z])(?!-[a-z])/y
/** A cell that begins with a month in figures and a mark behind it. */
const MONTH_FIRST = /^\d{1,2}\s?[/-]\s?20\d\d\s?(?:$|[.:;,)(-]|den\b|va\b)/

/** "tháng 3", "tháng 03/2025", "tháng Ba năm 2025"; with `bold`, or first in a cell, also "3/2025" and "T3/2025". */
export const month: WrittenReader = (source, index, bold) => {
  const found = matchAt(source.plain, MONTH, index)
  const number = found && monthNumber(source, index + found[0].length)
  if (number) return withYear(source, number.end, { unit: 'month', month: number.value })
  const short = bold || index === 0 ? matchAt(source.plain, SHORT_MONTH, index) : null
  if (short) return withYear(source, index + short[0].length, { unit: 'month', month: Number(short[1] ?? short[2]) })
  const bare = bold || (index === 0 && MONTH_FIRST.test(source.plain)) ? matchAt(source.plain, BARE_MONTH, index) : null
  if (!bare || Number(bare[1]) > 12 || Number(bare[1]) < 1) return undefined
  return { value: { unit: 'month', month: Number(bare[1]), year: Number(bare[2]) }, end: index + bare[0].length }
}

const QUARTER = /(?:quy|qui)(?: thu)? ?(\d|[ivlⅰ-ⅳ]{1,3}|nhat|mot|hai|ba|tu)(?![a-z\d])/y
const SHORT_QUARTER = /q(\d|[iv]{1,3})(?=[\s/.;,)-]|$)/y
const BARE_QUARTER = /(?:quy|qui)(?: nay)?(?=[.,;:)\n]|$)/y

/** "Quý III", "quý 3/2025", "quý ba"; with `bold` also "Q3", and "quý" for that of the section. */
export const quarter: WrittenReader = (source, index, bold) => {
  const found =
    matchAt(source.plain, QUARTER, index) ?? (bold || index === 0 ? matchAt(source.plain, SHORT_QUARTER, index) : null)
  const number = found && smallNumber(found[1] ?? '')
  if (!number) {
    const bare = bold && matchAt(source.plain, BARE_QUARTER, index)
    return bare ? { value: { unit: 'quarter' }, end: index + bare[0].length } : undefined
  }
  if (number > 4) return undefined
  return withYear(source, index + found[0].length, { unit: 'quarter', quarter: number })
}

const MONTHS_OF_YEAR = /(\d{1,2}|sau|ba|chin) (thang|quy) (dau|cuoi)(?: cua)?(?: nam(?! hoc| ngan sach))(?![a-z])/y
const NAMED_COUNT: Record<string, number> = { ba: 3, sau: 6, chin: 9 }

/** "6 tháng đầu năm 2025", "9 tháng đầu năm", "2 quý cuối năm". */
export const monthsOfYear: WrittenReader = (source, index) => {
  const found = matchAt(source.plain, MONTHS_OF_YEAR, index)
  if (!found) return undefined
  const count = (NAMED_COUNT[found[1]!] ?? Number(found[1])) * (found[2] === 'quy' ? 3 : 1)
  const end = index + found[0].length
  if (count < 1 || count > 12) return undefined
  if (count === 6) return withYear(source, end, { unit: 'half', half: found[3] === 'dau' ? 1 : 2 })
  return withYear(source, end, { unit: 'months', count, end: found[3] === 'dau' ? 'first' : 'last' })
}

const YEAR = /(?:nam (\d{4})|((?:19|20)\d\d))(?![\d/])/y
const BARE_YEAR =
  /nam(?: nay)?(?![a-z]| ?\d| (?:hoc|ngan sach|tai|sau|toi|truoc|moi|tiep|ke|lien|ngay|thang|tuan|gio|don vi|tap the|ca nhan)\b)/y

/** "năm 2025"; with `bold` also "năm" and "năm nay" for the plan's year. School and budget years are not calendar years. */
export const year: WrittenReader = (source, index, bold) => {
  const found = matchAt(source.plain, YEAR, index)
  const isWhole = index === 0 && found?.[0].length === source.plain.length
  if (found && (bold || found[1] || isWhole))
    return { value: { unit: 'year', year: Number(found[1] ?? found[2]) }, end: index + found[0].length }
  const bare = bold && matchAt(source.plain, BARE_YEAR, index)
  return bare ? { value: { unit: 'year' }, end: index + bare[0].length } : undefined
}

/** A month, quarter or year. */
export const readLargeUnit = firstOf([month, quarter, year])
