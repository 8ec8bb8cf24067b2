import { addDays, dateParts, daysBetween, isoDate } from './dates.ts'
import type { IsoDate } from './dates.ts'
import type { TaskId } from './ids.ts'
import { occurrences } from './occurrences.ts'
import type { Period } from './period.ts'
import type { Deadline, DeadlineKind } from './plan.ts'
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

export type DueStatus = 'done' | 'overdue' | 'ongoing' | 'open' | 'suspect'

export interface DueEntry {
  task: DueTask
  deadline: DueDeadline
  /** The last day still on time; of a suspect deadline the one that its proposed date gives. */
  dueOn: IsoDate
  status: DueStatus
  /** Days until `dueOn`; negative when it has passed. */
  daysLeft: number
  /** Places of the task and of the rows that name the same event. */
  sources: string[]
  label: string | null
}

/** The dates that count: a decided date in place of the written one, or the proposed one, `pending` until somebody decides. */
export interface EffectiveDeadline {
  from: IsoDate | null
  to: IsoDate | null
  dueOn: IsoDate | null
  pending: boolean
}

const SPANS: readonly DeadlineKind[] = ['range', 'month', 'quarter', 'half-year', 'year']

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

/**
 * What is due in a period, by date and then in the order of `tasks`: deadlines whose `dueOn` is in it, spans that overlap it and
 * occurrences of recurring ones (within what the plan covers). Each deadline counts on its own; an event that stands in two appendices
 * is shown once, under its primary row.
 */
export function dueIn(tasks: DueTask[], period: Period, today: IsoDate): DueEntry[] {
  return entriesOf(tasks, today, (task, deadline) => {
    if (deadline.rrule) return occurrences(deadline.rrule, ...within(task, period.from, period.to))
    const { from, to, dueOn } = effectiveDeadline(deadline)
    const overlaps = SPANS.includes(deadline.kind) && from && to && from <= period.to && to >= period.from
    return dueOn && (overlaps || (dueOn >= period.from && dueOn <= period.to)) ? [dueOn] : []
  })
}

/** What was due before today and is not done; of a recurring deadline only the last occurrence. Never an undecided suspect date. */
export function overdue(tasks: DueTask[], today: IsoDate): DueEntry[] {
  const yesterday = addDays(today, -1)
  const found = entriesOf(tasks, today, (task, deadline) => {
    if (deadline.rrule) return occurrences(deadline.rrule, ...within(task, addDays(today, -366), yesterday)).slice(-1)
    const { dueOn } = effectiveDeadline(deadline)
    return dueOn ? [dueOn] : []
  })
  return found.filter((entry) => entry.status === 'overdue')
}

/** Tasks that are not done and have no date at all, nor has another row of the same event. */
export function undated(tasks: DueTask[]): DueTask[] {
  return eventsOf(tasks)
    .filter((rows) => !rows.some((row) => row.doneAt !== undefined || row.deadlines.some(isDated)))
    .map(([primary]) => primary)
    .filter((task) => task.deadlines.length === 0 || task.deadlines.some((deadline) => !deadline.done))
}

/** The rows of one event, the primary first. */
type Rows = [DueTask, ...DueTask[]]
type DatesOf = (task: DueTask, deadline: DueDeadline) => IsoDate[]

function entriesOf(tasks: DueTask[], today: IsoDate, datesOf: DatesOf): DueEntry[] {
  const entries = eventsOf(tasks).flatMap((rows) => {
    const [primary, ...others] = rows
    const own = primary.deadlines.map((deadline) => ({ task: primary, deadline }))
    const extra = others.flatMap((task) =>
      task.deadlines.filter((deadline) => !twinOf(deadline, task, primary)).map((deadline) => ({ task, deadline })),
    )
    return [...own, ...extra].flatMap(({ task, deadline }) =>
      datesOf(task, deadline).map((dueOn) => entryOf(rows, task, deadline, dueOn, today)),
    )
  })
  const position = new Map(tasks.map((task, index) => [task.id, index]))
  const order = (entry: DueEntry) => position.get(entry.task.id) ?? 0
  return entries.sort((a, b) => (a.dueOn === b.dueOn ? order(a) - order(b) : a.dueOn < b.dueOn ? -1 : 1))
}

function entryOf(rows: Rows, task: DueTask, deadline: DueDeadline, dueOn: IsoDate, today: IsoDate): DueEntry {
  const [primary, ...others] = rows
  const twins = others.flatMap((row) =>
    row.deadlines.filter((other) => task === primary && twinOf(other, row, primary) === deadline),
  )
  const done = rows.some((row) => row.doneAt !== undefined) || [deadline, ...twins].some((one) => isDone(one, dueOn))
  return {
    task,
    deadline,
    dueOn,
    status: done ? 'done' : statusOf(deadline, dueOn, today),
    daysLeft: daysBetween(today, dueOn),
    sources: [task, ...rows.filter((row) => row !== task)].map((row) => row.place),
    label: deadline.label,
  }
}

function statusOf(deadline: DueDeadline, dueOn: IsoDate, today: IsoDate): DueStatus {
  const { from, pending } = effectiveDeadline(deadline)
  if (pending) return 'suspect'
  if (dueOn < today) return 'overdue'
  return SPANS.includes(deadline.kind) && from && from <= today ? 'ongoing' : 'open'
}

const isDone = (deadline: DueDeadline, dueOn: IsoDate): boolean =>
  deadline.done || (deadline.doneThrough !== undefined && dueOn <= deadline.doneThrough)

/** Rows of one event together, the primary first, in the order of the primaries. A row whose primary is not there stands for itself. */
function eventsOf(tasks: DueTask[]): Rows[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const primaryOf = (task: DueTask): DueTask => {
    const earlier = task.sameAs && task.sameAs !== task.id ? byId.get(task.sameAs) : undefined
    return earlier ? primaryOf(earlier) : task
  }
  const primaries = tasks.filter((task) => primaryOf(task) === task)
  return primaries.map((primary) => [
    primary,
    ...tasks.filter((task) => task !== primary && primaryOf(task) === primary),
  ])
}

/**
 * The primary row's deadline that another row of the event repeats: the same day, or the same milestone on another day (the primary row
 * counts then). Undefined where the other row adds a milestone of its own.
 */
function twinOf(deadline: DueDeadline, row: DueTask, primary: DueTask): DueDeadline | undefined {
  const dayOf = (one: DueDeadline) => effectiveDeadline(one).dueOn
  const dated = primary.deadlines.filter(isDated)
  const sameDay = dated.find((other) => dayOf(deadline) !== null && dayOf(other) === dayOf(deadline))
  if (sameDay) return sameDay
  const [first] = row.deadlines.filter((one) => one.label === deadline.label && isDated(one) === isDated(deadline))
  const sameMilestone = dated.find((other) => other.label === deadline.label)
  const isTaken = row.deadlines.some((one) => sameMilestone && isDated(one) && dayOf(one) === dayOf(sameMilestone))
  return first === deadline && !isTaken ? sameMilestone : undefined
}

function isDated(deadline: DueDeadline): boolean {
  if (deadline.rrule) return occurrences(deadline.rrule, '2025-01-01', '2025-12-31').length > 0
  return effectiveDeadline(deadline).dueOn !== null
}

/** The part of from..to that the task's plan covers. */
function within(task: DueTask, from: IsoDate, to: IsoDate): [IsoDate, IsoDate] {
  const { planFrom, planTo } = task
  return [planFrom && planFrom > from ? planFrom : from, planTo && planTo < to ? planTo : to]
}
