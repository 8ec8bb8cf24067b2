import { addDays, dateParts, isoDate } from './dates.ts'
import type { IsoDate } from './dates.ts'
import type { TaskId } from './ids.ts'
import { namesDays } from './occurrences.ts'
import type { Deadline } from './plan.ts'
import type { TaskReminders } from './reminder-settings.ts'

export interface DueDeadline extends Deadline {
  id: string
  /** A recurring deadline that is done is done for good; `doneThrough` is the last occurrence that was marked. */
  done: boolean
  doneThrough?: IsoDate
  /** What a person of the secretariat chose for a suspect date; null until then. */
  decidedOn: IsoDate | null
}

/** A task of an approved plan with all that a list of deadlines shows. */
export interface DueTask {
  id: TaskId
  appendix: string | null
  section: string | null
  no: string | null
  title: string
  lead: string | null
  support: string | null
  /** Where it stands in the plan: "PL1 mục 7". */
  place: string
  /** The same for machines: "PL1/7". */
  ref: string
  planNumber: string | null
  /** What the plan covers: recurring deadlines fall due within it. */
  planFrom?: IsoDate | null
  planTo?: IsoDate | null
  /** The instant at which the whole task was marked done. */
  doneAt?: string
  /** The same event in an earlier appendix: this row is shown with that one. */
  sameAs?: TaskId
  /** Offsets of its own, where the secretariat set some. */
  reminders?: TaskReminders
  deadlines: DueDeadline[]
}

/** The dates that count: a decided date in place of the written one, or the proposed one, `pending` until somebody decides. */
export interface EffectiveDeadline {
  from: IsoDate | null
  to: IsoDate | null
  dueOn: IsoDate | null
  pending: boolean
}

/** The dates of a deadline after the secretariat's decision; undecided, those of the proposed date, as `pending`. */
export function effectiveDeadline(deadline: DueDeadline): EffectiveDeadline {
  const { kind, from, to, dueOn, suspect, decidedOn } = deadline
  const pending = suspect !== null && decidedOn === null
  const chosen = decidedOn ?? suspect?.proposed
  if (!chosen) return { from, to, dueOn, pending }
  return {
    from: from && to ? movedWith(from, to, chosen) : from,
    to: chosen,
    dueOn: kind === 'before' ? addDays(chosen, -1) : chosen,
    pending,
  }
}

/** The start of a span whose end moved: by the same years, or not at all where that still makes a span. */
function movedWith(from: IsoDate, to: IsoDate, chosen: IsoDate): IsoDate | null {
  const start = dateParts(from)
  const moved = isoDate(start.year + dateParts(chosen).year - dateParts(to).year, start.month, start.day)
  if (moved && moved <= chosen) return moved
  return from <= chosen ? from : null
}

/** Whether a deadline has days: a date, or a rule that names some. */
export function isDated(deadline: DueDeadline): boolean {
  return deadline.rrule ? namesDays(deadline.rrule) : effectiveDeadline(deadline).dueOn !== null
}
