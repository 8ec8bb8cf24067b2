import { fold } from '#domain/fold.ts'
import { column, isCategory, MAX_LABEL, roleOf } from './column-roles.ts'
import type { Column, Role } from './column-roles.ts'
import { havePeriods, isPeriod, namedPeriods, withMarks } from './marked-times.ts'
import type { TableRow } from './neutral.ts'
import { joinHeads } from './two-row-heads.ts'

const MONEY_OR_PERSONS = /so tien|thanh tien|don gia|muc chi|du toan|ho (?:va )?ten|chuc vu|chuc danh/

/** Whether a row heads a table of costs or a list of people, which are neither tasks nor quotas. */
export const isOfMoneyOrPersons = (labels: readonly string[]): boolean =>
  labels.some((label) => label.length <= MAX_LABEL && MONEY_OR_PERSONS.test(fold(label)))

/** The head that starts at row `at`, how many rows it takes and whether it heads tasks or quotas; undefined where there is none. */
export function readHead(
  rows: readonly TableRow[],
  at: number,
): { columns: Column[]; size: number; kind: 'tasks' | 'quotas' } | undefined {
  const first = rows[at]
  if (!first || !isHeadRow(first.cells, true)) return undefined
  const lower = lowerHead(first.cells, rows[at + 1]?.cells)
  if (!lower && !isHeadRow(first.cells, false)) return undefined
  let columns = lower ? joinHeads(first.cells, lower) : first.cells.map((label, index) => column(label, index))
  columns = withMarks(columns, rows.slice(at + (lower ? 2 : 1)))
  columns = withNumbers(columns)
  const hasLead = columns.some(({ role }) => role === 'lead')
  columns = columns.map((one) => (one.role === 'chair' ? { ...one, role: hasLead ? 'direct' : 'lead' } : one))
  const kind = kindOf(columns)
  return kind && { columns, size: lower ? 2 : 1, kind }
}

/** "TT" behind other columns numbers the rows where nothing else does and no "CN" stands beside it. */
function withNumbers(columns: Column[]): Column[] {
  const isCounted = columns.some(({ role }) => role === 'no' || role === 'individual' || role === 'family')
  return isCounted ? columns : columns.map((one) => (fold(one.label) === 'tt' ? { ...one, role: 'no' } : one))
}

/** A row that only numbers the columns: "(1) (2) (3)", "A B 1 2". */
export function isColumnNumbers(cells: readonly string[]): boolean {
  const marks = cells.filter((cell) => cell !== '').map((cell) => cell.replace(/[()=+\s]/g, ''))
  if (marks.length < 3 || !marks.every((mark) => /^(?:\d{1,2}|[A-Ea-e])$/.test(mark))) return false
  const numbers = marks.map(Number).filter((number) => !Number.isNaN(number))
  return (
    numbers.length > 1 && numbers[0] === 1 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1)
  )
}

/** A year is no number of a row: "Kế hoạch năm 2025". */
const hasNumber = (label: string) => /\d/.test(label.replace(/\b20\d\d(?:\s?[-–]\s?20\d\d)?\b/g, ''))

/** Above a second row of labels, group labels such as awards need not be known. */
function isHeadRow(cells: readonly string[], overOthers: boolean): boolean {
  const labels = cells.filter((cell) => cell !== '')
  if (labels.some((label) => label.length > MAX_LABEL)) return false
  const isMarked = havePeriods(labels)
  const known = cells.filter((cell, index) => roleOf(cell, index) !== undefined || (isMarked && isPeriod(cell)))
  if (known.length < 2 || known.length < labels.length * (overOthers ? 0.3 : 0.6)) return false
  return labels.every((label) => !hasNumber(label) || (isMarked && isPeriod(label)))
}

/** The labels of a second head row: they stand under the group labels of the first, and it has no number of its own. */
function lowerHead(upper: readonly string[], cells: readonly string[] = []): readonly string[] | undefined {
  const named = namedPeriods(upper, cells)
  if (named) return named
  const labels = cells.filter((cell) => cell !== '')
  if (labels.length < 2 || labels.some((label) => label.length > 50 || isHeadRowOfItsOwn(cells))) return undefined
  if (labels.every(isPeriod) && havePeriods(labels)) return cells
  const known = labels.filter((label) => roleOf(label, 1) !== undefined)
  return known.length >= labels.length * 0.6 && !labels.some((label) => /\d/.test(label)) ? cells : undefined
}

const isHeadRowOfItsOwn = (cells: readonly string[]) => roleOf(cells[0] ?? '', 0) === 'no'

function kindOf(columns: readonly Column[]): 'tasks' | 'quotas' | undefined {
  const has = (...roles: Role[]) => columns.some(({ role }) => role !== undefined && roles.includes(role))
  if (isOfMoneyOrPersons(columns.map(({ label }) => label))) return undefined
  if (has('deadline') && has('title', 'movement', 'note', 'unit')) return 'tasks'
  if (has('mark')) return has('title', 'movement') ? 'tasks' : undefined
  if (columns.some(({ role }) => isCategory(role)) && has('unit', 'movement', 'title', 'lead', 'no')) return 'quotas'
  if (has('quota') && has('unit', 'movement', 'title')) return 'quotas'
  return has('title') && (has('lead', 'direct', 'support', 'unit') || columns.length === 2) ? 'tasks' : undefined
}
