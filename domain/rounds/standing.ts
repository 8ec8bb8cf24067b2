import type { QuotaCategory } from '../plan.ts'
import { versionsOf } from './ledger.ts'
import { askedCategories, excess, limitsOf, needsBase, sumOfLimits, totalOf, undecided } from './limits.ts'
import type { Asked, Counts, Limits, Round, RoundMovement, RoundUnit, Version } from './round.ts'
import { byCategory, positive, sum } from './sums.ts'
import { beyondTotal } from './totals.ts'

/** `over`: a request beyond the quota waits for the secretariat. `partly`: something that is asked was not said yet. */
export type State = 'missing' | 'partly' | 'in' | 'over'

/** How one unit stands in one movement. */
export interface Entry {
  movement: RoundMovement
  unit: RoundUnit
  /** The unit's own quota; undefined where there is none to check against. */
  limits: Limits | undefined
  /** The categories that the unit is asked for. */
  asked: QuotaCategory[]
  /** As handed in. */
  counts: Counts
  /** What is added up: as handed in, of what waits for a decision only as much as the quota allows. */
  granted: Counts
  /** Beyond the quota and waiting for a decision. */
  over: Counts
  /** Beyond the quota and accepted. */
  accepted: Counts
  /** Asked and not said. */
  missing: QuotaCategory[]
  /** The percentage cannot be checked before the unit's base is known. */
  needsBase: boolean
  latest: Version | undefined
  state: State
}

export interface UnitStanding {
  unit: RoundUnit
  entries: Entry[]
  state: State
}

export interface MovementStanding {
  movement: RoundMovement
  /** The council's total where the plan sets one, else the sum of the units' quotas; undefined where there is neither. */
  limits: Limits | undefined
  granted: Counts
  /** Beyond a unit's quota and waiting. */
  over: Counts
  /** Beyond the council's total and not settled. */
  beyondTotal: Counts
  /** Units that said all they were asked for in this movement, and units asked. */
  answered: number
  expected: number
}

export interface Standing {
  units: UnitStanding[]
  movements: MovementStanding[]
  /** Units that said all they were asked for, and units asked. */
  answered: number
  expected: number
}

/**
 * How a round stands, from what was asked and the ledger alone. A unit that is asked for nothing (a row of the table without a quota) and says
 * nothing stands as in, and is counted neither as expected nor as answered.
 */
export function standing(round: Round): Standing {
  const entries = round.units.flatMap((unit) => entriesOf(round, unit))
  const units = round.units.map((unit) => unitStanding(unit, entries))
  const expected = units.filter((unit) => unit.entries.some(isExpected))
  return {
    units,
    movements: round.movements.map((movement) => movementStanding(movement, entries)),
    answered: expected.filter((unit) => unit.entries.every(isComplete)).length,
    expected: expected.length,
  }
}

const isExpected = ({ asked, latest }: Entry) => asked.length > 0 || latest !== undefined
const isComplete = ({ missing }: Entry) => missing.length === 0

/** The entries of a unit in the order of the movements. */
function entriesOf(round: Round, unit: RoundUnit): Entry[] {
  const ofUnit = round.asked.filter(({ unitId }) => unitId === unit.id)
  return round.movements.flatMap((movement) => {
    const asked = ofUnit.find(({ movementId }) => movementId === movement.id)
    return asked ? [entryOf(movement, unit, asked, versionsOf(round, movement.id, unit.id))] : []
  })
}

function entryOf(movement: RoundMovement, unit: RoundUnit, asked: Asked, versions: Version[]): Entry {
  const latest = versions.at(-1)
  const counts = latest?.counts ?? {}
  const limits = limitsOf(movement, asked)
  const categories = askedCategories(movement, asked)
  const over = undecided(versions, limits)
  const beyond = excess(counts, limits)
  const entry = {
    movement,
    unit,
    limits,
    asked: categories,
    counts,
    granted: byCategory((category) => {
      const count = counts[category]
      return count === undefined ? undefined : count - (over[category] ?? 0)
    }),
    over,
    accepted: positive((category) => (beyond[category] ?? 0) - (over[category] ?? 0)),
    missing: categories.filter((category) => counts[category] === undefined),
    needsBase: needsBase(movement, asked, counts),
    latest,
  }
  return { ...entry, state: stateOf(entry) }
}

function stateOf({ over, missing, counts }: Pick<Entry, 'over' | 'missing' | 'counts'>): State {
  if (Object.keys(over).length > 0) return 'over'
  if (missing.length === 0) return 'in'
  return Object.keys(counts).length === 0 ? 'missing' : 'partly'
}

function unitStanding(unit: RoundUnit, all: readonly Entry[]): UnitStanding {
  const entries = all.filter((entry) => entry.unit === unit)
  const states = entries.filter(isExpected).map(({ state }) => state)
  return { unit, entries, state: states.includes('over') ? 'over' : jointly(states) }
}

/** The state that all share, `partly` where they differ. */
function jointly([first = 'in', ...rest]: State[]): State {
  return rest.every((state) => state === first) ? first : 'partly'
}

function movementStanding(movement: RoundMovement, all: readonly Entry[]): MovementStanding {
  const entries = all.filter((entry) => entry.movement === movement)
  const expected = entries.filter(isExpected)
  const granted = sum(entries.map((entry) => entry.granted))
  const total = totalOf(movement)
  const unknown = entries.some((entry) => entry.needsBase)
  return {
    movement,
    limits: total ?? (unknown ? undefined : sumOfLimits(entries.map(({ limits }) => limits))),
    granted,
    over: sum(entries.map((entry) => entry.over)),
    beyondTotal: beyondTotal(granted, total, movement.settled),
    answered: expected.filter(isComplete).length,
    expected: expected.length,
  }
}
