import { QUOTA_CATEGORIES, type QuotaCategory } from '../plan.ts'
import type { Counts } from '../rounds/counts.ts'
import type { WhyUnclear } from './reading.ts'

/** What some words say: counts by category, or why they cannot be told. */
export interface Sum {
  said: Map<QuotaCategory, number>
  /** "không có" that names no category. */
  none: boolean
  /** A person must confirm it. */
  doubt: boolean
  flaw: WhyUnclear | undefined
}

export const emptySum = (): Sum => ({ said: new Map(), none: false, doubt: false, flaw: undefined })
export const flawed = (flaw: WhyUnclear): Sum => ({ ...emptySum(), flaw })

/** Both together; `later` replaces what `first` says of a category where it corrects it. */
export function added(first: Sum, later: Sum, corrects: boolean): Sum {
  const said = new Map(first.said)
  let flaw = first.flaw ?? later.flaw
  for (const [category, count] of later.said) {
    const before = said.get(category)
    if (before !== undefined && before !== count && !corrects) flaw ??= 'conflict'
    said.set(category, count)
  }
  const none = corrects ? later.none : first.none || later.none
  if (none && corrects) said.clear()
  const doubt = first.doubt || later.doubt || (none && corrects && first.said.size > 0)
  if (none && said.size > 0) flaw ??= 'conflict'
  return { said, none, doubt, flaw }
}

/** Both say something of the same category. */
export const overlaps = (one: Sum, other: Sum) => [...one.said.keys()].some((category) => other.said.has(category))

export const countsOf = ({ said }: Sum): Counts =>
  Object.fromEntries(QUOTA_CATEGORIES.flatMap((one) => (said.has(one) ? [[one, said.get(one)!]] : [])))
