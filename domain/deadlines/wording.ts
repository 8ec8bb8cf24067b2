import { fold } from '../fold.ts'
import { collapse, type Source } from './source.ts'
import type { Piece } from './split.ts'
import { readVague } from './vague.ts'

const BULLET = /^(?:[\s;:,.…/|→()\-+*•▪◦●·–—&]|(?:\d{1,2}|[a-hA-H])[.)](?=\s)|(?:và|hoặc)\s)+/u
const MARKS = new Set(' \n;:,.…(/|→-–—')

/** Without the bullet before and the marks behind. */
function bare(text: string): string {
  let end = text.length
  while (end > 0 && MARKS.has(text[end - 1]!)) end--
  return text
    .slice(0, end)
    .replace(/\s(?:và|hoặc)$/u, '')
    .replace(BULLET, '')
}

const count = (text: string, mark: string) => text.split(mark).length - 1

/** The words of a piece as written, brackets kept in pairs. */
export function wordingOf(source: Source, { start, end }: Piece): string {
  const words = bare(source.text.slice(start, end))
  const open = count(words, '(') - count(words, ')')
  if (open > 0 && source.text[end] === ')') return collapse(source.text.slice(start, end + 1).replace(BULLET, ''))
  return (
    collapse(open < 0 && words.endsWith(')') ? words.slice(0, -1) : words) || collapse(source.text.slice(start, end))
  )
}

const NOT_A_LABEL =
  /^(?:(?:vao|trong) khoang|xong|hoan thanh|thuc hien|to chuc|thoi gian|thoi han|han|bat dau|du kien|trong|vao|va|ngay|truoc|sau|gom|cu the|la|den|tu|dip|nhan dip|tro di|thuc te|tuan|trong tuan|trong vong|da|ngay thu|toi thieu|it nhat|khoang|hoac|(?:thoi gian:? )?\d{1,3} (?:ngay|buoi|tuan|gio))$/
const NOTE =
  /^[,.;]?\s?(?:dia diem|thanh phan|hinh thuc|tai |nam |\(|tro di|tro lai|tro ve|den nay|hang |theo |khi |sau |truoc |neu |va |hoac |dinh ky |cua |de (?!nghi|xuat)|la |so voi)/

/**
 * What the milestone is: the words before its time, else those behind it; null where there are none or they only speak of the time.
 * A remark in brackets names it where there are `several` to tell apart: "trước 15/5 (khối trường học), trước 15/11 (các khối khác)".
 */
export function labelOf(source: Source, piece: Piece, several: boolean): string | null {
  const { expression } = piece
  if (!expression) return null
  const before = collapse(withoutOpenBracket(bare(source.text.slice(piece.start, expression.start))))
  if (isLabel(before)) return before
  if (expression.meaning.type === 'relative' || expression.meaning.type === 'ongoing') return null
  const behind = source.text.slice(expression.end, piece.end)
  const remark = several && REMARK.exec(behind)?.[1]
  if (remark && isLabel(remark) && !NOT_A_REMARK.test(fold(remark))) return remark
  const after = collapse(bare(behind.startsWith(')') ? behind.slice(1) : behind))
  const label = after.endsWith(')') && !after.includes('(') ? after.slice(0, -1) : after
  return isLabel(label) && !isVague(label) && !NOTE.test(`${fold(behind)} `) ? label : null
}

const REMARK = /^\s?\(([^()]{4,60})\)/
const NOT_A_REMARK =
  /^(?:\d{1,3} (?!thang|quy)|thu |chu nhat|am lich|duong lich|neu |theo |khi |qua |bang |kem |du kien|tai |sau |truoc )/

const isLabel = (text: string) => /\p{L}{2}/u.test(text) && !NOT_A_LABEL.test(fold(text))
const isVague = (text: string) => readVague(fold(text))?.start === 0

/** "Quốc khánh (02/9/1945 -": the bracket belongs to the date. */
function withoutOpenBracket(text: string): string {
  const open = text.lastIndexOf('(')
  return open > text.lastIndexOf(')') ? bare(text.slice(0, open)) : text
}
