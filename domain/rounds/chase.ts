import { addDays, type IsoDate } from '../dates.ts'
import type { WorkingDays } from '../working-days.ts'
import type { Entry, Standing } from './standing.ts'
import type { RoundUnit } from './round.ts'

/** Days before the deadline's day on which the missing are chased. */
const POINTS = [3, 1, 0]

/**
 * Whether the missing are chased on `today` by themselves. A point on a day off moves to the working day before it and falls away where that is
 * no later than the opening; each is used once, and one that was missed is made up for on the next working day, up to the deadline's day.
 * All dates are council-local; `chasedOn` is the last day on which they were chased.
 */
export function chaseDay(
  deadline: IsoDate,
  openedOn: IsoDate,
  chasedOn: IsoDate | undefined,
  today: IsoDate,
  days: WorkingDays,
): boolean {
  if (today > deadline || !days.isWorking(today)) return false
  const point = POINTS.map((before) => days.onOrBefore(addDays(deadline, -before)))
    .filter((day) => day > openedOn && day <= today)
    .at(-1)
  return point !== undefined && (chasedOn === undefined || chasedOn < point)
}

/** A unit to chase, with what it has not answered, or not wholly. */
export interface Chased {
  unit: RoundUnit
  entries: Entry[]
}

/** The units to chase. What waits for the secretariat's decision is not chased. */
export function chase({ units }: Standing): Chased[] {
  return units
    .map(({ unit, entries }) => ({
      unit,
      entries: entries.filter(({ state }) => state === 'missing' || state === 'partly'),
    }))
    .filter(({ entries }) => entries.length > 0)
}
