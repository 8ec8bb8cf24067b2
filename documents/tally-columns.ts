import type { QuotaCategory } from '#domain/plan.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'
import type { CellObject, Row } from 'write-excel-file/node'
import { columnName, heading, number, text, TOTAL } from './workbook-cells.ts'

const COUNTED = ['quota', 'nominated', 'difference', 'waiting'] as const
type Counted = (typeof COUNTED)[number]

/** The letters of a category's columns. */
export type Place = Record<Counted, string> & { category: QuotaCategory }

/** The columns of a table: those before the categories and behind them, and what is counted in each category. */
export interface Columns {
  before: string[]
  after: string[]
  counted: readonly Counted[]
  places: Place[]
}

/** `waiting` gives each category a column for what waits for a decision. */
export function columnsOf(before: string[], categories: QuotaCategory[], after: string[], waiting: boolean): Columns {
  const counted = waiting ? COUNTED : COUNTED.slice(0, -1)
  const places = categories.map((category, index) => {
    const letter = (one: Counted) => columnName(before.length + index * counted.length + COUNTED.indexOf(one))
    const [quota, nominated, difference] = [letter('quota'), letter('nominated'), letter('difference')]
    return { category, quota, nominated, difference, waiting: letter('waiting') }
  })
  return { before, after, counted, places }
}

/** The two rows of a table's head. */
export function headRows({ before, after, counted, places }: Columns, words: TallyWords): Row[] {
  const tall = (title: string) => heading(title, { rowSpan: 2 })
  const group = (title: string) => [heading(title, { columnSpan: counted.length }), ...counted.slice(1).map(() => null)]
  const under = places.flatMap(() => counted.map((one) => heading(words[one])))
  return [
    [...before.map(tall), ...places.flatMap(({ category }) => group(words.category[category])), ...after.map(tall)],
    [...before.map(() => null), ...under, ...after.map(() => null)],
  ]
}

type Sums = Partial<Record<Counted, CellObject>>

/** A row of sums below a table; `note` stands behind them, over all columns that are left. */
export function sumsRow(columns: Columns, title: string, note: string, sums: (place: Place) => Sums): Row {
  const { before, after, counted, places } = columns
  const cells = places.map(sums).flatMap((found) => counted.map((one) => found[one] ?? number(undefined, TOTAL)))
  return [
    ...before.slice(0, -1).map(() => text('', TOTAL)),
    text(title, TOTAL),
    ...cells,
    text(note, { ...TOTAL, fontSize: 11, columnSpan: after.length }),
    ...after.slice(1).map(() => null),
  ]
}

/** Widths in characters: `before` and `after` as given, the counts narrow. */
export const widths = (columns: Columns, before: number[], after: number[]): { width: number }[] =>
  [...before, ...columns.places.flatMap(() => columns.counted.map(() => 10)), ...after].map((width) => ({ width }))
