import type { Expression, Meaning, Recurrence } from './expression.ts'
import { hasDay } from './recurrence.ts'
import type { Source } from './source.ts'
import { spanOf } from './written.ts'
import { yearlyRules } from './yearly-rules.ts'

const CLOSE = /^[\s,:;()-]{0,4}$/

/** "hằng tháng (ngày 25)", "Hằng năm, trước 15/12": the day of a recurrence that stands behind it. */
export function joined(source: Source, found: Expression[]): Expression[] {
  const all: Expression[] = []
  for (const expression of found) {
    const before = all.at(-1)
    const meaning =
      before && CLOSE.test(source.plain.slice(before.end, expression.start))
        ? withDay(before.meaning, expression.meaning)
        : undefined
    if (before && (refines(source, before, expression) || isSameDay(source, before, expression))) all.pop()
    if (before && meaning) all[all.length - 1] = { ...before, end: expression.end, meaning, bare: false }
    else all.push(withForce(source, before, expression))
  }
  return all
}

/** "Trước ngày 20/6 (sơ kết) và 20/12 (tổng kết)": what is said of the first day holds for the second. */
function withForce(source: Source, before: Expression | undefined, expression: Expression): Expression {
  const { meaning, bare } = expression
  if (before?.meaning.type !== 'times' || meaning.type !== 'times' || !bare) return expression
  if (meaning.times[0]?.unit !== 'day' || !AND_BEHIND_BRACKET.test(source.plain.slice(before.end, expression.start)))
    return expression
  return { ...expression, bare: false, meaning: { ...meaning, force: before.meaning.force } }
}
const AND_BEHIND_BRACKET = /^\s?\([^()]{0,80}\)\s?(?:,|va|hoac|;)\s?$/

/** "Quý I/2025 (trước ngày 25/3)", "Tháng 3: 15/3": the day says when in the month or quarter before it; that is one milestone. */
function refines(source: Source, whole: Expression, part: Expression): boolean {
  if (whole.meaning.type !== 'times' || part.meaning.type !== 'times') return false
  if (whole.meaning.force === 'before' || whole.meaning.force === 'by') return false
  const [outer, inner] = [whole.meaning.times[0]!, part.meaning.times[0]!]
  if (whole.meaning.times.length + part.meaning.times.length > 2 || outer.unit === 'day' || inner.unit !== 'day')
    return false
  const year = outer.year ?? inner.year ?? 2000
  const [span, day] = [spanOf(outer, year), spanOf(inner, year)]
  return (
    Boolean(span && day && span.from <= day.from && day.to <= span.to) &&
    CLOSE.test(source.plain.slice(whole.end, part.start))
  )
}

/** "ngày 10 tháng 3 âm lịch (07/4/2025)": the lunar date is said once more as a solar one. */
const isSameDay = (source: Source, lunar: Expression, solar: Expression) =>
  lunar.meaning.type === 'unread' &&
  solar.meaning.type === 'times' &&
  SAME_DAY.test(source.plain.slice(lunar.end, solar.start))
const SAME_DAY = /^[\s,:;()-]{0,3}(?:tuc(?: la)?|nham)?[\s(]{0,2}$/

function withDay(cycle: Meaning, day: Meaning): Meaning | undefined {
  if (cycle.type === 'ongoing' && day.type === 'recurring') return day
  if (cycle.type !== 'recurring' || cycle.rules.length !== 1 || hasDay(cycle.rules[0]!)) return undefined
  const rule = cycle.rules[0]!
  if (day.type === 'recurring') return hasDay(day.rules[0]!) ? day : undefined
  if (day.type === 'day-alone' && rule.unit === 'month' && (rule.interval < 12 || rule.byMonth))
    return { type: 'recurring', rules: [{ ...rule, ...monthsOfHalfYears(rule), byMonthDay: [day.day] }] }
  const rules = day.type === 'times' && rule.unit === 'month' && rule.interval >= 6 ? yearlyRules(day.times) : undefined
  return rules && { type: 'recurring', rules }
}

/** "6 tháng (ngày 15)" is due in June and December. */
const monthsOfHalfYears = ({ interval }: Recurrence) => (interval === 6 ? { byMonth: [6, 12] } : {})
