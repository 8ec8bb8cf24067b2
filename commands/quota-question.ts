import { fold } from '#domain/fold.ts'
import type { UnitId } from '#domain/ids.ts'
import { isNameOfMovement, matchMovements, movementsOf, type Movement } from '#domain/movements.ts'
import { asksOfTasks } from '#domain/question.ts'
import { readQuotaQuestion, speaksOfQuotas } from '#domain/quota-question.ts'
import { readPeriod } from '#domain/read-period.ts'
import { looksLikeUnit, matchUnits } from '#domain/units.ts'
import { approvedPlans, quotasOf } from '#prisma/plans.ts'
import { listUnits, type UnitWithPeople } from '#prisma/units.ts'
import type { Context } from './command.ts'

/**
 * What a plain sentence asks of /chitieu: the sentence itself, or undefined where it is about something else, such as what is due. What names a
 * movement and nothing else is never about tasks, though "việc" stand in its name.
 */
export async function understandQuotas(text: string, { db, council, today }: Context): Promise<string | undefined> {
  const speaks = speaksOfQuotas(text)
  if (!speaks) return undefined
  const { rest, names, mine } = readQuotaQuestion(text)
  const movements = council ? movementsOf(await quotasOf(db, await approvedPlans(db, council.id))) : []
  const named = names[0] ?? rest
  if (named && movements.some((movement) => isNameOfMovement(named, movement.name))) return text
  if (asksOfTasks(text) || asksOfTime(text, today)) return undefined
  if (!named || mine || speaks.outright) return text
  const units = council ? unitsWithQuotas(await listUnits(db, council.id), movements) : []
  const known =
    looksLikeUnit(named) || matchUnits(named, units).length > 0 || matchMovements(named, movements).length > 0
  return known ? text : undefined
}

/** Quotas are for years; what is asked about a month or a quarter is something else. */
function asksOfTime(text: string, today: Context['today']): boolean {
  const found = readPeriod(text, { today, years: [] })
  return found !== undefined && !('unknown' in found) && found.period.kind !== 'year'
}

/** The units of the council, and those that plans name and the council does not have (any more). */
export function unitsWithQuotas(units: UnitWithPeople[], movements: readonly Movement[]): UnitWithPeople[] {
  const known = new Set(units.flatMap(({ name, aliases }) => [name, ...aliases]).map(fold))
  const others = movements
    .flatMap((movement) => movement.units.map(({ unit }) => unit))
    .filter((unit, index, all) => !known.has(fold(unit)) && all.findIndex((one) => fold(one) === fold(unit)) === index)
  return [...units, ...others.map((name) => ({ id: '' as UnitId, name, aliases: [], bodies: [], people: [] }))]
}
