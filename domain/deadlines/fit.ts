import { addDays, dateParts, daysBetween, endOfMonth, isoDate, type IsoDate } from '../dates.ts'
import type { Suspect, SuspectReason } from '../plan.ts'

/** What is known of the plan that a wording stands in. Dates are council-local. */
export interface DeadlineContext {
  /** The plan's year. */
  year: number
  /** Where the section says "Quý II". */
  quarter?: 1 | 2 | 3 | 4
  /** The plan's issue date. */
  issuedOn?: IsoDate
  /** The plan's period; the plan's year where it is not given. */
  from?: IsoDate
  to?: IsoDate
  /** The date of the same event in another appendix. */
  sameEvent?: IsoDate
}

/** A day as it is written, be it a date of the calendar or not. */
export interface WrittenDay {
  year: number
  month: number
  day: number
}

const QUARTER_DAYS = 92
/** Plans are signed some days after the work began: dates of their period that lie so shortly before are no misprint. */
const LATE_SIGNATURE_DAYS = 31
const PLAUSIBLE_YEARS = 10

/** First and last day of the plan's period. */
export const periodOf = ({ year, from, to }: DeadlineContext): { from: IsoDate; to: IsoDate } => ({
  from: from ?? isoDate(year, 1, 1)!,
  to: to ?? isoDate(year, 12, 31)!,
})

/**
 * Can this date be meant (domain.md 2)? Null where it can, else why not and the nearest date that fits: the same day and month in
 * another year, or for a day the month does not have, its last. A date named by another appendix for the same event goes first.
 */
export function fit(written: WrittenDay, context: DeadlineContext): Suspect | null {
  const date = isoDate(written.year, written.month, written.day)
  const reason = date ? whyNot(date, context) : 'impossible-date'
  if (!reason) return null
  const fitting = candidates(written, context)
  const near = Math.abs(written.year - context.year) > PLAUSIBLE_YEARS ? { ...written, year: context.year } : written
  const goal = nearestReal(near)
  const proposed = fitting.find((day) => day === context.sameEvent) ?? (goal && nearest(goal, fitting)) ?? null
  if (reason === 'outside-section' && !proposed) return null
  return { reason, proposed }
}

function whyNot(date: IsoDate, context: DeadlineContext): SuspectReason | undefined {
  const { year } = dateParts(date)
  if (Math.abs(year - context.year) > PLAUSIBLE_YEARS && !isIn(date, periodOf(context))) return 'implausible-year'
  if (context.issuedOn && date < context.issuedOn && !isLateSignature(date, context)) return 'before-issue'
  if (!isNearPeriod(date, context)) return 'outside-period'
  return isInSection(date, context) ? undefined : 'outside-section'
}

/** Is the date in the period, its first and last day included? */
export const isIn = (date: IsoDate, { from, to }: { from: IsoDate; to: IsoDate }) => date >= from && date <= to

function isLateSignature(date: IsoDate, context: DeadlineContext): boolean {
  return isIn(date, periodOf(context)) && daysBetween(date, context.issuedOn!) <= LATE_SIGNATURE_DAYS
}

function isNearPeriod(date: IsoDate, context: DeadlineContext): boolean {
  const { from, to } = periodOf(context)
  return isIn(date, { from: addDays(from, -QUARTER_DAYS), to: addDays(to, QUARTER_DAYS) })
}

/** Only a date of the section's own quarter can be in the wrong year of it: one of another quarter is a preparation or a follow-up. */
function isInSection(date: IsoDate, context: DeadlineContext): boolean {
  const quarter = Math.ceil(dateParts(date).month / 3)
  return context.quarter === undefined || quarter !== context.quarter || isIn(date, wholeYears(context))
}

function wholeYears(context: DeadlineContext): { from: IsoDate; to: IsoDate } {
  const { from, to } = periodOf(context)
  return { from: isoDate(dateParts(from).year, 1, 1)!, to: isoDate(dateParts(to).year, 12, 31)! }
}

/** The same day and month in every year about the plan, where it fits. A date in the plan's period is not moved out of it. */
function candidates(written: WrittenDay, context: DeadlineContext): IsoDate[] {
  const period = periodOf(context)
  const date = isoDate(written.year, written.month, written.day)
  const strict = date !== undefined && isIn(date, period)
  const days: IsoDate[] = []
  for (let year = dateParts(period.from).year - 1; year <= dateParts(period.to).year + 1; year++) {
    const day = nearestReal({ ...written, year })
    if (day && day !== date && !whyNot(day, context) && (!strict || isIn(day, period))) days.push(day)
  }
  return days
}

/** The date itself, or the last day of its month, or where day and month stand the wrong way round, the date turned. */
function nearestReal({ year, month, day }: WrittenDay): IsoDate | undefined {
  if (year < 1 || year > 9999) return undefined
  if (month > 12 && day <= 12) return isoDate(year, day, month)
  if (month < 1 || month > 12) return undefined
  return isoDate(year, month, Math.max(1, day)) ?? endOfMonth(year, month)
}

function nearest(goal: IsoDate, days: IsoDate[]): IsoDate | undefined {
  return days.toSorted((a, b) => Math.abs(daysBetween(goal, a)) - Math.abs(daysBetween(goal, b)))[0]
}
