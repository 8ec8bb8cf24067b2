import type { PlacedCell } from './merged-cells.ts'
import { cellsOf } from './pdf-cells.ts'
import { columnsAt } from './pdf-columns.ts'
import type { ColumnRun } from './pdf-columns.ts'
import { gridsOf } from './pdf-grid.ts'
import type { Grid } from './pdf-grid.ts'
import type { PdfPage, Word } from './pdf-geometry.ts'
import { linesOf } from './pdf-lines.ts'
import type { TextLine } from './pdf-lines.ts'

/** A table that is drawn: the left edges of its columns, its cells, and how many rows it has. */
export interface DrawnTable {
  xs: number[]
  top: number
  cells: PlacedCell[]
  rows: number
}

/** A page parted into drawn tables and the lines outside of them. */
export interface PageLayout {
  width: number
  height: number
  tables: DrawnTable[]
  lines: TextLine[]
}

/** What stands on a page, from top to bottom. */
export type Piece =
  { kind: 'line'; line: TextLine } | { kind: 'columns'; run: ColumnRun } | { kind: 'table'; table: DrawnTable }

export function layoutOf({ width, height, words, rules }: PdfPage): PageLayout {
  const tables: DrawnTable[] = []
  let rest: Word[] = words
  for (const grid of gridsOf(rules)) {
    if (grid.xs.length < 3 || isFrame(grid, width, height)) continue
    const found = cellsOf(grid, rest)
    if (found.cells.every(({ text }) => text === '')) continue
    rest = found.rest
    tables.push({ xs: grid.xs, top: grid.ys[0]!, cells: found.cells, rows: grid.ys.length - 1 })
  }
  return { width, height, tables, lines: linesOf(rest) }
}

/** A grid with one field as large as the page is its ornament. */
function isFrame({ xs, ys }: Grid, width: number, height: number): boolean {
  const widest = (edges: readonly number[]) => Math.max(...edges.slice(1).map((edge, i) => edge - edges[i]!))
  return widest(xs) > width * 0.7 && widest(ys) > height * 0.7
}

export function piecesOf({ tables, lines }: PageLayout): Piece[] {
  const pieces: Piece[] = []
  const waiting = [...tables]
  for (let at = 0; at < lines.length;) {
    while (waiting[0] && waiting[0].top < lines[at]!.y) pieces.push({ kind: 'table', table: waiting.shift()! })
    const above = waiting[0] ? lines.filter(({ y }) => y < waiting[0]!.top) : lines
    const run = columnsAt(above, at)
    pieces.push(run ? { kind: 'columns', run } : { kind: 'line', line: lines[at]! })
    at += run?.lines.length ?? 1
  }
  return [...pieces, ...waiting.map((table) => ({ kind: 'table' as const, table }))]
}
