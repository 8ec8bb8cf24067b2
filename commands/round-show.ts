import type { Choice, Message, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { chase } from '#domain/rounds/chase.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing, type Standing } from '#domain/rounds/standing.ts'
import { roundCardMessage } from '#locales/round-card-message.ts'
import { missingMessage } from '#locales/round-chase-message.ts'
import { peopleOf } from '#prisma/reminders.ts'
import { roundsOf, type RoundRow } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { requestReply, totalReply } from './round-request.ts'
import { runs, whichRound } from './round-which.ts'

/** So many decisions are laid before the secretariat at once. */
const MOST_DECISIONS = 6

/** How a round stands, as its card shows it; for the secretariat in private also who is missing, and what it has to decide. */
export async function showRound(context: CouncilContext, text: string): Promise<Reply[]> {
  const { db, council, chat, now } = context
  const none = (await roundsOf(db, council.id, ['open'])).length === 0
  const states: RoundRow['state'][] = none || text !== '' ? ['open', 'closed'] : ['open']
  const round = await whichRound(context, text, { states, verb: '/dot xem' })
  const state = standing(round)
  const { buttons } = TRAITS[chat.platform]
  const asCard = (aboveChoices: boolean): Reply => ({
    ...roundCardMessage(round, state, council.timeZone, now, { aboveChoices }),
    about: round.id,
  })
  if (!runs(context)) return [asCard(false)]
  const choices = { choices: roundChoices(round), menu: true }
  if (chat.kind === 'group') return [{ ...asCard(!buttons), ...choices, personal: true }]
  const blocks = await missingBlocks(context, round, state)
  const waiting = round.state === 'open' ? decisions(round, state) : []
  if (!buttons) return oneAfterTheOther(asCard, { blocks, waiting, choices })
  const shown = waiting.slice(0, MOST_DECISIONS)
  return [{ ...asCard(false), blocks, foot: waitingLines(waiting.length, shown.length), ...choices }, ...shown]
}

function waitingLines(count: number, shown: number): Message[] {
  return [
    ...(count > 0 ? [{ key: 'rounds-show-waiting', values: { count } }] : []),
    ...(count > shown ? [{ key: 'rounds-show-more', values: { count: count - shown } }] : []),
  ]
}

interface Below {
  blocks: NonNullable<Reply['blocks']>
  waiting: Reply[]
  choices: Pick<Reply, 'choices' | 'menu'>
}

/** Where a number answers, only the last message has choices: one decision at a time, and the card needs a message for itself. */
function oneAfterTheOther(asCard: (aboveChoices: boolean) => Reply, { blocks, waiting, choices }: Below): Reply[] {
  const [decision] = waiting
  if (!decision && blocks.length === 0) return [{ ...asCard(true), ...choices }]
  const others = waiting.length - 1
  const foot = others > 0 ? [{ key: 'rounds-show-next', values: { count: others } }] : []
  const missing = blocks.length > 0 ? [{ head: [], blocks }] : []
  if (!decision) return [asCard(false), ...missing.map((reply) => ({ ...reply, ...choices }))]
  const both = [...(decision.choices ?? []), ...(choices.choices ?? [])]
  return [asCard(false), ...missing, { ...decision, foot: [...(decision.foot ?? []), ...foot], choices: both }]
}

/** What the secretariat can do with a round; `number` tells the rounds of a list apart. */
export function roundChoices({ id, state }: Pick<Round, 'id' | 'state'>, number?: number): Choice[][] {
  const choice = (key: string, words: string): Choice => ({
    label: number === undefined ? { key } : { key: 'choice-of-round', values: { what: { key }, number } },
    line: words,
  })
  if (state === 'closed')
    return [[choice('choice-round-tally', `/tonghop @${id}`), choice('choice-round-reopen', `/dot mo lai @${id}`)]]
  return [
    [choice('choice-round-remind', `/dot nhac @${id}`), choice('choice-round-extend', `/dot gia han @${id}`)],
    [choice('choice-round-tally', `/tonghop @${id}`), choice('choice-round-close', `/dot dong @${id}`)],
  ]
}

async function missingBlocks({ db, council, now }: CouncilContext, round: Round, state: Standing) {
  if (round.state === 'closed') return []
  const people = await peopleOf(db, council.id)
  const reached = new Set(people.flatMap(({ as }) => (as.kind === 'unit' ? as.unitIds : [])))
  const untold = chase(state)
    .map(({ unit }) => unit)
    .filter(({ id }) => !reached.has(id))
  return missingMessage({ round, standing: state, now, timeZone: council.timeZone }, untold).blocks ?? []
}

/** A message for each request and each total that waits. */
function decisions(round: Round, { units, movements }: Standing): Reply[] {
  const entries = units.flatMap((unit) => unit.entries).filter(({ state }) => state === 'over')
  return [
    ...entries.flatMap((entry) => (entry.latest ? [requestReply({ round, entry, version: entry.latest })] : [])),
    ...movements
      .filter(({ beyondTotal }) => Object.keys(beyondTotal).length > 0)
      .map((movement) => totalReply({ round, standing: movement })),
  ]
}
