import type { CellObject } from '@e965/xlsx'
import { stripInvisible } from './markup.ts'

/**
 * What a person sees in a cell of Excel, a line break as `\n`. A day is written dd/mm/yyyy whatever its format: Excel itself shows most
 * of them as the settings of each computer want. Where the format shows less than a day with its year, see `partOfDate`.
 */
export function textOfCell(cell: CellObject, date1904: boolean): string {
  const { t: type, v: value, w: shown = '', z } = cell
  const format = typeof z === 'string' ? z : 'General'
  if (type === 'n' && typeof value === 'number' && isDateFormat(format)) return dateText(value, format, shown, date1904)
  const text = type === 's' && typeof value === 'string' ? value : shown
  const ungrouped = type === 'n' ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : text
  return stripInvisible(ungrouped).normalize('NFC').replace(/\r\n?/g, '\n').trim()
}

/** The letters of a number format that stand for a part of the number (ECMA-376 part 1, 18.8.31): its first section without fixed text, colours and conditions. */
const codeOf = (format: string) =>
  format
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]!
    .toLowerCase()
    .replace(/am\/pm|a\/p|general/g, '')

const isDateFormat = (format: string) => /[dmyhs]/.test(codeOf(format))

const DAY = 86_400_000
/** Day 0 of both ways to count; the first counts a 29 February 1900 that never was, so it holds from March 1900 on. */
const DAY_0 = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const LAST = 2_958_465

function dateText(serial: number, format: string, shown: string, date1904: boolean): string {
  const code = codeOf(format)
  const months = code.replace(/h+:?m+|m+(?=:?s)/g, '')
  if (serial < 1 || serial > LAST || !/[dm]/.test(months)) return shown.trim()
  const date = new Date((date1904 ? DAY_0[1904] : DAY_0[1900]) + Math.floor(serial) * DAY)
  return partOfDate(date, months, shown)
}

/**
 * A day without a year may be a count such as "03/04" that Excel took for one. It stays as it was written where the format tells in which
 * order that was (dd/mm); else it becomes words that are read as a day and never as a count, so that a count is asked for.
 */
function partOfDate(date: Date, code: string, shown: string): string {
  const [day, month, year] = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCFullYear()]
  const pad = (number: number) => String(number).padStart(2, '0')
  if (code.includes('y')) return code.includes('d') ? `${pad(day)}/${pad(month)}/${year}` : `tháng ${month}/${year}`
  if (!code.includes('d')) return `tháng ${month}`
  return /^d{1,2}[/.-]m{1,2}$/.test(code.trim()) ? shown.trim() : `ngày ${day} tháng ${month}`
}
