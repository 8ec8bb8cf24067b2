import type { QuotaCategory } from '../plan.ts'
import { shareOf, sharesOf } from './percent.ts'
import type { Asked, Counts, Limits, RoundMovement, Version } from './round.ts'
import { byCategory, categoriesOf, positive } from './sums.ts'

/** Of what a unit is asked where the plan tells no category. */
const USUAL: readonly QuotaCategory[] = ['collective', 'individual']

/**
 * What a unit may nominate in a movement; undefined where there is nothing to check against. In a movement by percent it is the share of the
 * unit's base, rounded down, and undefined until the base is known.
 */
export function limitsOf(movement: RoundMovement, asked: Asked): Limits | undefined {
  if (movement.basis !== 'percent') return asked.limits
  const { base } = asked
  const shares = sharesOf(movement, asked)
  const named = categoriesOf(shares)
  if (base === undefined || named.length === 0) return undefined
  return Object.fromEntries(named.map((category) => [category, { max: shareOf(base, shares[category]!), of: null }]))
}

/** What the plan allows the whole council; undefined where it sets no total. A percentage is never one: it is taken in each unit. */
export const totalOf = ({ basis, total }: RoundMovement): Limits | undefined =>
  basis === 'percent' ? undefined : total

/** The categories that a unit is asked for: those of its own quota, else those of the movement's, else collectives and individuals. */
export function askedCategories(movement: RoundMovement, asked: Asked): QuotaCategory[] {
  if (movement.basis !== 'percent' && asked.limits) return categoriesOf(asked.limits)
  const known = categoriesOf(movement.basis === 'percent' ? sharesOf(movement, asked) : (movement.total ?? {}))
  return known.length ? known : [...USUAL]
}

/** Whether the unit's base must be known before what it says can be checked. Nothing nominated needs no base. */
export function needsBase(movement: RoundMovement, asked: Asked, counts: Counts): boolean {
  if (movement.basis !== 'percent' || asked.base !== undefined) return false
  return categoriesOf(sharesOf(movement, asked)).some((category) => counts[category] !== 0)
}

/** What exceeds the quota, categories without excess left out. A category without a quota has 0, unless there are no quotas at all. */
export function excess(counts: Counts, limits: Limits | undefined): Counts {
  if (!limits) return {}
  return positive((category) => (counts[category] ?? 0) - (limits[category]?.max ?? 0))
}

/** What a version must tell to be weighed against a quota. */
type Weighed = Pick<Version, 'act' | 'counts'>

/**
 * What exceeds the quota in the last of these versions of one unit and movement and was not decided yet. What the secretariat once accepted
 * stays accepted up to that number.
 */
export function undecided(versions: readonly Weighed[], limits: Limits | undefined): Counts {
  if (!limits) return {}
  const counts = versions.at(-1)?.counts ?? {}
  const decided = versions.findLast(({ act }) => act !== 'said')?.counts ?? {}
  return positive((category) => (counts[category] ?? 0) - Math.max(limits[category]?.max ?? 0, decided[category] ?? 0))
}

/** The quotas added up; undefined where there is none, or where one is not known yet. */
export function sumOfLimits(list: readonly (Limits | undefined)[]): Limits | undefined {
  const known = list.filter((limits) => limits !== undefined)
  if (known.length === 0) return undefined
  const sums = byCategory((category) => {
    const limits = known.flatMap((one) => one[category] ?? [])
    return limits.length ? limits.reduce((total, { max }) => total + max, 0) : undefined
  })
  return Object.fromEntries(categoriesOf(sums).map((category) => [category, { max: sums[category]!, of: null }]))
}
