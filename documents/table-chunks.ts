import { fold } from '#domain/fold.ts'
import { isColumnNumbers, readHead, roleOf } from './columns.ts'
import type { Column } from './columns.ts'
import { inferColumns } from './infer-columns.ts'
import type { Block, Paragraph, TableRow } from './neutral.ts'

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
export function chunksOf(blocks: readonly Block[]): (Paragraph | Chunk)[] {
  const out: (Paragraph | Chunk)[] = []
  let last: Chunk | undefined
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      out.push(block)
      continue
    }
    for (const chunk of splitTable(block.rows, last)) {
      out.push(chunk)
      last = chunk
    }
  }
  return out
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
    if (!isColumnNumbers(rows[at]!.cells)) open.rows.push(rows[at]!)
    at++
  }
  return chunks
}

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
