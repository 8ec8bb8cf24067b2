import { addDays, daysBetween } from './dates.ts'
import type { IsoDate } from './dates.ts'
import { effectiveDeadline, isDated, type DueDeadline, type DueTask } from './due-task.ts'
import { countedIn, eventsOf, milestonesOf, type Counted, type Milestone, type Rows, type Written } from './events.ts'
import { occurrences } from './occurrences.ts'
import type { Period } from './period.ts'
import type { DeadlineKind } from './plan.ts'

export { effectiveDeadline, type DueDeadline, type DueTask } from './due-task.ts'

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
  /** What other rows say of the same day and nobody has decided on yet. */
  doubts: Written[]
  /** Where the milestone is written, whichever of it counts. */
  milestone: Milestone
}

const SPANS: readonly DeadlineKind[] = ['range', 'month', 'quarter', 'half-year', 'year']

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

/** Dates of what is not done on which the secretariat has not decided yet. */
export function undecided(tasks: DueTask[]): Written[] {
  return eventsOf(tasks)
    .filter((rows) => !rows.some(({ doneAt }) => doneAt !== undefined))
    .flatMap(milestonesOf)
    .filter((milestone) => !milestone.some(({ deadline }) => deadline.done))
    .flatMap((milestone) => milestone.filter(({ deadline }) => effectiveDeadline(deadline).pending))
}

/** Tasks that are not done and have no date at all, nor has another row of the same event. */
export function undated(tasks: DueTask[]): DueTask[] {
  return eventsOf(tasks)
    .filter((rows) => !rows.some((row) => row.doneAt !== undefined || row.deadlines.some(isDated)))
    .map(([primary]) => primary)
    .filter((task) => task.deadlines.length === 0 || task.deadlines.some((deadline) => !deadline.done))
}

type DatesOf = (task: DueTask, deadline: DueDeadline) => IsoDate[]

function entriesOf(tasks: DueTask[], today: IsoDate, datesOf: DatesOf): DueEntry[] {
  const entries = eventsOf(tasks).flatMap((rows) =>
    milestonesOf(rows).flatMap((milestone) =>
      countedIn(milestone).flatMap((counted) =>
        datesOf(counted.task, counted.deadline).map((dueOn) => entryOf({ rows, milestone, counted, dueOn, today })),
      ),
    ),
  )
  const position = new Map(tasks.map((task, index) => [task.id, index]))
  const order = ({ milestone: [{ task }] }: DueEntry) => position.get(task.id) ?? 0
  return entries.sort((a, b) => (a.dueOn === b.dueOn ? order(a) - order(b) : a.dueOn < b.dueOn ? -1 : 1))
}

interface Dated {
  rows: Rows
  milestone: Milestone
  counted: Counted
  dueOn: IsoDate
  today: IsoDate
}

function entryOf({ rows, milestone, counted: { task, deadline, doubts }, dueOn, today }: Dated): DueEntry {
  const done =
    rows.some((row) => row.doneAt !== undefined) || milestone.some((written) => isDone(written.deadline, dueOn))
  return {
    task,
    deadline,
    dueOn,
    status: done ? 'done' : statusOf(deadline, dueOn, today),
    daysLeft: daysBetween(today, dueOn),
    sources: [task, ...rows.filter((row) => row !== task)].map((row) => row.place),
    label: deadline.label,
    doubts: done ? [] : doubts,
    milestone,
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

/** The part of from..to that the task's plan covers. */
function within(task: DueTask, from: IsoDate, to: IsoDate): [IsoDate, IsoDate] {
  const { planFrom, planTo } = task
  return [planFrom && planFrom > from ? planFrom : from, planTo && planTo < to ? planTo : to]
}
