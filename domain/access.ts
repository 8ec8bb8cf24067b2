import type { UnitId } from './ids.ts'

/** Roles kept in the database. A deputy stands in for the head and may do what the head may. */
export const ROLES = ['member', 'head', 'deputy', 'secretariat'] as const
export type Role = (typeof ROLES)[number]

/** What a person can want to do in chat; the table below is the only place that says who may. */
export const ACTS = [
  'help',
  'link',
  'ask',
  'language',
  'accounts',
  'invite',
  'link-chat',
  'see-units',
  'change-units',
  'change-plans',
  'mark-done',
  'nominate',
  'change-settings',
  'see-rounds',
  'run-rounds',
  'see-audit',
  'announce',
  'confirm-announcement',
] as const
export type Act = (typeof ACTS)[number]

type Standing = 'stranger' | Role

const EVERYONE: Standing[] = ['stranger', 'member', 'head', 'deputy', 'secretariat']
const LINKED: Standing[] = ['member', 'head', 'deputy', 'secretariat']
const SECRETARIAT: Standing[] = ['secretariat']

const TABLE: Record<Act, Standing[]> = {
  help: EVERYONE,
  link: EVERYONE,
  language: EVERYONE,
  // The own ones alone.
  accounts: EVERYONE,
  ask: LINKED,
  'see-units': LINKED,
  invite: SECRETARIAT,
  'link-chat': SECRETARIAT,
  'change-units': SECRETARIAT,
  'change-plans': SECRETARIAT,
  'change-settings': SECRETARIAT,
  'see-audit': SECRETARIAT,
  announce: SECRETARIAT,
  // Whoever was told it: the command looks.
  'confirm-announcement': EVERYONE,
  'see-rounds': LINKED,
  'run-rounds': SECRETARIAT,
  // A head only for tasks that the own unit leads: the command looks.
  'mark-done': ['head', 'deputy', 'secretariat'],
  // A head only for the own unit: the command looks.
  nominate: ['head', 'deputy', 'secretariat'],
}

/** One role of a person in the council at hand. */
export interface Standpoint {
  role: Role
  unitId: UnitId | undefined
}

/**
 * Whether a person with these roles in the council may do this. `inCouncilGroup`: it is asked in a group linked to the council, where whoever
 * is in the group counts as a member.
 */
export function may(act: Act, roles: readonly Standpoint[], inCouncilGroup: boolean): boolean {
  const standings = new Set<Standing>(roles.map(({ role }) => role))
  if (inCouncilGroup) standings.add('member')
  if (standings.size === 0) standings.add('stranger')
  return TABLE[act].some((standing) => standings.has(standing))
}

/** Whether one of these roles is the secretariat's. */
export const isSecretariat = (roles: readonly Standpoint[]): boolean => roles.some(({ role }) => role === 'secretariat')

/** The units for which these roles speak: as head, or as deputy. */
export function unitsLed(roles: readonly Standpoint[]): ReadonlySet<UnitId> {
  const led = roles.filter(({ role }) => role === 'head' || role === 'deputy')
  return new Set(led.flatMap(({ unitId }) => unitId ?? []))
}
