import type { Column } from './column-roles.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { markKind, readMark } from './marks.ts'
import type { TableRow } from './neutral.ts'
import { periodWording, sectionOf } from './sections.ts'
import type { Section } from './sections.ts'
import { joinTexts } from './wrapped.ts'

/** Rows put together again where a line break inside a cell cut them: the pieces have one cell more than the columns together. */
export function mendRows(rows: readonly TableRow[], width: number): TableRow[] {
  const mended: TableRow[] = []
  for (const row of rows) {
    const last = mended.at(-1)
    const [first = ''] = row.cells
    const joined = last ? last.cells.length + row.cells.length - 1 : Infinity
    const isPiece = isPieceOfCell(first) && (row.cells.length > 1 || /^[-–+•\p{Ll}]/u.test(first))
    if (last && isPiece && row.cells.length < width && joined <= width && isNumbered(last))
      mended[mended.length - 1] = { line: last.line, cells: glue(last.cells, row.cells) }
    else mended.push(row)
  }
  return mended
}

/** Text that goes on in a cell: neither empty nor numbered. */
function isPieceOfCell(text: string): boolean {
  const kind = readMark(text)?.kind
  return text !== '' && markKind(text) === undefined && (kind === undefined || kind === 'bullet')
}

const isNumbered = ({ cells }: TableRow) => ['number', 'nested'].includes(markKind(cells[0] ?? '') ?? '')

const glue = (before: readonly string[], after: readonly string[]) => [
  ...before.slice(0, -1),
  joinTexts([before.at(-1)!, after[0]!]),
  ...after.slice(1),
]

/** The section a row names: mark and text alone, one text over the whole row, or capitals; undefined for rows of content. */
export function sectionRow(cells: readonly string[], columns: readonly Column[]): Section | undefined {
  const filled = cells.filter((cell) => cell !== '')
  const texts = [...new Set(filled)]
  if (texts.length === 1) {
    const text = texts[0]!
    const kind = readMark(text)?.kind
    const isHeading = kind === 'roman' || kind === 'letter' || periodWording(text) !== undefined || isCapitals(text)
    return isHeading || (filled.length > 2 && !looksLikeDeadline(text)) ? sectionOf(text) : undefined
  }
  const hasNo = columns[0]?.role === 'no'
  const [mark = '', ...rest] = cells
  const [text, ...others] = new Set(rest.filter((cell) => cell !== ''))
  if (!hasNo || text === undefined || others.length > 0) return undefined
  const kind = markKind(mark)
  if (kind === 'roman' || kind === 'letter') return sectionOf(text, mark)
  return mark !== '' && kind !== undefined && periodWording(text) ? sectionOf(text, mark) : undefined
}

/** Whether a text of some length is in capitals throughout. */
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}.*\p{Lu}{2}/u.test(text)
