import { fold } from '#domain/fold.ts'
import type { Column } from './column-roles.ts'
import type { TableRow } from './neutral.ts'

const PERIOD = /^(?:(thang|t)\.? ?(0?[1-9]|1[0-2])|(quy|q)\.? ?(iv|i{1,3}|[1-4]))(?:(?:\s?[/-]\s?| nam )(20\d\d))?$/
const CROSS = /^[x×✓✔☑√+*●■•v]$/iu
const OF_TIME = /\b(?:nam 20\d\d|thang|quy|thoi gian|tien do)\b/

/** Whether a label is a month or a quarter and nothing else: "T3", "Tháng 03/2025", "Quý II". */
export const isPeriod = (label: string): boolean => PERIOD.test(fold(label))

/** Whether these labels include at least two different periods, as the head of a table does whose cells are crossed. */
export const havePeriods = (labels: readonly string[]): boolean => new Set(labels.filter(isPeriod)).size > 1

/** Whether a label can stand over months or quarters: "Năm 2025", "Thời gian thực hiện". */
export const isOfTime = (label: string): boolean => OF_TIME.test(fold(label))

/** A lower row "1 2 3 … 12" or "I II III IV" under such a label, as "Tháng 1 …", "Quý I …"; undefined where it is none. */
export function namedPeriods(upper: readonly string[], lower: readonly string[]): string[] | undefined {
  const labels = lower.filter((label) => label !== '')
  const over = upper.find((label, index) => index > 0 && isOfTime(label))
  if (over === undefined || labels.length < 2) return undefined
  const name = (word: string) => lower.map((label) => (label === '' ? '' : `${word} ${label}`))
  if (labels.every((label, i) => label === ['I', 'II', 'III', 'IV'][i])) return name('Quý')
  // A row that begins with a number may only number the columns.
  const rise = labels.every((label, i) => i === 0 || Number(label) === Number(labels[i - 1]) + 1)
  if (lower[0] !== '' || labels.length < 3 || !rise || !labels.every((label) => isPeriod(`T${label}`))) return undefined
  return name(labels.length === 4 && /\bquy\b/.test(fold(over)) ? 'Quý' : 'Tháng')
}

/** The columns with those of periods marked as such, where what stands under them are crosses, or nothing. */
export function withMarks(columns: Column[], rows: readonly TableRow[]): Column[] {
  if (!havePeriods(columns.map(({ label }) => label))) return columns
  const cells = rows.flatMap((row) => row.cells.filter((cell, i) => cell !== '' && isPeriod(columns[i]?.label ?? '')))
  const crosses = cells.filter((cell) => CROSS.test(cell))
  if (crosses.length * 2 < cells.length) return columns
  return columns.map((one) => (isPeriod(one.label) ? { ...one, role: 'mark' as const } : one))
}

/** What the crosses of a row say, as a wording: "tháng 2/2025 - tháng 4/2025; tháng 9/2025". Neighbours are one span. */
export function markedTimes(cells: readonly string[], columns: readonly Column[]): string {
  const year = columns.map(({ label }) => /\b20\d\d\b/.exec(label)?.[0]).find((found) => found !== undefined)
  const runs: { names: string[]; remarks: string[]; end: number }[] = []
  columns.forEach((column, index) => {
    const cell = cells[index] ?? ''
    if (column.role !== 'mark' || cell === '') return
    const last = runs.at(-1)
    const run = last?.end === index - 1 ? last : { names: [], remarks: [], end: index }
    if (run !== last) runs.push(run)
    run.names.push(nameOf(column, year))
    if (!CROSS.test(cell)) run.remarks.push(cell)
    run.end = index
  })
  return runs
    .map(({ names, remarks }) => {
      const span = names.length > 1 ? `${names[0]!} - ${names.at(-1)!}` : names[0]!
      return remarks.length ? `${span} (${remarks.join('; ')})` : span
    })
    .join('; ')
}

function nameOf({ label, group }: Column, yearOfHead: string | undefined): string {
  const [, month, monthNumber, , quarter, own] = PERIOD.exec(fold(label))!
  const year = own ?? /\b20\d\d\b/.exec(group ?? '')?.[0] ?? yearOfHead
  const name = month ? `tháng ${Number(monthNumber)}` : `quý ${quarter!.toUpperCase()}`
  return year ? `${name}/${year}` : name
}
