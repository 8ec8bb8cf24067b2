import { isLayout, isListMark, placeCells } from './docx-cells.ts'
import type { WordCell } from './docx-cells.ts'
import { NumberCounter } from './docx-number-counter.ts'
import { refOf } from './docx-numbering.ts'
import type { Numbering } from './docx-numbering.ts'
import { readPackage } from './docx-package.ts'
import type { WordNode } from './docx-package.ts'
import { readMark } from './marks.ts'
import { collapse, stripInvisible } from './markup.ts'
import { rowsOfCells } from './merged-cells.ts'
import type { Block, TableRow } from './neutral.ts'
import { UnreadableDocument } from './text-document.ts'

/**
 * The body of a Word document as blocks: automatic numbers as text, inserted text and no deleted one, a line break as a new paragraph.
 * Headers, footers, notes, comments and pictures are left out. Throws UnreadableDocument: `damaged`, `encrypted`, `too-hard`, `empty`.
 */
export async function docxBlocks(bytes: Uint8Array): Promise<Block[]> {
  const { document, numbering } = await readPackage(bytes)
  const blocks = new DocxReader(numbering).blocks(document.children ?? [])
  if (blocks.length === 0) throw new UnreadableDocument('empty')
  return blocks
}

interface Line {
  text: string
  bold: boolean
}

class DocxReader {
  private readonly numbering: Numbering
  private readonly counter: NumberCounter
  private line = 0

  constructor(numbering: Numbering) {
    this.numbering = numbering
    this.counter = new NumberCounter(numbering)
  }

  blocks(nodes: readonly WordNode[]): Block[] {
    const out: Block[] = []
    for (const node of nodes) {
      if (node.type === 'table') out.push(...this.table(node))
      else if (node.type === 'paragraph') for (const line of this.paragraph(node)) this.add(out, line)
      else out.push(...this.blocks(node.children ?? []))
    }
    return out
  }

  /** A line with tabs is a row of a table that is laid out with them; a tab behind a list mark or in front only indents. */
  private add(out: Block[], { text, heading }: { text: string; heading: boolean }): void {
    const cells = text.split('\t').map(collapse)
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) return
    const line = ++this.line
    if (filled.length === 1 || cells[0] === '' || isListMark(cells[0]!)) {
      out.push({ kind: 'paragraph', text: filled.join(' '), line, heading })
      return
    }
    const last = out.at(-1)
    if (last?.kind === 'table' && last === this.tabbed) last.rows.push({ cells, line })
    else out.push((this.tabbed = { kind: 'table', rows: [{ cells, line }] }))
  }

  /** The table of tabbed lines that the next one belongs to. */
  private tabbed: Block | undefined

  /** The lines of a paragraph, its automatic number in front of the first. */
  private paragraph(node: WordNode): { text: string; heading: boolean }[] {
    const lines = linesOf(node)
    const mark = this.numberOf(node)
    const isHeading = /^(?:heading|title|tiêu đề)/iu.test(node.styleName ?? '')
    return lines
      .map(({ text, bold }, index) => ({
        text: index === 0 && mark !== '' ? `${mark} ${text}` : text,
        heading: text.trim() !== '' && (isHeading || (bold && readMark(text)?.kind !== 'bullet')),
      }))
      .filter(({ text }) => text.trim() !== '')
  }

  private numberOf({ numbering, styleId }: WordNode): string {
    const ref = refOf(numbering?.paragraphStyleId) ?? (styleId ? this.numbering.ofStyle(styleId) : undefined)
    return ref ? this.counter.next(ref) : ''
  }

  private table(node: WordNode): Block[] {
    const rows = (node.children ?? []).map((row) => (row.children ?? []).map((cell) => this.cell(cell)))
    this.tabbed = undefined
    // A frame around something is no table.
    if (rows.every((cells) => cells.length <= 1)) return rows.flat().flatMap(({ blocks }) => blocks)
    const drawn = rowsOfCells(
      placeCells(rows),
      rows.map(() => ++this.line),
    )
    return [{ kind: 'table', rows: isLayout(rows, drawn) ? this.linesSideBySide(rows) : drawn }]
  }

  private cell(node: WordNode): WordCell {
    const blocks = this.blocks(node.children ?? [])
    const lines = blocks.flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : block.rows.map(({ cells }) => cells.filter(Boolean).join(' ')),
    )
    return { node, lines, blocks }
  }

  /** Every line of the cells as a row of its own. */
  private linesSideBySide(rows: readonly WordCell[][]): TableRow[] {
    return rows.flatMap((cells) => {
      const height = Math.max(...cells.map(({ lines }) => lines.length))
      return Array.from({ length: height }, (_, at) => ({
        cells: cells.map(({ lines }) => lines[at] ?? ''),
        line: ++this.line,
      }))
    })
  }
}

function linesOf(paragraph: WordNode): Line[] {
  const lines: Line[] = [{ text: '', bold: true }]
  const visit = (node: WordNode, run: WordNode | undefined) => {
    const last = lines.at(-1)!
    if (node.type === 'text') {
      const text = stripInvisible(node.value ?? '')
      last.text += run?.isAllCaps ? text.toUpperCase() : text
      if (text.trim() !== '' && !run?.isBold) last.bold = false
    } else if (node.type === 'tab') last.text += '\t'
    else if (node.type === 'break') lines.push({ text: '', bold: true })
    else for (const child of node.children ?? []) visit(child, node.type === 'run' ? node : run)
  }
  visit(paragraph, undefined)
  return lines.map(({ text, bold }) => ({ text: text.normalize('NFC'), bold }))
}
