import type { MovementId, UnitId } from '../ids.ts'
import { changeBy } from './latest-said.ts'
import { limitsOf, undecided } from './limits.ts'
import type { Counts, Limits, Round, Source, Version, VersionAct } from './round.ts'
import { byCategory, categoriesOf } from './sums.ts'

/** What a unit says in a movement. */
export interface Said {
  movementId: MovementId
  unitId: UnitId
  /** All that the message names, for a changed message all that it names now: it is also what the version stores as said. */
  said: Counts
  source: Source | undefined
  /** The person changed an earlier message. */
  edited: boolean
  at: Date
}

/** What holds after it. `over` exceeds the quota and was not decided: the version is a request. Where it is `stale` nothing is stored. */
export interface Held {
  counts: Counts
  over: Counts
  stale: boolean
}

/** What a unit handed in for a movement, the oldest first. */
export function versionsOf({ versions }: Round, movementId: MovementId, unitId: UnitId): Version[] {
  return versions.filter((version) => version.movementId === movementId && version.unitId === unitId)
}

/**
 * What holds after a unit said something. What is not mentioned stays as it was. A message that was overtaken by a later one of the same
 * platform does not undo it, and of a changed message only the change counts, so that a correction by another message stands.
 */
export function handIn(round: Round, input: Said): Held {
  const versions = versionsOf(round, input.movementId, input.unitId)
  const before = versions.at(-1)?.counts ?? {}
  const changed = changeBy(input, versions)
  const counts = byCategory((category) => changed.counts[category] ?? before[category])
  const over = undecided([...versions, { act: 'said', counts }], limitsIn(round, input))
  return { counts, over, stale: !changed.counted }
}

function limitsIn(round: Round, { movementId, unitId }: Pick<Version, 'movementId' | 'unitId'>): Limits | undefined {
  const movement = round.movements.find(({ id }) => id === movementId)
  const asked = round.asked.find((one) => one.movementId === movementId && one.unitId === unitId)
  return movement && asked && limitsOf(movement, asked)
}

export type Decision = 'accept' | 'refuse' | { reduceTo: Counts }

/**
 * The next version of a request beyond the quota once the secretariat has decided: accepted as it is, reduced to these counts (what they do not
 * name is accepted), or refused, which brings back what held before the request. Undefined where no request waits, or where more would be given
 * than was asked.
 */
export function decide(
  round: Round,
  movementId: MovementId,
  unitId: UnitId,
  decision: Decision,
): { act: Exclude<VersionAct, 'said'>; said: Counts; counts: Counts } | undefined {
  const versions = versionsOf(round, movementId, unitId)
  const limits = limitsIn(round, { movementId, unitId })
  const waits = (at: number) => categoriesOf(undecided(versions.slice(0, at + 1), limits)).length > 0
  const latest = versions.at(-1)
  if (!latest || !waits(versions.length - 1)) return undefined
  if (decision === 'accept') return { act: 'accepted', said: {}, counts: latest.counts }
  if (decision === 'refuse') {
    const held = versions.findLast((_, at) => !waits(at))
    return { act: 'refused', said: {}, counts: held?.counts ?? {} }
  }
  const said = decision.reduceTo
  if (categoriesOf(said).some((category) => said[category]! > (latest.counts[category] ?? -1))) return undefined
  return { act: 'reduced', said, counts: byCategory((category) => said[category] ?? latest.counts[category]) }
}
