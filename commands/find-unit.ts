import { matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import type { UnitWithPeople } from '#prisma/units.ts'

/**
 * The unit that a text names. Throws UserError where there is none, or, with a choice for each, where there are several; `line` makes the
 * command line of a choice from a unit's full name.
 */
export function findUnit(text: string, units: UnitWithPeople[], line: (name: string) => string): UnitWithPeople {
  const exact = units.find(({ name }) => name === text)
  const found = exact ? [exact] : matchUnits(text, units)
  if (found.length > 1) {
    const choices = found.map(({ name }) => [
      { label: { key: 'choice-unit', values: { unit: name } }, line: line(name) },
    ])
    throw new UserError('due-which-unit', {}, choices)
  }
  if (!found[0]) throw new UserError('due-unknown-unit', { text })
  return found[0]
}
