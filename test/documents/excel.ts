import * as xlsx from '@e965/xlsx'
import type { CellObject, ColInfo, RowInfo, WorkSheet } from '@e965/xlsx'
import { xlsxBlocks } from '#documents/xlsx-blocks.ts'

export interface SheetPlan {
  name?: string
  rows: (string | number | null | CellObject)[][]
  merges?: string[]
  hidden?: boolean
  rowInfo?: RowInfo[]
  columnInfo?: ColInfo[]
}

/** A cell of a number with a format, as Excel keeps dates. */
export const formatted = (v: number, z: string): CellObject => ({ t: 'n', v, z })

/** The bytes of a workbook with these sheets. */
export function excelFile(sheets: SheetPlan[], date1904 = false): Uint8Array {
  const book = xlsx.utils.book_new()
  sheets.forEach(({ name = `Sheet${book.SheetNames.length + 1}`, rows, merges = [], ...info }) => {
    const sheet: WorkSheet = xlsx.utils.aoa_to_sheet(rows)
    sheet['!merges'] = merges.map((range) => xlsx.utils.decode_range(range))
    if (info.rowInfo) sheet['!rows'] = info.rowInfo
    if (info.columnInfo) sheet['!cols'] = info.columnInfo
    xlsx.utils.book_append_sheet(book, sheet, name)
  })
  book.Workbook = {
    WBProps: { date1904 },
    Sheets: sheets.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })),
  }
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer)
}

/** What is read of a workbook: a line for each paragraph or row. */
export const linesOf = async (bytes: Uint8Array) =>
  (await xlsxBlocks(bytes)).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.map(({ cells }) => cells.join(' | ')),
  )
