import type { MovementId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing, type MovementStanding } from '#domain/rounds/standing.ts'
import { categoriesOf } from '#domain/rounds/sums.ts'
import { settle } from '#domain/rounds/totals.ts'
import { UserError } from '#domain/user-error.ts'
import { countsMessage, movementLabel } from '#locales/round-message.ts'
import { roundOfMovement } from '#prisma/round-ids.ts'
import { findRound, setTotal, staleRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { recordRound } from './round-record.ts'
import { stateOf, totalReply } from './round-request.ts'

const TOTAL = /^(\S+) nhan(?: (\d+))?$/

/** Takes what exceeds the council's total of a movement, as long as the numbers are those that were shown. */
export async function settleTotal(context: CouncilContext, text: string): Promise<Reply[]> {
  const [, movementId, state] = TOTAL.exec(text) ?? []
  if (!movementId) throw new UserError('rounds-usage')
  const round = await openRoundOf(context, movementId)
  const movement = movementOf(round, movementId as MovementId)
  const name = movementLabel(movement.movement.name)
  const counts = countsMessage(movement.granted)
  if (categoriesOf(movement.beyondTotal).length === 0)
    return [{ head: [{ key: 'rounds-total-none', values: { movement: name, counts } }], replace: true }]
  if (state !== undefined && Number(state) !== stateOf(round, movementId))
    return [
      { head: [{ key: 'rounds-total-changed', values: { movement: name } }], replace: true },
      totalReply({ round, standing: movement }),
    ]
  await setTotal(context.db, movement.movement.id, { settled: settle(movement) })
  await staleRound(context.db, round.id)
  const { translate } = context
  await recordRound(context, 'total-settled', round, {
    movement: movement.movement.name,
    after: translate(counts).text,
  })
  return [{ head: [{ key: 'rounds-total-settled', values: { movement: name, counts } }], replace: true }]
}

/** The open round of this council to which a movement belongs. Throws UserError where there is none. */
export async function openRoundOf({ db, council }: CouncilContext, movementId: string): Promise<Round> {
  const id = await roundOfMovement(db, council.id, movementId)
  const round = id && (await findRound(db, council.id, id))
  if (!round) throw new UserError('rounds-changed')
  if (round.state === 'closed') throw new UserError('rounds-closed-already', { title: round.title })
  return round
}

/** How a movement of a round stands; it must be one of it. */
export function movementOf(round: Round, id: MovementId): MovementStanding {
  return standing(round).movements.find(({ movement }) => movement.id === id)!
}
