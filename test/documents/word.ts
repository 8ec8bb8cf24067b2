import {
  AlignmentType,
  BorderStyle,
  Document,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import type { ISectionOptions } from 'docx'

type Content = string | Paragraph
interface CellOptions {
  rowSpan?: number
  columnSpan?: number
}

export const para = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text, bold })] })

/** A paragraph with an automatic number of the list "heads" (I., then 1.) or "rows" (1). */
export const numbered = (text: string, reference: 'heads' | 'rows', level = 0) =>
  new Paragraph({ text, numbering: { reference, level } })

export const cell = (content: Content | Content[], options: CellOptions = {}) =>
  new TableCell({ children: [content].flat().map((one) => (typeof one === 'string' ? para(one) : one)), ...options })

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export const table = (rows: (string | TableCell)[][], drawn = true) =>
  new Table({
    rows: rows.map((row) => new TableRow({ children: row.map((one) => (typeof one === 'string' ? cell(one) : one)) })),
    ...(drawn
      ? {}
      : {
          borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
        }),
  })

export const letterhead = () =>
  table(
    [
      [
        cell(['UBND PHƯỜNG HỒNG LĨNH', 'Số: 27/KH-UBND']),
        cell(['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Hồng Lĩnh, ngày 15 tháng 01 năm 2025']),
      ],
    ],
    false,
  )

const level = (format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, at = 0) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
})

/** The bytes of a Word document with these contents. */
export async function wordFile(children: ISectionOptions['children'], section: Partial<ISectionOptions> = {}) {
  const config = [
    { reference: 'heads', levels: [level(LevelFormat.UPPER_ROMAN, '%1.'), level(LevelFormat.DECIMAL, '%2.', 1)] },
    { reference: 'rows', levels: [level(LevelFormat.DECIMAL, '%1')] },
  ]
  return new Uint8Array(
    await Packer.toBuffer(new Document({ numbering: { config }, sections: [{ ...section, children }] })),
  )
}
