import { z } from 'zod'
import { may, unitsLed } from '#domain/access.ts'
import { readCounts, type CountReading, type Statement } from '#domain/counts/read-counts.ts'
import { withoutRest } from '#domain/counts/rest.ts'
import type { Reply } from '#domain/messages.ts'
import type { UnitId } from '#domain/ids.ts'
import { botKey } from '#domain/platforms.ts'
import { nominateLine, readNominateLine, type NominateLine } from '#domain/rounds/nominate-line.ts'
import { UserError } from '#domain/user-error.ts'
import { roundSaidIn } from '#prisma/round-cards.ts'
import { openRoundsOf, saidBy } from '#prisma/rounds.ts'
import type { Command, Context, CouncilContext } from './command.ts'
import { due } from './due.ts'
import { handIn } from './hand-in.ts'
import { askedOf } from './nominate-asked.ts'
import { setBase } from './nominate-base.ts'
import { isNamedIn, meantBy, roundAtHand } from './nominate-meant.ts'
import { joined, type Told } from './nominate-stored.ts'
import { unclearReply } from './nominate-unclear.ts'

/** Hands in counts for a unit: as a reply to a round's card, in private, behind the command, or by the secretariat for a unit. */
export const nominate: Command = {
  name: 'denghi',
  aliases: ['nominate'],
  act: 'nominate',
  about: 'council',
  refusal: 'nominate-no-right',
  args: z.string(),
  understands: async (text, context) => ((await isForRounds(text, context)) ? text : undefined),
  corrects: correction,
  run: async (context, text) => {
    const line = readNominateLine(text)
    const said = firstSaidIn(line, context)
    const given: NominateLine = { ...line, ...(said ? { message: said } : {}) }
    if (line.base) return setBase(context, given)
    if (line.counts === undefined && line.words === '') return askedOf(context, line)
    return nominateAll(context, given)
  },
}

/** The message in which it was first said. A typed line may claim one, but none that is later than the line itself. */
function firstSaidIn({ message: told }: NominateLine, { message }: Context): NominateLine['message'] {
  const here = message && { id: message.id, revision: message.revision }
  if (!told || here?.revision === undefined) return told ?? here
  return told.revision !== undefined && told.revision <= here.revision ? told : here
}

/** Every statement of a message, each with an answer of its own; what was simply taken is told in one. */
async function nominateAll(context: CouncilContext, line: NominateLine): Promise<Reply[]> {
  const reading = readingOf(line)
  if (reading.kind !== 'counts') return unclearReply(context, line, reading)
  const replies: Told[] = []
  const units = new Set<UnitId>()
  const hand = (statement: Statement, given = line) =>
    refusable(() => handInStatement(context, given, reading, statement, units))
  for (const statement of reading.statements.filter((one) => !isRest(one))) replies.push(...(await hand(statement)))
  // Only what is stored tells what the rest is; behind a question the answer to it offers the rest by a press.
  const asks = replies.some(({ personal, to }) => personal === true && to === undefined)
  const [unitId, ...others] = units
  const own = unitId && others.length === 0 ? { ...line, unitId } : line
  for (const statement of asks ? [] : reading.statements.filter(isRest)) replies.push(...(await hand(statement, own)))
  return joined(replies)
}

/** "Các phong trào còn lại không có" */
const isRest = ({ label, none }: Statement): boolean => none && withoutRest(label) === ''

/** `units` takes up of whom it speaks. */
async function handInStatement(
  context: CouncilContext,
  line: NominateLine,
  reading: Counted,
  statement: Statement,
  units: Set<UnitId>,
) {
  const round = await roundAtHand(context, line, statement.label)
  const replies: Told[] = []
  for (const meant of meantBy(context, round, line, statement)) {
    units.add(meant.entry.unit.id)
    const sure = line.sure === true || (reading.sure && meant.sure)
    const told = await handIn(context, { round, ...meant, sure, reason: reasonOf(line, reading) }, line)
    replies.push(...told.map((reply) => ({ ...reply, about: round.id })))
  }
  return replies
}

/** A statement that is refused does not take the others of its message with it; its choices are the speaker's. */
async function refusable(act: () => Promise<Told[]>): Promise<Told[]> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return [{ head: [error.said], choices: error.choices, personal: true }]
  }
}

type Counted = Extract<CountReading, { kind: 'counts' }>

function readingOf({ counts, words }: NominateLine): CountReading {
  if (!counts) return readCounts(words)
  return { kind: 'counts', statements: [{ label: '', counts, none: false }], reason: undefined, sure: true }
}

function reasonOf({ over, counts, words }: NominateLine, reading: Counted) {
  return (over && counts ? words.trim() : reading.reason) || undefined
}

/**
 * Counts are for rounds where they are clear; that there is nothing, where it names what a round asks for; numbers that are not clear, where they
 * answer a round or nothing else understands them.
 */
async function isForRounds(text: string, context: Context): Promise<boolean> {
  const reading = readCounts(text)
  if (reading.kind === 'other') return false
  const { db, chat, council, message, roles } = context
  if (message?.repliesTo && (await roundSaidIn(db, chat.id, message.repliesTo))) return true
  const statements = reading.kind === 'counts' ? reading.statements : []
  if (statements.some(({ none }) => !none)) return true
  if (!council || !may('nominate', roles, false)) return false
  const rounds = await openRoundsOf(db, council.id)
  if (statements.some(({ label }) => rounds.some((round) => isNamedIn(label, round)))) return true
  return unitsLed(roles).size > 0 && rounds.length > 0 && (await due.understands?.(text, context)) === undefined
}

/**
 * A changed message: what it says now of what it was stored as. One that led to nothing counts as said now, if it is clear. Throws UserError
 * where it was stored and is not clear any more.
 */
async function correction(text: string, context: Context): Promise<string | undefined> {
  const { db, chat, council, message } = context
  if (!council || !message) return undefined
  const words = text.replace(/^\/\S+\s*/, '')
  const reading = readCounts(words)
  const stored = await saidBy(db, council.id, { platform: botKey(chat), chat: chat.externalId, messageId: message.id })
  const [first] = stored
  if (!first) return reading.kind === 'counts' && (await isForRounds(words, context)) ? words : undefined
  if (reading.kind !== 'counts') throw new UserError('nominate-edit-unclear')
  const { roundId, movementId, unitId } = first
  const labelled = reading.statements.some(({ label }) => label !== '')
  const same = stored.length === 1 && !labelled ? { movementId, unitId } : {}
  return nominateLine({ roundId, ...same, words }).replace(/^\/denghi /, '')
}
