import { markKind } from './marks.ts'
import { rowsOfCells } from './merged-cells.ts'
import type { Table, TableRow } from './neutral.ts'
import { cluster, nearest } from './pdf-geometry.ts'
import type { DrawnTable } from './pdf-layout.ts'
import { joinTexts } from './wrapped.ts'

/** Columns of a table that goes on may differ by this on the next page, in points. */
const SLACK = 4

/** Whether a table is the rest of the one before, on the next page: it is as wide and stands at the same place. */
export function isSameTable({ xs: a }: DrawnTable, { xs: b }: DrawnTable): boolean {
  return Math.abs(a[0]! - b[0]!) <= SLACK && Math.abs(a.at(-1)! - b.at(-1)!) <= SLACK
}

/**
 * The parts of one drawn table, page by page, all with the same columns. A head that is repeated is left out, and what is surely the
 * rest of a row that the page break cut goes to that row; the parts stay apart, so that the reader can judge what is left.
 */
export function joinParts(parts: readonly DrawnTable[], nextLine: () => number): Table[] {
  const starts = cluster(
    parts.flatMap(({ xs, cells }) => cells.map(({ column }) => xs[column]!)),
    SLACK,
  )
  const columns = starts.map((_, i) => i)
  const tables: Table[] = []
  for (const { xs, cells, rows } of parts) {
    const placed = cells.map((cell) => ({ ...cell, column: nearest(starts, xs[cell.column]!) }))
    const lines = Array.from({ length: rows }, nextLine)
    const own = rowsOfCells(placed, lines, columns).filter((row) => row.cells.some((cell) => cell !== ''))
    const rest = withoutHead(own, tables[0]?.rows ?? [])
    const before = tables.at(-1)?.rows
    if (before && rest[0] && isCut(before.at(-1)!, rest[0], [...tables.flatMap((table) => table.rows), ...rest]))
      before.at(-1)!.cells = joinCells(before.at(-1)!, rest.shift()!)
    if (rest.length > 0) tables.push({ kind: 'table', rows: rest })
  }
  return tables
}

function withoutHead(rows: TableRow[], first: readonly TableRow[]): TableRow[] {
  let same = 0
  while (same < rows.length - 1 && first[same] && isSameRow(rows[same]!, first[same]!)) same++
  return rows.slice(same)
}

const isSameRow = (a: TableRow, b: TableRow) => a.cells.join('\n') === b.cells.join('\n')

/** In a table that numbers every row, a row without a number at a page break is a part of the row across the break. */
function isCut(last: TableRow, first: TableRow, all: readonly TableRow[]): boolean {
  const start = all.findIndex(isNumbered)
  const body = start < 0 ? [] : all.slice(start)
  const unnumbered = body.filter(({ cells }) => cells[0] === '')
  if (body.filter(isNumbered).length < 2 || unnumbered.length !== 1) return false
  const [only] = unnumbered
  return only === first || (only === last && isNumbered(first))
}

const isNumbered = ({ cells }: TableRow) => markKind(cells[0] ?? '') !== undefined

const joinCells = (a: TableRow, b: TableRow) => a.cells.map((cell, i) => joinTexts([cell, b.cells[i] ?? '']))
