import { dateParts, isoDate } from '#domain/dates.ts'
import type { IsoDate } from '#domain/dates.ts'
import { fold, foldInPlace } from '#domain/fold.ts'
import type { PlanFacts } from '#domain/plan.ts'
import { readCoverage } from './coverage.ts'
import type { Coverage } from './coverage.ts'
import { readFront } from './front.ts'
import { readIssuer } from './issuer.ts'
import { collapse, trimTail } from './markup.ts'
import { cellsByColumn } from './neutral.ts'
import type { Block } from './neutral.ts'
import { joinTexts } from './wrapped.ts'

/** What the document tells about itself; `null` where it does not say. */
export function readFacts(body: readonly Block[], appendixHeads: readonly string[]): PlanFacts {
  const { letterhead, head, title: titleLines, preamble } = readFront(body)
  const lines = body.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : cellsByColumn(block)))
  const heads = appendixHeads.join('\n')
  const cited = citedByAppendix(heads)
  const title = titleLines.length ? trimTail(joinTexts(titleLines)) : null
  const dateLine = readDateLine(head)
  const issuedOn = dateLine.date ?? cited.issuedOn ?? signedOn(lines)
  const coverage =
    readCoverage(title ?? '') ??
    readCoverage(announcement(preamble)) ??
    readCoverage(statedPeriod(lines), yearOf(issuedOn)) ??
    (title === null ? coverageOfAppendices(appendixHeads) : undefined)
  return {
    number: readNumber(head) ?? cited.number,
    issuedOn,
    year: yearOf(coverage?.from) ?? yearOf(issuedOn) ?? null,
    issuer: readIssuer(letterhead, preamble, heads, dateLine.place),
    title,
    from: coverage?.from ?? null,
    to: coverage?.to ?? null,
  }
}

/** Of a file that holds only the appendices: all that their titles cover together, the notes of the plan they belong to left out. */
function coverageOfAppendices(heads: readonly string[]): Coverage | undefined {
  const all = heads.flatMap((head) => readCoverage(head.replace(/\(?\s*(?:ban hành )?kèm theo.*/isu, '')) ?? [])
  const [first] = all
  return (
    first && {
      from: all.reduce((least, { from }) => (from < least ? from : least), first.from),
      to: all.reduce((most, { to }) => (to > most ? to : most), first.to),
    }
  )
}

const NUMBER =
  /(?<![\p{L}])[sS][oôốóÔỐ]\s*[:.]?\s*((?=[lIO]{0,2}\d)[\dlIO][\dlIO/]*)?\s*([/-])\s*(\p{Lu}\p{L}{0,6}(?:\s?[-–]\s?[\p{L}\d&.]+|\/[\p{L}\d&.-]+)*)/u

function readNumber(head: readonly string[]): string | null {
  for (const line of head) {
    const found = /^\W*s[oôốó]\b/iu.test(fold(line)) ? NUMBER.exec(line) : null
    if (found) return found[1] ? tidyNumber(found[1], found[2]!, found[3]!) : null
  }
  return null
}

const tidyNumber = (digits: string, sign: string, symbol: string) =>
  `${digits.replace(/[lI]/g, '1').replace(/O/g, '0')}${sign}${symbol.replace(/\s+/g, '').replace(/–/g, '-')}`

const DATE_LINE =
  /^(?:so\b[^,]{0,40}?\/\s*\S{1,20}\s+(?:[·|•–-]\s*)?)?([\p{L}][\p{L} .'-]{1,40}?)\s*,?\s*ngay\s*(\d? ?\d?)[\s./…_]*(?:thang|(?<=\/))\s*(\d? ?\d?)[\s./…_]*(?:nam|(?<=\/))\s*((?:\d ?){4})?[\s./…_]*$/u

/** Day and month with letters that look like digits: "ngày l3 tháng 0l". */
const SCANNED = /(?<=\b(?:ngay|thang) ?)(?=[\dlo|]*[\d])[\dlo|]{1,2}(?![a-z\d])/g

/** The line "Hà Nội, ngày 09 tháng 12 năm 2024"; day or month may still be blank. */
function readDateLine(head: readonly string[]): { date: IsoDate | null; place: string | undefined } {
  for (const line of head) {
    const folded = foldInPlace(line).replace(SCANNED, (digits) => digits.replace(/[l|]/g, '1').replace(/o/g, '0'))
    const found = DATE_LINE.exec(folded)
    if (!found || /\b(?:ke hoach|nghi|quyet dinh|luat|thong tu|cong van|huong dan)\b/.test(found[1]!)) continue
    const at = found[0].indexOf(found[1]!)
    const place = collapse(line.slice(at, at + found[1]!.length))
    const [day, month, year] = found.slice(2, 5).map((digits) => Number(digits?.replace(/ /g, '')))
    const date = day && month && year ? isoDate(year, month, day) : undefined
    if (/^\p{Lu}/u.test(place)) return { date: date ?? null, place }
  }
  return { date: null, place: undefined }
}

/** Number and date as the head of an appendix repeats them: "(Kèm theo Kế hoạch số 14/KH-UBND ngày 13/01/2025 của …)". */
function citedByAppendix(heads: string): { number: string | null; issuedOn: IsoDate | null } {
  const text =
    /kèm theo (?:Kế hoạch|Chương trình|Hướng dẫn|Phương án)[^()]{0,200}/iu.exec(heads.replace(/\s+/g, ' '))?.[0] ?? ''
  const number = NUMBER.exec(text)
  const date = /ng[aà]y\s*(\d{1,2})\s*(?:[/.-]|th[aá]ng)\s*(\d{1,2})\s*(?:[/.-]|n[aă]m)\s*(\d{4})/iu.exec(text)
  return {
    number: number?.[1] ? tidyNumber(number[1], number[2]!, number[3]!) : null,
    issuedOn: (date && isoDate(Number(date[3]), Number(date[2]), Number(date[1]))) ?? null,
  }
}

/** The stamp of an electronic signature: "Thời gian ký: 13.01.2025 15:45:23". */
function signedOn(lines: readonly string[]): IsoDate | null {
  for (const line of lines) {
    const found = /(?:Ngày|Thời gian|Giờ) ký:?\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu.exec(line)
    if (found) return isoDate(Number(found[3]), Number(found[2]), Number(found[1])) ?? null
  }
  return null
}

/** "… ban hành Kế hoạch công tác thi đua, khen thưởng năm 2025, cụ thể như sau". */
function announcement(preamble: string): string {
  return /(?:ban hành|xây dựng|lập)\s+(?:Kế hoạch|Chương trình)[^.;]{0,300}/iu.exec(preamble)?.[0] ?? ''
}

/** "Thời gian thực hiện: từ ngày 01/3/2025 đến hết ngày 30/11/2025". */
function statedPeriod(lines: readonly string[]): string {
  return (
    lines.find((line) =>
      /th[oờ]i gian (?:th[uự]c hi[eệ]n|ph[aá]t đ[oộ]ng|thi đua|áp dụng)?\s*:/iu.test(line.slice(0, 60)),
    ) ?? ''
  )
}

const yearOf = (date: IsoDate | null | undefined) => (date ? dateParts(date).year : undefined)
