import { markKind } from './marks.ts'
import type { TableRow } from './neutral.ts'

/**
 * Whether a row of a quota table only heads the group of units below it: "I | Khối phường | 6 | 15" over rows with plain numbers. `sum`
 * says that its numbers are those of the group together, `other` that they are not, so that nobody can tell what they mean. Undefined
 * for every other row.
 */
export function groupSum(rows: readonly TableRow[], at: number): 'sum' | 'other' | undefined {
  const { cells } = rows[at]!
  const kind = markKind(cells[0] ?? '')
  if (kind !== 'roman' && kind !== 'letter') return undefined
  const below = rows.slice(at + 1)
  const end = below.findIndex((row) => !isUnit(row))
  const units = end < 0 ? below : below.slice(0, end)
  const columns = cells.flatMap((cell, column) => (column > 1 && /^\d+$/.test(cell) ? [column] : []))
  if (units.length === 0 || columns.length === 0) return undefined
  const isSum = columns.every((column) => Number(cells[column]) === total(units, column))
  return isSum ? 'sum' : 'other'
}

const isUnit = ({ cells }: TableRow) => markKind(cells[0] ?? '') === 'number'

/** The numbers of a column together; "05 (02 nữ)" is 5, what is no number is nothing. */
const total = (rows: readonly TableRow[], column: number) =>
  rows.reduce((sum, { cells }) => sum + (Number.parseInt(cells[column] ?? '', 10) || 0), 0)
