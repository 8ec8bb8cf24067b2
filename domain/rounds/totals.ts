import type { Counts, Limits, RoundMovement } from './round.ts'
import { byCategory, positive } from './sums.ts'

/** What the units together nominate beyond the council's total and beyond what is settled; nothing where there is no total. */
export function beyondTotal(granted: Counts, total: Limits | undefined, settled: Counts | undefined): Counts {
  if (!total) return {}
  return positive(
    (category) => (granted[category] ?? 0) - Math.max(total[category]?.max ?? 0, settled?.[category] ?? 0),
  )
}

interface Exceeding {
  movement: Pick<RoundMovement, 'settled'>
  granted: Counts
  beyondTotal: Counts
}

/** The sums to store as settled when the secretariat takes what exceeds a movement's total now. More than these asks again. */
export function settle({ movement, granted, beyondTotal }: Exceeding): Counts {
  return byCategory((category) => (beyondTotal[category] ? granted[category] : movement.settled?.[category]))
}
