import { cellText } from './cell-text.ts'
import { readHead } from './columns.ts'
import type { WordNode } from './docx-package.ts'
import { markKind } from './marks.ts'
import type { PlacedCell } from './merged-cells.ts'
import type { Block, TableRow } from './neutral.ts'

/** A cell of a Word table: what it holds as blocks, and as lines of text. */
export interface WordCell {
  node: WordNode
  lines: string[]
  blocks: Block[]
}

export const isListMark = (text: string): boolean => markKind(text) !== undefined

/** A table without borders that only sets texts side by side, as letterheads and signatures are: few rows, several lines a cell, no head. */
export function isLayout(rows: readonly WordCell[][], drawn: readonly TableRow[]): boolean {
  return (
    rows.length <= 3 &&
    rows.every((cells) => cells.length <= 3 && !isListMark(cells[0]?.lines[0] ?? '')) &&
    rows.some((cells) => cells.some(({ lines }) => lines.length > 1)) &&
    readHead(drawn, 0) === undefined
  )
}

/** Where each cell stands. A row with as many cells as the first takes its columns: Word's own grid may differ by hairs from row to row. */
export function placeCells(rows: readonly WordCell[][]): PlacedCell[] {
  const placed: PlacedCell[] = []
  /** For each column the first row that is free again below a cell merged over rows. */
  const freeFrom: number[] = []
  rows.forEach((cells, row) => {
    const isPlain = freeFrom.every((free) => free <= row)
    const first = isPlain && cells.length === rows[0]!.length ? placed.filter((cell) => cell.row === 0) : []
    let column = 0
    cells.forEach(({ node, lines }, index) => {
      const { rowSpan = 1 } = node
      const colSpan = Math.min(Math.max(node.colSpan || 1, 1), MOST_COLUMNS)
      while ((freeFrom[column] ?? 0) > row) column++
      const cell = { text: cellText(lines), row, column, rowSpan, colSpan, ...spanOf(first[index]) }
      for (let at = cell.column; at < cell.column + cell.colSpan; at++) freeFrom[at] = row + rowSpan
      column = cell.column + cell.colSpan
      placed.push(cell)
    })
  })
  return placed
}

/** Word itself stops at 63 columns. */
const MOST_COLUMNS = 100

const spanOf = (cell: PlacedCell | undefined) => (cell ? { column: cell.column, colSpan: cell.colSpan } : {})
