import { fold } from './fold.ts'
import { romanToNumber } from './roman.ts'

/** What tells one task from its sister: "phien 1", "quy 2", "nam 2025", "dau nam". */
export type TitleMarks = ReadonlyMap<string, ReadonlySet<string>>

const ORDINALS: Record<string, string> = {
  nhat: '1',
  mot: '1',
  hai: '2',
  nhi: '2',
  ba: '3',
  tu: '4',
  bon: '4',
  nam: '5',
  sau: '6',
  bay: '7',
  tam: '8',
  chin: '9',
  muoi: '10',
}
const ORDINAL = Object.keys(ORDINALS).join('|')

/** What is counted through; "so 4" behind such a word is "4". */
const COUNTED =
  'phien(?: hop)?|lan|dot|ky(?: hop)?|hoc ky|quy|thang|tuan|nam|vong|giai doan|buoc|khoi|cum|khoa|to|ap|thon|khu pho|chuyen de|noi dung|session|round|part|phase|quarter'
const NUMBERED = new RegExp(
  String.raw`\b(${COUNTED}) (?:so )?(?:(thu) (${ORDINAL}|\d+)|(\d+|[ivx]+))\b|\b(?:lan|phien|dot|ky) (mot|hai|ba|bon)\b`,
  'g',
)
const ORDINAL_ALONE = new RegExp(String.raw`\bthu (nhat|nhi|hai|ba|tu|nam|sau|bay|tam|chin|muoi)\b`, 'g')
const SPAN = /\b(\d+|sau|chin|ba) (thang|tuan|ngay|quy)\b/g
const LAST_NUMBER = /(?<![/\d.-])\b0*(\d{1,3})[\s.)"]*$/
const DATE = /\b(?:ngay )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\bngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?\b/g
/** A title names one of these or the other; they stand in otherwise equal titles. */
const OPPOSITES: [string, RegExp][] = [
  ['half', /\b(dau|cuoi|giua) (?:nam|quy|thang|nhiem ky|ky)\b/g],
  ['review', /\b(so|tong) ket\b/g],
  ['who', /\b(tap the|ca nhan|ho gia dinh)\b/g],
]

/** Writing a plan for something is not doing it. */
const PREPARES = /^(?:tham muu )?(?:(?:xay dung|ban hanh|lap) (?:cac )?ke hoach|du thao|soan thao) /

/** A title, folded, without the dates in it: a date may move. */
export const withoutDates = (title: string): string => fold(title).replace(DATE, ' ')

/** The numbers, ordinals, years and opposites of a title by what they count. Dates are none. */
export function titleMarks(title: string): TitleMarks {
  const text = withoutDates(title)
  const marks = new Map<string, Set<string>>()
  const add = (name: string, value: string) => marks.set(name, (marks.get(name) ?? new Set()).add(value))
  for (const [, what, , ordinal, number, word] of text.matchAll(NUMBERED))
    add(what?.replace(/ hop$/, '') ?? 'time', numberOf(ordinal ?? number ?? word!))
  for (const [, ordinal] of text.matchAll(ORDINAL_ALONE)) add('ordinal', numberOf(ordinal!))
  for (const [, count, unit] of text.matchAll(SPAN)) add(`count of ${unit}`, numberOf(count!))
  add('prepares', String(PREPARES.test(text)))
  const last = LAST_NUMBER.exec(text)?.[1]
  if (last) add('last', numberOf(last))
  for (const [name, pattern] of OPPOSITES) for (const [, value] of text.matchAll(pattern)) add(name, value!)
  return marks
}

/** Whether two titles name different ones of what is counted: "first session" and "second session". One may name more of them. */
export function marksConflict(one: TitleMarks, other: TitleMarks): boolean {
  return [...one].some(([name, values]) => {
    const others = other.get(name)
    return others !== undefined && !isWithin(values, others) && !isWithin(others, values)
  })
}

const isWithin = (some: ReadonlySet<string>, all: ReadonlySet<string>): boolean =>
  [...some].every((value) => all.has(value))

function numberOf(word: string): string {
  if (ORDINALS[word]) return ORDINALS[word]
  return /^\d/.test(word) ? String(Number(word)) : String(romanToNumber(word))
}
