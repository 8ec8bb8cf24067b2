import type { IsoDate } from './dates.ts'
import { effectiveDeadline, type DueDeadline } from './due-task.ts'
import { fold } from './fold.ts'
import { isSameDate } from './plan-difference.ts'

/**
 * How far a deadline that was marked done for good is done in the plan's next version: `always`, through a day where it recurs now, or not at all
 * (undefined) where it moved to today or a day that is still ahead.
 */
export function stillDone(from: DueDeadline, to: DueDeadline, today: IsoDate): 'always' | IsoDate | undefined {
  if (isSameDate(from, to) || fold(from.wording) === fold(to.wording)) return 'always'
  if (to.rrule) return effectiveDeadline(from).dueOn ?? today
  const { dueOn } = effectiveDeadline(to)
  return dueOn !== null && dueOn >= today ? undefined : 'always'
}
