import { fold } from '#domain/fold.ts'
import type { Column } from './column-roles.ts'
import { looksLikeDeadline } from './infer-columns.ts'
import { isOrganisation } from './issuer.ts'
import { markedTimes } from './marked-times.ts'
import { bareMark, markKind, readMark } from './marks.ts'
import { trimTail } from './markup.ts'
import { joinTexts } from './wrapped.ts'

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
    const parts = field === 'deadline' && namesUnitToo(column.label) ? timeAndUnit(cell) : undefined
    const put = (to: Field, text: string) => {
      fields[to] = fields[to] === '' ? text : joinSameField(to, fields[to], text)
    }
    put(field, parts?.time ?? cell)
    if (parts) put('lead', parts.unit)
  })
  const marked = markedTimes(cells, columns)
  if (marked !== '') fields.deadline = [fields.deadline, marked].filter(Boolean).join('; ')
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

/** "Thời gian/Đơn vị thực hiện". */
const namesUnitToo = (label: string) => /\b(?:don vi|co quan|bo phan|phong|nguoi|chu tri)\b/.test(fold(label))

/** "15/3/2025/Phòng Nội vụ", "Phòng Nội vụ - Quý II": the time and the unit of one cell; undefined where it is not clear. */
function timeAndUnit(cell: string): { time: string; unit: string } | undefined {
  for (const { index, 0: sign } of cell.matchAll(/\s*[/;,–-]\s*/g)) {
    const [before, behind] = [cell.slice(0, index).trim(), cell.slice(index + sign.length).trim()]
    if (looksLikeDeadline(before) && isOrganisation(behind)) return { time: before, unit: behind }
    if (isOrganisation(before) && looksLikeDeadline(behind)) return { time: behind, unit: before }
  }
  return undefined
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

/** "Chủ trì: Phòng A; phối hợp: Phòng B", "Phòng A (chủ trì), Phòng B (phối hợp)" in one cell. */
function splitSupport(fields: Fields): Fields {
  const named = /^(.+?)\s*\(chủ trì\)[\s,;]*(.+?)\s*\(phối hợp\)$/iu.exec(fields.lead)
  if (named && fields.support === '') return { ...fields, lead: named[1]!, support: named[2]! }
  if (fields.support !== '' || !/phoi hop\s*:/.test(fold(fields.lead))) return fields
  const at = fields.lead.search(/(?:đơn vị |cơ quan )?phối hợp\s*:/iu)
  if (at < 0) return fields
  return {
    ...fields,
    lead: trimTail(fields.lead.slice(0, at), ' :.;,-–+').replace(
      /^[-–+\s]*(?:đơn vị |cơ quan )?(?:chủ trì|thực hiện)\s*:\s*/iu,
      '',
    ),
    support: fields.lead.slice(at).replace(/^[^:]*:\s*/u, ''),
  }
}
