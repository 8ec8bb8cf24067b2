import { AlignmentType, type Table } from 'docx'
import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import type { Counts, Limits } from '#domain/rounds/round.ts'
import { sumOfLimits } from '#domain/rounds/limits.ts'
import { sum } from '#domain/rounds/sums.ts'
import type { TallyWords } from '#domain/rounds/tally-words.ts'
import { centered, paragraph, table, TEXT_WIDTH, type Box } from './docx-parts.ts'
import { countsText, hasAny, type MovementTable, type TallyInput } from './tally-input.ts'
import { bodiesText, stateText, totalText } from './tally-state.ts'

const NUMBER = 10
const COUNT = 14
const LETTERS = 12

/** A row of counts. Sums have no number of their own and are bold. */
interface CountRow {
  name: string
  limits: Limits | undefined
  counts: Counts
  note: string
}

/** The units of a movement with quota and nominations, and the sums. */
export function movementTable({ entries, categories, total, standing }: MovementTable, words: TallyWords): Table {
  const rows = entries.map((entry) => ({
    name: entry.unit.name,
    limits: entry.limits,
    counts: entry.counts,
    note: [
      bodiesText(entry.limits, words),
      entry.state === 'in' && !hasAny(entry.accepted) ? '' : stateText(entry, words),
    ]
      .filter(Boolean)
      .join('; '),
  }))
  const quotas = sumOfLimits(entries.map(({ limits }) => limits))
  const sums: CountRow[] = [
    { name: words.total, limits: quotas, counts: sum(rows.map(({ counts }) => counts)), note: '' },
  ]
  if (hasAny(standing.over)) {
    sums.push({ name: words.waiting, limits: undefined, counts: standing.over, note: '' })
    sums.push({ name: words.counted, limits: undefined, counts: standing.granted, note: '' })
  }
  if (total) sums.push({ name: words.councilQuota, limits: total, counts: {}, note: totalText(standing, words) })
  return countTable(words.unit, categories, rows, sums, words)
}

/** All movements of the round, with the sums over them. */
export function overviewTable(tables: MovementTable[], { words, standing }: TallyInput): Table {
  const categories = QUOTA_CATEGORIES.filter((one) => tables.some((table) => table.categories.includes(one)))
  const rows = tables.map(({ movement, standing, entries }) => ({
    name: movement.name,
    limits: standing.limits,
    counts: sum(entries.map(({ counts }) => counts)),
    note: [
      words.answered(standing.answered, standing.expected),
      ...(hasAny(standing.over) ? [words.over(countsText(standing.over, words))] : []),
    ].join('; '),
  }))
  const all: CountRow = {
    name: words.total,
    limits: sumOfLimits(rows.map(({ limits }) => limits)),
    counts: sum(rows.map(({ counts }) => counts)),
    note: words.answered(standing.answered, standing.expected),
  }
  return countTable(words.movement, categories, rows, [all], words)
}

function countTable(
  named: string,
  categories: QuotaCategory[],
  rows: CountRow[],
  sums: CountRow[],
  words: TallyWords,
): Table {
  const counts = categories.length * 2 * COUNT
  const note = categories.length > 2 ? 28 : 38
  const widths = [NUMBER, TEXT_WIDTH - NUMBER - counts - note, ...categories.flatMap(() => [COUNT, COUNT]), note]
  const rowOf = (row: CountRow, number: string, bold: boolean): Box[] => [
    middle(number, bold),
    left(row.name, bold),
    ...categories.flatMap((category) => [
      middle(shown(row.limits?.[category]?.max), bold),
      middle(shown(row.counts[category]), bold),
    ]),
    left(row.note, false),
  ]
  return table(
    widths,
    [
      ...headRows(named, categories, words),
      ...rows.map((row, index) => rowOf(row, String(index + 1), false)),
      ...sums.map((row) => rowOf(row, '', true)),
    ],
    { borders: true, head: 2 },
  )
}

function headRows(named: string, categories: QuotaCategory[], words: TallyWords): Box[][] {
  const tall = (title: string): Box => ({ ...middle(title, true), rows: 2 })
  const groups = categories.map((category): Box => ({ ...middle(words.category[category], true), columns: 2 }))
  const under = categories.flatMap(() => [middle(words.quota, true), middle(words.nominated, true)])
  return [[tall(words.no), tall(named), ...groups, tall(words.note)], under]
}

const shown = (number: number | undefined): string => (number === undefined ? '' : String(number))

/** Cells of a table. */
export const middle = (text: string, bold: boolean): Box => ({ content: [centered(text, { size: LETTERS, bold })] })
export const left = (text: string, bold: boolean): Box => ({
  content: [paragraph(text, { size: LETTERS, bold }, { alignment: AlignmentType.LEFT })],
})
