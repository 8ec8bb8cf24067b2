import { addDays, dateParts, daysBetween, endOfMonth, isoDate, type IsoDate } from '../dates.ts'
import type { Deadline, DeadlineKind, Suspect } from '../plan.ts'
import type { Force } from './connectives.ts'
import type { Meaning } from './expression.ts'
import { fit, isIn, periodOf, type DeadlineContext } from './fit.ts'
import { kindOf, toRrule } from './recurrence.ts'
import { spanOf, type Span, type Written } from './written.ts'

/** A deadline without its words. */
export type Timing = Omit<Deadline, 'wording' | 'label'>

const NOTHING = { from: null, to: null, rrule: null, dueOn: null, suspect: null }

/** A timing without any date. */
export const undated = (kind: DeadlineKind): Timing => ({ kind, ...NOTHING })

/** What a time expression means in a plan, one timing for each time it names. `hint`: what the label makes of a time without a connective of its own. */
export function timings(meaning: Meaning, context: DeadlineContext, hint: Force | undefined): Timing[] {
  switch (meaning.type) {
    case 'times':
      return meaning.times.map((time) => timing(time, meaning.force ?? hint, context))
    case 'range':
      return [range(meaning, context)]
    case 'since':
      return [{ ...undated('ongoing'), from: spanOf(meaning.first, yearFor(meaning.first, context))?.from ?? null }]
    case 'recurring':
      return meaning.rules.map((rule) => ({ ...undated(kindOf(rule)), rrule: toRrule(rule) }))
    case 'ongoing':
    case 'relative':
      return [undated(meaning.type)]
    case 'day-alone':
    case 'unread':
      return [undated('open')]
  }
}

function timing(time: Written, force: Force | undefined, context: DeadlineContext): Timing {
  const year = yearFor(time, context)
  const span = spanOf(time, year)
  const kind = kindFor(time, span, force)
  if (!span) return { ...undated(kind), suspect: impossible(time, year, context) }
  if (kind === 'before') {
    const named = 'part' in time && time.part?.name.startsWith('last') ? span.to : span.from
    return {
      ...undated(kind),
      to: named,
      dueOn: addDays(named, -1),
      suspect: fitSpan(time, { from: named, to: named }, context),
    }
  }
  const alone = kind === 'by' || kind === 'on' || kind === 'around'
  return {
    ...undated(kind),
    from: alone ? null : span.from,
    to: span.to,
    dueOn: span.to,
    suspect: fitSpan(time, span, context),
  }
}

function kindFor(time: Written, span: Span | undefined, force: Force | undefined): DeadlineKind {
  if (force === 'before' || force === 'by') return force
  if (time.unit === 'day' || (span && span.from === span.to))
    return force === 'around' ? 'around' : force === 'done' ? 'by' : 'on'
  if (time.unit === 'months' || ('part' in time && time.part)) return 'range'
  return time.unit === 'half' ? 'half-year' : time.unit
}

/** A span is judged by its last day. One that covers the plan's period fits, and so does a whole year that touches it. */
function fitSpan(time: Written, span: Span, context: DeadlineContext): Suspect | null {
  const period = periodOf(context)
  if (time.unit === 'year' && span.to >= period.from && span.from <= period.to) return null
  const found = fit(dateParts(span.to), context)
  if (
    !found?.proposed ||
    time.unit === 'day' ||
    span.to !== endOfMonth(dateParts(span.to).year, dateParts(span.to).month)
  )
    return found
  const { year, month } = dateParts(found.proposed)
  return { ...found, proposed: endOfMonth(year, month) }
}

/** A time the calendar does not have. For a day there is one near it; nobody can tell what "tháng 13" should be. */
function impossible(time: Written, year: number, context: DeadlineContext): Suspect {
  const y = time.year ?? year + (time.shift ?? 0)
  const near =
    time.unit === 'day' && time.month !== undefined ? fit({ year: y, month: time.month, day: time.day }, context) : null
  return near ?? { reason: 'impossible-date', proposed: null }
}

function range({ first, last, exclusive }: Extract<Meaning, { type: 'range' }>, context: DeadlineContext): Timing {
  const [start, end] = first ? withYears(first, last, context) : [undefined, last]
  const endYear = yearFor(end, context)
  const endSpan = spanOf(end, endYear)
  const from = start ? (spanOf(start, yearFor(start, context))?.from ?? null) : (context.issuedOn ?? null)
  if (!endSpan) return { ...undated('range'), from, suspect: notBefore(from, impossible(end, endYear, context)) }
  const to = exclusive ? addDays(endSpan.from, -1) : endSpan.to
  if (start && from === null)
    return { ...undated('range'), to, dueOn: to, suspect: { reason: 'impossible-date', proposed: to } }
  return { ...undated('range'), from, to, dueOn: to, suspect: fitRange(from, to, end, context) }
}

/** A year written at one end only holds for the other; where that turns the range round, it runs over New Year. */
function withYears(first: Written, last: Written, context: DeadlineContext): [Written, Written] {
  const firstYear = first.year ?? (last.year ?? yearFor(first, context)) + (first.shift ?? 0)
  const lastYear = last.year ?? (first.year ?? yearFor(last, context)) + (last.shift ?? 0)
  const a = spanOf(first, firstYear)
  const b = spanOf(last, lastYear)
  const turned = a && b && a.from > b.to
  const one = {
    ...first,
    year: turned && first.year === undefined && last.year !== undefined ? firstYear - 1 : firstYear,
  }
  return [one, { ...last, year: turned && last.year === undefined ? lastYear + 1 : lastYear }]
}

/** No end before the start is proposed. */
const notBefore = (from: IsoDate | null, suspect: Suspect): Suspect =>
  from && suspect.proposed && suspect.proposed < from ? { ...suspect, proposed: null } : suspect

const HALF_YEAR = 184

/**
 * A range that begins in the plan's period may run over its end, for half a year at most.
 * A range that ends before it starts is suspect; another year for its end is proposed where that makes a short range of it.
 */
function fitRange(from: IsoDate | null, to: IsoDate, end: Written, context: DeadlineContext): Suspect | null {
  const period = periodOf(context)
  if (end.unit === 'year' && from && from <= period.to && to >= period.from) return null
  if (from && from <= to && isIn(from, period) && daysBetween(from, to) <= HALF_YEAR) return null
  const found = fit(dateParts(to), context)
  if (!from || from <= to) return found && notBefore(from, found)
  const { month, day } = dateParts(to)
  const years = [dateParts(from).year, dateParts(from).year + 1]
  const turned = years
    .map((year) => isoDate(year, month, day))
    .find((date) => date && date >= from && daysBetween(from, date) <= HALF_YEAR && !fit(dateParts(date), context))
  return { reason: turned ? 'implausible-year' : 'impossible-date', proposed: turned ?? null }
}

/** The year of a time written without one: that in which it falls into the plan's period and not before its issue. */
function yearFor(time: Written, context: DeadlineContext): number {
  if (time.year !== undefined) return time.year
  const period = periodOf(context)
  const [first, last] = [dateParts(period.from).year, dateParts(period.to).year]
  for (let year = first; year <= last && last > first; year++) {
    const span = spanOf(time, year)
    if (span && span.to >= (context.issuedOn ?? period.from) && span.to >= period.from && span.from <= period.to)
      return year
  }
  return context.year
}
