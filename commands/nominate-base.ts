import type { Reply } from '#domain/messages.ts'
import type { NominateLine } from '#domain/rounds/nominate-line.ts'
import { standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { setQuota, staleRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { assertInTime } from './hand-in.ts'
import { meantBy, roundAtHand } from './nominate-meant.ts'
import { overReply } from './nominate-message.ts'
import { joined, storedReply } from './nominate-stored.ts'
import { isOnBehalf, roundNow, isChangeable } from './store-nomination.ts'

/**
 * Takes the number of which a percentage is taken in a unit. Numbers that turn out to exceed it wait for the secretariat from then on, and the person
 * is asked for the reason.
 */
export async function setBase(context: CouncilContext, line: NominateLine): Promise<Reply[]> {
  const [, digits] = /^\D{0,40}?(\d{1,6})\D{0,40}$/.exec(line.words.normalize('NFKC')) ?? []
  const round = await roundAtHand(context, line, '')
  assertInTime(context, round)
  const [meant] = meantBy(context, round, line, { label: '', counts: {}, none: false })
  if (!meant || digits === undefined) throw new UserError('nominate-base-unclear')
  const { db } = context
  const { movement, unit } = meant.entry
  await setQuota(db, movement.id, unit.id, { base: Number(digits) })
  await staleRound(db, round.id)
  const after = await roundNow(context, round)
  const entry = standing(after)
    .units.flatMap(({ entries }) => entries)
    .find((one) => one.unit.id === unit.id && one.movement.id === movement.id)
  if (!entry) throw new Error('A unit left a round while its base was set')
  const { over } = entry
  if (Object.keys(over).length === 0) {
    const before = { ...entry, counts: {} }
    const changeable = isChangeable(context, after, entry)
    return joined([storedReply(after, { before, stored: entry, total: undefined, rest: [], changeable })])
  }
  const request = {
    roundId: round.id,
    movementId: movement.id,
    unitId: unit.id,
    counts: entry.counts,
    over: true,
    words: '',
  }
  return [overReply(after, entry, { counts: entry.counts, over, behalf: isOnBehalf(context, entry) }, request)]
}
