import { SAMPLE_COUNCIL } from '#commands/operator/sample/council.ts'

/** Who speaks where: a person of the sample council in private ("lan"), or in the group ("hai in group"). */
export type Place = string

/** The addresses of a place in the playground. */
export function placeOf(place: Place): { person: string; chat: string } {
  const [person = '', inGroup] = place.split(' in ')
  return { person, chat: inGroup ? SAMPLE_COUNCIL.group.externalId : person }
}
