import type { Statement } from '#domain/counts/read-counts.ts'
import type { Choice, Message } from '#domain/messages.ts'
import { nominateLine, type NominateLine } from '#domain/rounds/nominate-line.ts'
import type { RoundMovement, RoundUnit } from '#domain/rounds/round.ts'
import type { Entry } from '#domain/rounds/standing.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { countsMessage, movementLabel } from '#locales/round-message.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'

/** What the words before the numbers name. */
export interface Named {
  units: RoundUnit[]
  movements: RoundMovement[]
}

/** Several units may be meant: one choice for each. The movement that was named goes with it. */
export function whichUnit(units: RoundUnit[], line: NominateLine, said: Statement, { movements }: Named): UserError {
  const shown = units.slice(0, MOST_CHOICES)
  const [movement, ...others] = movements
  const settled = movement && others.length === 0 ? { movementId: movement.id } : {}
  const choices = shown.map(({ id, name }) => choice(name, { ...settledBy(line, said), ...settled, unitId: id }))
  const more = units.length - shown.length
  const values = { count: more, counts: saidMessage(said) }
  return new UserError(more > 0 ? 'nominate-which-unit-more' : 'nominate-which-unit', values, choices)
}

/** Several movements may be meant: one choice for each; and nothing in all that are `open` is one choice too. */
export function whichMovement(candidates: Entry[], open: Entry[], line: NominateLine, said: Statement): UserError {
  const settled = settledBy(line, said)
  const choices = candidates.map(({ movement }) =>
    choice(movementLabel(movement.name), { ...settled, movementId: movement.id }),
  )
  const key = open.length === candidates.length ? 'choice-movements-all' : 'choice-movements-rest'
  const all = { label: { key, values: { count: open.length } } }
  if (said.none && open.length > 1) choices.unshift([{ ...all, line: nominateLine({ ...settled, rest: true }) }])
  const values = { unit: candidates[0]?.unit.name ?? '', counts: saidMessage(said) }
  return new UserError('nominate-which-movement', values, choices)
}

const saidMessage = ({ none, counts }: Statement): Message => (none ? { key: 'counts-nothing' } : countsMessage(counts))

/** The statement alone, its label taken care of by the choice. */
function settledBy(line: NominateLine, said: Statement): NominateLine {
  return said.none
    ? { ...line, words: 'không có' }
    : { ...line, counts: said.counts, words: line.over ? line.words : '' }
}

/** A choice that goes on from what is settled. */
export function choice(name: string, line: NominateLine): Choice[] {
  return [{ label: { key: 'choice-plain', values: { text: shorten(name, LONGEST_LABEL) } }, line: nominateLine(line) }]
}
