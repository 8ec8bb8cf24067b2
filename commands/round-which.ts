import { may } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { RoundId } from '#domain/ids.ts'
import type { Choice } from '#domain/messages.ts'
import { matchMovements } from '#domain/movements.ts'
import type { Round } from '#domain/rounds/round.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { roundSaidIn } from '#prisma/round-cards.ts'
import { findRound, roundsOf, type RoundRow } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'

/** Throws UserError unless the person may open, decide and close rounds. */
export function assertRuns(context: CouncilContext) {
  if (!runs(context)) throw new UserError('not-allowed')
}

/** Whether the person may open, decide and close rounds. */
export const runs = ({ roles, chat }: CouncilContext): boolean => may('run-rounds', roles, chat.kind === 'group')

/** What a line is about: the states in which a round can be meant, its beginning, and what stands behind the round. */
interface Line {
  states: RoundRow['state'][]
  verb: string
  words?: string
}

/**
 * The round that is named: by its id ("@…"), by its title or a movement, by the card or note that is replied to, or without a name as the only one.
 * Throws UserError where there is none or, with a choice for each, where there are several.
 */
export async function whichRound(context: CouncilContext, name: string, line: Line): Promise<Round> {
  const { db, council } = context
  const rows = await roundsOf(db, council.id, line.states)
  if (rows.length === 0) throw new UserError(line.states.includes('open') ? 'rounds-none-open' : 'rounds-none-closed')
  const id = /^@(\S+)$/.exec(name)?.[1] ?? (name === '' ? await repliedRound(context) : undefined)
  const called = id === undefined ? await roundsCalled(context, rows, name) : rows.filter((row) => row.id === id)
  const [only, ...others] = called
  if (!only && id !== undefined) throw new UserError('rounds-changed')
  if (!only) throw new UserError('rounds-unknown', { text: shorten(name, LONGEST_LABEL) }, choices(rows, line))
  if (others.length > 0) throw new UserError('rounds-which', {}, choices(called, line))
  return (await findRound(db, council.id, only.id))!
}

async function repliedRound({ db, chat, message }: CouncilContext): Promise<RoundId | undefined> {
  return message?.repliesTo === undefined ? undefined : roundSaidIn(db, chat.id, message.repliesTo)
}

/** The rounds whose title, or else one of whose movements, a text names; without a text all of them. */
export async function roundsCalled(
  { db, council }: CouncilContext,
  rows: RoundRow[],
  name: string,
): Promise<RoundRow[]> {
  const words = fold(name)
  const titled = rows.filter(({ title }) => fold(title).includes(words))
  if (titled.length > 0) return titled
  const found: RoundRow[] = []
  for (const row of rows) {
    const round = await findRound(db, council.id, row.id)
    if (round && matchMovements(name, round.movements).length > 0) found.push(row)
  }
  return found
}

function choices(rows: RoundRow[], { verb, words = '' }: Line): Choice[][] {
  return rows.slice(0, MOST_CHOICES).map(({ id, title }) => {
    const label = { key: 'text', values: { text: shorten(title, LONGEST_LABEL) } }
    return [{ label, line: `${verb} @${id} ${words}`.trim() }]
  })
}
