import { formatDate, localDate } from '#domain/dates.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing } from '#domain/rounds/standing.ts'
import { shorten } from '#domain/shorten.ts'
import { closedRounds } from '#prisma/round-ids.ts'
import { openRoundsOf } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL, MOST_CHOICES } from './find-unit.ts'
import { roundChoices } from './round-show.ts'
import { spoken } from './round-time.ts'
import { runs } from './round-which.ts'

/** The open rounds with how far they are; for the secretariat what can be done with each. */
export async function roundOverview(context: CouncilContext): Promise<Reply> {
  const { db, council } = context
  const open = (await openRoundsOf(db, council.id)).slice(0, MOST_CHOICES)
  const closed = await closedRounds(db, council.id, 1)
  const numbered = open.length > 1
  const others = [
    ...(runs(context) ? [{ label: { key: 'choice-new-round' }, line: '/dot mo' }] : []),
    ...(closed.length > 0 ? [{ label: { key: 'choice-closed-rounds' }, line: '/dot da dong' }] : []),
  ]
  return {
    head: [
      { key: open.length > 0 ? 'rounds-title' : 'rounds-none', values: { council: council.name } },
      ...open.flatMap((round, index) => roundLines(context, round, numbered ? index + 1 : undefined)),
    ],
    foot: runs(context) ? [{ key: 'rounds-hint' }] : [],
    choices: [
      ...open.flatMap((round, index) => choicesOf(context, round, numbered ? index + 1 : undefined)),
      ...(others.length > 0 ? [others] : []),
    ],
    menu: true,
    personal: runs(context),
  }
}

function roundLines(context: CouncilContext, round: Round, number: number | undefined): Message[] {
  const { answered, expected, units, movements } = standing(round)
  const waiting =
    units.flatMap(({ entries }) => entries).filter(({ state }) => state === 'over').length +
    movements.filter(({ beyondTotal }) => Object.keys(beyondTotal).length > 0).length
  const over = round.deadline < context.now
  const { title } = round
  const named = number === undefined ? title : { key: 'rounds-numbered', values: { number, title } }
  return [
    {
      key: over ? 'rounds-line-over' : 'rounds-line',
      values: { title: named, deadline: spoken(context, round.deadline) },
    },
    { key: 'rounds-line-answered', values: { answered, expected } },
    ...(waiting > 0 ? [{ key: 'rounds-line-waiting', values: { count: waiting } }] : []),
  ]
}

function choicesOf(context: CouncilContext, round: Round, number: number | undefined): Choice[][] {
  const what: Message = { key: 'choice-round-show' }
  const show: Choice = {
    label: number === undefined ? what : { key: 'choice-of-round', values: { what, number } },
    line: `/dot xem @${round.id}`,
  }
  return [[show], ...(runs(context) ? roundChoices(round, number) : [])]
}

/** The rounds that were closed last. */
export async function closedList({ db, council }: CouncilContext): Promise<Reply[]> {
  const rows = await closedRounds(db, council.id, MOST_CHOICES)
  if (rows.length === 0) return [{ head: [{ key: 'rounds-none-closed' }] }]
  return [
    {
      head: [
        { key: 'rounds-closed-title' },
        ...rows.map(({ title, closedAt }, index): Message => {
          const date = closedAt ? formatDate(localDate(closedAt, council.timeZone)) : ''
          return { key: 'rounds-closed-line', values: { number: index + 1, title, date } }
        }),
      ],
      choices: rows.map(({ id, title }) => [
        { label: { key: 'text', values: { text: shorten(title, LONGEST_LABEL) } }, line: `/dot xem @${id}` },
      ]),
      menu: true,
    },
  ]
}
