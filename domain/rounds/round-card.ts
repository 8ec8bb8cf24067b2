import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'
import type { Round } from './round.ts'
import type { Entry, MovementStanding, Standing, UnitStanding } from './standing.ts'

/** `over`: the deadline has passed, so that only the secretariat changes numbers. */
export type Phase = 'open' | 'over' | 'closed'

export function phaseOf({ state, deadline }: Pick<Round, 'state' | 'deadline'>, now: Date): Phase {
  if (state === 'closed') return 'closed'
  return now > deadline ? 'over' : 'open'
}

/** What a unit said, movement by movement. */
export const saidEntries = ({ entries }: Pick<UnitStanding, 'entries'>): Entry[] =>
  entries.filter(({ counts }) => Object.keys(counts).length > 0)

/** How many units said nothing yet, and how many said something but not all they were asked for. */
export function silence({ units, expected, answered }: Standing): { missing: number; partly: number } {
  const missing = units.filter(({ state }) => state === 'missing').length
  return { missing, partly: expected - answered - missing }
}

/** The categories of a movement's sums: those of its quotas, those that its units are asked for, and whatever is nominated beside them. */
export function sumCategories(
  { movement, limits, granted, over }: MovementStanding,
  { units }: Standing,
): QuotaCategory[] {
  const entries = units.flatMap((unit) => unit.entries.filter((entry) => entry.movement.id === movement.id))
  return QUOTA_CATEGORIES.filter(
    (category) =>
      limits?.[category] !== undefined ||
      entries.some(({ asked }) => asked.includes(category)) ||
      (granted[category] ?? 0) + (over[category] ?? 0) > 0,
  )
}

/** Units in the order in which they keep their line where not all have room: what waits for a decision, then what was said last. */
export function byNews(units: readonly UnitStanding[]): UnitStanding[] {
  const rank = ({ state }: UnitStanding) => (state === 'over' ? 0 : 1)
  return units.toSorted((one, other) => rank(one) - rank(other) || saidAt(other) - saidAt(one))
}

const saidAt = ({ entries }: UnitStanding) => Math.max(...entries.map(({ latest }) => latest?.at.getTime() ?? 0))

/** As many of the lines, from the first on, as have room together. */
export function within<Line extends { length: number }>(lines: readonly Line[], room: number): Line[] {
  let left = room
  const end = lines.findIndex(({ length }) => (left -= length) < 0)
  return lines.slice(0, end < 0 ? lines.length : end)
}
