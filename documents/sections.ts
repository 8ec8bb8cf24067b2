import { fold } from '#domain/fold.ts'
import { readQuarter } from './coverage.ts'
import { bareMark, headingText, markKind, readMark } from './marks.ts'
import type { MarkKind } from './marks.ts'
import { trimTail } from './markup.ts'

/** A heading that counts for the rows or items under it. */
export interface Section {
  kind: MarkKind | 'plain'
  /** As written, with its mark: "I. Quý I". */
  text: string
}

/** The headings that count after this one: it takes the place of the last of its kind and of all within that. */
export function enterSection(open: readonly Section[], section: Section): Section[] {
  const same = open.findIndex(({ kind }) => kind === section.kind)
  return [...(same < 0 ? open : open.slice(0, same)), section]
}

/** A heading given in one text ("II. Quý II", "Quý II") or as mark and text in two cells. */
export function sectionOf(text: string, mark = ''): Section {
  const kind = mark ? markKind(mark) : undefined
  if (kind) return { kind, text: headingText({ kind, mark: bareMark(mark), text }) }
  const marked = readMark(text)
  return marked ? { kind: marked.kind, text: headingText(marked) } : { kind: 'plain', text: trimTail(text) }
}

/** The quarter that the innermost heading naming one says. */
export function quarterOf(open: readonly Section[]): 1 | 2 | 3 | 4 | undefined {
  return open.reduce<1 | 2 | 3 | 4 | undefined>((quarter, { text }) => readQuarter(text) ?? quarter, undefined)
}

const PERIOD =
  /^(?:trong |vao |thoi gian:? |cac nhiem vu |nhiem vu |cong viec |viec )*(quy (?:i{1,3}|iv|[1-4])\b|thang (?:\d{1,2})\b|(?:0?[369]|ba|sau|chin) thang (?:dau|cuoi)(?: cua)? nam|ca nam)[^:;]{0,40}$/

/** The time a heading names, as a deadline wording: "Quý III năm 2025" of "2.1. Quý III năm 2025:"; undefined for other headings. */
export function periodWording(heading: string): string | undefined {
  const text = trimTail(readMark(heading)?.text ?? heading)
  const found = PERIOD.exec(fold(text))
  return found ? text.slice(fold(text).indexOf(found[1]!)) : undefined
}
