import { localDate, localTime } from '#domain/dates.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import type { CellObject, Row } from 'write-excel-file/node'
import { columnsOf, headRows, sumsRow, widths, type Columns, type Place } from './tally-columns.ts'
import { hasAny, quotaText, sumOf, type MovementTable, type TallyInput } from './tally-input.ts'
import { bodiesText, handedIn, requestsOf, stateText, totalText } from './tally-state.ts'
import { difference, formula, moment, number, text, TOTAL } from './workbook-cells.ts'

/** A sheet of the workbook without the lines above its table. */
export interface Sheet {
  rows: Row[]
  columns: { width: number }[]
}

/** Where a movement's sums stand, for the overview: the letters of its columns and its rows (from 1). */
export interface SumsAt {
  columns: Columns
  total: number
  council: number | undefined
}

/** One movement: its units, the sums, what counts where something waits, and the council's quota. The head begins in row `first` (from 1). */
export function movementSheet(table: MovementTable, input: TallyInput, first: number): Sheet & { sums: SumsAt } {
  const { words } = input
  const { entries, categories, total, standing } = table
  const waiting = hasAny(standing.over)
  const after = [words.note, words.state, words.reason, words.by, words.at]
  const columns = columnsOf([words.no, words.unit], categories, after, waiting)
  const from = first + 2
  const to = from + entries.length - 1
  const sums: SumsAt = { columns, total: to + 1, council: total && to + (waiting ? 3 : 2) }
  const rows = [
    ...headRows(columns, words),
    ...entries.map((entry, index) => unitRow(entry, index, columns, input, from + index)),
    totalRow(table, columns, input, from, to),
    ...(waiting ? [countedRow(table, sums, input)] : []),
    ...(total ? [councilRow(table, sums, input)] : []),
  ]
  return { rows, sums, columns: widths(columns, [5, 34], [22, 26, 28, 20, 17]) }
}

function unitRow(entry: Entry, index: number, { places, counted }: Columns, input: TallyInput, row: number): Row {
  const { round, words, timeZone } = input
  const by = handedIn(round, entry)
  const local = by && new Date(`${localDate(by.at, timeZone)}T${localTime(by.at, timeZone)}:00Z`)
  return [
    number(index + 1),
    text(entry.unit.name),
    ...places.flatMap((place) => countCells(entry, place, row).slice(0, counted.length)),
    text(bodiesText(entry.limits, words)),
    text(stateText(entry, words)),
    text(requestsOf(round, entry).at(-1)?.reason ?? ''),
    text(by ? (by.behalf ? words.workbook.onBehalf(by.personName) : by.personName) : ''),
    moment(local),
  ]
}

/** In the order of the columns. */
function countCells({ limits, counts, over }: Entry, place: Place, row: number): CellObject[] {
  const quota = limits?.[place.category]?.max
  const nominated = counts[place.category]
  const beyond =
    limits && nominated !== undefined
      ? difference(`${place.nominated}${row}-${place.quota}${row}`, nominated - (quota ?? 0))
      : number(undefined)
  return [number(quota), number(nominated, { fontWeight: 'bold' }), beyond, number(over[place.category])]
}

function totalRow(table: MovementTable, columns: Columns, { words }: TallyInput, from: number, to: number): Row {
  const { entries, movement } = table
  const summed = (column: string, value: number | undefined) =>
    value === undefined ? number(undefined, TOTAL) : formula(`SUM(${column}${from}:${column}${to})`, value, TOTAL)
  return sumsRow(columns, words.total, quotaText(movement, words) ?? '', (place) => {
    const { category } = place
    const quotas = sumOf(entries, ({ limits }) => limits?.[category]?.max)
    const nominated = sumOf(entries, ({ counts }) => counts[category] ?? 0)
    return {
      quota: summed(place.quota, quotas),
      nominated: summed(place.nominated, nominated),
      difference: differenceOf(place, to + 1, nominated ?? 0, quotas),
      waiting: summed(
        place.waiting,
        sumOf(entries, ({ over }) => over[category] ?? 0),
      ),
    }
  })
}

function countedRow({ standing }: MovementTable, { columns, total }: SumsAt, { words }: TallyInput): Row {
  return sumsRow(columns, words.counted, '', ({ category, nominated, waiting }) => ({
    nominated: formula(`${nominated}${total}-${waiting}${total}`, standing.granted[category] ?? 0, TOTAL),
  }))
}

function councilRow({ standing, total, entries }: MovementTable, sums: SumsAt, { words }: TallyInput): Row {
  return sumsRow(sums.columns, words.councilQuota, totalText(standing, words), (place) => {
    const quota = total?.[place.category]?.max
    const nominated = sumOf(entries, ({ counts }) => counts[place.category]) ?? 0
    return {
      quota: number(quota, TOTAL),
      nominated: formula(`${place.nominated}${sums.total}`, nominated, TOTAL),
      difference: differenceOf(place, sums.council!, nominated, quota),
    }
  })
}

const differenceOf = (place: Place, row: number, nominated: number, quota: number | undefined): CellObject =>
  quota === undefined
    ? number(undefined, TOTAL)
    : difference(`${place.nominated}${row}-${place.quota}${row}`, nominated - quota, TOTAL)
