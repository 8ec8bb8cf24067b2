import { matchAt, yearOf } from './numbers.ts'
import { monthNumber, withYear, WORDED_YEAR, type WrittenReader } from './reader.ts'
import type { Written } from './written.ts'

/** A number with letters behind its slash is a document's; " / " parts two milestones. */
const BOUND = /(?!\d|\s?\/\s?\d|\/\s?[a-z]|\s\/[a-z]|[.-]\d|-[a-z])/.source
/** "3/4 chỉ tiêu" is a share. */
const COUNTED = String.raw`(?! ?(?:don vi|diem|tap the|ca nhan|xa|phuong|thon|to dan pho|dong chi|nguoi|thanh vien|co quan|tieu chi|tieu chuan|chi tieu|noi dung|nhiem vu|muc tieu|truong|phieu|ho|gio|so phieu|tong so|can bo|dang vien|hoi vien|hoc sinh|luot|bai)\b)`

const FULL_DATE = [
  /(\d{1,2})\s?\/{1,2}\s?(\d{1,2})\s?\/{1,2}\s?(\d{2,5})(?!\d|\/\s?\d|\s\/\d|\/\s?[a-z]|\s\/[a-z]|-[a-z])/y,
  /(\d{1,2})(?=([.-]))\2(\d{1,2})\2(\d{2,5})(?!\d|\/\s?\d|\s\/\d|\/\s?[a-z]|\s\/[a-z]|-[a-z])/y,
  /(\d{1,2})(?=( [.-] ))\2(\d{1,2})\2(\d{4})(?!\d|\/\s?\d|\s\/\d|\/\s?[a-z]|\s\/[a-z]|-[a-z])/y,
  /(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d|\/\s?\d|\s\/\d|\/\s?[a-z]|\s\/[a-z]|-[a-z])/y,
  // "15/3/2025/Phòng Nội vụ": the unit behind the date, no sign of a document.
  /(\d{1,2})\/(\d{1,2})\/(20\d\d)(?=\s?\/\s?[a-z]{2,12}(?![a-z\d&/-]))/y,
]
/** As a spreadsheet's cell may give it, with or without its time. */
const ISO_DATE = /((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})(?:t\d{2}:\d{2}[\d:.]{0,7}z?)?(?![\d/]|-[a-z\d])/y
const SLASHED_DAY = new RegExp(
  String.raw`(?<!ty le )(\d{1,2})\s?/{1,2}\s?(\d{1,2})(?:${BOUND}|(?=-\d{1,2}/))${COUNTED}`,
  'y',
)
const DASHED_DAY = new RegExp(String.raw`(\d{1,2})[-.](\d{1,2})${BOUND}(?! (?:ngay|thang|nam|gio)\b)`, 'y')

/** "15/3/2025", "15.3.2025", "15 / 3 / 25"; with `bold` also "15-3" and "15.3". */
export const numericDay: WrittenReader = (source, index, bold) => {
  const iso = matchAt(source.plain, ISO_DATE, index)
  if (iso) {
    const [year, month, day] = iso.slice(1).map(Number) as [number, number, number]
    return { value: { unit: 'day', day, month, year }, end: index + iso[0].length }
  }
  for (const pattern of FULL_DATE) {
    const found = matchAt(source.plain, pattern, index)
    if (!found) continue
    const [d, m, y] = found.slice(1).filter((part) => /\d/.test(part)) as [string, string, string]
    return { value: { unit: 'day', day: Number(d), month: Number(m), year: yearOf(y) }, end: index + found[0].length }
  }
  const short = matchAt(source.plain, SLASHED_DAY, index) ?? (bold ? matchAt(source.plain, DASHED_DAY, index) : null)
  if (!short || (!bold && Number(short[2]) > 12)) return undefined
  const value: Written = { unit: 'day', day: Number(short[1]), month: Number(short[2]) }
  return withYear(source, index + short[0].length, value, WORDED_YEAR)
}

const DAY_OF = /(?:(?:mung|mong) )?(\d{1,2})(?!\d)\s?[,/]?\s?thang(?:\s|(?=\d))/y

/** "15 tháng 3 năm 2025", "mùng 5 tháng Ba". */
export const wordedDay: WrittenReader = (source, index) => {
  const found = matchAt(source.plain, DAY_OF, index)
  const number = found && monthNumber(source, index + found[0].length)
  if (!number) return undefined
  return withYear(source, number.end, { unit: 'day', day: Number(found[1]), month: number.value })
}
