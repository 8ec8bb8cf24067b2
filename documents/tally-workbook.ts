import writeExcelFile, { type Row } from 'write-excel-file/node'
import { momentText, movementTables, type TallyInput } from './tally-input.ts'
import { overviewSheet } from './tally-overview.ts'
import { movementSheet, type Sheet } from './tally-sheet.ts'
import { sheetNames } from './sheet-names.ts'
import { fitted, line } from './workbook-cells.ts'
import { cachedValues, printSetup } from './workbook-features.ts'

const LINES_ABOVE = 3
const HEAD = LINES_ABOVE + 1

/**
 * The result of a round as an Excel workbook in the shape of the plan's appendix: a sheet for each movement with units down and categories
 * across, and an overview before them where there are several. Sums and differences are formulas with their values stored. Who handed in, and
 * when by the council's clock, stands behind the numbers.
 */
export async function tallyWorkbook(input: TallyInput): Promise<Uint8Array> {
  const { words, standing } = input
  const tables = movementTables(standing)
  const hasOverview = tables.length > 1
  const titles = [words.workbook.overview, ...tables.map(({ movement }) => movement.name)]
  const names = hasOverview ? sheetNames(titles) : sheetNames(titles.slice(1))
  const parts = tables.map((table, index) => {
    const sheet = movementSheet(table, input, HEAD)
    return { table, sheet: names[hasOverview ? index + 1 : index]!, sums: sheet.sums, rows: sheet }
  })
  const sheets = parts.map(({ table, rows }) =>
    withHead(rows, table.movement.name, words.answered(table.standing.answered, table.standing.expected), input),
  )
  if (hasOverview) {
    const answered = words.answered(standing.answered, standing.expected)
    sheets.unshift(withHead(overviewSheet(parts, input, HEAD), input.round.title, answered, input))
  }
  const named = sheets.map((sheet, index) => ({ ...sheet, name: names[index]! }))
  const features = named.map((sheet) => ({ ...sheet, headingRows: [HEAD, HEAD + 1] as [number, number] }))
  const written = writeExcelFile(
    named.map(({ name, data, columns }) => ({
      sheet: name,
      data,
      columns,
      orientation: 'landscape' as const,
      stickyRowsCount: HEAD + 1,
    })),
    { fontFamily: 'Times New Roman', fontSize: 12, features: [cachedValues(features), printSetup(features)] },
  )
  return new Uint8Array(await written.toBuffer())
}

function withHead({ rows, columns }: Sheet, title: string, answered: string, input: TallyInput) {
  const { councilName, round, words, now } = input
  const wide = (text: string, style: object): Row => line(text, columns.length, style)
  const about = title === round.title ? [] : [round.title]
  const data = [
    wide(`${councilName} - ${words.workbook.title}`, { fontSize: 12, height: 18 }),
    wide(title, { fontSize: 14, fontWeight: 'bold', height: 22 }),
    wide([...about, answered, words.asOf(momentText(now, input))].join('. '), { fontStyle: 'italic', height: 18 }),
    ...rows.map((row) => fitted(row, columns)),
  ]
  return { data, columns }
}
