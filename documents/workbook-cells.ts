import type { Cell, CellObject, Row } from 'write-excel-file/node'

/** A cell with a formula and the number that it gives, for readers that do not calculate. */
export type FormulaCell = CellObject & { type: 'Formula'; value: string; cached: number }

type Style = Omit<CellObject, 'value' | 'type'>

const BORDER: Style = { borderStyle: 'thin', borderColor: '#7f7f7f', alignVertical: 'center' }
const BOLD: Style = { fontWeight: 'bold' }

/**
 * A cell that holds this text and nothing else: a text that begins with = + - @ stays one, also when somebody edits the cell later (format
 * "text"). Line breaks become Excel's own.
 */
export const text = (value: string, style: Style = {}): CellObject => ({ ...textOf(value), ...BORDER, ...style })

/** Empty where there is no number: an empty cell is not a 0. */
export const number = (value: number | undefined, style: Style = {}): CellObject => ({
  ...(value === undefined ? {} : { type: Number, value }),
  ...BORDER,
  align: 'center',
  ...style,
})

/** `value` is a formula without its "=". */
export const formula = (value: string, cached: number, style: Style = {}): FormulaCell => ({
  type: 'Formula',
  value,
  cached,
  ...BORDER,
  align: 'center',
  ...style,
})

/** How far nominations differ from the quota, with its sign. */
export const difference = (value: string, cached: number, style: Style = {}): FormulaCell =>
  formula(value, cached, { format: '+0;-0;0', ...style })

/** A moment as a date of Excel, which knows no time zones: `local` is the council's clock written as if it were UTC. */
export const moment = (local: Date | undefined, style: Style = {}): CellObject => ({
  ...(local ? { type: Date, value: local, format: 'dd/mm/yyyy hh:mm' } : {}),
  ...BORDER,
  align: 'center',
  wrap: true,
  ...style,
})

export const heading = (value: string, style: Style = {}): CellObject =>
  text(value, { ...BOLD, align: 'center', backgroundColor: '#e7eef7', ...style })

/** A line above the table, over its whole width. */
export const line = (value: string, columns: number, style: Style): Row => [
  { ...textOf(value), ...style, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
]

export const TOTAL: Style = { ...BOLD, backgroundColor: '#f2f2f2' }

const textOf = (value: string): CellObject =>
  value ? { type: String, value: plainText(value), format: '@', wrap: true } : {}

function plainText(value: string): string {
  const unix = value.replace(/\r\n?/g, '\n')
  // Excel reads _x0041_ as "A"; the library keeps texts in a plain object, where "constructor" is already taken.
  const escaped = unix.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped in {} ? `${escaped} ` : escaped
}

/**
 * A row as high as its longest text needs in columns of these widths (in characters). Not every reader finds the height of wrapped text by
 * itself, and none does for joined cells.
 */
export function fitted(row: Row, columns: readonly { width: number }[]): Row {
  const lines = row.map((cell, at) => linesOf(cell, at, columns))
  const height = Math.max(...lines) * LINE_HEIGHT + 4
  return row.map((cell) => (cell ? { ...(cell as CellObject), height } : null))
}
const LINE_HEIGHT = 16

function linesOf(cell: Cell, at: number, columns: readonly { width: number }[]): number {
  const { value, type, columnSpan = 1, rowSpan } = (cell ?? {}) as CellObject
  if (type !== String || rowSpan) return 1
  // Lines end behind words, so that they are not full.
  const width = columns.slice(at, at + columnSpan).reduce((sum, column) => sum + column.width, 0) * 0.85
  return (value as string).split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / width)), 0)
}

/** The letters of a column, the first being 0. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}
