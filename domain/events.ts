import type { IsoDate } from './dates.ts'
import { effectiveDeadline, isDated, type DueDeadline, type DueTask } from './due-task.ts'

/** The rows of one event, the primary first. */
export type Rows = [DueTask, ...DueTask[]]

/** A deadline in its row. */
export interface Written {
  task: DueTask
  deadline: DueDeadline
}

/** One milestone of an event: its deadline in the first row that has it, then those of other rows that repeat it. */
export type Milestone = [Written, ...Written[]]

/** A date to be shown of a milestone, with the repetitions of it on which nobody has decided yet. */
export interface Counted extends Written {
  doubts: Written[]
}

/** Rows of one event together, the primary first, in the order of the primaries. A row whose primary is not there stands for itself. */
export function eventsOf(tasks: readonly DueTask[]): Rows[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const primaryOf = (task: DueTask): DueTask => {
    const earlier = task.sameAs && task.sameAs !== task.id ? byId.get(task.sameAs) : undefined
    return earlier ? primaryOf(earlier) : task
  }
  const events = new Map<DueTask, Rows>()
  for (const task of tasks) if (primaryOf(task) === task) events.set(task, [task])
  for (const task of tasks) if (primaryOf(task) !== task) events.get(primaryOf(task))!.push(task)
  return [...events.values()]
}

/** The milestones of an event: the primary row's, then those that other rows add. */
export function milestonesOf([primary, ...others]: Rows): Milestone[] {
  const own = new Map(
    primary.deadlines.map((deadline): [DueDeadline, Milestone] => [deadline, [{ task: primary, deadline }]]),
  )
  const added: Milestone[] = []
  for (const task of others)
    for (const deadline of task.deadlines) {
      const repeated = repeatedBy(deadline, task, primary)
      if (repeated) own.get(repeated)!.push({ task, deadline })
      else added.push([{ task, deadline }])
    }
  return [...own.values(), ...added]
}

/**
 * What counts of a milestone: the first row's date; where nobody has decided on that, the first sure one that repeats it. Undecided dates stand
 * with the sure one where they are proposed for its day, and apart where not.
 */
export function countedIn(milestone: Milestone): Counted[] {
  const sure = milestone.find(({ deadline }) => isDated(deadline) && !isPending(deadline))
  if (!sure) return [{ ...milestone[0], doubts: [] }]
  const pending = milestone.filter(({ deadline }) => isPending(deadline))
  const differs = ({ deadline }: Written) => isDated(deadline) && !sameDate(deadline, sure.deadline)
  const apart = pending.filter(differs).map((one) => ({ ...one, doubts: [] }))
  return [{ ...sure, doubts: pending.filter((one) => !differs(one)) }, ...apart]
}

/**
 * The primary row's deadline that another row of the event repeats: the same day, or the same milestone on another day. Undefined where the
 * other row adds a milestone of its own.
 */
function repeatedBy(deadline: DueDeadline, row: DueTask, primary: DueTask): DueDeadline | undefined {
  const dated = primary.deadlines.filter(isDated)
  const sameDay = dated.find((other) => dayOf(deadline) !== null && dayOf(other) === dayOf(deadline))
  if (sameDay) return sameDay
  const [first] = row.deadlines.filter((one) => one.label === deadline.label && isDated(one) === isDated(deadline))
  const sameMilestone = dated.find((other) => other.label === deadline.label)
  const isTaken = row.deadlines.some((one) => sameMilestone && isDated(one) && dayOf(one) === dayOf(sameMilestone))
  return first === deadline && !isTaken ? sameMilestone : undefined
}

const dayOf = (deadline: DueDeadline): IsoDate | null => effectiveDeadline(deadline).dueOn
const isPending = (deadline: DueDeadline): boolean => effectiveDeadline(deadline).pending

/** "Before 16 June" and "on 16 June" name one day, though the last day on time is not the same. */
function sameDate(one: DueDeadline, other: DueDeadline): boolean {
  const [a, b] = [effectiveDeadline(one), effectiveDeadline(other)]
  return (a.dueOn !== null && a.dueOn === b.dueOn) || (a.to !== null && a.to === b.to)
}
