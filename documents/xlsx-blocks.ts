import { fold } from '#domain/fold.ts'
import { splitAppendices } from './appendices.ts'
import { cellText } from './cell-text.ts'
import { roleOf } from './column-roles.ts'
import { readHead } from './columns.ts'
import { markKind, readMark } from './marks.ts'
import type { MarkKind } from './marks.ts'
import { rowsOfCells } from './merged-cells.ts'
import type { Block, Table, TableRow } from './neutral.ts'
import { UnreadableDocument } from './text-document.ts'
import { readWorkbook } from './xlsx-package.ts'
import { rowsOfSheet } from './xlsx-rows.ts'
import type { SeenCell, SheetRow } from './xlsx-rows.ts'

/**
 * The visible sheets of an Excel workbook as blocks, in order: rows with one filled cell are paragraphs, runs of other rows tables. Every
 * sheet with a table after the first is an appendix, numbered by its name or its place where it does not say so itself. Throws
 * UnreadableDocument: `damaged`, `encrypted`, `too-hard`, `too-large`, `empty`.
 */
export async function xlsxBlocks(bytes: Uint8Array): Promise<Block[]> {
  const { sheets, date1904 } = await readWorkbook(bytes)
  const blocks: Block[] = []
  let appendices = 0
  sheets.forEach((sheet, index) => {
    const reader = new SheetReader()
    const own = reader.blocks(rowsOfSheet(sheet, date1904))
    const names = splitAppendices(own).appendices.length
    const named = /^(?:phu luc|pl)\s*(?:so)?\s*0*(\d{1,2}|[ivx]{1,4})\b/.exec(fold(sheet.name))?.[1]
    const isOwn = names === 0 && own.some(({ kind }) => kind === 'table') && (named !== undefined || index > 0)
    appendices += names + (isOwn ? 1 : 0)
    const start = `Phụ lục ${named ?? appendices}`
    if (isOwn) blocks.push({ kind: 'paragraph', text: start, line: 1, heading: true })
    for (const block of own) blocks.push(block)
  })
  if (blocks.length === 0) throw new UnreadableDocument('empty')
  return blocks
}

const isAppendix = (text: string) => /^["“]?phu luc\b/.test(fold(text.slice(0, 40)))

/** What stands below a table for signatures and copies. */
const CLOSING = /^(?:noi nhan\b|(?:tm|kt|tl|tuq)\. ?[a-z]|nguoi (?:lap (?:bieu|bang)|tong hop$))/

/** A table that is still being read; `kind` where it starts with the names of its columns. */
interface OpenTable {
  rows: SheetRow[]
  kind: HeadKind
}
type HeadKind = 'tasks' | 'quotas' | undefined

class SheetReader {
  private readonly out: Block[] = []
  private open: OpenTable | undefined
  /** Rows of one cell behind the open table: its sections where it goes on, else paragraphs. */
  private waiting: SheetRow[] = []
  private line = 0
  private hasHead = false
  /** The number of the row before. */
  private lastNumber = 0

  blocks(rows: readonly SheetRow[]): Block[] {
    rows.forEach((row, index) => {
      const isSingle = row.cells.length === 1
      if (isSingle && this.open && !isAppendix(row.cells[0]!.lines[0]!)) this.waiting.push(row)
      else if (isSingle) {
        this.close()
        this.paragraphs(row)
      } else this.add(row, rows[index + 1])
      this.lastNumber = row.number
    })
    this.close()
    return this.out
  }

  private add(row: SheetRow, next: SheetRow | undefined): void {
    const kind = this.open?.kind && !isSureHead(row) ? undefined : headKind(row, next)
    const isApart = this.waiting.length > 0 || row.number > this.lastNumber + 1
    if (this.open && (isClosing(row) || (kind && (isApart || !this.open.kind)))) this.close()
    this.open ??= { rows: [], kind }
    this.open.rows.push(...this.waiting.splice(0), row)
    this.hasHead ||= kind !== undefined
  }

  private close(): void {
    const { open, waiting } = this
    this.open = undefined
    this.waiting = []
    if (open) this.out.push(this.table(open))
    for (const row of waiting) this.paragraphs(row)
  }

  private paragraphs({ cells, number }: SheetRow): void {
    for (const text of cells[0]!.lines)
      this.out.push({ kind: 'paragraph', text, line: this.lineOf(number), heading: false })
  }

  /** A table; rows above the first head lay texts out side by side, every line of them a row. */
  private table({ rows, kind }: OpenTable): Table {
    if (kind || this.hasHead)
      return {
        kind: 'table',
        rows: placed(
          rows,
          rows.map(({ number }) => this.lineOf(number)),
          kind,
        ),
      }
    return { kind: 'table', rows: rows.flatMap((row) => this.linesSideBySide(row)) }
  }

  private linesSideBySide({ cells, number }: SheetRow): TableRow[] {
    const height = Math.max(...cells.map(({ lines }) => lines.length))
    return Array.from({ length: height }, (_, at) => ({
      cells: cells.map(({ lines }) => lines[at] ?? ''),
      line: this.lineOf(number),
    }))
  }

  /** The row's number in Excel; a row of several lines moves those below it on. */
  private lineOf(number: number): number {
    this.line = Math.max(this.line + 1, number)
    return this.line
  }
}

const NUMBERED = new Set<MarkKind | undefined>(['number', 'nested', 'minor'])

const isClosing = ({ cells }: SheetRow) =>
  markKind(cells[0]!.lines[0]!) === undefined && cells.some(({ lines }) => CLOSING.test(fold(lines[0]!)))

/** Below a head, only a row that numbers its rows or names nothing unknown is another one: rows of content may look like a head. */
const isSureHead = ({ cells }: SheetRow) =>
  roleOf(cells[0]!.lines.join(' '), 0) === 'no' ||
  cells.every(({ lines }) => roleOf(lines.join(' '), 1) !== undefined && !/\d/.test(lines.join(' ')))

function headKind(row: SheetRow, next: SheetRow | undefined): HeadKind {
  const pair = next && next.cells.length > 1 ? [row, next] : [row]
  const lines = pair.map(({ number }) => number)
  return readHead(placed(pair, lines, undefined), 0)?.kind
}

/**
 * Rows on the grid of the columns in which any of them has something. Among tasks, a numbered text merged over all of these stands in
 * each: it is a section and no task.
 */
function placed(rows: readonly SheetRow[], lines: readonly number[], kind: HeadKind): TableRow[] {
  const used = [...new Set(rows.flatMap(({ cells }) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
  const last = used.at(-1)!
  const cells = rows.flatMap(({ cells }, row) => cells.flatMap((cell) => placesOf(cell, row)))
  return rowsOfCells(cells, lines, used)

  function placesOf({ lines, column, colSpan, rowSpan }: SeenCell, row: number) {
    const place = { text: cellText(lines), row, column, rowSpan, colSpan }
    const isWhole = rows[row]!.cells.length === 1 && column === used[0] && column + colSpan > last
    const isSection = isWhole && kind === 'tasks' && NUMBERED.has(readMark(place.text)?.kind)
    return isSection ? used.map((at) => ({ ...place, column: at, rowSpan: 1 })) : [place]
  }
}
