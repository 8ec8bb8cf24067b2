import type { MovementId, RoundId, UnitId } from '#domain/ids.ts'
import type { QuotaLimit } from '#domain/plan.ts'
import { decide, handIn, type Decision, type Held } from '#domain/rounds/ledger.ts'
import type { Asked, Counts, Limits, Round, RoundMovement, Source, Version } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'

/** "3/5" of collectives and individuals as the table writes it, families third; "-" is no quota, "3:4" is 3 of 4 bodies. */
export function limits(row: string): Limits {
  const [collective, individual, family] = row.split('/').map(limit)
  return { ...(collective && { collective }), ...(individual && { individual }), ...(family && { family }) }
}

function limit(cell: string): QuotaLimit | undefined {
  const [max, of] = cell.split(':')
  return max === '-' ? undefined : { max: Number(max), of: of === undefined ? null : Number(of) }
}

/** "3tt 5cn 1gd" as counts. */
export function counts(text: string): Counts {
  const read = (word: string) => new RegExp(String.raw`(\d+)${word}`).exec(text)?.[1]
  const [collective, individual, family] = ['tt', 'cn', 'gd'].map(read)
  return {
    ...(collective && { collective: Number(collective) }),
    ...(individual && { individual: Number(individual) }),
    ...(family && { family: Number(family) }),
  }
}

export interface MovementOf extends Partial<Pick<RoundMovement, 'basis' | 'wording' | 'total' | 'settled'>> {
  /** What each unit is asked: its quota as a row, a base of a percentage, or nothing to check against. */
  units: Record<string, string | { base: number | undefined } | undefined>
}

const OPENED = new Date('2025-12-01T01:00:00Z')

/** A round over movements by name. Units and movements have their name as id. */
export function aRound(movements: Record<string, MovementOf>): Round {
  const names = [...new Set(Object.values(movements).flatMap(({ units }) => Object.keys(units)))]
  return {
    id: 'round' as RoundId,
    title: 'Đợt đề nghị 2025',
    state: 'open',
    deadline: new Date('2025-12-05T10:00:00Z'),
    openedAt: OPENED,
    closedAt: undefined,
    movements: Object.entries(movements).map(([name, given]) => ({
      id: name as MovementId,
      name,
      basis: given.basis ?? 'quota',
      wording: given.wording ?? '',
      total: given.total,
      settled: given.settled,
    })),
    units: names.map((name) => ({ id: name as UnitId, name, aliases: [], bodies: [] })),
    asked: Object.entries(movements).flatMap(([name, { units }]) =>
      Object.entries(units).map(([unit, row]): Asked => ({
        movementId: name as MovementId,
        unitId: unit as UnitId,
        limits: typeof row === 'string' ? limits(row) : undefined,
        base: typeof row === 'object' ? row.base : undefined,
      })),
    ),
    versions: [],
  }
}

export interface Telling {
  unit: string
  said: string | Counts
  movement?: string
  /** The message and its revision: "m1@10"; a message said without one comes from another place than chat. */
  from?: string
  platform?: string
  edited?: boolean
  at?: Date
}

/** Hands in as the commands do: what is stale is not stored, what exceeds the quota is a request. */
export function tell(round: Round, telling: Telling): { round: Round; held: Held } {
  const { unit, movement = round.movements[0]!.id, at = OPENED, edited = false } = telling
  const said = typeof telling.said === 'string' ? counts(telling.said) : telling.said
  const input = {
    movementId: movement as MovementId,
    unitId: unit as UnitId,
    said,
    source: source(telling),
    edited,
    at,
  }
  const held = handIn(round, input)
  if (held.stale) return { round, held }
  const { over, counts: after } = held
  const version = { ...input, act: 'said' as const, counts: after, request: Object.keys(over).length > 0 }
  return { round: append(round, version), held }
}

export const tellAll = (round: Round, tellings: readonly Telling[]): Round =>
  tellings.reduce((so, telling) => tell(so, telling).round, round)

/** The secretariat decides on a unit's request in the first movement; the round as it was where none waits. */
export function rule(round: Round, unit: string, decision: Decision): Round {
  const [movementId, unitId] = [round.movements[0]!.id, unit as UnitId]
  const decided = decide(round, movementId, unitId, decision)
  const rest = { movementId, unitId, request: false, at: OPENED, source: undefined }
  return decided ? append(round, { ...rest, ...decided }) : round
}

function source({ from, platform = 'telegram' }: Telling): Source | undefined {
  if (from === undefined) return undefined
  const [messageId = '', revision] = from.split('@')
  return { platform, chat: 'group', messageId, revision: revision === undefined ? undefined : Number(revision) }
}

type Stored = Pick<Version, 'movementId' | 'unitId' | 'act' | 'said' | 'counts' | 'request' | 'at' | 'source'>

function append(round: Round, { movementId, unitId, ...rest }: Stored): Round {
  const before = round.versions.filter((one) => one.movementId === movementId && one.unitId === unitId)
  const version: Version = {
    movementId,
    unitId,
    version: before.length + 1,
    act: rest.act,
    said: rest.said,
    counts: rest.counts,
    request: rest.request,
    reason: rest.request ? 'đội mới thành lập' : undefined,
    personId: undefined,
    personName: 'Nguyễn Văn An',
    behalf: false,
    at: rest.at,
    source: rest.source,
  }
  return { ...round, versions: [...round.versions, version] }
}

/** The entry of a unit in a movement, the first one where none is named. */
export function entryOf(round: Round, unit: string, movement: string = round.movements[0]!.name) {
  const found = standing(round)
    .units.find(({ unit: { name } }) => name === unit)
    ?.entries.find((entry) => entry.movement.name === movement)
  if (!found) throw new Error(`${unit} is not asked in ${movement}`)
  return found
}
