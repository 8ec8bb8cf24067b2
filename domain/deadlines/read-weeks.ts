import type { Meaning } from './expression.ts'
import { matchAt } from './numbers.ts'
import { readLargeUnit } from './read-units.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'
import type { Written } from './written.ts'

const WEEKS =
  /(?:cac )?tuan (?:thu )?([1-5])(?:(\s?(?:-|den)\s?)|\s?(?:,|va|&)\s?)(?:tuan )?(?:thu )?([1-5])\s?[,/]?\s?(?:cua |trong )?(?=thang\b|t\d)/y

/** "tuần 1, 2 tháng 3", "tuần 2 - 3 tháng 5": two weeks of one month. */
export function readWeeks(source: Source, index: number): Read<Meaning> | undefined {
  const found = matchAt(source.plain, WEEKS, index)
  const month = found && readLargeUnit(source, index + found[0].length, true)
  if (!month || month.value.unit !== 'month') return undefined
  const { value, end } = month
  const week = (digit: string): Written => ({ ...value, part: { name: 'week', week: Number(digit) } })
  const [first, last] = [week(found[1]!), week(found[3]!)]
  const meaning: Meaning = found[2]
    ? { type: 'range', first, last, exclusive: false }
    : { type: 'times', times: [first, last], force: undefined }
  return { value: meaning, end }
}
