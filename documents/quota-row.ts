import type { QuotaCategory } from '#domain/plan.ts'
import { isCategory } from './column-roles.ts'
import type { Column, Role } from './column-roles.ts'
import { markKind } from './marks.ts'
import { NO_COUNTS, readCounts, readLimit, readPercent } from './quota-text.ts'
import type { Counts } from './quota-text.ts'

/** What one row of a quota table says for one award or movement over its categories (`group`; undefined where the table has none). */
export interface RowQuota {
  group: string | undefined
  counts: Counts
}

/** A row of a quota table: the name it stands for, the movement and the award where columns of their own name them, its quotas, and the cells that were not understood. */
export interface QuotaRow {
  name: string
  movement: string
  award: string
  quotas: RowQuota[]
  unread: string[]
}

/** "Tổng cộng", "Cộng (I+II)", "Toàn huyện", in lower case; not "Công an". */
export const SUM =
  /^(?:(?:tổng(?: số| cộng)?|tong (?:so|cong)|cộng|toàn \S+ cộng)(?=$|[\s:.(])|toàn (?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|ngành|trường|sở|bộ|cơ quan|đơn vị|công ty|tổng công ty|viện|bệnh viện)$)/

/** Reads a row of a quota table by its columns; undefined where it is empty, a sum, or names nothing. */
export function readQuotaRow(row: readonly string[], columns: readonly Column[]): QuotaRow | undefined {
  const cells = fitRow(row, columns)
  const nameAt = nameColumn(columns)
  const name = (cells[nameAt] ?? '').trim()
  const isSum = cells.slice(0, nameAt + 1).some((cell) => SUM.test(cell.toLowerCase()))
  if (name === '' || isSum) return undefined
  const groups = groupsOf(columns)
  if (!/[\p{L}\d]/u.test(name) && !cells.some((cell, i) => i > nameAt && /\d/.test(cell))) return undefined
  const unread = unknownNumbers(columns, cells, nameAt)
  const quotas = groups.flatMap((group) =>
    readGroup(columns, cells, group, unread).map((counts) => ({ group, counts })),
  )
  const told = quotas.filter(({ counts }) => hasCounts(counts))
  const movementAt = columns.findIndex(({ role }) => role === 'movement')
  const movement = movementAt === nameAt ? '' : (cells[movementAt] ?? '')
  const awardAt = columns.findIndex(({ role }) => role === 'award')
  const award = awardAt === nameAt ? '' : (cells[awardAt] ?? '')
  return { name, movement, award, quotas: told.length ? told : [{ group: undefined, counts: NO_COUNTS }], unread }
}

/** Numbers under labels that nobody knows, each with its label: they may be quotas of some award. */
function unknownNumbers(columns: readonly Column[], cells: readonly string[], nameAt: number): string[] {
  return columns.flatMap(({ role, label }, index) => {
    const isKnown = index === nameAt || isCategory(role) || (role && KNOWN.includes(role))
    const cell = cells[index] ?? ''
    return !isKnown && /^\d+(?:\/\d+)?$/.test(cell) ? [`${label} ${cell}`] : []
  })
}
const KNOWN: readonly Role[] = ['no', 'quota', 'total', 'note', 'award', 'movement']

export const hasCounts = (counts: Counts): boolean =>
  counts.basis !== 'quota' || counts.collective !== null || counts.individual !== null || counts.family !== null

/** Whether these columns count the same category for several awards or movements. */
function groupsOf(columns: readonly Column[]): (string | undefined)[] {
  const counting = columns.filter(({ role }) => isCategory(role))
  const roles = counting.map(({ role }) => role)
  if (new Set(roles).size === roles.length) return [undefined]
  return [...new Set(counting.map(groupName))]
}

/** The award or movement of a column: the label above it, else what its own label says beside the category. */
function groupName({ group, label }: Column): string {
  if (group) return group
  return label.replace(CATEGORY_OF_LABEL, '').trim()
}

/** "Giấy khen tập thể", "Giấy khen (TT/CN)", "Cá nhân - Bằng khen"; "Tập thể lao động xuất sắc" is an award itself. */
const CATEGORY_OF_LABEL =
  /\s*\(?(?:tập thể|cá nhân|(?:hộ )?gia đình|tt|cn)(?:\s*[/,]\s*(?:tập thể|cá nhân|tt|cn))?\)?$|^(?:tập thể|cá nhân|(?:hộ )?gia đình)(?=\s*[-–(:])[\s\-–:]*/iu

/** The counts of one group, those of each basis apart. */
function readGroup(
  columns: readonly Column[],
  cells: readonly string[],
  group: string | undefined,
  unread: string[],
): Counts[] {
  const byBasis = new Map<Counts['basis'], Counts>()
  columns.forEach((column, index) => {
    const cell = cells[index] ?? ''
    if (cell === '' || (group !== undefined && groupName(column) !== group)) return
    const counts = readCell(column, cell)
    if (!counts) unread.push(cell)
    else if (hasCounts(counts)) byBasis.set(counts.basis, addCounts(byBasis.get(counts.basis) ?? counts, counts))
  })
  return [...byBasis.values()]
}

const addCounts = (before: Counts, more: Counts): Counts => ({
  basis: more.basis,
  collective: more.collective ?? before.collective,
  individual: more.individual ?? before.individual,
  family: more.family ?? before.family,
})

/** What a cell says; undefined where it was not understood. */
function readCell({ role, label }: Column, cell: string): Counts | undefined {
  if (role === 'both') return readBoth(cell)
  if (role === 'quota') return readWords(cell)
  if (!isCategory(role)) return NO_COUNTS
  const category = role as QuotaCategory
  const limit = readLimit(cell)
  if (limit === null) return NO_COUNTS
  const percent = readPercent(cell) ?? (label.includes('%') ? limit?.max : undefined)
  if (percent !== undefined) return { ...NO_COUNTS, [category]: { max: percent, of: null }, basis: 'percent' }
  return limit ? { ...NO_COUNTS, [category]: limit } : readWords(cell)
}

/** "02/05" under "TT/CN": two collectives, five individuals. */
function readBoth(cell: string): Counts | undefined {
  const pair = /^(\d{1,3}|-?)\s*[/;,-]\s*(\d{1,3}|-?)$/.exec(cell)
  if (!pair) return readWords(cell)
  return { ...NO_COUNTS, collective: readLimit(pair[1]!) ?? null, individual: readLimit(pair[2]!) ?? null }
}

const readWords = (cell: string): Counts | undefined => (/^[-–—\s]*$/.test(cell) ? NO_COUNTS : readCounts(cell)?.counts)

/** The column that names what a row is about: the unit, else the movement, else the first that is no number and no count. */
export function nameColumn(columns: readonly Column[]): number {
  for (const role of ['unit', 'movement', 'title', 'lead', 'award', 'note'] as const) {
    const at = columns.findIndex((column) => column.role === role)
    if (at >= 0) return at
  }
  return Math.max(
    0,
    columns.findIndex(({ role }) => role === undefined),
  )
}

/** A row whose number stands in one cell with its name, or is missing, fits its columns again. */
function fitRow(row: readonly string[], columns: readonly Column[]): readonly string[] {
  const [first = '', ...rest] = row
  if (columns[0]?.role !== 'no' || first === '' || markKind(first) !== undefined || row.length >= columns.length)
    return row
  const glued = /^(\d{1,3})[.)]?\s+(.+)$/.exec(first)
  return glued ? [glued[1]!, glued[2]!, ...rest] : ['', first, ...rest]
}
