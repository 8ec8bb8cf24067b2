import { readMark } from './marks.ts'
import type { Block } from './neutral.ts'
import { textInBox } from './pdf-cells.ts'
import { readPdf } from './pdf-document.ts'
import { isSameRun, joinRuns, rowsOf } from './pdf-columns.ts'
import type { ColumnRun } from './pdf-columns.ts'
import { piecesOf } from './pdf-layout.ts'
import type { DrawnTable, PageLayout, Piece } from './pdf-layout.ts'
import type { TextLine } from './pdf-lines.ts'
import { withoutMargins } from './pdf-margins.ts'
import { goesOn, measureOf, paragraphText } from './pdf-paragraphs.ts'
import type { Measure } from './pdf-paragraphs.ts'
import { isSameTable, joinParts } from './pdf-tables.ts'

/**
 * A PDF as blocks: drawn tables by their lines, other tables and letterheads by their columns, everything else as paragraphs; without
 * page numbers and repeated heads. Throws UnreadableDocument: `damaged`, `encrypted`, `scanned`, `too-hard`.
 */
export async function pdfBlocks(bytes: Uint8Array): Promise<Block[]> {
  const pages = withoutMargins(await readPdf(bytes))
  const measures = measuresOf(pages)
  const blocks = new PdfReader()
  for (const page of pages) blocks.page(piecesOf(page), measures.get(Math.round(page.width))!)
  return blocks.finish()
}

/** The usual measure of the pages of each width: those across have their own. */
function measuresOf(pages: readonly PageLayout[]): Map<number, Measure> {
  const widths = new Map<number, TextLine[][]>()
  for (const { width, lines } of pages) {
    const key = Math.round(width)
    widths.set(key, [...(widths.get(key) ?? []), lines])
  }
  return new Map([...widths].map(([width, lines]) => [width, measureOf(lines)]))
}

class PdfReader {
  private readonly blocks: Block[] = []
  private line = 0
  private paragraph: TextLine[] = []
  private parts: DrawnTable[] = []
  private run: ColumnRun | undefined

  page(pieces: readonly Piece[], measure: Measure): void {
    pieces.forEach((piece, index) => {
      const samePage = index > 0
      if (piece.kind === 'line') this.text(piece.line, measure, samePage)
      else if (piece.kind === 'table') this.table(piece.table, samePage)
      else this.columns(piece.run, samePage)
    })
  }

  finish(): Block[] {
    this.close()
    return this.blocks
  }

  private text(line: TextLine, measure: Measure, samePage: boolean): void {
    this.closeTable()
    this.closeRun()
    if (this.paragraph.length > 0 && goesOn(this.paragraph, line, measure, samePage)) this.paragraph.push(line)
    else {
      this.closeParagraph()
      this.paragraph = [line]
    }
  }

  private table(table: DrawnTable, samePage: boolean): void {
    this.closeParagraph()
    this.closeRun()
    const last = this.parts.at(-1)
    if (last && (samePage || !isSameTable(last, table))) this.closeTable()
    this.parts.push(table)
  }

  private columns(run: ColumnRun, samePage: boolean): void {
    const goesOn = !samePage && this.run && isSameRun(this.run, run)
    const whole = goesOn ? joinRuns(this.run!, run) : run
    if (goesOn) this.run = undefined
    this.close()
    this.run = whole
  }

  private close(): void {
    this.closeParagraph()
    this.closeTable()
    this.closeRun()
  }

  private closeParagraph(): void {
    if (this.paragraph.length === 0) return
    const text = paragraphText(this.paragraph)
    const heading = this.paragraph.every(({ bold }) => bold) && readMark(text)?.kind !== 'bullet'
    this.blocks.push({ kind: 'paragraph', text, line: ++this.line, heading })
    this.paragraph = []
  }

  private closeTable(): void {
    if (this.parts.length > 0) this.blocks.push(...joinParts(this.parts, () => ++this.line))
    this.parts = []
  }

  private closeRun(): void {
    if (this.run) {
      const rows = rowsOf(this.run).map((row) => row.map((lines) => textInBox(lines, Infinity)))
      this.blocks.push({ kind: 'table', rows: rows.map((cells) => ({ cells, line: ++this.line })) })
    }
    this.run = undefined
  }
}
