import type { DeadlineKind } from '../plan.ts'
import type { Recurrence } from './expression.ts'

/** Does it name the days it falls on? Without them nothing is due on a date (domain: "Hằng tháng theo thực tế"). */
export const hasDay = (rule: Recurrence) => Boolean(rule.byMonthDay ?? rule.byDay)

/** The RFC 5545 rule. A quarter is three months; where the month within it is named, the months of the year are listed. */
export function toRrule(rule: Recurrence): string {
  const years = rule.byMonth ? Math.max(1, Math.floor(rule.interval / 12)) : rule.interval / 12
  const yearly = rule.unit === 'month' && Number.isInteger(years)
  const interval = yearly ? years : rule.interval
  const freq = { day: 'DAILY', week: 'WEEKLY', month: yearly ? 'YEARLY' : 'MONTHLY' }[rule.unit]
  return [
    `FREQ=${freq}`,
    interval > 1 && `INTERVAL=${interval}`,
    rule.byMonth && `BYMONTH=${rule.byMonth.join(',')}`,
    rule.byMonthDay && `BYMONTHDAY=${rule.byMonthDay.join(',')}`,
    rule.byDay && `BYDAY=${rule.byDay.join(',')}`,
    rule.bySetPos && `BYSETPOS=${rule.bySetPos}`,
  ]
    .filter(Boolean)
    .join(';')
}

/** There is no kind for less than a month: those are ongoing, with their rule. Half a year and longer is yearly. */
export function kindOf({ unit, interval }: Recurrence): DeadlineKind {
  if (unit !== 'month') return 'ongoing'
  if (interval >= 6) return 'yearly'
  return interval === 3 ? 'quarterly' : 'monthly'
}
