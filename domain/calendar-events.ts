import { calendarRule } from './calendar-rule.ts'
import type { IsoDate } from './dates.ts'
import { dueIn, effectiveDeadline, undated, type DueDeadline, type DueEntry, type DueTask } from './due.ts'
import type { Period } from './period.ts'

/**
 * A plan as calendars see it. `former`: the tasks of its earlier versions, the oldest first, which may still stand in people's calendars. `names`:
 * by the id of a deadline the name that it keeps in all versions.
 */
export interface CalendarPlan {
  planId: string
  names: ReadonlyMap<string, string>
  /** The year in which recurring deadlines fall where the plan does not say what it covers. */
  year: number
  tasks: DueTask[]
  former: DueTask[][]
}

/** A deadline in a calendar: all-day, both days included; with a rule, repeated by it (RFC 5545). */
export interface CalendarEvent {
  /** Names the milestone in every version of the plan. */
  key: string
  /** Done, or no longer in the plan. */
  cancelled: boolean
  task: DueTask
  deadline: DueDeadline
  /** Places of the task and of the rows that name the same event. */
  sources: string[]
  from: IsoDate
  to: IsoDate
  rrule: string | undefined
  /** How many days before the last one an alarm rings. */
  alarms: number[]
}

export interface CalendarContent {
  events: CalendarEvent[]
  /** Deadlines left out because nobody has decided on their date yet. */
  suspects: number
  /** Tasks left out because they have no date. */
  undated: number
}

const EVER: Period = { kind: 'range', from: '1900-01-01', to: '2999-12-31' }
const ALARMS = [7, 1]
/** A week ahead of what comes every week would ring while the one before is open. */
const WEEKLY_ALARMS = [1]

/**
 * What calendars show of these plans. A milestone that an earlier version had and the present one has not, or that is done, is there as
 * cancelled, so that it goes from calendars that took it in before. Dates that nobody has decided on, and undated tasks, are counted only.
 */
export function calendarEvents(plans: readonly CalendarPlan[]): CalendarContent {
  const shown = plans.flatMap((plan) => byDeadline(plan, plan.tasks))
  return {
    events: plans.flatMap(planEvents),
    suspects: shown.filter(([{ status }]) => status === 'suspect').length,
    undated: plans.flatMap(({ tasks }) => undated(tasks)).length,
  }
}

function planEvents(plan: CalendarPlan): CalendarEvent[] {
  const found = new Map(eventsOf(plan, plan.tasks).map((event) => [event.key, event]))
  // What is gone goes as it stood last.
  for (const event of plan.former.toReversed().flatMap((tasks) => eventsOf(plan, tasks)))
    if (!found.has(event.key)) found.set(event.key, { ...event, cancelled: true })
  return [...found.values()]
}

/** The days of one deadline, in order. */
type Days = [DueEntry, ...DueEntry[]]

function eventsOf(plan: CalendarPlan, tasks: DueTask[]): CalendarEvent[] {
  return byDeadline(plan, tasks).flatMap((days) => {
    if (effectiveDeadline(days[0].deadline).pending) return []
    // What is left of a recurring deadline; where nothing is, all of it goes.
    const [first, ...others] = days.filter(({ status }) => status !== 'done')
    return first ? eventOf(plan, [first, ...others], false) : eventOf(plan, days, true)
  })
}

function byDeadline({ year }: CalendarPlan, tasks: DueTask[]): Days[] {
  const bounded = tasks.map((task) => ({
    ...task,
    planFrom: task.planFrom ?? (`${year}-01-01` as const),
    planTo: task.planTo ?? (`${year}-12-31` as const),
  }))
  const found = new Map<string, Days>()
  for (const entry of dueIn(bounded, EVER, EVER.from)) {
    const days = found.get(entry.deadline.id)
    if (days) days.push(entry)
    else found.set(entry.deadline.id, [entry])
  }
  return [...found.values()]
}

function eventOf({ planId, names }: CalendarPlan, days: Days, cancelled: boolean): CalendarEvent[] {
  const [{ task, deadline, sources, dueOn, milestone: written }] = days
  const { id } = written[0].deadline
  const key = `${planId}\n${names.get(id) ?? id}`
  const event = { key, cancelled, task, deadline, sources, from: dueOn, to: dueOn, rrule: undefined, alarms: ALARMS }
  if (!deadline.rrule) return [{ ...event, from: startOf(deadline, dueOn) }]
  const alarms = deadline.rrule.includes('FREQ=WEEKLY') ? WEEKLY_ALARMS : ALARMS
  const last = days.at(-1)!.dueOn
  if (last === dueOn) return [{ ...event, alarms }]
  const rrule = calendarRule(deadline.rrule, last)
  if (rrule) return [{ ...event, rrule, alarms }]
  return days.map((day) => ({ ...event, key: `${key}\n${day.dueOn}`, from: day.dueOn, to: day.dueOn, alarms }))
}

/** A span shows on all its days, anything else on its last day on time. */
function startOf(deadline: DueDeadline, dueOn: IsoDate): IsoDate {
  const { from } = effectiveDeadline(deadline)
  return from && from < dueOn ? from : dueOn
}
