import type { Range } from '@e965/xlsx'
import { textOfCell } from './xlsx-cell.ts'
import type { Sheet } from './xlsx-package.ts'

/** A filled cell that is seen: its lines, its column in the sheet, and how far it is merged (rows counted among `SheetRow`s). */
export interface SeenCell {
  lines: string[]
  column: number
  colSpan: number
  rowSpan: number
}

/** A row with something in it; `number` as Excel counts it, from 1. */
export interface SheetRow {
  number: number
  cells: SeenCell[]
}

/** The rows of a sheet as a person sees them: without hidden rows and columns, cells merged over some of those shown where they begin to be seen. */
export function rowsOfSheet({ cells, merges, isHidden }: Sheet, date1904: boolean): SheetRow[] {
  const mergeAt = new Map<string, Range>(merges.map((range) => [`${range.s.r}:${range.s.c}`, range]))
  const rows = new Map<number, (SeenCell & { lastRow: number })[]>()
  for (const { row, column, cell } of cells) {
    const lines = textOfCell(cell, date1904)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const merge = mergeAt.get(`${row}:${column}`) ?? { s: { r: row, c: column }, e: { r: row, c: column } }
    const seenRow = firstSeen('row', merge.s.r, merge.e.r)
    const seenColumn = firstSeen('column', merge.s.c, merge.e.c)
    if (lines.length === 0 || seenRow === undefined || seenColumn === undefined) continue
    const seen = {
      lines,
      column: seenColumn,
      colSpan: merge.e.c - seenColumn + 1,
      rowSpan: 1,
      lastRow: merge.e.r,
    }
    const others = rows.get(seenRow)
    if (others) others.push(seen)
    else rows.set(seenRow, [seen])
  }
  const filled = [...rows.keys()].sort((a, b) => a - b)
  return filled.map((row, index) => ({
    number: row + 1,
    cells: rows
      .get(row)!
      .sort((a, b) => a.column - b.column)
      .map(({ lastRow, ...cell }) => ({ ...cell, rowSpan: rowsUpTo(filled, index, lastRow) })),
  }))

  function firstSeen(what: 'row' | 'column', from: number, to: number): number | undefined {
    for (let at = from; at <= to; at++) if (!isHidden(what, at)) return at
    return undefined
  }
}

/** How many of these rows, from the one at `index` on, lie at or above `lastRow`. */
function rowsUpTo(filled: readonly number[], index: number, lastRow: number): number {
  let end = index + 1
  while (end < filled.length && filled[end]! <= lastRow) end++
  return end - index
}
