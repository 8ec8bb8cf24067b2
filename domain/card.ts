import type { IsoDate } from './dates.ts'
import { dueIn, overdue, undated, type DueEntry, type DueTask } from './due.ts'
import { periodOf, type Period } from './period.ts'

/** What is left of a quarter on a day. */
export interface QuarterCard {
  period: Period
  on: IsoDate
  /** Deadlines that fall into the quarter, and how many of them are done. */
  total: number
  done: number
  /** Of those, not done and not over yet, the nearest first. */
  left: DueEntry[]
  /** Not done though their day has passed, of earlier quarters too, the latest first. */
  overdue: DueEntry[]
  /** Dates of the quarter that the secretariat has not decided on. */
  undecided: number
  /** Tasks of which no day is known. */
  undated: number
}

/** The card of the quarter in which `on` lies. */
export function quarterCard(on: IsoDate, tasks: DueTask[]): QuarterCard {
  const period = periodOf('quarter', on)
  const entries = dueIn(tasks, period, on)
  const late = overdue(tasks, on).reverse()
  const counted = new Set(late.map(({ deadline, dueOn }) => deadline.id + dueOn))
  const count = (status: DueEntry['status']) => entries.filter((entry) => entry.status === status).length
  return {
    period,
    on,
    // An occurrence that was missed before the last one has given way to it.
    total: entries.filter(({ status, deadline, dueOn }) => status !== 'overdue' || counted.has(deadline.id + dueOn))
      .length,
    done: count('done'),
    left: entries.filter(({ status }) => status === 'open' || status === 'ongoing'),
    overdue: late,
    undecided: count('suspect') + entries.flatMap(({ doubts }) => doubts).length,
    undated: undated(tasks).length,
  }
}
