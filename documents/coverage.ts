import { endOfMonth, isoDate } from '#domain/dates.ts'
import type { IsoDate } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import { romanToNumber } from '#domain/roman.ts'

/** The days that a plan or a section of it covers, both ends included. */
export interface Coverage {
  from: IsoDate
  to: IsoDate
}

type Reader = (text: string, year: number | undefined) => Coverage | undefined

/**
 * What a title or sentence says is covered: "6 tháng cuối năm 2025", "giai đoạn 2026-2030", "năm học 2025-2026", "quý III năm 2025",
 * "tháng 3/2025", "năm 2025"; the most exact wording wins. A year goes before a stage of several years, which then only names a
 * movement, unless both are joined ("năm 2025 và giai đoạn 2025-2030"). `year` completes a wording without one.
 */
export function readCoverage(text: string, year?: number): Coverage | undefined {
  const folded = fold(text)
  for (const read of READERS) {
    const coverage = read(folded, year)
    if (coverage) return coverage
  }
  return undefined
}

const YEAR = String.raw`(?:\s*(?:/|-|,|cua|trong)?\s*(?:nam)?\s*(20\d\d)(?!\d))`
const DATE = String.raw`(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?`

const between: Reader = (text, year) => {
  const found = new RegExp(String.raw`\btu (?:ngay )?${DATE}\s*(?:den het|den|-)\s*(?:het )?(?:ngay )?${DATE}`).exec(
    text,
  )
  if (!found) return undefined
  const toYear = Number(found[6] ?? year)
  const from = isoDate(Number(found[3] ?? toYear), Number(found[2]), Number(found[1]))
  const to = isoDate(toYear, Number(found[5]), Number(found[4]))
  return from && to && from <= to ? { from, to } : undefined
}

const monthsBetween: Reader = (text, year) => {
  const found = new RegExp(
    String.raw`\btu thang (\d{1,2})${YEAR}?\s*(?:den|-)\s*(?:het )?thang (\d{1,2})${YEAR}?`,
  ).exec(text)
  if (!found) return undefined
  const toYear = Number(found[4] ?? year)
  const from = isoDate(Number(found[2] ?? toYear), Number(found[1]), 1)
  const to = isoDate(toYear, Number(found[3]), 1) && endOfMonth(toYear, Number(found[3]))
  return from && to && from <= to ? { from, to } : undefined
}

const monthsOfYear: Reader = (text, year) => {
  const found = [
    ...text.matchAll(new RegExp(String.raw`\b0?(3|6|9|sau|chin|ba) thang (dau|cuoi)(?: cua)? nam${YEAR}?`, 'g')),
  ].at(-1)
  if (!found) return undefined
  const count = { sau: 6, chin: 9, ba: 3 }[found[1]!] ?? Number(found[1])
  return months(found[3] ?? year, found[2] === 'dau' ? 1 : 13 - count, count)
}

const quarters: Reader = (text, year) => {
  const found = new RegExp(
    String.raw`\bquy (iv|i{1,3}|[1-4])(?:\s*(?:,|va|-|den)\s*(?:quy )?(iv|i{1,3}|[1-4])\b)?${YEAR}?`,
  ).exec(text)
  if (!found) return undefined
  const [first, last] = [quarterNumber(found[1]!), quarterNumber(found[2] ?? found[1]!)]
  return last < first ? undefined : months(found[3] ?? year, first * 3 - 2, (last - first + 1) * 3)
}

const month: Reader = (text, year) => {
  const found = new RegExp(String.raw`\bthang (\d{1,2})(?!\d)${YEAR}?`).exec(text)
  return found && Number(found[1]) >= 1 && Number(found[1]) <= 12
    ? months(found[2] ?? year, Number(found[1]), 1)
    : undefined
}

const schoolYear: Reader = (text) => {
  const found = /\bnam hoc (20\d\d)\s*[-/]\s*(20\d\d)/.exec(text)
  return found ? years(Number(found[1]), Number(found[2]), 9) : undefined
}

/** The first half-year of a school year ends in January, the second in May. */
const semester: Reader = (text) => {
  const found = /\bhoc ky (i{1,2}|[12])\b[^.;]{0,20}?\bnam hoc (20\d\d)\s*[-/]\s*(20\d\d)/.exec(text)
  if (!found || /\bva\b/.test(found[0])) return undefined
  return quarterNumber(found[1]!) === 1 ? months(found[2], 9, 5) : months(found[3], 1, 5)
}

const joinedStage: Reader = (text) => {
  const found =
    /\bnam (20\d\d)[^.;]{0,30}?\bva (?:nhung nam|cac nam|giai doan)[^.;]{0,20}?(20\d\d)\s*(?:-|den)\s*(?:nam )?(20\d\d)/.exec(
      text,
    )
  return found ? years(Math.min(Number(found[1]), Number(found[2])), Number(found[3])) : undefined
}

const severalYears: Reader = (text) => {
  const found = /\b(?:cac|trong|tu)?\s*nam (20\d\d)\s*(?:-|den|va|,)\s*(?:nam )?(20\d\d)/.exec(text)
  return found ? years(Number(found[1]), Number(found[2])) : undefined
}

const singleYear: Reader = (text) => {
  const found = /\bnam (20\d\d)(?!\d)/.exec(text)
  return found ? years(Number(found[1]), Number(found[1])) : undefined
}

const stage: Reader = (text) => {
  const found = /\b(?:giai doan|nhiem ky|thoi ky|5 nam|khoa)?[ (]*(20\d\d)\s*(?:-|den)\s*(?:nam )?(20\d\d)/.exec(text)
  return found ? years(Number(found[1]), Number(found[2])) : undefined
}

const READERS = [
  between,
  monthsBetween,
  monthsOfYear,
  quarters,
  semester,
  schoolYear,
  joinedStage,
  severalYears,
  month,
  singleYear,
  stage,
]

/** The quarter (1 to 4) that this text names alone, as section headings do: "Quý III năm 2025". */
export function readQuarter(text: string): 1 | 2 | 3 | 4 | undefined {
  const found = /\bquy (iv|i{1,3}|[1-4])\b(?!\s*(?:,|va|-|den)\s*(?:quy )?(?:iv|i{1,3}|[1-4])\b)/.exec(fold(text))
  return found ? (quarterNumber(found[1]!) as 1 | 2 | 3 | 4) : undefined
}

const quarterNumber = (text: string) => Number(text) || romanToNumber(text)

function months(year: string | number | undefined, first: number, count: number): Coverage | undefined {
  const from = isoDate(Number(year), first, 1)
  return from && { from, to: endOfMonth(Number(year), first + count - 1) }
}

function years(first: number, last: number, firstMonth = 1): Coverage | undefined {
  const from = isoDate(first, firstMonth, 1)
  if (!from || last < first || (firstMonth > 1 && last !== first + 1)) return undefined
  return { from, to: firstMonth > 1 ? endOfMonth(last, firstMonth - 1) : endOfMonth(last, 12) }
}
