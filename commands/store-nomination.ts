import { isSecretariat, unitsLed } from '#domain/access.ts'
import type { Reply } from '#domain/messages.ts'
import type { Counts, Round, Source, Version } from '#domain/rounds/round.ts'
import { standing, type Entry, type MovementStanding, type Standing } from '#domain/rounds/standing.ts'
import { countsMessage } from '#locales/round-message.ts'
import { audit } from '#prisma/audit.ts'
import { peopleOf } from '#prisma/reminders.ts'
import { dropNudges } from '#prisma/round-chase.ts'
import { addVersion, findRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { storedReply, type Told } from './nominate-stored.ts'
import { requestReply, totalReply } from './round-request.ts'

export interface Stored {
  round: Round
  entry: Entry
  said: Counts
  counts: Counts
  /** It exceeds the quota. */
  request: boolean
  reason: string | undefined
  source: Source | undefined
}

/**
 * Writes the next version down and tells it back; the secretariat hears of what it must decide. What the secretariat itself enters beyond the
 * quota, with a reason, is decided by that.
 */
export async function store(context: CouncilContext, given: Stored): Promise<Told[]> {
  const { db, now } = context
  const { round, entry, request } = given
  const behalf = isOnBehalf(context, entry)
  await write(context, given, { act: 'said', behalf, request })
  if (request && behalf) await write(context, given, { act: 'accepted', behalf, request: false })
  await record(context, given)
  const after = await roundNow(context, round)
  const state = standing(after)
  const unit = state.units.find((one) => one.unit.id === entry.unit.id)
  const stored = unit?.entries.find(({ movement }) => movement.id === entry.movement.id)
  if (!unit || !stored) throw new Error('A unit left a round while something was stored of it')
  if (unit.entries.every(({ missing }) => missing.length === 0)) await dropNudges(db, round.id, entry.unit.id, now)
  const total = beyond(state, entry)
  const told = [
    ...(request && !behalf && stored.latest
      ? [requestReply({ round: after, entry: stored, version: stored.latest })]
      : []),
    ...(total && isMore(total, beyond(standing(round), entry)) ? [totalReply({ round: after, standing: total })] : []),
  ]
  return [
    storedReply(after, {
      before: entry,
      stored,
      total,
      rest: unit.entries.filter((one) => one !== stored),
      changeable: isChangeable(context, after, entry),
    }),
    ...(isWithSecretary(context) ? told : []),
    ...(await toSecretariat(context, told)),
  ]
}

/** Keeps what was said where it changes nothing; a request that waits keeps its reason. */
export async function keepSaid(context: CouncilContext, given: Stored) {
  const { latest } = given.entry
  const how = { act: 'said' as const, behalf: isOnBehalf(context, given.entry), request: latest?.request === true }
  await write(context, { ...given, reason: latest?.reason }, how)
}

/** Replies as messages to everybody of the secretariat, apart from the chat in which this happens. */
export async function toSecretariat({ db, council, chat }: CouncilContext, replies: Reply[]): Promise<Reply[]> {
  if (replies.length === 0) return []
  const people = (await peopleOf(db, council.id)).filter(
    ({ as, chatId }) => as.kind === 'secretariat' && chatId !== chat.id,
  )
  return replies.flatMap((reply) => people.map((to) => ({ ...reply, to })))
}

/** Whether this is the private chat of somebody who decides. */
const isWithSecretary = ({ chat, roles }: CouncilContext): boolean => chat.kind === 'private' && isSecretariat(roles)

/** The round as it stands now. */
export async function roundNow({ db, council }: CouncilContext, { id }: Round): Promise<Round> {
  const round = await findRound(db, council.id, id)
  if (!round) throw new Error('A round is gone while something is stored in it')
  return round
}

/** Whether the secretariat speaks for the unit: the person does not lead it. */
export function isOnBehalf({ roles }: CouncilContext, { unit }: Entry): boolean {
  return !unitsLed(roles).has(unit.id)
}

/** Whether whoever said it is the unit itself and has time to say it anew. */
export function isChangeable(context: CouncilContext, { deadline }: Round, entry: Entry): boolean {
  return context.now <= deadline && !isOnBehalf(context, entry)
}

async function write(
  { db, person, now }: CouncilContext,
  { round, entry, said, counts, reason, source }: Stored,
  how: Pick<Version, 'act' | 'behalf' | 'request'>,
) {
  await addVersion(db, round.id, {
    ...how,
    movementId: entry.movement.id,
    unitId: entry.unit.id,
    said: how.act === 'said' ? said : {},
    counts,
    reason,
    personId: person.id,
    personName: person.name,
    at: now,
    source: how.act === 'said' ? source : undefined,
  })
}

async function record(
  { db, council, person, now, translate }: CouncilContext,
  { round, entry, counts, reason }: Stored,
) {
  const details = {
    round: round.title,
    movement: entry.movement.name,
    unit: entry.unit.name,
    before: translate(countsMessage(entry.counts)).text,
    after: translate(countsMessage(counts)).text,
    reason: reason ?? '',
  }
  await audit(db, { councilId: council.id, personId: person.id, action: 'nominated', details }, now)
}

/** The movement where its sums exceed the council's total. */
function beyond({ movements }: Standing, { movement }: Entry): MovementStanding | undefined {
  const found = movements.find((one) => one.movement.id === movement.id)
  return found && Object.keys(found.beyondTotal).length > 0 ? found : undefined
}

function isMore({ beyondTotal }: MovementStanding, before: MovementStanding | undefined): boolean {
  return (Object.keys(beyondTotal) as (keyof Counts)[]).some(
    (category) => (beyondTotal[category] ?? 0) > (before?.beyondTotal[category] ?? 0),
  )
}
