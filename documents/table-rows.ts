import { fold } from '#domain/fold.ts'
import type { Column } from './columns.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { bareMark, markKind, readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import type { TableRow } from './neutral.ts'
import { periodWording, sectionOf } from './sections.ts'
import type { Section } from './sections.ts'
import { joinTexts } from './wrapped.ts'

/** Rows put together again where a line break inside a cell cut them: the pieces have one cell more than the columns together. */
export function mendRows(rows: readonly TableRow[], width: number): TableRow[] {
  const mended: TableRow[] = []
  for (const row of rows) {
    const last = mended.at(-1)
    const [first = ''] = row.cells
    const joined = last ? last.cells.length + row.cells.length - 1 : Infinity
    const isPiece = isPieceOfCell(first) && (row.cells.length > 1 || /^[-–+•\p{Ll}]/u.test(first))
    if (last && isPiece && row.cells.length < width && joined <= width && isNumbered(last))
      mended[mended.length - 1] = { line: last.line, cells: glue(last.cells, row.cells) }
    else mended.push(row)
  }
  return mended
}

/** Text that goes on in a cell: neither empty nor numbered. */
function isPieceOfCell(text: string): boolean {
  const kind = readMark(text)?.kind
  return text !== '' && markKind(text) === undefined && (kind === undefined || kind === 'bullet')
}

const isNumbered = ({ cells }: TableRow) => ['number', 'nested'].includes(markKind(cells[0] ?? '') ?? '')

const glue = (before: readonly string[], after: readonly string[]) => [
  ...before.slice(0, -1),
  joinTexts([before.at(-1)!, after[0]!]),
  ...after.slice(1),
]

/** The section a row names: mark and text alone, one text over the whole row, or capitals; undefined for rows of content. */
export function sectionRow(cells: readonly string[], columns: readonly Column[]): Section | undefined {
  const filled = cells.filter((cell) => cell !== '')
  const texts = [...new Set(filled)]
  if (texts.length === 1) {
    const text = texts[0]!
    const kind = readMark(text)?.kind
    const isHeading = kind === 'roman' || kind === 'letter' || periodWording(text) !== undefined || isCapitals(text)
    return isHeading || (filled.length > 2 && !looksLikeDeadline(text)) ? sectionOf(text) : undefined
  }
  const hasNo = columns[0]?.role === 'no'
  const [mark = '', ...rest] = cells
  const [text, ...others] = new Set(rest.filter((cell) => cell !== ''))
  if (!hasNo || text === undefined || others.length > 0) return undefined
  const kind = markKind(mark)
  if (kind === 'roman' || kind === 'letter') return sectionOf(text, mark)
  return mark !== '' && kind !== undefined && periodWording(text) ? sectionOf(text, mark) : undefined
}

/** Whether a text of some length is in capitals throughout. */
export const isCapitals = (text: string): boolean => text === text.toUpperCase() && /\p{Lu}{2}.*\p{Lu}{2}/u.test(text)

export type Field = 'no' | 'title' | 'direct' | 'lead' | 'support' | 'deadline'
export type Fields = Record<Field, string>

/** The cells of a row by what their columns hold. `misfit` says that the row did not fit its columns and was placed by its content. */
export function placeCells(row: readonly string[], columns: readonly Column[]): { fields: Fields; misfit: boolean } {
  const { cells, misfit } = fit(row, columns)
  const fields: Fields = { no: '', title: '', direct: '', lead: '', support: '', deadline: '' }
  columns.forEach((column, index) => {
    const field = fieldOf(column, columns)
    const cell = cells[index] ?? ''
    if (!field || cell === '') return
    fields[field] = fields[field] === '' ? cell : joinSameField(field, fields[field], cell)
  })
  return { fields: aloneIsTitle(splitSupport(splitNumber(fields))), misfit }
}

