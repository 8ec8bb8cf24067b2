import { fold } from '#domain/fold.ts'
import { roleOf } from './column-roles.ts'
import { isColumnNumbers, readHead } from './columns.ts'
import type { Column } from './column-roles.ts'
import { inferColumns } from './infer-columns.ts'
import type { Block, Paragraph, TableRow } from './neutral.ts'
import { upright } from './turned-tables.ts'

/**
 * A stretch of a table under one head. `goesOn` says that the table before it goes on here, after a page break with or without its
 * head again, so that the first row may be the rest of a row before.
 */
export interface Chunk {
  kind: 'tasks' | 'quotas' | 'unknown'
  columns: Column[]
  rows: TableRow[]
  goesOn: boolean
}

/** The paragraphs and the tables of an appendix or body in reading order, each table with the head that counts for it. */
export function chunksOf(blocks: readonly Block[]): readonly (Paragraph | Chunk)[] {
  let chunks = known.get(blocks)
  if (!chunks) known.set(blocks, (chunks = readChunks(blocks)))
  return chunks
}

/** Tasks and quotas are looked for in the same blocks. */
const known = new WeakMap<readonly Block[], readonly (Paragraph | Chunk)[]>()

function readChunks(blocks: readonly Block[]): (Paragraph | Chunk)[] {
  const out: (Paragraph | Chunk)[] = []
  let last: Chunk | undefined
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      out.push(block)
      continue
    }
    for (const chunk of splitTable(upright(block.rows), last)) {
      out.push(isProgramme(chunk) ? { ...chunk, kind: 'unknown' } : chunk)
      last = chunk
    }
  }
  return out
}

const HOUR = /^(?:từ )?\d{1,2}\s?(?:h|g|giờ|:)(?!\p{L})\s?\d{0,2}(?!\d)[^/]*$/iu

/** The programme of a day: its times are hours. */
function isProgramme({ kind, columns, rows }: Chunk): boolean {
  const at = columns.findIndex(({ role }) => role === 'deadline')
  const times = rows.map(({ cells }) => cells[at] ?? '').filter((cell) => cell !== '')
  return kind === 'tasks' && times.length > 1 && times.filter((time) => HOUR.test(time)).length > times.length / 2
}

export const isParagraph = (part: Paragraph | Chunk): part is Paragraph => part.kind === 'paragraph'

function splitTable(rows: readonly TableRow[], before: Chunk | undefined): Chunk[] {
  const chunks: Chunk[] = []
  let last = before
  let open: Chunk | undefined
  for (let at = 0; at < rows.length;) {
    const head = readHead(rows, at)
    const goesOn = head !== undefined && last !== undefined && sameHead(last.columns, head.columns)
    if (head && (goesOn || !last || isSureHead(head.columns))) {
      open = { kind: head.kind, columns: goesOn ? last!.columns : head.columns, rows: [], goesOn }
      chunks.push(open)
      last = open
      at += head.size
      continue
    }
    if (!open) {
      open = headless(rows, last)
      chunks.push(open)
      last = open
    }
    if (!isColumnNumbers(rows[at]!.cells) && !(open.kind === 'tasks' && isUnknownHead(rows[at]!)))
      open.rows.push(rows[at]!)
    at++
  }
  return chunks
}

/** A head whose labels were not understood, over columns that are told by what is in them. */
const isUnknownHead = ({ cells }: TableRow) => roleOf(cells[0] ?? '', 0) === 'no' && !/^#$/.test(cells[0]!)

function headless(rows: readonly TableRow[], last: Chunk | undefined): Chunk {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  const ownHead = roleOf(rows[0]?.cells[0] ?? '', 0) === 'no'
  if (last && last.kind !== 'unknown' && !ownHead && width <= last.columns.length)
    return { ...last, rows: [], goesOn: true }
  const columns = inferColumns(rows)
  return { kind: columns ? 'tasks' : 'unknown', columns: columns ?? [], rows: [], goesOn: false }
}

/** Below a head, only a row that numbers its rows or names nothing unknown is another head; rows of content may look like one. */
const isSureHead = (columns: readonly Column[]) =>
  columns[0]?.role === 'no' || columns.every(({ role, label }) => role !== undefined || label === '')

function sameHead(a: readonly Column[], b: readonly Column[]): boolean {
  return a.length === b.length && a.every((one, index) => fold(one.label) === fold(b[index]!.label))
}
