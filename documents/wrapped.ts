import { fold } from '#domain/fold.ts'
import { readMark } from './marks.ts'
import type { Paragraph } from './neutral.ts'

/** Pieces of an endless line stay apart. */
const LONGEST_JOINED = 5000

/** Longer than this, a line is a paragraph; files broken into printed lines stay below it. */
const PRINTED_LINE = 130

/**
 * Paragraphs put together again where a file breaks them: at the end of every printed line, or in mid-sentence at a page break. A
 * paragraph keeps the line number on which it starts.
 */
export function joinWrapped(paragraphs: readonly Paragraph[]): Paragraph[] {
  const width = printedWidth(paragraphs)
  const groups: Paragraph[][] = []
  for (const next of paragraphs) {
    const group = groups.at(-1)
    if (group && (continues(group.at(-1)!, next, width) || goesOnBehindClause(group, next, width))) group.push(next)
    else groups.push([next])
  }
  return groups.map((group) => ({ ...group[0]!, text: joinTexts(group.map(({ text }) => text)) }))
}

/** Pieces of one text: a space between them, none where a number or word was cut at its hyphen ("2025-" "2030"). */
export function joinTexts(pieces: readonly string[]): string {
  const parts: string[] = []
  for (const piece of pieces.filter((text) => text !== '')) {
    const cut = parts.length > 0 && /[\p{L}\d][-/]$/u.test(parts.at(-1)!.slice(-2))
    parts.push(parts.length === 0 || cut ? piece : ` ${piece}`)
  }
  return parts.join('')
}

function continues(line: Paragraph, next: Paragraph, width: number | undefined): boolean {
  if (line.text.length > LONGEST_JOINED || next.heading || line.heading || /[.;:!?…]["”)]?$/.test(line.text.slice(-3)))
    return false
  if (/[-–]$/.test(line.text)) return true
  if (/thi dua$/.test(fold(line.text.slice(-10))) && /^- khen thuong/.test(fold(next.text.slice(0, 20)))) return true
  if (readMark(next.text)) return false
  const first = next.text[0]!
  if (/\p{Ll}/u.test(first)) return !isHeadingLine(line.text)
  return width !== undefined && line.text.length > width * 0.72 && !isHeadingLine(line.text)
}

/** A full printed line of a numbered item that ends with a clause, over a line without a mark. */
function goesOnBehindClause(group: readonly Paragraph[], next: Paragraph, width: number | undefined): boolean {
  const line = group.at(-1)!
  const isFull = width !== undefined && line.text.length > width * 0.85 && line.text.length <= PRINTED_LINE
  return isFull && line.text.endsWith(';') && !next.heading && !readMark(next.text) && !!readMark(group[0]!.text)
}

/** Written in capitals throughout: a heading, whatever comes next. */
const isHeadingLine = (text: string) => text === text.toUpperCase() && /\p{Lu}{2}/u.test(text)

/** The usual length of a full printed line; undefined where lines are whole paragraphs. */
function printedWidth(paragraphs: readonly Paragraph[]): number | undefined {
  const lengths = paragraphs.map(({ text }) => text.length).sort((a, b) => a - b)
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  return usual > 0 && usual <= PRINTED_LINE && lengths.at(-1)! <= PRINTED_LINE * 1.5 ? usual : undefined
}
