import { catchUp, type Catch } from './catch-up.ts'
import { addDays, type IsoDate } from './dates.ts'
import { dueIn, type DueEntry, type DueTask } from './due.ts'
import type { UnitId } from './ids.ts'
import type { Reminder } from './reminders.ts'
import { unitConcerned, type NamedUnit } from './units.ts'

/** As what a chat is reminded: a group of everything, a head of what the own units lead, the secretariat of what was missed. */
export type Audience = { kind: 'group' } | { kind: 'unit'; unitIds: UnitId[] } | { kind: 'secretariat' }

/** What a council's mornings are made of. */
export interface CouncilTasks {
  tasks: DueTask[]
  units: NamedUnit[]
  rules: Parameters<typeof catchUp>[3]
}

/**
 * What one chat hears on a morning: what was missed since the day after `through`, what is due, and the deadlines (by id) that somebody there
 * asked to be reminded of again.
 */
export function morningFor(
  as: Audience,
  { on, through, snoozed }: { on: IsoDate; through: IsoDate | undefined; snoozed: ReadonlySet<string> | undefined },
  { tasks, units, rules }: CouncilTasks,
): Catch {
  const its = tasksFor(as, tasks, units)
  return withSnoozed(catchUp(on, through, its, rules), its, snoozed)
}

function tasksFor(as: Audience, tasks: DueTask[], units: NamedUnit[]): DueTask[] {
  if (as.kind !== 'unit') return tasks
  const own = units.filter(({ id }) => as.unitIds.some((unitId) => (unitId as string) === id))
  return tasks.filter(({ lead }) => lead && own.some((unit) => unitConcerned(unit, lead, null) === 'lead'))
}

/** Deadlines asked for again stand among the others by their days; they stay out where they are named anyway or done by now. */
function withSnoozed(morning: Catch, tasks: DueTask[], deadlines: ReadonlySet<string> | undefined): Catch {
  if (!deadlines) return morning
  const said = new Set(
    [...morning.reminders.map(({ entry }) => entry), ...morning.late].map(({ deadline }) => deadline.id),
  )
  const around = { kind: 'range' as const, from: addDays(morning.on, -60), to: addDays(morning.on, 60) }
  const again = dueIn(tasks, around, morning.on)
    .filter(({ status }) => status !== 'done' && status !== 'suspect')
    // The date that counts may be another row's since.
    .filter(
      ({ deadline, milestone }) => !said.has(deadline.id) && milestone.some((one) => deadlines.has(one.deadline.id)),
    )
    .filter((entry, _, all) => all.every((other) => !isNearer(other, entry)))
    .map((entry): Reminder => ({ entry, stage: stageOf(entry), planned: morning.on }))
  const byDay = [...morning.reminders, ...again].sort((one, other) => compareDays(one.entry.dueOn, other.entry.dueOn))
  return { ...morning, reminders: byDay }
}

const compareDays = (one: IsoDate, other: IsoDate): number => (one < other ? -1 : one > other ? 1 : 0)

/** Of a deadline that comes back only the occurrence nearest to the day was named. */
const isNearer = (other: DueEntry, entry: DueEntry): boolean =>
  other.deadline.id === entry.deadline.id && Math.abs(other.daysLeft) < Math.abs(entry.daysLeft)

function stageOf({ daysLeft }: DueEntry): Reminder['stage'] {
  return daysLeft < 0 ? { kind: 'overdue', days: -daysLeft } : { kind: 'before', days: daysLeft }
}
