import { fold } from '../fold.ts'
import type { UnitId } from '../ids.ts'
import type { Movement, UnitQuota } from '../movements.ts'
import { QUOTA_CATEGORIES } from '../plan.ts'
import { matchUnits, type NamedUnit } from '../units.ts'
import type { Asked, Limits, RoundMovement } from './round.ts'

/** A movement as a round starts with it. */
export type PlannedMovement = Pick<RoundMovement, 'name' | 'basis' | 'wording' | 'total'> & {
  asked: Pick<Asked, 'unitId' | 'limits'>[]
}

/** A row of a plan whose unit is called otherwise in the council, or is none of its units. */
export interface RowRead {
  row: string
  /** Undefined: no unit of the council, or several. */
  unit: string | undefined
}

/** A unit of the council by its typed id. */
export type CouncilUnit = NamedUnit & { id: UnitId }

/**
 * Who is asked in a movement, and for how much. With a table of units: those in it, each with its quota (a row without numbers has an empty one).
 * Without one: all units that stand in `rows`, the names of all quota rows of the plan; where there are none, all units of the council.
 */
export function planMovement(
  movement: Movement,
  rows: readonly string[],
  units: CouncilUnit[],
): { movement: PlannedMovement; read: RowRead[] } {
  const { name, total, units: table } = movement
  const basis = table.find(({ limits }) => Object.keys(limits).length > 0)?.basis ?? movement.basis
  const read = [...new Set(table.length > 0 ? table.map(({ unit }) => unit) : rows)].map((row) => ({
    row,
    unit: unitOfRow(row, units),
  }))
  const rowsOf = (id: UnitId) => new Set(read.filter(({ unit }) => unit?.id === id).map(({ row }) => row))
  // Numbers of another basis than the movement's cannot be checked beside it.
  const quotasOf = (id: UnitId) => table.filter((row) => row.basis === basis && rowsOf(id).has(row.unit))
  const asked = read.length > 0 ? read.flatMap(({ unit }) => unit ?? []) : units
  return {
    movement: {
      name,
      basis,
      wording: movement.wording || [...new Set(table.map(({ wording }) => wording))].filter(Boolean).join('; '),
      total,
      asked: [...new Set(asked.map(({ id }) => id))].map((unitId) => ({ unitId, limits: summed(quotasOf(unitId)) })),
    },
    read: read
      .filter(({ row, unit }) => !unit || fold(unit.name) !== fold(row))
      .map(({ row, unit }) => ({ row, unit: unit?.name })),
  }
}

/** A movement that stands in no plan: all units are asked, without numbers to check against. */
export function namedMovement(name: string, units: CouncilUnit[]): PlannedMovement {
  const asked = units.map(({ id }) => ({ unitId: id, limits: undefined }))
  return { name, basis: 'by-proposal', wording: '', total: undefined, asked }
}

/** The unit of a row: of the same name, else the only one that its name may mean. */
function unitOfRow(row: string, units: CouncilUnit[]): CouncilUnit | undefined {
  const same = units.find(({ name }) => fold(name) === fold(row))
  if (same) return same
  const [only, ...others] = matchUnits(row, units)
  return others.length === 0 ? only : undefined
}

/** One quota out of the rows of a unit; undefined where it has none. By proposal there is nothing to check against. */
function summed(rows: UnitQuota[]): Limits | undefined {
  const checked = rows.filter(({ basis }) => basis !== 'by-proposal')
  if (checked.length === 0) return undefined
  const sum: Limits = {}
  for (const { limits } of checked) {
    for (const category of QUOTA_CATEGORIES) {
      const [one, other] = [sum[category], limits[category]]
      if (other) sum[category] = one ? { max: one.max + other.max, of: null } : other
    }
  }
  return sum
}
