import { fold } from '#domain/fold.ts'
import type { Column, Role } from './column-roles.ts'
import { markKind } from './marks.ts'
import type { TableRow } from './neutral.ts'

const DEADLINE =
  /\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)|\bquy (?:i{1,3}|iv|[1-4])\b|\bthang \d|\bngay \d{1,2} (?:cua )?thang (?:cuoi|dau)|\b(?:hang|moi|dinh ky) (?:tuan|thang|quy|nam)\b|^(?:thuong xuyen|dot xuat|trong nam|ca nam|theo (?:ke hoach|huong dan|tien do|quy dinh|thuc te)|khi co|ngay sau|sau khi)|\b(?:cuoi|dau) nam\b/
const LONGEST_DEADLINE = 250

/** Whether a cell reads like a time: "Trước ngày 15/3/2025", "Quý II", "thường xuyên". */
export const looksLikeDeadline = (cell: string): boolean => cell.length <= LONGEST_DEADLINE && DEADLINE.test(fold(cell))

/**
 * The columns of a table that lost its head, told by what is in them: numbers, the longest text, times. Undefined where no column holds
 * times in at least half of its rows.
 */
export function inferColumns(rows: readonly TableRow[]): Column[] | undefined {
  const full = rows.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1)
  const width = full.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (full.length === 0 || width < 2) return undefined
  const shareOf = (column: number, test: (cell: string) => boolean) =>
    full.filter(({ cells }) => test(cells[column] ?? '')).length / full.length
  const indexes = Array.from({ length: width }, (_, index) => index)
  const deadline = best(indexes.slice(1), (index) => shareOf(index, looksLikeDeadline))
  if (deadline === undefined || shareOf(deadline, looksLikeDeadline) < 0.5) return undefined
  const no = shareOf(0, (cell) => markKind(cell) !== undefined) >= 0.5 ? 0 : undefined
  const free = indexes.filter((index) => index !== deadline && index !== no)
  const title = best(free, (index) => full.reduce((sum, { cells }) => sum + (cells[index]?.length ?? 0), 0))
  if (title === undefined) return undefined
  const others: Role[] = ['lead', 'support']
  return indexes.map((index) => {
    const role = index === no ? 'no' : index === title ? 'title' : index === deadline ? 'deadline' : others.shift()
    return { role, label: '', group: undefined }
  })
}

function best(indexes: readonly number[], score: (index: number) => number): number | undefined {
  return indexes.reduce<number | undefined>(
    (top, index) => (top === undefined || score(index) > score(top) ? index : top),
    undefined,
  )
}
