import {
  AlignmentType,
  BorderStyle,
  LeaderType,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'
import { printable } from './printable.ts'

/** A4 with the margins of Nghị định 30/2020/NĐ-CP, Phụ lục I, I.2, in millimetres. */
export const PAGE = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 } as const
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right

export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

/** Points; the file counts half of them. */
type Letters = Omit<IRunOptions, 'size' | 'text'> & { size?: number }

/** Text of one size. */
export const run = (text: string, { size = 13, ...letters }: Letters = {}): TextRun =>
  new TextRun({ text: printable(text), size: size * 2, ...letters })

export const paragraph = (text: string, letters: Letters = {}, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ children: [run(text, letters)], ...options })

export const centered = (text: string, letters: Letters = {}, options: IParagraphOptions = {}): Paragraph =>
  paragraph(text, letters, { alignment: AlignmentType.CENTER, ...options })

/** A paragraph of the body: justified, its first line 1 cm in, 6 points below. */
export const body = (text: string, letters: Letters = {}, options: IParagraphOptions = {}): Paragraph =>
  paragraph(text, letters, { ...BODY, ...options })

const BODY: IParagraphOptions = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: twips(10) },
  spacing: { after: 120, line: 264 },
}

/** A label with a dotted line behind it as far as the margin, to be filled in by hand. */
export const dotted = (label: string): Paragraph =>
  new Paragraph({
    ...BODY,
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH), leader: LeaderType.DOT }],
    children: [run(label ? `${label} ` : ''), new TextRun({ children: [new Tab()], size: 26 })],
  })

/** A thin line in the middle of a width, both in millimetres. */
export const rule = (length: number, width: number): Paragraph =>
  new Paragraph({
    indent: { left: twips((width - length) / 2), right: twips((width - length) / 2) },
    spacing: { before: 60, after: 0, line: 100, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })

/** A cell of a table: its content, and over how many columns and rows it goes. */
export interface Box {
  content: Paragraph[]
  columns?: number
  rows?: number
}

/** A table of these column widths in millimetres; its first `head` rows come again on every page, and no row is split over two. */
export function table(widths: number[], rows: Box[][], options: { borders: boolean; head?: number }): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + twips(width), 0), type: WidthType.DXA },
    // LibreOffice and phones go by these, Word by the widths of the cells.
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders: options.borders ? ALL_BORDERS : NO_BORDERS,
    margins: { left: twips(options.borders ? 1.2 : 0), right: twips(options.borders ? 1.2 : 0) },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: index < (options.head ?? 0),
          children: cells.map((cell) => boxCell(cell, options.borders)),
        }),
    ),
  })
}

const boxCell = ({ content, columns = 1, rows = 1 }: Box, borders: boolean): TableCell =>
  new TableCell({
    children: content,
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: borders ? VerticalAlignTable.CENTER : VerticalAlignTable.TOP,
  })

const sides = (style: (typeof BorderStyle)[keyof typeof BorderStyle], size: number) => {
  const side = { style, size, color: '000000' }
  return { top: side, bottom: side, left: side, right: side, insideHorizontal: side, insideVertical: side }
}
const ALL_BORDERS = sides(BorderStyle.SINGLE, 4)
const NO_BORDERS = sides(BorderStyle.NONE, 0)
