import { isSecretariat, unitsLed } from '#domain/access.ts'
import type { Statement } from '#domain/counts/read-counts.ts'
import { withoutRest } from '#domain/counts/rest.ts'
import { fold } from '#domain/fold.ts'
import { isNameOfMovement, matchMovements } from '#domain/movements.ts'
import type { NominateLine } from '#domain/rounds/nominate-line.ts'
import type { Round, RoundUnit } from '#domain/rounds/round.ts'
import { standing, type Entry } from '#domain/rounds/standing.ts'
import { shorten } from '#domain/shorten.ts'
import { isNameOf, matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { roundSaidIn } from '#prisma/round-cards.ts'
import { findRound, openRoundsOf } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'
import { choice, whichMovement, whichUnit, type Named } from './nominate-which.ts'

/** What a statement says of one unit in one movement. */
export interface Meant {
  entry: Entry
  said: Statement
  /** Whether the words leave no doubt which unit and movement are meant. */
  sure: boolean
}

/**
 * The round that counts are for: the one of the message that was answered, the only open one, or the only one that knows what the label
 * names. Throws UserError, with a choice for each, where several may be meant.
 */
export async function roundAtHand(context: CouncilContext, line: NominateLine, label: string): Promise<Round> {
  const { db, council, chat, message } = context
  const answered = message?.repliesTo ? await roundSaidIn(db, chat.id, message.repliesTo) : undefined
  const told = line.roundId ?? answered
  if (told) {
    const round = await findRound(db, council.id, told)
    if (!round || round.state === 'closed') throw new UserError('nominate-round-closed')
    return round
  }
  const open = await openRoundsOf(db, council.id)
  const named = label ? open.filter((round) => matchMovements(label, round.movements).length > 0) : []
  const found = named.length === 1 ? named : open
  if (!found[0]) throw new UserError('nominate-no-round')
  if (found.length === 1) return found[0]
  const choices = found.slice(0, MOST_CHOICES).map(({ id, title }) => choice(title, { ...line, roundId: id }))
  throw new UserError('nominate-which-round', {}, choices)
}

/**
 * Of which unit and movement a statement speaks: what was settled already, what its label names, the person's own unit, the only movement. Throws
 * UserError where the person may not, or, with choices, where several may be meant.
 */
export function meantBy(
  context: CouncilContext,
  round: Round,
  given: NominateLine,
  { label, ...rest }: Statement,
): Meant[] {
  const unnamed = rest.none ? (isEverywhere(label) ? '' : withoutRest(label)) : undefined
  const said = { ...rest, label: unnamed ?? label }
  const named = namedIn(said.label, round)
  const line = isRestOf(label, said.label, named) && rest.none ? { ...given, rest: true } : given
  const { unit, sure } = unitMeant(context, round, line, said, named)
  assertMayFor(context, unit)
  const entries = standing(round).units.find((one) => one.unit.id === unit.id)?.entries ?? []
  return entriesMeant(entries, { ...line, unitId: unit.id }, said, named).map((entry) => ({ entry, said, sure }))
}

const EVERYWHERE = /^(?:(?:tat )?ca|moi|cac)?(?: ?(?:\d+|hai|ba|bon|nam|sau))?(?: ?phong trao)?$/

/** "Tất cả", "cả 4 phong trào": no name, but that all of them are meant. */
const isEverywhere = (label: string): boolean => EVERYWHERE.test(fold(label).trim())

/** "Các phong trào còn lại", "Y tế phường: còn lại": all that a unit has not said yet; behind a movement's name it is not. */
const isRestOf = (label: string, before: string, { units, movements }: Named): boolean =>
  withoutRest(label) === before && (before === '' || (units.length > 0 && movements.length === 0))

/** Whether a label is the name of a unit or of a movement of this round, or names one of each. */
export function isNamedIn(label: string, { units, movements }: Round): boolean {
  if (!label) return false
  if (units.some((unit) => isNameOf(label, unit))) return true
  if (movements.some(({ name }) => isNameOfMovement(label, name))) return true
  return matchUnits(label, units).length > 0 && matchMovements(label, movements).length > 0
}

/** A label that is wholly a movement's name names no unit by the way, and the other way round. */
function namedIn(label: string, round: Round): Named {
  if (!label) return { units: [], movements: [] }
  const units = matchUnits(label, round.units)
  const movements = matchMovements(label, round.movements)
  if (units.some((unit) => isNameOf(label, unit))) return { units, movements: [] }
  if (movements.some(({ name }) => isNameOfMovement(label, name))) return { units: [], movements }
  return { units, movements }
}

function unitMeant(
  { roles }: CouncilContext,
  round: Round,
  line: NominateLine,
  said: Statement,
  named: Named,
): { unit: RoundUnit; sure: boolean } {
  const settled = line.unitId && round.units.find(({ id }) => id === line.unitId)
  if (line.unitId && !settled) throw new UserError('nominate-not-asked')
  if (settled) return { unit: settled, sure: true }
  if (named.units.length > 1) throw whichUnit(named.units, line, said, named)
  if (named.units[0]) return { unit: named.units[0], sure: true }
  const own = ownUnits(roles, round)
  // A name that nobody knows may be a slip of the pen in the own unit's, or another unit's.
  const sure = said.label === '' || named.movements.length > 0
  if (own[0] && own.length === 1) return { unit: own[0], sure }
  if (own.length > 1) throw whichUnit(own, line, said, named)
  if (!isSecretariat(roles)) throw new UserError('nominate-not-asked')
  if (!sure) throw new UserError('nominate-unknown-label', { label: shorten(said.label, LONGEST_LABEL) })
  throw whichUnit(round.units, line, said, named)
}

function ownUnits(roles: CouncilContext['roles'], { units }: Round): RoundUnit[] {
  const own = unitsLed(roles)
  return units.filter(({ id }) => own.has(id))
}

function assertMayFor({ roles }: CouncilContext, unit: RoundUnit) {
  if (!isSecretariat(roles) && !unitsLed(roles).has(unit.id))
    throw new UserError('nominate-not-yours', { unit: unit.name })
}

function entriesMeant(entries: Entry[], line: NominateLine, said: Statement, { movements }: Named): Entry[] {
  const open = entries.filter(({ missing }) => missing.length > 0)
  if (line.rest && open.length === 0)
    throw new UserError('nominate-nothing-left', { unit: entries[0]?.unit.name ?? '' })
  if (line.rest) return open
  const settled = line.movementId ? entries.filter(({ movement }) => movement.id === line.movementId) : undefined
  if (settled?.length === 0) throw new UserError('nominate-not-asked')
  if (settled) return settled
  const named = entries.filter(({ movement }) => movements.includes(movement))
  if (movements.length > 0 && named.length === 0) throw new UserError('nominate-not-asked')
  const candidates = named.length > 0 ? named : entries
  if (candidates.length === 1) return candidates
  throw whichMovement(candidates, open, line, said)
}