function fieldOf({ role }: Column, columns: readonly Column[]): Field | undefined {
  const has = (other: string) => columns.some((column) => column.role === other)
  if (role === 'unit') return has('lead') ? (has('title') ? undefined : 'title') : has('title') ? 'lead' : 'title'
  if (role === 'movement') return has('title') ? undefined : 'title'
  return role === 'no' ||
    role === 'title' ||
    role === 'direct' ||
    role === 'lead' ||
    role === 'support' ||
    role === 'deadline'
    ? role
    : undefined
}

/** Two columns of one kind: beginning and end of a time, or several units. */
function joinSameField(field: Field, before: string, cell: string): string {
  if (field === 'deadline' && [before, cell].every((text) => /^\d{1,2}[/.-]\d/.test(text)))
    return `từ ${before} đến ${cell}`
  return field === 'title' ? joinTexts([before, cell]) : `${before}; ${cell}`
}

function fit(row: readonly string[], columns: readonly Column[]): { cells: string[]; misfit: boolean } {
  let cells = [...row]
  const [first = ''] = cells
  const hasNo = columns[0]?.role === 'no'
  if (hasNo && first !== '' && markKind(first) === undefined && (first.length > 8 || /\s/.test(first))) {
    const marked = readMark(first)
    cells = marked && marked.kind !== 'bullet' ? [marked.mark, marked.text, ...cells.slice(1)] : ['', ...cells]
    while (cells.length > columns.length && cells.includes('', 1)) cells.splice(cells.lastIndexOf(''), 1)
  }
  const deadline = columns.findIndex(({ role }) => role === 'deadline')
  if (cells.length > columns.length) {
    const surplus = cells.length - columns.length
    const title = Math.max(
      0,
      columns.findIndex(({ role }) => role === 'title'),
    )
    return {
      cells: [
        ...cells.slice(0, title),
        joinTexts(cells.slice(title, title + surplus + 1)),
        ...cells.slice(title + surplus + 1),
      ],
      misfit: true,
    }
  }
  const last = cells.length - 1
  const shifted =
    deadline > last && last > 1 && first !== '' && looksLikeDeadline(cells[last]!) && /\d/.test(cells[last]!)
  if (!shifted) return { cells, misfit: false }
  const moved = [...cells.slice(0, last), ...Array<string>(deadline - last).fill(''), cells[last]!]
  return { cells: moved, misfit: true }
}

/** "1. Tổng kết …" in a table without a column of numbers. */
function splitNumber(fields: Fields): Fields {
  const marked = fields.no === '' ? readMark(fields.title) : undefined
  if (marked?.kind !== 'number' && marked?.kind !== 'nested') return { ...fields, no: trimTail(bareMark(fields.no)) }
  return { ...fields, no: marked.mark, title: marked.text }
}

/** A number and one text that is no time: the text is what the row is about, whatever column it stands in. */
function aloneIsTitle(fields: Fields): Fields {
  const filled = (['direct', 'lead', 'support', 'deadline'] as const).filter((field) => fields[field] !== '')
  const [only] = filled
  if (fields.no === '' || fields.title !== '' || filled.length !== 1 || looksLikeDeadline(fields[only!])) return fields
  return { ...fields, title: fields[only!], [only!]: '' }
}

/** "Chủ trì: Phòng A; phối hợp: Phòng B" in one cell. */
function splitSupport(fields: Fields): Fields {
  if (fields.support !== '' || !/phoi hop\s*:/.test(fold(fields.lead))) return fields
  const at = fields.lead.search(/(?:đơn vị |cơ quan )?phối hợp\s*:/iu)
  if (at < 0) return fields
  return {
    ...fields,
    lead: trimTail(fields.lead.slice(0, at)).replace(/^(?:đơn vị |cơ quan )?(?:chủ trì|thực hiện)\s*:\s*/iu, ''),
    support: fields.lead.slice(at).replace(/^[^:]*:\s*/u, ''),
  }
}
