import { matchAt, smallNumber, yearOf } from './numbers.ts'
import type { Read } from './reader.ts'
import type { Source } from './source.ts'
import type { Written } from './written.ts'

/** What may follow such a number: a year (two digits only of 2020 to 2039: "10/12" is a day), then the end of the clause or more of the list. */
const NUMBER_BEHIND = String.raw`(?:(?:\s?[/-]\s?|,? nam )(\d{4}|[23]\d(?=\D|$)))?(?![\d/a-z%])(?= ?(?:[.,;:)\n&-]|va\b|nam\b|hang\b|moi\b|den\b|$))`
const BARE_LAST = {
  month: { pattern: new RegExp(String.raw`(?:thang )?(\d{1,2})${NUMBER_BEHIND}`, 'y'), most: 12 },
  quarter: { pattern: new RegExp(String.raw`(?:quy )?(\d|[ivl]{1,3})${NUMBER_BEHIND}`, 'y'), most: 4 },
}

/** "tháng 3 - 5/2025", "quý III-IV": the second number takes the unit of the first. */
export function readBareLast(source: Source, index: number, first: Written): Read<Written> | undefined {
  const unit = first.unit === 'month' || first.unit === 'quarter' ? first.unit : undefined
  const found = unit && matchAt(source.plain, BARE_LAST[unit].pattern, index)
  const number = found && smallNumber(found[1]!)
  if (!number || number > BARE_LAST[unit].most) return undefined
  const year = found[2] ? { year: yearOf(found[2]) } : {}
  const value: Written = unit === 'month' ? { unit, month: number, ...year } : { unit, quarter: number, ...year }
  return { value, end: index + found[0].length }
}
