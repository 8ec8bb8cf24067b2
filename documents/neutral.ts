/** A paragraph (or one line) of a document, without markup. `line` counts from 1. */
export interface Paragraph {
  kind: 'paragraph'
  text: string
  line: number
  /** Whether the document itself marks it as a heading. */
  heading: boolean
}

export interface TableRow {
  cells: string[]
  line: number
}

export interface Table {
  kind: 'table'
  rows: TableRow[]
}

/** The neutral form between a file format and the plan reader: every format is brought into it, nothing behind it knows formats. */
export type Block = Paragraph | Table

/** All text of these blocks, row by row, for looking something up in it. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => (block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.cells.join(' ')).join('\n')))
    .join('\n')
}

/** The cells of a table column by column, as a letterhead is read. */
export function cellsByColumn({ rows }: Table): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const lines: string[] = []
  for (let column = 0; column < width; column++)
    for (const row of rows) {
      const cell = row.cells[column]
      if (cell) lines.push(cell)
    }
  return lines
}
