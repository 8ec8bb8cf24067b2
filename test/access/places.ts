import type { Inbound } from '#domain/messages.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { privateChat, UNLINKED, type Seeded, type TwoCouncils, type Which } from './two-councils.ts'

/** A role that somebody has: `head` stands for the deputy, too. */
type Role = 'member' | 'head' | 'secretariat'

/** Who asks: the roles, and in private the council at hand of somebody who is in two. */
export interface Standing {
  name: string
  speaker: Speaker
  roles: Partial<Record<Which, Role>>
  chosen?: Which
}

export const PLACES = ['private', 'A', 'B', 'unlinked'] as const
/** Where it is asked: in private, in the group of a council, in a group of none. */
export type Place = (typeof PLACES)[number]

export const TWICE: Speaker[] = ['', '-A', '-B'].map((chosen) => ({ id: `haiben${chosen}`, name: 'Người hai bên' }))
export const OUTSIDER: Speaker = { id: 'nguoila', name: 'Người ngoài' }

/** Everybody who asks. Three are head in A and secretary in B: one has not said which council is meant in private, the others have. */
export function standings({ A, B }: Pick<TwoCouncils, 'A' | 'B'>): Standing[] {
  const [undecided, forA, forB] = TWICE as [Speaker, Speaker, Speaker]
  const both = { A: 'head', B: 'secretariat' } as const
  return [
    { name: 'a stranger', speaker: OUTSIDER, roles: {} },
    { name: 'a member', speaker: A.member, roles: { A: 'member' } },
    { name: 'the head of a unit', speaker: A.head, roles: { A: 'head' } },
    { name: 'the deputy of a unit', speaker: A.deputy, roles: { A: 'head' } },
    { name: 'a secretary', speaker: A.secretary, roles: { A: 'secretariat' } },
    { name: 'a secretary of the other council', speaker: B.secretary, roles: { B: 'secretariat' } },
    { name: 'somebody in both', speaker: undecided, roles: both },
    { name: 'somebody in both, at A', speaker: forA, roles: both, chosen: 'A' },
    { name: 'somebody in both, at B', speaker: forB, roles: both, chosen: 'B' },
  ]
}

/** The chat in which somebody asks there. */
export function chatAt(place: Place, { speaker }: Standing, councils: Record<Which, Seeded>): Inbound['chat'] {
  if (place === 'private') return privateChat(speaker)
  return place === 'unlinked' ? UNLINKED : councils[place].group
}

/** The council that is at hand there for somebody; undefined where there is none, or where it has to be asked which. */
export function councilAt(place: Place, { roles, chosen }: Standing): Which | undefined {
  if (place === 'unlinked') return undefined
  if (place !== 'private') return place
  const [only, ...others] = Object.keys(roles) as Which[]
  return others.length > 0 ? chosen : only
}
