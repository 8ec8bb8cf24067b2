import { addDays, localDate, localTime } from '#domain/dates.ts'
import type { Reply } from '#domain/messages.ts'
import { extraDays } from '#domain/rounds/extra-days.ts'
import { readOpening } from '#domain/rounds/read-opening.ts'
import type { Round } from '#domain/rounds/round.ts'
import { UserError } from '#domain/user-error.ts'
import { withOffset } from '#domain/zones.ts'
import { changeRound, roundsOf, type RoundRow } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { askDeadline, askDeadlineAgain, askOtherDeadline, type DeadlineLines } from './round-ask-deadline.ts'
import { recordRound } from './round-record.ts'
import { deadlineIn, isDeadline, spoken } from './round-time.ts'
import { roundsCalled, whichRound } from './round-which.ts'

/** Gives an open round another deadline. */
export async function extend(context: CouncilContext, text: string): Promise<Reply[]> {
  const { round, rest } = await meant(context, text, { states: ['open'], verb: '/dot gia han' })
  const lines = linesOf('/dot gia han', round)
  const deadline = await read(context, round, {
    lines,
    words: rest,
    head: 'rounds-extend-deadline',
    after: round.deadline,
  })
  if ('head' in deadline) return [deadline]
  const { db, council } = context
  if (!(await changeRound(db, council.id, round.id, ['open'], { deadline: deadline.at })))
    throw new UserError('rounds-changed')
  return [await told(context, 'round-extended', round, deadline.at)]
}

/** Opens a closed round again until a new deadline. */
export async function reopen(context: CouncilContext, text: string): Promise<Reply[]> {
  const { round, rest } = await meant(context, text, { states: ['closed'], verb: '/dot mo lai' })
  const lines = linesOf('/dot mo lai', round)
  const deadline = await read(context, round, { lines, words: rest, head: 'rounds-reopen-deadline' })
  if ('head' in deadline) return [deadline]
  const { db, council } = context
  const change = { state: 'open' as const, deadline: deadline.at, closedAt: null }
  if (!(await changeRound(db, council.id, round.id, ['closed'], change))) throw new UserError('rounds-changed')
  return [await told(context, 'round-reopened', round, deadline.at)]
}

/** The round and the deadline's words of a line: "hiến máu đến 5/12", "5/12", "@… 5/12". */
async function meant(
  context: CouncilContext,
  text: string,
  line: { states: RoundRow['state'][]; verb: string },
): Promise<{ round: Round; rest: string }> {
  const [, id, behind] = /^(@\S+)\s*([^]*)$/.exec(text) ?? []
  if (id !== undefined) return { round: await whichRound(context, id, line), rest: behind ?? '' }
  const typed = readOpening(text, [], await isDeadline(context))
  const name = typed.named.join(', ')
  const rows = await roundsOf(context.db, context.council.id, line.states)
  const named = name !== '' && (await roundsCalled(context, rows, name)).length > 0
  const rest = named ? typed.words : text
  return { round: await whichRound(context, named ? name : '', { ...line, words: rest }), rest }
}

const OTHER = '?'

const linesOf = (verb: string, { id }: Round): DeadlineLines => ({
  take: `${verb} @${id}`,
  other: `${verb} @${id} ${OTHER}`,
})

interface Asked {
  lines: DeadlineLines
  words: string
  head: string
  after?: Date
}

/** The deadline that the words name, or the question for one. */
async function read(
  context: CouncilContext,
  round: Round,
  { lines, words, head, after }: Asked,
): Promise<Reply | { at: Date }> {
  const values = { title: round.title, deadline: spoken(context, round.deadline) }
  if (words === '') return askDeadline(context, lines, { key: head, values }, after)
  if (words === OTHER) return askOtherDeadline(lines)
  const at = later(context, round, words) ?? (await deadlineIn(context, words))
  return at ? { at } : askDeadlineAgain(context, lines, words)
}

/** "Thêm 3 ngày": so many after the deadline, or after today where that has passed, at the same hour. */
function later({ council, now, today }: CouncilContext, { deadline }: Round, words: string): Date | undefined {
  const days = extraDays(words)
  if (days === undefined) return undefined
  const from = deadline < now ? today : localDate(deadline, council.timeZone)
  return new Date(withOffset(addDays(from, days), localTime(deadline, council.timeZone), council.timeZone))
}

async function told(
  context: CouncilContext,
  action: 'round-extended' | 'round-reopened',
  round: Round,
  deadline: Date,
): Promise<Reply> {
  await recordRound(context, action, round, { before: round.deadline.toISOString(), deadline: deadline.toISOString() })
  const values = { title: round.title, old: spoken(context, round.deadline), new: spoken(context, deadline) }
  const key = action === 'round-extended' ? 'rounds-extended' : 'rounds-reopened'
  return { head: [{ key, values }], replace: true }
}
