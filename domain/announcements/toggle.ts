import type { ChatId, RoundId, UnitId } from '../ids.ts'
import type { Audience } from './announcement.ts'

/** What one press changes about the audience of an announcement. */
export type Toggle = { groups: ChatId | 'all' } | { heads: UnitId | 'all' } | { members: true } | { missingIn: RoundId }

/** The groups and units that can be chosen: what "all" stands for once one is taken out. */
interface Known {
  groups: readonly ChatId[]
  units: readonly UnitId[]
}

/** The audience with one thing added, or taken out where it was there. */
export function toggled(audience: Audience, toggle: Toggle, known: Known): Audience {
  if ('groups' in toggle) return { ...audience, groups: inList(audience.groups, toggle.groups, known.groups) }
  if ('heads' in toggle) return { ...audience, heads: inList(audience.heads, toggle.heads, known.units) }
  if ('members' in toggle) return { ...audience, members: !audience.members }
  const { missingIn, ...others } = audience
  return missingIn === toggle.missingIn ? others : { ...others, missingIn: toggle.missingIn }
}

function inList<Id extends string>(chosen: 'all' | Id[], one: Id | 'all', known: readonly Id[]): 'all' | Id[] {
  if (one === 'all') return chosen === 'all' ? [] : 'all'
  const ids = chosen === 'all' ? [...known] : chosen
  return ids.includes(one) ? ids.filter((id) => id !== one) : [...ids, one]
}
