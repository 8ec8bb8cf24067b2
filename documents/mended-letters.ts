import { fold } from '#domain/fold.ts'
import type { Block, TableRow } from './neutral.ts'

/**
 * Blocks without what scanning and old fonts do to letters: Ð for Đ, decomposed Unicode, headings with a space between all letters
 * ("K Ế H O Ạ C H"), and "l" for 1 in a column of numbers.
 */
export function mendLetters(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, text: closedUp(mended(block.text)) }
      : { ...block, rows: mendNumbers(block.rows.map(({ cells, line }) => ({ cells: cells.map(mended), line }))) },
  )
}

const mended = (text: string) => text.normalize('NFC').replace(/Ð/g, 'Đ').replace(/ð/g, 'đ')

/** What documents write with spaces between the letters, as they should be read. */
const HEADINGS = ['KẾ HOẠCH', 'CHƯƠNG TRÌNH', 'PHƯƠNG ÁN', 'HƯỚNG DẪN', 'PHỤ LỤC', 'BIỂU SỐ', 'LỊCH CÔNG TÁC']

/** "P H Ụ L Ụ C 1" as "PHỤ LỤC 1"; any other text as it is. */
function closedUp(text: string): string {
  if (!/^(?:\S ){4,30}\S+$/.test(text)) return text
  const joined = text.replaceAll(' ', '')
  const heading = HEADINGS.find((name) => fold(joined).startsWith(fold(name).replaceAll(' ', '')))
  if (heading === undefined) return text
  const rest = joined.slice(heading.replaceAll(' ', '').length)
  return rest === '' ? heading : `${heading} ${rest}`
}

/** "l" before a row 2, "l0" to "l9": numbers of their rows. */
function mendNumbers(rows: TableRow[]): TableRow[] {
  return rows.map((row, index) => {
    const [first = '', ...rest] = row.cells
    const isOne = /^[l|]\.?$/.test(first) && /^2\.?$/.test(rows[index + 1]?.cells[0] ?? '')
    const isTorn = /^(?=.*\d)[l|O\d]{2,3}\.?$/.test(first)
    return isOne || isTorn ? { ...row, cells: [first.replace(/[l|]/g, '1').replace(/O/g, '0'), ...rest] } : row
  })
}
