import { readCounts } from '#domain/counts/read-counts.ts'
import type { MovementId, UnitId } from '#domain/ids.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { decide, versionsOf, type Decision } from '#domain/rounds/ledger.ts'
import type { Counts, Round } from '#domain/rounds/round.ts'
import { standing, type Entry } from '#domain/rounds/standing.ts'
import { byCategory, categoriesOf } from '#domain/rounds/sums.ts'
import { UserError } from '#domain/user-error.ts'
import { countsMessage, movementLabel } from '#locales/round-message.ts'
import { peopleOf } from '#prisma/reminders.ts'
import { addVersion, findRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { recordRound } from './round-record.ts'
import { requestReply, totalReply } from './round-request.ts'
import { movementOf, openRoundOf } from './round-settle.ts'

const REQUEST = /^(\S+) (\S+) (\d{1,6}) (nhan|giam|khac|khong)(?:\s+([^]+))?$/

/** Decides on a request beyond a unit's quota, as long as it is the last thing that the unit said. */
export async function decideRequest(context: CouncilContext, text: string): Promise<Reply[]> {
  const [, movementId, unitId, version, act, words] = REQUEST.exec(text) ?? []
  if (!movementId || !act) throw new UserError('rounds-usage')
  const round = await openRoundOf(context, movementId)
  const entry = entryOf(round, movementId, unitId!)
  const latest = entry?.latest
  if (!entry || !latest) throw new UserError('rounds-changed')
  if (latest.version !== Number(version) || entry.state !== 'over') return overtaken(round, entry)
  const asks = `/dot quyet ${movementId} ${unitId} ${version} giam`
  if (act === 'khac') return [askCounts('rounds-decide-counts', entry, asks)]
  const decision = act === 'giam' ? reduction(entry, words) : act === 'nhan' ? 'accept' : 'refuse'
  if (!decision) return [askCounts('rounds-decide-unclear', entry, asks)]
  const decided = decide(round, entry.movement.id, entry.unit.id, decision)
  if (!decided) return [askCounts('rounds-decide-too-many', entry, asks)]
  return keep(context, round, entry, decided)
}

/** Not decided: it was before, or the unit has said something else since. */
function overtaken(round: Round, entry: Entry): Reply[] {
  const { latest, unit, movement, counts } = entry
  const values = { unit: unit.name, movement: movementLabel(movement.name), counts: countsMessage(counts) }
  if (entry.state === 'over' && latest)
    return [
      { head: [{ key: 'rounds-decide-changed', values }], replace: true },
      requestReply({ round, entry, version: latest }),
    ]
  const decided = latest !== undefined && latest.act !== 'said'
  const name = latest?.personName ?? ''
  return [
    {
      head: [{ key: decided ? 'rounds-decided-already' : 'rounds-decide-gone', values: { ...values, name } }],
      replace: true,
    },
  ]
}

const askCounts = (key: string, { unit, counts }: Entry, asks: string): Reply => ({
  head: [{ key, values: { unit: unit.name, counts: countsMessage(counts) } }],
  asks,
  personal: true,
})

/** The counts that are named, else what the quota allows; undefined where the words are no counts. */
function reduction({ over, granted }: Entry, words: string | undefined): Decision | undefined {
  if (words === undefined)
    return { reduceTo: byCategory((category) => (over[category] ? granted[category] : undefined)) }
  const reading = readCounts(words)
  const [statement, ...others] = reading.kind === 'counts' ? reading.statements : []
  if (!statement || others.length > 0) return undefined
  return { reduceTo: statement.none ? byCategory((category) => (over[category] ? 0 : undefined)) : statement.counts }
}

const SAID: Record<Decided['act'], string> = {
  accepted: 'rounds-decided-accepted',
  reduced: 'rounds-decided-reduced',
  refused: 'rounds-decided-refused',
}

interface Decided {
  act: 'accepted' | 'reduced' | 'refused'
  said: Counts
  counts: Counts
}

async function keep(context: CouncilContext, round: Round, entry: Entry, decided: Decided): Promise<Reply[]> {
  const { db, council, person, now, translate } = context
  const { movement, unit } = entry
  await addVersion(db, round.id, {
    ...decided,
    movementId: movement.id,
    unitId: unit.id,
    request: false,
    reason: undefined,
    personId: person.id,
    personName: person.name,
    behalf: false,
    at: now,
    source: undefined,
  })
  await recordRound(context, 'request-decided', round, {
    movement: movement.name,
    unit: unit.name,
    decision: decided.act,
    before: translate(countsMessage(entry.counts)).text,
    after: translate(countsMessage(decided.counts)).text,
  })
  const values = { unit: unit.name, movement: movementLabel(movement.name), counts: countsMessage(decided.counts) }
  const said: Message = { key: SAID[decided.act], values }
  const heads = (await peopleOf(db, council.id)).filter(
    ({ as, chatId }) => as.kind === 'unit' && as.unitIds.includes(unit.id) && chatId !== context.chat.id,
  )
  return [
    { head: [said], replace: true },
    ...heads.map((to): Reply => ({ head: [said], to })),
    ...(await newlyBeyond(context, round, movement.id)),
  ]
}

/** The total, where it is exceeded by more than before. */
async function newlyBeyond({ db, council }: CouncilContext, before: Round, id: MovementId): Promise<Reply[]> {
  const round = (await findRound(db, council.id, before.id))!
  const [was, is] = [movementOf(before, id), movementOf(round, id)]
  const more = categoriesOf(is.beyondTotal).some(
    (category) => is.beyondTotal[category]! > (was.beyondTotal[category] ?? 0),
  )
  return more ? [totalReply({ round, standing: is })] : []
}

function entryOf(round: Round, movementId: string, unitId: string): Entry | undefined {
  const unit = standing(round).units.find((one) => one.unit.id === (unitId as UnitId))
  const entry = unit?.entries.find(({ movement }) => movement.id === movementId)
  return entry && { ...entry, latest: versionsOf(round, entry.movement.id, entry.unit.id).at(-1) }
}
