import { markKind } from './marks.ts'
import type { Word } from './pdf-geometry.ts'

/** Words of one line without a gap between them wider than a word space can be. */
export interface Segment {
  text: string
  x0: number
  x1: number
}

/** A line of text: its parts from left to right. */
export interface TextLine extends Segment {
  y: number
  size: number
  bold: boolean
  segments: Segment[]
  /** How wide the first word is, for telling whether it would have fitted on the line above. */
  firstWidth: number
}

/** Parts of the letters' size: a gap that parts columns, and how far apart words of one line may stand in height. */
const COLUMN_GAP = 0.7
const LINE_SHIFT = 0.4
/** Letters that stand nearer than this are of one word, though drawn apart: those that a font lacks come from another one. */
const LETTER_GAP = 0.1

/** Words as lines from top to bottom. */
export function linesOf(words: readonly Word[]): TextLine[] {
  const lines: Word[][] = []
  for (const word of [...words].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1)
    if (line && word.y - line[0]!.y <= Math.min(word.size, line[0]!.size) * LINE_SHIFT) line.push(word)
    else lines.push([word])
  }
  return lines.map((line) => toLine(wholeWords(line.sort((a, b) => a.x0 - b.x0))))
}

/** The words of a line from left to right, put together where they were drawn in parts. */
function wholeWords(pieces: readonly Word[]): Word[] {
  const words: Word[] = []
  for (const piece of pieces) {
    const last = words.at(-1)
    const gap = last ? piece.x0 - last.x1 : Infinity
    if (last && Math.abs(gap) <= piece.size * LETTER_GAP) {
      const { text, x1, bold } = piece
      words[words.length - 1] = { ...last, text: last.text + text, x1: Math.max(last.x1, x1), bold: last.bold && bold }
    } else words.push(piece)
  }
  return words
}

function toLine(words: readonly Word[]): TextLine {
  const size = Math.max(...words.map((word) => word.size))
  const segments: Segment[] = []
  let end = -Infinity
  for (const { text, x0, x1 } of words) {
    const last = segments.at(-1)
    if (last && x0 - end <= size * COLUMN_GAP) {
      last.text += ` ${text}`
      last.x1 = Math.max(last.x1, x1)
    } else segments.push({ text, x0, x1 })
    end = Math.max(end, x1)
  }
  const [first] = words
  return {
    text: segments.map(({ text }) => text).join(' '),
    x0: first!.x0,
    x1: end,
    y: words.reduce((sum, { y }) => sum + y, 0) / words.length,
    size,
    // The mark of a list may stand in plain type before a bold heading.
    bold: (markKind(first!.text) === undefined ? words : words.slice(1)).every(({ bold }) => bold),
    segments,
    firstWidth: first!.x1 - first!.x0,
  }
}

/** Whether a line reaches so far to the right that the first word of the next had to go below it. */
export function isFull(line: TextLine, next: TextLine, right: number): boolean {
  return line.x1 + line.size * 0.25 + next.firstWidth > right - line.size * 0.1
}
