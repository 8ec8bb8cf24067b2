import type { CountReading } from '#domain/counts/read-counts.ts'
import type { Reply } from '#domain/messages.ts'
import { nominateLine, type NominateLine } from '#domain/rounds/nominate-line.ts'
import { UserError } from '#domain/user-error.ts'
import type { CouncilContext } from './command.ts'
import { handIn } from './hand-in.ts'
import { meantBy, roundAtHand } from './nominate-meant.ts'
import { joined } from './nominate-stored.ts'

type Unclear = Exclude<CountReading, { kind: 'counts' }>

/**
 * Nothing is stored of numbers that are not clear: what is asked is said again. A single number without a category can be completed by a press;
 * where the bot has just asked for the only missing category it needs none.
 */
export async function unclearReply(context: CouncilContext, line: NominateLine, reading: Unclear): Promise<Reply[]> {
  const [count, ...others] = reading.kind === 'unclear' ? reading.numbers : []
  const alone = reading.kind === 'unclear' && reading.why === 'no-category' && others.length === 0
  if (!alone || count === undefined) throw new UserError('nominate-unclear')
  const round = await roundAtHand(context, line, '')
  const [meant] = meantBy(context, round, line, { label: '', counts: {}, none: false })
  if (!meant) throw new UserError('nominate-unclear')
  const { entry } = meant
  const { missing } = entry
  if (line.movementId && missing.length === 1) {
    const said = { label: '', counts: { [missing[0]!]: count }, none: false }
    return joined(await handIn(context, { round, entry, said, sure: true, reason: undefined }, line))
  }
  const settled = { ...line, roundId: round.id, unitId: entry.unit.id, movementId: entry.movement.id, words: '' }
  const choices = entry.asked.map((category) => [
    {
      label: { key: 'choice-count', values: { count, category } },
      line: nominateLine({ ...settled, counts: { [category]: count } }),
    },
  ])
  return [{ head: [{ key: 'nominate-which-category', values: { count } }], choices, personal: true }]
}
