import { toSource } from '#domain/deadlines/source.ts'
import { foldInPlace } from '#domain/fold.ts'
import { roleOf } from './column-roles.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { isOrganisation } from './issuer.ts'
import { readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import { sentencesOf } from './sentences.ts'

/** A piece of text with its time: the words of the time, and what is to be done. */
export interface Dated {
  title: string
  wording: string
}

const DAY = String.raw`\d{1,2}\s*(?:[/.-]\s*\d{1,2}(?:\s*[/.-]\s*\d{2,4})?|(?:thang|/)\s*\d{1,2}(?:\s*(?:nam|/)\s*\d{4})?)(?!\d)`
const MONTH = String.raw`thang\s*\d{1,2}(?:\s*(?:/|nam)\s*\d{4})?(?!\d)`
const QUARTER = String.raw`quy (?:i{1,3}|iv|[1-4])\b(?:\s*(?:/|nam)\s*\d{4})?`
const EVERY = String.raw`(?:\d{1,2}|cuoi cung|dau tien)\s*(?:cua )?(?:hang|moi)? ?(?:thang|quy|nam)(?: cuoi (?:quy|nam))?(?: (?:cuoi|dau) (?:quy|nam))?(?: hang (?:thang|quy|nam))?`
const LIMIT = String.raw`(?:truoc|cham nhat|muon nhat|han cuoi|han chot|den het|xong trong|hoan thanh trong|thoi han)(?: (?:la|den|vao|trong|truoc|het|khi het)){0,3}`
const OF_THE_DAY = String.raw`(?:\d{1,2}\s*(?:gio|h)\s*(?:\d{2})?(?: phut)?,? )?`

/** A time limit in running words: "trước ngày 15/01/2025", "chậm nhất ngày 20 hàng tháng", "hoàn thành trong tháng 3". */
const STRONG = new RegExp(
  String.raw`\b(?:(?:dinh ky )?(?:hang|moi) (?:nam|quy|thang),? (?:vao |xong )?)?${LIMIT} ${OF_THE_DAY}(?:ngay )?(?:${DAY}(?:\s+(?:hang|moi) nam)?|${EVERY}|${MONTH}|${QUARTER})|\bngay \d{1,2} (?:cua )?(?:(?:hang|moi) (?:thang|quy)|thang (?:cuoi|dau) (?:cua )?(?:hang |moi )?quy)`,
  'g',
)
/** A time that is one only where a duty is named already: "trong tháng 3/2025", "từ ngày … đến ngày …", "vào ngày 15/9/2025". */
const WEAK = new RegExp(
  String.raw`\b(?:tu (?:ngay )?${DAY} (?:den(?: het)?|-) (?:ngay )?${DAY}|(?:trong|vao|dip|du kien|khoang)(?: (?:trong|vao|dip|khoang))? (?:${MONTH}|${QUARTER}|(?:dip )?(?:ngay )?${DAY})|thuong xuyen(?: (?:trong|ca) nam(?: 20\d\d)?)?(?=[.;]?$))`,
  'g',
)
const DUTY =
  /\b(?:bao cao|gui|nop|hoan thanh|to chuc|xay dung|trinh|dang ky|tong hop|de nghi|lap|ban hanh|hop|trien khai|xet|binh xet|binh chon|tham muu|thuc hien|phat dong|tong ket|so ket|cong bo|trao|ra soat|kiem tra|ky ket|tham dinh|de xuat|danh gia|cham diem|cu |chuan bi|lua chon|tuyen truyen|pho bien|quan triet|hoan thien|hoan tat|kien toan|phan cong|cung cap|bo tri|cap nhat|dang tai|cong khai|thong bao|chuyen|ky |thanh lap|so tuyen|tap huan|phoi hop|xong (?:truoc|trong)\b)/
/** What is striven for, and what rules something out, is no duty. */
const TARGET = /\bphan dau\b|^\W*khong\b/
const NO_DUTY = /(?:hieu luc|sinh|phat sinh|thanh lap|cong tac|tuyen dung)(?: tu)?(?: ke)?\s*$/

/** Whether a text says that something is to be done. */
export const namesDuty = (text: string): boolean => DUTY.test(foldInPlace(text))

/** The duties with a time limit in a paragraph of running text: each the clause that says what is to be done. */
export function dutiesIn(paragraph: string): Dated[] {
  return sentencesOf(paragraph).flatMap((sentence) => {
    const wording = timeIn(sentence, [STRONG])
    const folded = foldInPlace(sentence)
    const isDuty = DUTY.test(folded) || (isOrganisation(sentence) && /^[^:]{3,80}:/.test(sentence))
    return wording && isDuty && !TARGET.test(folded) ? [{ title: titleOf(sentence, wording), wording }] : []
  })
}

/** The time that an item of a list of duties gives in its words, in whatever form; undefined where it gives none. */
export const timeOfItem = (text: string): string | undefined => timeIn(text, [STRONG, WEAK])

/** The time limit that the title of a table row says itself; undefined where it says none. */
export const limitOfTitle = (title: string): string | undefined => timeIn(title, [STRONG])

/** The bracketed parts of a title that name a time limit: "(đơn vị gửi hồ sơ trước 15/4/2025)". */
export const limitsInBrackets = (title: string): string[] =>
  [...title.matchAll(/\(([^()]{5,200})\)/g)].map((found) => found[1]!).filter((inside) => limitOfTitle(inside))

/**
 * A line of a schedule: "Tháng 3/2025: Phát động phong trào", "Từ 01/3 đến 15/3: …", or the time behind: "Tổng kết: tháng 12/2025",
 * "Tổ chức Hội nghị (Quý IV)". Undefined for any other line.
 */
export function readScheduleLine(line: string): Dated | undefined {
  const text = trimTail(readMark(line)?.text ?? line)
  const before = /^([^:]{3,90}):\s*(?=\S)/.exec(text)
  if (before && isTime(before[1]!)) return withOwnTime(before[1]!.trim(), text.slice(before[0].length))
  const phase = /^([^:(]{3,60}?)\s*\(([^()]{5,60})\):\s+(\S.*)$/s.exec(text)
  if (phase && isTime(phase[2]!)) return withOwnTime(phase[2]!.trim(), `${phase[1]!}: ${phase[3]!}`)
  const wave = /^([^:]{3,60}):\s*([^:,]{8,80}),\s+(\S.*)$/s.exec(text)
  if (wave && isTime(wave[2]!)) return { title: `${wave[1]!}, ${wave[3]!}`, wording: wave[2]!.trim() }
  const colon = roleOf(text.slice(0, Math.max(0, text.indexOf(':'))), 1) === 'deadline' ? -1 : text.lastIndexOf(':')
  const behind = text.slice(colon + 1).trim()
  if (colon > 3 && behind.length <= 80 && isTime(behind))
    return { title: trimTail(text.slice(0, colon)), wording: behind }
  const bracket = text.endsWith(')') ? text.lastIndexOf('(') : -1
  const inside = bracket > 3 ? text.slice(bracket + 1, -1) : ''
  return inside !== '' && inside.length <= 80 && isTime(inside)
    ? { title: trimTail(text.slice(0, bracket)), wording: inside }
    : undefined
}

/** "Khen thưởng đột xuất: khi có thành tích": an item whose time depends. Undefined for any other. */
export function readOpenTime(item: string): Dated | undefined {
  const [, title, wording] =
    /^([^:]{5,90}):\s*((?:khi có|khi phát sinh|ngay khi|ngay sau|theo (?:kế hoạch|tiến độ|thực tế|hướng dẫn)|thường xuyên|đột xuất)[^.;:]{0,60})[.;]?$/iu.exec(
      item,
    ) ?? []
  return title && wording ? { title, wording } : undefined
}

/** A month, quarter or year in front gives way to a day that the words behind it name, which it completes where that has no year. */
function withOwnTime(period: string, title: string): Dated {
  // A span of months is a time of its own beside the day.
  const isSpan = /\d\D+\d/.test(period.replace(/\b20\d\d\b/g, '')) && /(?:đến|-|–)/u.test(period)
  const own = /\d[/.-]\d{1,2}(?!\d)/.test(period) ? undefined : timeOfItem(title)
  if (own && isSpan) return { title, wording: `${period}; ${own}` }
  return { title, wording: !own ? period : /20\d\d/.test(own) ? own : `${period}, ${own}` }
}

const TIME_WORDS =
  /^(?:(?:thoi gian|han|du kien|thuc hien|hoan thanh|xong|to chuc|trong|vao|dip|khoang|truoc|sau|cham nhat|muon nhat|la|tu|den|het|dau|giua|cuoi|ngay|thang|quy|nam|tuan|hang|dinh ky|moi|\d[\d/.-]*|[ivx]+|va|,|-|–|:|\/|den het|thuong xuyen|lam viec|nop|gui|ho so)\s*)+$/

/** Whether a text is nothing but a time, and perhaps a unit in brackets. */
const isTime = (text: string) => {
  const folded = foldInPlace(text.trim().replace(/(?<=\S)\s*\((?!.*\d)[^()]*\)$/, ''))
  return (
    (looksLikeDeadline(text) || /^nam 20\d\d$/.test(folded)) &&
    !/\d{4}\s*[-–]\s*\d{1,2}\/|\(/.test(folded) &&
    TIME_WORDS.test(folded)
  )
}

/** The times that these patterns find, scanned digits mended; where there are several, the words from the first to the last so that each keeps its label. */
function timeIn(paragraph: string, patterns: readonly RegExp[]): string | undefined {
  const { text, plain: folded } = toSource(paragraph)
  const found = patterns
    .flatMap((pattern) =>
      [...folded.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
    )
    .filter(({ start }) => !NO_DUTY.test(folded.slice(Math.max(0, start - 40), start)))
    .sort((a, b) => a.start - b.start)
  const [first] = found
  if (!first) return undefined
  const end = Math.max(...found.map((one) => one.end))
  const several = found.some(({ start }) => start >= first.end)
  const clause = several
    ? Math.max(0, ...[...'.;:('].map((sign) => text.lastIndexOf(sign, first.start) + 1))
    : first.start
  return text.slice(end - clause <= 300 ? clause : first.start, end).trim()
}

/** The clause without its time where the time ends it, its first letter a capital. */
function titleOf(sentence: string, wording: string): string {
  const text = trimTail(readMark(sentence)?.text ?? sentence)
  const bare = text.endsWith(wording)
    ? trimTail(text.slice(0, -wording.length), '.:;,-–(').replace(/\s+(?:xong|vào|và)$/u, '')
    : text
  const title = bare.length > 10 ? bare : text
  return title.charAt(0).toUpperCase() + title.slice(1)
}
