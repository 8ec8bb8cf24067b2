import { addDays, daysBetween, type IsoDate } from './dates.ts'
import type { DueEntry, DueTask } from './due.ts'
import { morningOf, type Morning, type Reminder } from './reminders.ts'

/** Everything to be said on a morning, the mornings before it on which nothing could be said included. */
export interface Catch extends Morning {
  /** Reminders of mornings that were missed, with the days left counted from today. */
  late: DueEntry[]
  /** Deadlines of which the last day went by before anybody was told. */
  missed: DueEntry[]
  /** The first morning that was missed. */
  since: IsoDate | undefined
}

/** After a longer silence than this the older mornings are not gone through any more: what is due and overdue is told all the same. */
const FURTHEST_DAYS = 60

/**
 * The morning of `on`, with what was missed on the mornings after `through`, up to the day before. What is said this morning anyway is not said
 * again as late.
 */
export function catchUp(
  on: IsoDate,
  through: IsoDate | undefined,
  tasks: DueTask[],
  rules: Parameters<typeof morningOf>[2],
): Catch {
  const today = morningOf(on, tasks, rules)
  const mornings = missedMornings(on, through).map((day) => morningOf(day, tasks, rules))
  const said = new Set(today.reminders.map(keyOf))
  const unsaid = new Map<string, DueEntry>()
  for (const reminder of mornings.flatMap(({ reminders }) => reminders))
    if (reminder.stage.kind !== 'overdue') unsaid.set(keyOf(reminder), reminder.entry)
  const entries = [...unsaid.values()].map((entry) => ({ ...entry, daysLeft: daysBetween(on, entry.dueOn) }))
  const digest = mornings.findLast((morning) => morning.digest && morning.digest.period.to >= on)?.digest
  return {
    ...today,
    digest: today.digest ?? digest,
    late: entries.filter((entry) => entry.daysLeft >= 0 && !said.has(keyOf({ entry }))),
    missed: entries.filter(({ daysLeft }) => daysLeft < 0).map((entry) => ({ ...entry, status: 'overdue' })),
    since: mornings.find(({ reminders, digest: list }) => reminders.length > 0 || list)?.on,
  }
}

function missedMornings(on: IsoDate, through: IsoDate | undefined): IsoDate[] {
  if (!through) return []
  const gap = Math.min(daysBetween(through, on) - 1, FURTHEST_DAYS)
  return Array.from({ length: Math.max(gap, 0) }, (_, index) => addDays(on, index - gap))
}

const keyOf = ({ entry }: Pick<Reminder, 'entry'>) => `${entry.deadline.id} ${entry.dueOn}`
