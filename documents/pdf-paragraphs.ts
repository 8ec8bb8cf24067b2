import { readMark } from './marks.ts'
import { isFull } from './pdf-lines.ts'
import type { TextLine } from './pdf-lines.ts'
import { joinTexts } from './wrapped.ts'

/** Lines that make one paragraph. */
export type Paragraph = TextLine[]

/** What is usual in a document: how far lines stand apart, and where they begin and end. */
export interface Measure {
  pitch: number
  left: number
  right: number
  /** Whether lines end in mid-sentence where there was room for more: somebody broke them by hand, at another width. */
  brokenByHand: boolean
}

/** Whether `next` goes on with the paragraph: the line before is full, and nothing starts a new one. */
export function goesOn(paragraph: Paragraph, next: TextLine, measure: Measure, samePage: boolean): boolean {
  const last = paragraph.at(-1)!
  const isFilled = isFull(last, next, measure.right) || isFilledByHand(last, measure)
  if (!isFilled || startsParagraph(next.text, last.text)) return false
  if (last.bold !== next.bold && (last.bold ? paragraph.every(({ bold }) => bold) : true)) return false
  if (Math.abs(last.size - next.size) > last.size * 0.15) return false
  if (!samePage) return !endsSentence(last.text) && (!last.bold || /^\p{Ll}/u.test(next.text))
  if (next.y - last.y > measure.pitch * 1.7) return false
  if (Math.abs(middleOf(next) - middleOf(last)) < CENTRED) return true
  const second = paragraph[1]
  const bodyLeft = second ? second.x0 : undefined
  // A first line may be indented, or hang out to the left with its mark; from the second line on the left edge is straight.
  if (bodyLeft !== undefined) return Math.abs(next.x0 - bodyLeft) < next.size * 0.6
  return next.x0 < last.x0 + next.size * 0.5 || readMark(last.text) !== undefined
}

/** Lines whose middles differ by less, in points, are centred below each other. */
const CENTRED = 1.5
const middleOf = ({ x0, x1 }: TextLine) => (x0 + x1) / 2

const endsSentence = (text: string) => /[.;:!?…]["”)]?$/.test(text)

/** Lines broken by hand differ in length, the first of a paragraph by its lost indent. */
const isFilledByHand = (line: TextLine, { left, right, brokenByHand }: Measure) =>
  brokenByHand && !endsSentence(line.text) && line.x1 - left > (right - left) * 0.75

/** In mid-sentence a line may begin with a word that looks like a mark: "XVIII Đảng bộ", "- khen thưởng". */
function startsParagraph(text: string, above: string): boolean {
  const kind = readMark(text)?.kind
  if (kind === undefined || (kind === 'bullet' && /^[-–]\s*\p{Ll}/u.test(text))) return false
  return endsSentence(above) || /^[^\s.)]{0,8}\s?[.)]|^\D{0,1}[-–+•*]/u.test(text)
}

export const paragraphText = (lines: Paragraph): string => joinTexts(lines.map(({ text }) => text))

/** The measure of a document's running text, from the lines of its pages. */
export function measureOf(pages: readonly (readonly TextLine[])[]): Measure {
  const lines = pages.flat()
  const pairs = pages.flatMap((page) => page.slice(1).map((next, i) => ({ line: page[i]!, next })))
  const gaps = pairs.map(({ line, next }) => next.y - line.y).filter((gap) => gap > 0)
  const widest = Math.max(0, ...lines.map(({ x0, x1 }) => x1 - x0))
  const long = lines.filter(({ x0, x1, segments }) => segments.length === 1 && x1 - x0 > widest / 2)
  const right = quantile(ends(long), 0.97) ?? quantile(ends(lines), 1) ?? Infinity
  const left =
    quantile(
      lines.map(({ x0 }) => x0),
      0.1,
    ) ?? 0
  const short = pairs.filter(({ line, next }) => line.segments.length === 1 && !isFull(line, next, right))
  const broken = short.filter(({ line, next }) => !endsSentence(line.text) && /^\p{Ll}/u.test(next.text))
  const brokenByHand = broken.length >= 3 && broken.length > short.length * 0.1
  return { pitch: quantile(gaps, 0.4) ?? Infinity, left, right, brokenByHand }
}

const ends = (lines: readonly TextLine[]) => lines.map(({ x1 }) => x1)

function quantile(values: readonly number[], part: number): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)]
}
