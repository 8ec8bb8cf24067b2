import { matchAt, monthNameAt, yearOf } from './numbers.ts'
import type { Source } from './source.ts'
import type { Written } from './written.ts'

/** Something read in a source and where it ends. */
export interface Read<T> {
  value: T
  end: number
}

/** `bold`: words before already say that a time follows, so short forms ("15-3", "3/2025") may be taken for one. */
export type WrittenReader = (source: Source, index: number, bold: boolean) => Read<Written> | undefined

/** The first reader that reads anything at a place. */
export const firstOf =
  (readers: WrittenReader[]): WrittenReader =>
  (source, index, bold) => {
    for (const read of readers) {
      const found = read(source, index, bold)
      if (found) return found
    }
    return undefined
  }

const ROMAN_MONTHS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ROMAN_MONTH = /(x?i{1,3}|i?[vx]|vi{1,3}|iv)(?![a-z\d])/y

/** The month in digits or words at `index`; one above 12 is still read, to be shown as impossible. */
export function monthNumber(source: Source, index: number): Read<number> | undefined {
  const digits = matchAt(source.plain, /(\d{1,2})(?!\d)/y, index)
  if (digits) {
    const value = Number(digits[1])
    return value >= 1 && value <= 31 ? { value, end: index + digits[0].length } : undefined
  }
  const roman = matchAt(source.plain, ROMAN_MONTH, index)
  if (roman) return { value: ROMAN_MONTHS.indexOf(roman[1]!) + 1, end: index + roman[0].length }
  const named = monthNameAt(source, index)
  return named && { value: named.month, end: named.end }
}

const ANY_YEAR =
  /(?:\s?[,/]?\s?\(?(?:cua )?nam\s?|\s?[/.-]\s?|\s)((?:19|20)\d\d|(?<=[/m]\s?)\d{4}|(?<=\/)\d\d)(?!\d|\s?\/\s?\d)/y
/** "năm 2025" and nothing shorter: what follows a day and month with a slash is part of them. */
export const WORDED_YEAR = /,?\s?(?:cua )?nam\s(\d{4})(?!\d)/y
const OTHER_YEAR = /,?\s?(?:cua )?nam (nay|sau|toi|tiep theo|ke tiep|lien ke|truoc(?! khi))(?![a-z])/y

/** Takes in the year behind, where there is one: a number, or "năm sau", "năm trước" seen from the plan's year. */
export function withYear(source: Source, end: number, value: Written, pattern = ANY_YEAR): Read<Written> {
  const found = matchAt(source.plain, pattern, end)
  if (found) return { value: { ...value, year: yearOf(found[1]!) }, end: end + found[0].length }
  const other = matchAt(source.plain, OTHER_YEAR, end)
  if (!other) return { value, end }
  const shift = other[1] === 'nay' ? 0 : other[1] === 'truoc' ? -1 : 1
  return { value: { ...value, shift }, end: end + other[0].length }
}
