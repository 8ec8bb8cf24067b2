import { addDays, daysBetween, endOfMonth, weekday, type IsoDate } from '#domain/dates.ts'
import type { DueDeadline, DueTask } from '#domain/due.ts'
import type { Span } from './year.ts'

/** The weekdays off of 2025 and the working Saturday, from the government's announcement, written down by hand. */
const OFF = ['01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02', '09-01', '09-02']
const WORKED = ['2025-04-26']

/** Whether a day of December 2024, of 2025 or of the first week of 2026 was worked in Viet Nam. */
export function isWorked(day: IsoDate): boolean {
  if (WORKED.includes(day)) return true
  return weekday(day) <= 5 && !day.endsWith('-01-01') && !(day.startsWith('2025') && OFF.includes(day.slice(5)))
}

/**
 * What a plan's own dates ask for under the default settings with nothing done or decided, as "date kind ref", each once; told in loops, day by
 * day, without the product's rules. A date that cannot be right tells nothing. A row that repeats an earlier one tells nothing either, unless that
 * one has no sure date to tell.
 */
export function expectedYear(tasks: DueTask[], span: Span): Set<string> {
  const told = new Set<string>()
  const tell = (day: IsoDate, kind: string, task: DueTask) => {
    if (day >= span.from && day <= span.to) told.add(`${day} ${kind} ${task.ref}`)
  }
  for (const task of tasks) {
    if (!isPlain(task, tasks) || earlierRow(task, tasks)?.deadlines.some(isSure)) continue
    for (const { rrule, dueOn, from, to } of task.deadlines.filter(isSure)) {
      if (rrule) for (const day of monthly(rrule, task)) tellOne(day, true, task, tell, span.to)
      else if (dueOn) tellOne(dueOn, false, task, tell, span.to)
      if (!rrule && dueOn && from && to && from !== to) tellSpan(from, to, task, tell)
    }
  }
  return told
}

/** Rows whose expectation the loops above tell: not those that recur in other ways, nor those of which each milestone may repeat another. */
export function isPlain(task: DueTask, tasks: DueTask[]): boolean {
  const earlier = earlierRow(task, tasks)
  return (
    task.deadlines.every(({ rrule }) => !rrule || /^FREQ=MONTHLY/.test(rrule)) &&
    (!earlier || (task.deadlines.length === 1 && earlier.deadlines.length === 1))
  )
}

const earlierRow = ({ sameAs }: DueTask, tasks: DueTask[]) => tasks.find(({ id }) => id === sameAs)

const isSure = ({ suspect, dueOn, rrule }: DueDeadline) =>
  !suspect && (dueOn !== null || /BYMONTHDAY/.test(rrule ?? ''))

type Tell = (day: IsoDate, kind: string, task: DueTask) => void

function tellOne(dueOn: IsoDate, recurring: boolean, task: DueTask, tell: Tell, end: IsoDate) {
  for (const offset of recurring ? [7, 3, 1, 0] : [30, 14, 7, 3, 1, 0])
    tell(earlier(addDays(dueOn, -offset)), 'reminder', task)
  const last = recurring ? 7 : daysBetween(dueOn, end)
  for (const offset of [1, 3, ...weeks(last)]) tell(later(addDays(dueOn, offset)), 'overdue', task)
}

function tellSpan(from: IsoDate, to: IsoDate, task: DueTask, tell: Tell) {
  const length = daysBetween(from, to)
  tell(later(from), 'reminder', task)
  if (length >= 20) tell(earlier(addDays(from, Math.floor(length / 2))), 'reminder', task)
}

const weeks = (days: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor(days / 7)) }, (_, n) => 7 * (n + 1))

/** "FREQ=MONTHLY;BYMONTHDAY=25" in every month that the plan covers. */
function monthly(rrule: string, { planFrom, planTo }: DueTask): IsoDate[] {
  const day = Number(/BYMONTHDAY=(\d+)/.exec(rrule)?.[1])
  if (!day) return []
  const months = Array.from({ length: 24 }, (_, n) => endOfMonth(2024 + Math.floor(n / 12), (n % 12) + 1))
  const days = months.map((end): IsoDate => `${end.slice(0, 8)}${String(day).padStart(2, '0')}` as IsoDate)
  return days.filter((date) => (!planFrom || date >= planFrom) && (!planTo || date <= planTo))
}

function earlier(day: IsoDate): IsoDate {
  return isWorked(day) ? day : earlier(addDays(day, -1))
}

function later(day: IsoDate): IsoDate {
  return isWorked(day) ? day : later(addDays(day, 1))
}
