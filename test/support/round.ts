import type { MovementId, PersonId, RoundId, UnitId } from '#domain/ids.ts'
import { versionsOf } from '#domain/rounds/ledger.ts'
import type { Asked, Counts, Limits, Round, RoundMovement, Version, VersionAct } from '#domain/rounds/round.ts'

/** A movement as tests tell it: `units` are the quotas of the units by name; without them all units of the round are asked. */
export interface MovementOf extends Partial<Pick<RoundMovement, 'basis' | 'wording' | 'total' | 'settled'>> {
  name: string
  units?: Record<string, Limits>
  bases?: Record<string, number>
}

/** What happened in a round: who (the unit's name), in which movement (its name, else the first one), what. */
export interface Happening extends Partial<
  Pick<Version, 'act' | 'request' | 'reason' | 'personName' | 'behalf' | 'at'>
> {
  unit: string
  movement?: string
  /** What it named; a decision: what holds from then on. */
  said: Counts
}

export interface RoundOf extends Partial<Pick<Round, 'title' | 'state' | 'deadline' | 'openedAt' | 'closedAt'>> {
  units: (string | { name: string; bodies: string[] })[]
  movements: MovementOf[]
  happened?: Happening[]
}

export const unitId = (name: string): UnitId => `unit ${name}` as UnitId
export const movementId = (name: string): MovementId => `movement ${name}` as MovementId

/** A round with a ledger: each happening is a version after those before it, a minute later. */
export function aRound({ units, movements, happened = [], ...rest }: RoundOf): Round {
  const openedAt = rest.openedAt ?? new Date('2025-11-24T01:00:00Z')
  const named = units.map((unit) => (typeof unit === 'string' ? { name: unit, bodies: [] } : unit))
  const round: Round = {
    id: 'round' as RoundId,
    title: 'Đề nghị khen thưởng năm 2025',
    state: 'open',
    deadline: new Date('2025-12-05T10:00:00Z'),
    closedAt: undefined,
    ...rest,
    openedAt,
    movements: movements.map(movementOf),
    units: named.map((unit) => ({ ...unit, id: unitId(unit.name), aliases: [] })),
    asked: movements.flatMap((movement) =>
      askedIn(
        movement,
        named.map(({ name }) => name),
      ),
    ),
    versions: [],
  }
  for (const [index, one] of happened.entries())
    round.versions.push(versionOf(round, one, new Date(openedAt.getTime() + (index + 1) * 60_000)))
  return round
}

/** A quota: `limit(3)` is 3, `limit(3, 4)` is 3 of 4 bodies. */
export const limit = (max: number, of: number | null = null) => ({ max, of })

const movementOf = ({ name, basis, wording, total, settled }: MovementOf): RoundMovement => ({
  id: movementId(name),
  name,
  basis: basis ?? 'quota',
  wording: wording ?? '',
  total,
  settled,
})

const askedIn = ({ name, units, bases }: MovementOf, all: string[]): Asked[] =>
  (units ? Object.keys(units) : all).map((unit) => ({
    movementId: movementId(name),
    unitId: unitId(unit),
    limits: units?.[unit],
    base: bases?.[unit],
  }))

function versionOf(round: Round, { unit, movement, said, ...rest }: Happening, at: Date): Version {
  const inMovement = movement === undefined ? round.movements[0]!.id : movementId(movement)
  const before = versionsOf(round, inMovement, unitId(unit))
  const act: VersionAct = rest.act ?? 'said'
  return {
    movementId: inMovement,
    unitId: unitId(unit),
    version: before.length + 1,
    said,
    counts: act === 'said' ? { ...before.at(-1)?.counts, ...said } : said,
    request: false,
    reason: undefined,
    personId: 'person' as PersonId,
    personName: `Trưởng ${unit}`,
    behalf: false,
    at,
    source: undefined,
    ...rest,
    act,
  }
}
