import { dateParts } from '../dates.ts'
import { spanOf, type Written } from './written.ts'

/** "20/12 và 15/01/2026", "quý IV và quý I/2026": the list runs over New Year. */
function isTurnOfYear(first: Written, second: Written): boolean {
  const [from, to] = [spanOf(first, 2000)?.from, spanOf(second, 2000)?.to]
  return first.unit !== 'year' && Boolean(from && to && dateParts(from).month > 9 && dateParts(to).month <= 3)
}

/** Days without a month take that of the next day that has one; a year written once holds for those before it. */
export function completed(times: Written[]): Written[] | undefined {
  const whole: Written[] = []
  let later: Written | undefined
  for (const time of times.toReversed()) {
    let one = time
    if (one.unit === 'day' && one.month === undefined) {
      if (later?.unit !== 'day') return undefined
      one = { ...later, day: one.day }
    }
    if (one.year === undefined && one.shift === undefined && later?.year !== undefined)
      one = { ...one, year: later.year - (isTurnOfYear(one, later) ? 1 : 0) }
    whole.unshift(one)
    later = one
  }
  return whole.length ? whole : undefined
}
