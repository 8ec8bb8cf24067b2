import type { Recurrence } from './expression.ts'
import { spanOf, type Written } from './written.ts'

const LEAP_YEAR = 2024

/** "15/6 và 15/12 hằng năm" is one rule; different days are one rule each. */
export function yearlyRules(times: Written[]): Recurrence[] | undefined {
  if (times.some((time) => time.year !== undefined || !spanOf(time, LEAP_YEAR))) return undefined
  const monthsOf = new Map<number | undefined, number[]>()
  for (const time of times) {
    const day = time.unit === 'day' ? time.day : undefined
    monthsOf.set(day, [...(monthsOf.get(day) ?? []), ...months(time)])
  }
  const rules = [...monthsOf].map(([day, byMonth]) => ({
    unit: 'month' as const,
    interval: 12,
    ...(byMonth.length ? { byMonth: [...new Set(byMonth)].sort((a, b) => a - b) } : {}),
    ...(day === undefined ? {} : { byMonthDay: [day] }),
  }))
  return rules.every((rule) => (rule.byMonth ?? []).every((month) => month >= 1 && month <= 12)) ? rules : undefined
}

function months(time: Written): number[] {
  if (time.unit === 'day') return time.month === undefined ? [] : [time.month]
  if (time.unit === 'month') return [time.month]
  if (time.unit === 'quarter' && time.quarter) return [2, 1, 0].map((back) => time.quarter! * 3 - back)
  return []
}
