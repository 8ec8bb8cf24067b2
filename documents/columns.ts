import { fold } from '#domain/fold.ts'
import type { TableRow } from './neutral.ts'

/**
 * What a column holds. `chair` ("chủ trì") is who directs where another column names who does it, else who does it; `both` holds
 * collectives and individuals in one cell ("TT/CN"); `quota` a number or text of any category; `total` a sum.
 */
export type Role =
  | 'no'
  | 'title'
  | 'direct'
  | 'chair'
  | 'lead'
  | 'support'
  | 'deadline'
  | 'note'
  | 'unit'
  | 'movement'
  | 'collective'
  | 'individual'
  | 'family'
  | 'both'
  | 'quota'
  | 'total'

export interface Column {
  role: Role | undefined
  label: string
  /** The label above, of a head of two rows: an award or a movement over its categories. */
  group: string | undefined
}

/** The words by which a head names its columns, folded; the first that fits counts. */
const WORDS: readonly [Role, RegExp][] = [
  ['no', /^(?:s\.? ?t\.? ?t|t\.? ?t|so ?tt|so thu tu|thu tu|no|#|so|stt\/no)\.?$/],
  ['total', /^(?:tong|tong so|tong cong|cong|tong chi tieu|tong cong chi tieu)$/],
  ['both', /\btap the\s*(?:\/|,|-|va)\s*ca nhan\b|\btt\s*\/\s*cn\b/],
  [
    'title',
    /^(?:cac |ten |danh muc |danh sach |mot so )*(?:noi dung|nhiem vu|cong viec|viec|hoat dong|dau viec|hang muc|phien hop|cuoc hop|ky hop|chuong trinh|su kien)/,
  ],
  ['lead', /(?:chu tri|thuc hien|phu trach).*phoi hop/],
  ['support', /phoi hop|tham gia|ho tro/],
  [
    'deadline',
    /thoi gian|thoi han|thoi diem|tien do|^(?:han|ngay|thang|lich|moc|bat dau|ket thuc|hoan thanh)\b|\bhan (?:nop|gui|hoan thanh|cuoi)/,
  ],
  ['direct', /chi dao|lanh dao/],
  ['chair', /chu tri/],
  ['collective', /tap the|^tt$|co thi dua|don vi (?:quyet thang|tien tien|van hoa)/],
  ['family', /gia dinh|\bho\b|^gd$/],
  ['individual', /ca nhan|^cn$|chien s[iy] (?:thi dua|tien tien)|lao dong tien tien|^(?:cstd|ldtt)/],
  ['note', /ghi chu|san pham|ket qua|kinh phi|dia diem|hinh thuc|can cu|muc do|ly do|yeu cau|thanh phan|so van ban/],
  ['lead', /thuc hien|tham muu|phu trach|phan cong|trach nhiem|dau moi|thuong truc|theo doi|nguoi/],
  ['movement', /phong trao|chuyen de|cuoc van dong|linh vuc/],
  [
    'unit',
    /don vi|co quan|bo phan|phong ban|to chuc|doi tuong|\btruong\b|^(?:ten )?(?:cac )?(?:phong|khoa|to)\b|chi bo|to dan pho|\bthon\b|khoi|cum|dia ban|noi nhan|chi hoi/,
  ],
  ['quota', /chi tieu|so luong|dinh muc|phan bo|de nghi|ty le/],
  ['title', /noi dung|nhiem vu|cong viec|hoat dong|cong tac|dien giai/],
]
const CATEGORIES: readonly (Role | undefined)[] = ['collective', 'individual', 'family', 'both']
const MAX_LABEL = 80
/** Tables of costs and lists of people are neither tasks nor quotas. */
const MONEY_OR_PERSONS = /so tien|thanh tien|don gia|muc chi|du toan|ho (?:va )?ten|chuc vu|chuc danh/

/** Whether a column counts what may be nominated. */
export const isCategory = (role: Role | undefined): boolean => CATEGORIES.includes(role)

/** What a label names, in a head or before a colon; `index` is its column. */
export function roleOf(label: string, index: number): Role | undefined {
  const folded = fold(label).replace(/[:*]+$/, '')
  if (folded === '' || folded.length > MAX_LABEL) return undefined
  if (folded === 'tt' && index > 0) return 'collective'
  return WORDS.find(([, words]) => words.test(folded))?.[0]
}

/** The head that starts at row `at`, how many rows it takes and whether it heads tasks or quotas; undefined where there is none. */
export function readHead(
  rows: readonly TableRow[],
  at: number,
): { columns: Column[]; size: number; kind: 'tasks' | 'quotas' } | undefined {
  const first = rows[at]
  const second = rows[at + 1]
  const lower = second && isLowerHeadRow(second.cells) ? second.cells : undefined
  if (!first || !isHeadRow(first.cells, lower !== undefined)) return undefined
  let columns = lower ? joinHeads(first.cells, lower) : first.cells.map((label, index) => column(label, index))
  const hasLead = columns.some(({ role }) => role === 'lead')
  columns = columns.map((one) => (one.role === 'chair' ? { ...one, role: hasLead ? 'direct' : 'lead' } : one))
  const kind = kindOf(columns)
  return kind && { columns, size: lower ? 2 : 1, kind }
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

/** Above a second row of labels, group labels such as awards need not be known. */
function isHeadRow(cells: readonly string[], overOthers: boolean): boolean {
  const labels = cells.filter((cell) => cell !== '')
  const known = cells.filter((cell, index) => roleOf(cell, index) !== undefined)
  if (known.length < 2 || known.length < labels.length * (overOthers ? 0.3 : 0.6)) return false
  return labels.every((label) => label.length <= MAX_LABEL && !/\d/.test(label))
}

/** A second head row has labels under the group labels of the first and no number of its own. */
function isLowerHeadRow(cells: readonly string[]): boolean {
  const labels = cells.filter((cell) => cell !== '')
  if (labels.length < 2 || labels.some((label) => label.length > 50 || /\d/.test(label))) return false
  return (
    labels.filter((label) => roleOf(label, 1) !== undefined).length >= labels.length * 0.6 && !isHeadRowOfItsOwn(cells)
  )
}

const isHeadRowOfItsOwn = (cells: readonly string[]) => roleOf(cells[0] ?? '', 0) === 'no'

/** Two rows of labels as one: blank cells of the first row belong to the label on their left, and a lost merge is spread again. */
function joinHeads(upper: readonly string[], lower: readonly string[]): Column[] {
  const aligned = lower.length > 1 && lower[0] === ''
  if (!aligned) return groupsByRepeats(upper, lower) ?? spreadHeads(upper, lower)
  const columns: Column[] = []
  let group = ''
  for (let index = 0; index < Math.max(upper.length, lower.length); index++) {
    if (upper[index]) group = upper[index]!
    const under = lower[index] ?? ''
    columns.push(under ? column(under, index, group) : column(upper[index] ?? '', index))
  }
  const keys = columns.filter(({ group }) => group).map(({ group, label }) => `${group}\n${label}`)
  return new Set(keys).size < keys.length ? (groupsByRepeats(upper, lower) ?? columns) : columns
}

/** Groups that lost the blank cells of their merge: the next group starts where a label comes again. */
function groupsByRepeats(upper: readonly string[], lower: readonly string[]): Column[] | undefined {
  const parts: string[][] = []
  for (const label of lower.filter((one) => one !== '')) {
    if (parts.length === 0 || parts.at(-1)!.includes(label)) parts.push([])
    parts.at(-1)!.push(label)
  }
  const named = upper.filter((label) => label !== '')
  const leading = named.slice(0, -parts.length)
  const groups = named.slice(-parts.length)
  const areGroups = groups.every((label) => !['no', 'unit', 'note', 'total'].includes(roleOf(label, 1) ?? ''))
  if (parts.length < 2 || leading.length === 0 || !areGroups) return undefined
  return [
    ...leading.map((label, index) => column(label, index)),
    ...parts.flatMap((part, i) => part.map((label) => column(label, 1, groups[i]))),
  ]
}

function spreadHeads(upper: readonly string[], lower: readonly string[]): Column[] {
  const at = groupIndex(upper)
  const under = lower.filter((label) => label !== '').map((label) => column(label, 1, upper[at]))
  return upper.flatMap((label, index) =>
    index === at ? under : label === '' && index > at ? [] : [column(label, index)],
  )
}

/** The label that most likely stands over others: "Phân công", "Chỉ tiêu", else the last. */
function groupIndex(upper: readonly string[]): number {
  const at = upper.findIndex(
    (label, index) =>
      index > 0 && /phan cong|chi tieu|so luong|don vi thuc hien|trach nhiem|khen|^don vi$/.test(fold(label)),
  )
  return at < 0 ? upper.length - 1 : at
}

function column(label: string, index: number, group?: string): Column {
  const own = roleOf(label, index)
  return { role: own ?? (group ? roleOf(group, index) : undefined), label, group: group || undefined }
}

function kindOf(columns: readonly Column[]): 'tasks' | 'quotas' | undefined {
  const has = (...roles: Role[]) => columns.some(({ role }) => role !== undefined && roles.includes(role))
  if (columns.some(({ label }) => MONEY_OR_PERSONS.test(fold(label)))) return undefined
  if (has('deadline') && has('title', 'movement', 'note', 'unit')) return 'tasks'
  if (columns.some(({ role }) => isCategory(role)) && has('unit', 'movement', 'title', 'lead', 'no')) return 'quotas'
  if (has('quota') && has('unit', 'movement', 'title')) return 'quotas'
  return has('title') && (has('lead', 'direct', 'support', 'unit') || columns.length === 2) ? 'tasks' : undefined
}
