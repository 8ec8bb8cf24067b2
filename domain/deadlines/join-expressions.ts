import type { Expression, Meaning, Recurrence } from './expression.ts'
import { hasDay } from './recurrence.ts'
import type { Source } from './source.ts'
import { spanOf, type Written } from './written.ts'
import { yearlyRules } from './yearly-rules.ts'

const CLOSE = /^[\s,:;()-]{0,4}$/

/** "hằng tháng (ngày 25)", "Hằng năm, trước 15/12": the day of a recurrence that stands behind it. */
export function joined(source: Source, found: Expression[]): Expression[] {
  const all: Expression[] = []
  for (const expression of found) {
    const before = all.at(-1)
    const gap = before ? source.plain.slice(before.end, expression.start) : undefined
    const meaning =
      before && gap !== undefined && CLOSE.test(gap)
        ? (withDay(before.meaning, expression.meaning) ?? atOdds(before.meaning, expression.meaning, gap))
        : undefined
    if (before && isRemark(source, before, expression)) continue
    if (before && !meaning && isSaidBetter(source, before, expression)) all.pop()
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

/** "Trước 15/7 (6 tháng đầu năm), trước 15/01 (cả năm)": the bracket says what is due then. */
const isRemark = (source: Source, { meaning, end }: Expression, remark: Expression) =>
  meaning.type === 'times' &&
  (meaning.force === 'before' || meaning.force === 'by') &&
  remark.meaning.type === 'times' &&
  remark.meaning.times.every(({ unit }) => unit !== 'day') &&
  /^\s?\($/.test(source.plain.slice(end, remark.start)) &&
  source.plain[remark.end] === ')'

/** Is the first of the two only the frame, or another name, of the second? */
const isSaidBetter = (source: Source, first: Expression, second: Expression) =>
  refines(source, first, second) || namesTurns(source, first, second) || isSameDay(source, first, second)

/** "Định kỳ 6 tháng, năm (trước 15/6 và 15/12)": the days are those of the year's turns. */
function namesTurns(source: Source, { meaning, end }: Expression, days: Expression): boolean {
  if (meaning.type !== 'recurring' || days.meaning.type !== 'times') return false
  const { times } = days.meaning
  return (
    times.every(({ unit }) => unit === 'day') &&
    meaning.rules.every((rule) => rule.unit === 'month' && !hasDay(rule) && rule.interval * times.length >= 6) &&
    CLOSE.test(source.plain.slice(end, days.start))
  )
}

/** "Quý I/2025 (trước ngày 25/3)", "Tháng 3: 15/3": the day says when in the month or quarter before it; that is one milestone. */
function refines(source: Source, whole: Expression, part: Expression): boolean {
  if (whole.meaning.type !== 'times' || part.meaning.type !== 'times') return false
  if (whole.meaning.force === 'before' || whole.meaning.force === 'by') return false
  const outer = whole.meaning.times[0]!
  const gap = source.plain.slice(whole.end, part.start)
  if (whole.meaning.times.length > 1 || outer.unit === 'day') return false
  return part.meaning.times.every(
    (inner) => (inner.unit === 'day' ? CLOSE : IN_BRACKET).test(gap) && isWithin(inner, outer),
  )
}
const IN_BRACKET = /^\s?[(:,]\s?$/

function isWithin(inner: Written, outer: Written): boolean {
  const year = outer.year ?? inner.year ?? 2000
  const [span, part] = [spanOf(outer, year), spanOf(inner, year)]
  if (!span || !part || (span.from === part.from && span.to === part.to)) return false
  return span.from <= part.from && part.to <= span.to
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
  const rules =
    day.type === 'times' && rule.unit === 'month' && rule.interval * day.times.length >= 12
      ? yearlyRules(day.times)
      : undefined
  return rules && { type: 'recurring', rules }
}

/** "Hằng tháng, trước 15/12": every month, and one day of the year. What of it counts nobody can tell. */
function atOdds(cycle: Meaning, day: Meaning, gap: string): Meaning | undefined {
  if (cycle.type !== 'recurring' || cycle.rules.length !== 1 || day.type !== 'times') return undefined
  const [rule] = cycle.rules
  const [time] = day.times
  const often = rule!.unit === 'month' && rule!.interval < 6 && !hasDay(rule!)
  const isOneDay = day.times.length === 1 && time!.unit === 'day' && time!.month !== undefined
  return often && isOneDay && /^[\s,(]{0,3}$/.test(gap) ? { type: 'unread' } : undefined
}

/** "6 tháng (ngày 15)" is due in June and December. */
const monthsOfHalfYears = ({ interval }: Recurrence) => (interval === 6 ? { byMonth: [6, 12] } : {})
