import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import type { CellObject, Row } from 'write-excel-file/node'
import { columnsOf, headRows, sumsRow, widths, type Columns, type Place } from './tally-columns.ts'
import { hasAny, quotaText, sumOf, type MovementTable, type TallyInput } from './tally-input.ts'
import type { Sheet, SumsAt } from './tally-sheet.ts'
import { totalText } from './tally-state.ts'
import { difference, formula, number, text, TOTAL } from './workbook-cells.ts'
import { quoted } from './workbook-features.ts'

/** A movement with the sheet that shows it. */
export interface OverviewPart {
  table: MovementTable
  sheet: string
  sums: SumsAt
}

/** All movements, one a row, with the sums of their sheets. The head begins in row `first` (from 1). */
export function overviewSheet(parts: OverviewPart[], input: TallyInput, first: number): Sheet {
  const { words } = input
  const categories = QUOTA_CATEGORIES.filter((one) => parts.some(({ table }) => table.categories.includes(one)))
  const waiting = parts.some(({ table }) => hasAny(table.standing.over))
  const columns = columnsOf([words.no, words.movement], categories, [words.state, words.note], waiting)
  const from = first + 2
  const rows = [
    ...headRows(columns, words),
    ...parts.map((part, index) => movementRow(part, index, columns, input, from + index)),
    totalRow(parts, columns, input, from),
  ]
  return { rows, columns: widths(columns, [5, 40], [24, 40]) }
}

function movementRow(part: OverviewPart, index: number, columns: Columns, { words }: TallyInput, row: number): Row {
  const { movement, standing } = part.table
  const notes = [quotaText(movement, words), totalText(standing, words)].filter(Boolean).join('; ')
  return [
    number(index + 1),
    text(movement.name),
    ...columns.places.flatMap((place) => countCells(part, place, row).slice(0, columns.counted.length)),
    text(words.answered(standing.answered, standing.expected)),
    text(notes),
  ]
}

/** The numbers of a movement in one category, taken from its sheet; empty where the category does not occur in it. */
function countCells({ table, sheet, sums }: OverviewPart, place: Place, row: number): CellObject[] {
  const { category } = place
  const found = numbersOf(table, category)
  const there = sums.columns.places.find((one) => one.category === category)
  const from = (letter: string, at: number, value: number) => formula(`${quoted(sheet)}!${letter}${at}`, value)
  const nominated = there && from(there.nominated, sums.total, found.nominated)
  const quota = there && found.quota !== undefined && from(there.quota, sums.council ?? sums.total, found.quota)
  const beyond =
    quota && difference(`${place.nominated}${row}-${place.quota}${row}`, found.nominated - (found.quota ?? 0))
  const waits = there && sums.columns.counted.includes('waiting')
  const waiting = waits && from(there.waiting, sums.total, found.waiting)
  return [quota, nominated, beyond, waiting].map((cell) => cell || number(undefined))
}

function numbersOf({ entries, standing }: MovementTable, category: Place['category']) {
  return {
    quota: standing.limits?.[category]?.max,
    nominated: sumOf(entries, ({ counts }) => counts[category] ?? 0) ?? 0,
    waiting: standing.over[category] ?? 0,
  }
}

function totalRow(parts: OverviewPart[], columns: Columns, input: TallyInput, from: number): Row {
  const { words, standing } = input
  const to = from + parts.length - 1
  return sumsRow(columns, words.total, words.answered(standing.answered, standing.expected), (place) => {
    const numbers = parts.map(({ table }) => numbersOf(table, place.category))
    const summed = (letter: string, values: number[]) =>
      formula(
        `SUM(${letter}${from}:${letter}${to})`,
        values.reduce((sum, value) => sum + value, 0),
        TOTAL,
      )
    return {
      quota: summed(
        place.quota,
        numbers.map(({ quota }) => quota ?? 0),
      ),
      nominated: summed(
        place.nominated,
        numbers.map(({ nominated }) => nominated),
      ),
      difference: summed(
        place.difference,
        numbers.map(({ quota, nominated }) => (quota === undefined ? 0 : nominated - quota)),
      ),
      waiting: summed(
        place.waiting,
        numbers.map(({ waiting }) => waiting),
      ),
    }
  })
}
