import type { Choice, Reply } from '#domain/messages.ts'
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
  const card = roundCardMessage(round, state, council.timeZone, now)
  if (!runs(context)) return [card]
  if (chat.kind === 'group') return [{ ...card, choices: roundChoices(round), menu: true, personal: true }]
  const waiting = round.state === 'open' ? decisions(round, state) : []
  const more = waiting.length - MOST_DECISIONS
  return [
    {
      ...card,
      blocks: await missingBlocks(context, round, state),
      foot: [
        ...(card.foot ?? []),
        ...(waiting.length > 0 ? [{ key: 'rounds-show-waiting', values: { count: waiting.length } }] : []),
        ...(more > 0 ? [{ key: 'rounds-show-more', values: { count: more } }] : []),
      ],
      choices: roundChoices(round),
      menu: true,
    },
    ...waiting.slice(0, MOST_DECISIONS),
  ]
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
