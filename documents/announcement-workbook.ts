import writeExcelFile, { type Row } from 'write-excel-file/node'
import { fitted, heading, line, number, text } from './workbook-cells.ts'

/** What stands in the sheet, in the reader's language. */
export interface AnnouncementSheet {
  sheet: string
  /** Lines above the table: the council, the announcement, the numbers. */
  above: string[]
  /** The headings of the columns. */
  headings: readonly [string, string, string, string, string, string, string, string]
  rows: AnnouncementRow[]
}

export interface AnnouncementRow {
  name: string
  unit: string
  platform: string
  state: string
  reason: string
  phone: string
  confirmed: string
}

const COLUMNS = [6, 34, 34, 14, 18, 36, 18, 36].map((width) => ({ width }))

/** Who was told an announcement, who was not and why, and who confirmed, as an Excel workbook of one sheet. Every cell but the number is text. */
export async function announcementWorkbook({ sheet, above, headings, rows }: AnnouncementSheet): Promise<Uint8Array> {
  const data: Row[] = [
    ...above.map((words, index) => line(words, COLUMNS.length, index === 0 ? { fontWeight: 'bold' } : {})),
    headings.map((words) => heading(words)),
    ...rows.map(({ name, unit, platform, state, reason, phone, confirmed }, index) => [
      number(index + 1),
      ...[name, unit, platform, state, reason, phone, confirmed].map((value) => text(value)),
    ]),
  ]
  const table = {
    sheet,
    data: data.map((row) => fitted(row, COLUMNS)),
    columns: COLUMNS,
    orientation: 'landscape' as const,
    stickyRowsCount: above.length + 1,
  }
  const written = writeExcelFile([table], { fontFamily: 'Times New Roman', fontSize: 12 })
  return new Uint8Array(await written.toBuffer())
}
