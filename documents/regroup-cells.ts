import { roleOf } from './column-roles.ts'
import { markKind, readMark } from './marks.ts'
import type { Block, Paragraph, Table, TableRow } from './neutral.ts'
import { periodWording } from './sections.ts'

/**
 * Tables that a converter left with one cell a line become tables again: the labels of a head, one a line and the first for numbers, then
 * "1" and its cells, "2" and its cells. Everything else stays as it is.
 */
export function regroupCells(blocks: readonly Block[]): Block[] {
  const out: Block[] = []
  for (let at = 0; at < blocks.length;) {
    const width = headWidth(blocks, at)
    if (width === 0) {
      out.push(blocks[at]!)
      at++
      continue
    }
    const { table, end } = readRows(blocks, at, width)
    out.push(table)
    at = end
  }
  return out
}

const MOST_COLUMNS = 12

/** How many lines from `at` on are the labels of a head over a row "1"; 0 where there is no such head. */
function headWidth(blocks: readonly Block[], at: number): number {
  let width = 0
  while (width < MOST_COLUMNS && labelAt(blocks, at + width, width)) width++
  return width > 2 && textAt(blocks, at + width) === '1' && roleOf(textAt(blocks, at), 0) === 'no' ? width : 0
}

const textAt = (blocks: readonly Block[], at: number) => (blocks[at]?.kind === 'paragraph' ? blocks[at].text : '')
const labelAt = (blocks: readonly Block[], at: number, index: number) => roleOf(textAt(blocks, at), index) !== undefined

function readRows(blocks: readonly Block[], start: number, width: number): { table: Table; end: number } {
  const labels = blocks.slice(start, start + width) as Paragraph[]
  const table: Table = { kind: 'table', rows: [{ cells: labels.map(({ text }) => text), line: labels[0]!.line }] }
  let at = start + width
  for (let number = 1; at < blocks.length; at++) {
    const block = blocks[at]!
    if (block.kind === 'table' || /^\W*phụ lục/iu.test(block.text)) break
    const row = table.rows.at(-1)!
    if (block.text.replace(/\.$/, '') === String(number)) {
      table.rows.push({ cells: [String(number++)], line: block.line })
    } else if (isFull(row, width) && isSection(block.text)) table.rows.push({ cells: [block.text], line: block.line })
    else if (!isRepeatedHead(block.text, row.cells.length, width, labels)) row.cells.push(block.text)
  }
  return { table, end: at }
}

/** Whether a row has all its cells, or is a section. */
const isFull = ({ cells }: TableRow, width: number) => cells.length >= width || markKind(cells[0]!) === undefined

/** A label again in a row that is full: the head of the next page. */
const isRepeatedHead = (text: string, filled: number, width: number, labels: readonly Paragraph[]) =>
  filled >= width && labels.some((label) => label.text === text)

function isSection(text: string): boolean {
  const kind = readMark(text)?.kind
  return (
    kind === 'roman' ||
    kind === 'letter' ||
    (markKind(text) === undefined && periodWording(text) !== undefined && /^quý/iu.test(text))
  )
}
