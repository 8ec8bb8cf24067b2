import { addDays, daysBetween, type IsoDate } from './dates.ts'
import { dueIn, effectiveDeadline, type DueEntry, type DueTask } from './due.ts'
import { periodOf, type Period } from './period.ts'
import type { ReminderSettings } from './reminder-settings.ts'
import type { WorkingDays } from './working-days.ts'

/** Why a deadline is named this morning. */
export type Stage =
  { kind: 'before'; days: number } | { kind: 'start' } | { kind: 'middle' } | { kind: 'overdue'; days: number }

/** A deadline to be named on a morning. `entry` counts its days from that morning. */
export interface Reminder {
  entry: DueEntry
  stage: Stage
  /** The day for which the offsets ask; where that is a day off, another than the morning's. */
  planned: IsoDate
}

/** What a group is told on one morning: the reminders, and the list of a period that begins. */
export interface Morning {
  on: IsoDate
  reminders: Reminder[]
  digest: { period: Period; entries: DueEntry[] } | undefined
}

interface Rules {
  settings: ReminderSettings
  days: WorkingDays
}

/**
 * What is to be said on a morning about these tasks; nothing on a day off. A reminder whose day is a day off moves to the working day before it,
 * an overdue notice to the one after it, since before it would not be true. Whatever falls on one morning for one deadline is said once.
 * Undated deadlines and dates that nobody has decided on are never named.
 */
export function morningOf(on: IsoDate, tasks: DueTask[], { settings, days }: Rules): Morning {
  if (!days.isWorking(on)) return { on, reminders: [], digest: undefined }
  return { on, reminders: remindersOn(on, tasks, { settings, days }), digest: digestOn(on, tasks, { settings, days }) }
}

/** A council is told of a task that far ahead at most, however many days off lie between. */
const FURTHEST_DAYS = 400

function remindersOn(on: IsoDate, tasks: DueTask[], rules: Rules): Reminder[] {
  const around: Period = { kind: 'range', from: addDays(on, -FURTHEST_DAYS), to: addDays(on, FURTHEST_DAYS) }
  const open = openIn(tasks, around, on)
  return lastOfRecurring(open, on).flatMap((entry) => {
    const named = stageOn(on, entry, rules)
    return named ? [{ entry, ...named }] : []
  })
}

/** What is not done, without dates that nobody has decided on. */
function openIn(tasks: DueTask[], period: Period, on: IsoDate): DueEntry[] {
  return dueIn(tasks, period, on).filter(({ status }) => status !== 'done' && status !== 'suspect')
}

/** Of a recurring deadline that was missed again and again only the last miss is news. */
function lastOfRecurring(entries: DueEntry[], on: IsoDate): DueEntry[] {
  const last = new Map<string, IsoDate>()
  for (const { deadline, dueOn } of entries) if (dueOn < on) last.set(deadline.id, dueOn)
  return entries.filter(({ deadline, dueOn }) => dueOn >= on || !deadline.rrule || last.get(deadline.id) === dueOn)
}

type Named = Omit<Reminder, 'entry'>

function stageOn(on: IsoDate, entry: DueEntry, rules: Rules): Named | undefined {
  const { dueOn, task } = entry
  if (dueOn < on) return overdueStage(on, entry, rules)
  const { settings, days } = rules
  const ahead = offsetsOf(entry, task.reminders?.before ?? settings.before).map((offset) => addDays(dueOn, -offset))
  const planned = plannedFor(on, ahead, (day) => days.onOrBefore(day))
  if (planned) return { stage: { kind: 'before', days: daysBetween(on, dueOn) }, planned }
  return spanStage(on, entry, days)
}

/** Of these days the one that falls on a morning, itself or moved there. */
function plannedFor(on: IsoDate, planned: IsoDate[], move: (date: IsoDate) => IsoDate): IsoDate | undefined {
  return planned.includes(on) ? on : planned.find((day) => move(day) === on)
}

/** Looking ahead further than half the time between two occurrences would announce the next while this one is open. */
const RECURRING_AHEAD: Record<string, number> = { WEEKLY: 1, MONTHLY: 7, DAILY: 0 }

function offsetsOf({ deadline }: DueEntry, offsets: readonly number[]): number[] {
  const frequency = /FREQ=([A-Z]+)/.exec(deadline.rrule ?? '')?.[1]
  const most = frequency ? (RECURRING_AHEAD[frequency] ?? Infinity) : Infinity
  return offsets.filter((offset) => offset <= most)
}

/** The first day of a span and its middle; its end is reminded of as any deadline is. */
function spanStage(on: IsoDate, { deadline }: DueEntry, days: WorkingDays): Named | undefined {
  const { from, to } = effectiveDeadline(deadline)
  if (!from || !to || from === to) return undefined
  const length = daysBetween(from, to)
  if (days.onOrAfter(from) === on) return { stage: { kind: 'start' }, planned: from }
  const middle = addDays(from, Math.floor(length / 2))
  // A span of a few days needs no middle.
  if (length >= 20 && days.onOrBefore(middle) === on) return { stage: { kind: 'middle' }, planned: middle }
  return undefined
}

function overdueStage(on: IsoDate, { dueOn, deadline, task }: DueEntry, { settings, days }: Rules): Named | undefined {
  const late = daysBetween(dueOn, on)
  const after = task.reminders?.after ?? settings.after
  const told = after.filter((offset) => offset > 0)
  const last = Math.max(0, ...told)
  // A missed occurrence of a recurring task gives way to the next one.
  if (settings.weeklyAfter && !deadline.rrule) for (let next = last + 7; next <= late; next += 7) told.push(next)
  const planned = plannedFor(
    on,
    told.map((offset) => addDays(dueOn, offset)),
    (day) => days.onOrAfter(day),
  )
  return planned ? { stage: { kind: 'overdue', days: late }, planned } : undefined
}

/** The first working day of a quarter, of a month, and Monday; of two on one morning the longer period. */
function digestOn(on: IsoDate, tasks: DueTask[], { settings, days }: Rules): Morning['digest'] {
  for (const kind of ['quarter', 'month', 'week'] as const) {
    const period = periodOf(kind, on)
    if (!settings.digests[kind] || days.onOrAfter(period.from) !== on) continue
    const entries = openIn(tasks, period, on)
    return entries.length > 0 ? { period, entries } : undefined
  }
  return undefined
}
