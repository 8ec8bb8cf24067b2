import { shorten } from '#domain/shorten.ts'
import { matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import type { UnitWithPeople } from '#prisma/units.ts'

/** As many choices as a person can look over, and as long as a button can show. */
export const MOST_CHOICES = 10
export const LONGEST_LABEL = 60

/**
 * The unit that a text names. Throws UserError where there is none, or, with a choice for each, where there are several; `line` makes the
 * command line of a choice from a unit's full name.
 */
export function findUnit(text: string, units: UnitWithPeople[], line: (name: string) => string): UnitWithPeople {
  const exact = units.find(({ name }) => quotable(name) === quotable(text))
  const found = exact ? [exact] : matchUnits(text, units)
  if (found.length > 1) {
    const choices = found
      .slice(0, MOST_CHOICES)
      .map(({ name }) => [
        { label: { key: 'choice-unit', values: { unit: shorten(name, LONGEST_LABEL) } }, line: line(name) },
      ])
    const more = found.length - choices.length
    throw more > 0
      ? new UserError('due-which-unit-more', { count: more }, choices)
      : new UserError('due-which-unit', {}, choices)
  }
  if (!found[0]) throw new UserError('due-unknown-unit', { text: shorten(text, LONGEST_LABEL) })
  return found[0]
}

/** A name as it stands between quotes in a command line. */
export const quotable = (name: string): string => name.replaceAll('"', "'")
