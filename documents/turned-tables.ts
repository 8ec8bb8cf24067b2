import { fold } from '#domain/fold.ts'
import type { TableRow } from './neutral.ts'
import { SUM } from './quota-row.ts'

const CATEGORY = /^(?:so (?:luong )?|ve |doi voi )?(?:tap the|ca nhan|(?:ho )?gia dinh|ho)(?: \([^()]*\))?$/

/**
 * A quota table that lies on its side, the categories down and the units across, as the table it means: one row a unit, all on the line
 * of the head. Every other table as it is.
 */
export function upright(rows: readonly TableRow[]): readonly TableRow[] {
  const [head, ...body] = rows
  const at = [0, 1].find((index) => body.filter(({ cells }) => CATEGORY.test(fold(cells[index] ?? ''))).length > 1)
  if (!head || at === undefined || head.cells.length < at + 3) return rows
  const counts = body.filter(({ cells }) => !SUM.test(`${cells[0] ?? ''} ${cells[at] ?? ''}`.trim().toLowerCase()))
  const labels = head.cells.slice(at + 1)
  const isOnItsSide =
    counts.every(({ cells }) => CATEGORY.test(fold(cells[at] ?? ''))) &&
    labels.every((label) => label.length > 1 && !CATEGORY.test(fold(label)))
  if (!isOnItsSide) return rows
  const turned = labels.map((label, i) => [label, ...counts.map(({ cells }) => cells[at + 1 + i] ?? '')])
  const first = ['Đơn vị', ...counts.map(({ cells }) => cells[at]!)]
  return [first, ...turned].map((cells) => ({ cells, line: head.line }))
}
