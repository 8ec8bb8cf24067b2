import { foldInPlace } from '../fold.ts'

/**
 * One cell's text in the forms the readers look at, all of the same length, so that an index into one is an index into the others:
 * `text` as written (NFC, white space single, line breaks kept), `lower` in lower case, `plain` folded, with plain digits, dashes and
 * slashes and with the letters that scanning puts into dates ("l5/3/2O25") mended. `marked` tells that the text has diacritics at all.
 */
export interface Source {
  text: string
  lower: string
  plain: string
  marked: boolean
}

/** Makes the forms of a text; mark-up (`<br>`, `<p>`) becomes white space. */
export function toSource(wording: string): Source {
  const text = tidy(wording)
  const plain = mendDigits(foldInPlace(text).replace(LOOKALIKE, (char) => plainOf(char)))
  return { text, lower: lowerInPlace(text), plain, marked: MARKED.test(text.normalize('NFD')) }
}

/** The text with white space single and no line breaks: how a wording is kept. */
export const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

const MARKED = /[\u0300-\u0323đĐ]/
const LOOKALIKE = /[０-９／．－‐-―−→➔➜⇒⁄∕\\]/g

function plainOf(char: string): string {
  if ('／⁄∕\\'.includes(char)) return '/'
  if (char === '．') return '.'
  const digit = char.charCodeAt(0) - 0xff10
  return digit >= 0 && digit <= 9 ? String(digit) : '-'
}

function tidy(wording: string): string {
  return wording
    .normalize('NFC')
    .replace(/<(?:br|\/?p|\/?li|\/?div)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?>/gi, ' ')
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim()
}

/** A date's parts, or the number behind "ngày" or "tháng", where every part has a digit and some have a letter that looks like one. */
const SCANNED =
  /(?<![a-z0-9])(?:[\dloi|]{1,2}(?:\s?[/.-]\s?[\dloi|]{1,4}){1,2}|(?<=\b(?:ngay|thang) )[\dlo|]{2})(?![a-z0-9])/g

/** A day torn in two by scanning: "ngày 1 5/3". Without "ngày" before it the first digit may be anything. */
const TORN = /(?<=\bngay) ([0-3]) (\d)(?=\s?[/.-]\s?\d)/g

/** Months in a row, "tháng 3/6/9": three of them, so that the last can be no year. */
const MONTHS = /(?<=\bthang )(?:0?[1-9]|1[0-2])(?:\/(?:0?[1-9]|1[0-2])){2,}(?![/\d])/g

function mendDigits(plain: string): string {
  return plain
    .replace(TORN, '  $1$2')
    .replace(MONTHS, (found) => found.replaceAll('/', ','))
    .replace(SCANNED, (found) =>
      found.split(/[/.-]/).every((part) => /\d/.test(part)) ? found.replace(/[li|]/g, '1').replace(/o/g, '0') : found,
    )
}

function lowerInPlace(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}
