import { unitsLed } from '#domain/access.ts'
import type { Message, Reply } from '#domain/messages.ts'
import type { NominateLine } from '#domain/rounds/nominate-line.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing, type Entry } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { countsMessage, deadlineMessage, limitsMessage, movementLabel } from '#locales/round-message.ts'
import { openRoundsOf } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { askAgainReply } from './nominate-message.ts'

/** What the open rounds ask of the person's units, and what was handed in; where a choice said which unit and movement: its numbers once more. */
export async function askedOf(context: CouncilContext, line: NominateLine): Promise<Reply[]> {
  const { db, council, roles } = context
  const rounds = await openRoundsOf(db, council.id)
  if (rounds.length === 0) throw new UserError('nominate-no-round')
  const again = rounds.find(({ id }) => id === line.roundId)
  const meant = again && entriesOf(again).find((entry) => isMeant(entry, line))
  if (again && meant) return [askAgainReply(again, meant, line)]
  const own = unitsLed(roles)
  const asked = rounds.flatMap((round) => {
    const entries = entriesOf(round).filter(({ unit }) => own.has(unit.id))
    return entries.length > 0 ? [{ round, entries }] : []
  })
  const lines = asked.flatMap(({ round, entries }) => [headOf(round, council.timeZone), ...entries.map(lineOf)])
  return [{ head: [...lines, usage(asked.flatMap(({ entries }) => entries))] }]
}

/** How to hand in: with the movement's name where there are several. */
function usage(asked: Entry[]): Message {
  const [first] = asked
  if (!first) return { key: 'nominate-usage-for' }
  const several = asked.some(({ movement }) => movement.id !== first.movement.id)
  if (!several) return { key: 'nominate-usage' }
  return { key: 'nominate-usage-several', values: { movement: movementLabel(first.movement.name) } }
}

const entriesOf = (round: Round): Entry[] => standing(round).units.flatMap(({ entries }) => entries)

const isMeant = ({ unit, movement }: Entry, { unitId, movementId }: NominateLine): boolean =>
  unit.id === unitId && (movementId === undefined || movement.id === movementId)

function headOf({ title, deadline }: Round, timeZone: string): Message {
  return { key: 'nominate-asked-round', values: { title, deadline: deadlineMessage(deadline, timeZone) } }
}

function lineOf({ unit, movement, limits, counts, state }: Entry): Message {
  const values = {
    mark: state === 'in' ? '✅' : state === 'over' ? '⚠' : '⏳',
    unit: unit.name,
    movement: movementLabel(movement.name),
    counts: countsMessage(counts),
    quota: limits ? { key: 'nominate-asked-quota', values: { quota: limitsMessage(limits) } } : '',
  }
  return { key: 'nominate-asked-line', values }
}
