export const PLAYGROUND_ROLES = ['secretariat', 'head', 'deputy', 'member', 'stranger'] as const
export type PlaygroundRole = (typeof PLAYGROUND_ROLES)[number]

/** Somebody to speak as. `groups`: is in the groups. */
export interface PlaygroundPerson {
  externalId: string
  name: string
  role: PlaygroundRole
  unit?: string
  groups: boolean
}

export interface PlaygroundGroup {
  externalId: string
  title: string
}

/** A chat of the playground: a group, or a person's private chat with the bot, whose address is the person's. */
export type PlaygroundChat =
  { kind: 'group'; externalId: string; title: string } | { kind: 'private'; externalId: string }

/** Who and what the playground has. */
export interface Cast {
  people: PlaygroundPerson[]
  groups: PlaygroundGroup[]
}

/** The chat at an address; undefined where there is none. */
export function findChat(cast: Cast, externalId: string): PlaygroundChat | undefined {
  const group = cast.groups.find((each) => each.externalId === externalId)
  if (group) return { kind: 'group', ...group }
  return findPerson(cast, externalId) && { kind: 'private', externalId }
}

/** The person with an external id; undefined where there is none. */
export function findPerson(cast: Cast, externalId: string): PlaygroundPerson | undefined {
  return cast.people.find((each) => each.externalId === externalId)
}

/** Whether a person takes part in a chat. */
export function isIn(chat: PlaygroundChat, person: PlaygroundPerson): boolean {
  return chat.kind === 'group' ? person.groups : chat.externalId === person.externalId
}
