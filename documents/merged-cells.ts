import type { TableRow } from './neutral.ts'

/** A cell of a drawn table: where it starts and how many columns and rows it covers. */
export interface PlacedCell {
  text: string
  row: number
  column: number
  rowSpan: number
  colSpan: number
}

/** A count that stands for several rows together is not one for each of them. */
const COUNT = /^\d{1,4}(?:\s*\/\s*\d{1,4})?$/

/**
 * The rows of a drawn table, as wide as its grid. The text of a merged cell stands in its first row and column, and, where it is merged
 * over several rows that each begin with a cell of their own, in each of those; what it covers else is empty. `lines` are the rows' lines;
 * `used` are the columns that count, by default those in which a cell starts.
 */
export function rowsOfCells(
  cells: readonly PlacedCell[],
  lines: readonly number[],
  used: readonly number[] = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b),
): TableRow[] {
  const rows = lines.map((line) => ({ line, cells: Array<string>(used.length).fill('') }))
  const begun = new Set(cells.filter(({ column, text }) => column === used[0] && text !== '').map(({ row }) => row))
  for (const { text, row, column, rowSpan } of cells) {
    const at = used.indexOf(column)
    const end = Math.min(row + rowSpan, rows.length)
    for (let r = row; r < end; r++)
      if (r === row || (at > 0 && begun.has(r) && !COUNT.test(text))) rows[r]!.cells[at] = text
  }
  return rows
}
