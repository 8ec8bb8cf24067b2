import { trimTail } from './markup.ts'

/** How a paragraph or row is numbered: `A.`, `I.`, `1.`, `1.2.`, `a)`, or a bullet. */
export type MarkKind = 'letter' | 'roman' | 'number' | 'nested' | 'minor' | 'bullet'

export interface Marked {
  kind: MarkKind
  /** The mark without its punctuation: "A", "I", "1.2"; empty for a bullet. */
  mark: string
  text: string
}

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/
const PATTERNS: readonly [MarkKind, RegExp][] = [
  ['bullet', /^()[-–—+•▪●◦·➢✓]\s*(?=[\p{L}"“(\d])(.+)$/su],
  ['roman', /^([IVX]{1,6})(?:\s*[.):/-]\s*(?=\D)|\s+(?=\p{Lu}))(.+)$/su],
  ['letter', /^([A-HĐ])\s*[.)/]\s*(?=[\p{L}"“])(.+)$/su],
  ['nested', /^(\d{1,2}(?:\.\d{1,2}){1,4})(?:[.)]\s*|\s+)(?=[\p{L}"“(])(.+)$/su],
  ['number', /^(\d{1,3})(?:\s*[.)]\s*|\s*\/\s+|\s?-\s+)(?=[\p{L}"“(])(.+)$/su],
  ['minor', /^([a-zđ])\s*[.)]\s*(?=[\p{L}"“])(.+)$/su],
]

/** The mark at the start of a paragraph and the text behind it; undefined where there is none. */
export function readMark(paragraph: string): Marked | undefined {
  const trimmed = paragraph.trim()
  for (const [kind, pattern] of PATTERNS) {
    const found = pattern.exec(trimmed)
    if (!found) continue
    const [, mark = '', text = ''] = found
    if (kind === 'roman' && !ROMAN.test(mark)) continue
    return { kind, mark, text: text.trim() }
  }
  return undefined
}

/** The kind of a cell that holds nothing but a mark: "I", "A.", "12.", "1.2", "a)", "-". */
export function markKind(cell: string): MarkKind | undefined {
  const mark = bareMark(cell)
  if (/^[IVX]{1,6}$/.test(mark) && ROMAN.test(mark)) return 'roman'
  if (/^[A-HĐ]$/.test(mark)) return 'letter'
  if (/^\d{1,3}$/.test(mark)) return 'number'
  if (/^\d{1,3}(?:\.\d{1,2}){1,4}$/.test(mark)) return 'nested'
  if (/^[a-zđ]$/.test(mark)) return 'minor'
  return /^[-–—+•▪●]$/.test(cell.trim()) ? 'bullet' : undefined
}

/** A mark without its punctuation: "12." is "12", "(a)" is "a". */
export function bareMark(cell: string): string {
  return trimTail(cell.trim().replace(/^\(/, ''), '.):/-–')
}

/** A heading as documents write it, whatever punctuation the file had: "I. Quý I", "2.1. Quý III năm 2025". */
export function headingText(marked: Marked): string {
  const text = trimTail(marked.text)
  return marked.mark ? `${marked.mark}. ${text}` : text
}
