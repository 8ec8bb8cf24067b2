import type { Message, Reply } from '#domain/messages.ts'
import { chase } from '#domain/rounds/chase.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing, type Standing } from '#domain/rounds/standing.ts'
import { UserError } from '#domain/user-error.ts'
import { countsMessage, movementLabel } from '#locales/round-message.ts'
import { roundCardsOf } from '#prisma/round-cards.ts'
import { changeRound } from '#prisma/rounds.ts'
import type { CouncilContext } from './command.ts'
import { namesApart } from './round-names.ts'
import { privately } from './privately.ts'
import { recordRound } from './round-record.ts'
import { whichRound } from './round-which.ts'

/** Shows what is missing and undecided, and asks whether the round is closed nevertheless. */
export async function askClose(context: CouncilContext, text: string): Promise<Reply[]> {
  const round = await whichRound(context, text, { states: ['open'], verb: '/dot dong' })
  const state = standing(round)
  const { answered, expected } = state
  const open = [...missingLines(state), ...undecidedLines(state)]
  return privately(context, {
    head: [
      { key: 'rounds-close-sure', values: { title: round.title, answered, expected } },
      ...open,
      ...(open.length === 0 ? [{ key: 'rounds-close-complete' }] : []),
    ],
    choices: [
      [
        { label: { key: 'choice-round-close' }, line: `/dot dong chac chan @${round.id}` },
        { label: { key: 'choice-no' }, line: '/dot giu nguyen' },
      ],
    ],
    personal: true,
  })
}

function missingLines(state: Standing): Message[] {
  const units = chase(state).map(({ unit }) => unit.name)
  return units.length > 0
    ? [{ key: 'rounds-close-missing', values: { count: units.length, units: namesApart(units) } }]
    : []
}

function undecidedLines({ units, movements }: Standing): Message[] {
  const requests = units.flatMap(({ entries }) => entries).filter(({ state }) => state === 'over')
  const beyond = movements.filter(({ beyondTotal }) => Object.keys(beyondTotal).length > 0)
  return [
    ...requests.map(({ unit, movement, over }): Message => {
      const values = { unit: unit.name, movement: movementLabel(movement.name), over: countsMessage(over) }
      return { key: 'rounds-close-request', values }
    }),
    ...beyond.map(({ movement, beyondTotal }): Message => {
      const values = { movement: movementLabel(movement.name), over: countsMessage(beyondTotal) }
      return { key: 'rounds-close-total', values }
    }),
  ]
}

/** Closes a round: from now on only reopening it changes numbers. */
export async function close(context: CouncilContext, text: string): Promise<Reply[]> {
  const round = await whichRound(context, text, { states: ['open'], verb: '/dot dong' })
  const { db, council, now } = context
  if (!(await changeRound(db, council.id, round.id, ['open'], { state: 'closed', closedAt: now })))
    throw new UserError('rounds-changed')
  const { answered, expected } = standing(round)
  await recordRound(context, 'round-closed', round, { answered, expected })
  return [
    {
      head: [{ key: 'rounds-closed', values: { title: round.title, answered, expected } }],
      choices: [
        [
          { label: { key: 'choice-round-tally' }, line: `/tonghop @${round.id}` },
          { label: { key: 'choice-round-reopen' }, line: `/dot mo lai @${round.id}` },
        ],
      ],
      menu: true,
      replace: true,
    },
  ]
}

/** Asks whether a round in which nothing was handed in is dropped. */
export async function askDrop(context: CouncilContext, text: string): Promise<Reply[]> {
  const round = await whichRound(context, text, { states: ['open'], verb: '/dot bo' })
  assertEmpty(round)
  return [
    {
      head: [{ key: 'rounds-drop-sure', values: { title: round.title } }],
      choices: [
        [
          { label: { key: 'choice-round-drop' }, line: `/dot bo chac chan @${round.id}` },
          { label: { key: 'choice-no' }, line: '/dot giu nguyen' },
        ],
      ],
      personal: true,
    },
  ]
}

/** Drops a round; its groups are told that nothing is asked any more. */
export async function drop(context: CouncilContext, text: string): Promise<Reply[]> {
  const round = await whichRound(context, text, { states: ['open'], verb: '/dot bo' })
  assertEmpty(round)
  const { db, council, chat } = context
  if (!(await changeRound(db, council.id, round.id, ['open'], { state: 'dropped' })))
    throw new UserError('rounds-changed')
  await recordRound(context, 'round-dropped', round)
  const said: Message = { key: 'rounds-dropped', values: { title: round.title } }
  const groups = (await roundCardsOf(db, round.id)).filter(({ to }) => to.chatId !== chat.id)
  return [{ head: [said], replace: true }, ...groups.map(({ to }): Reply => ({ head: [said], to }))]
}

function assertEmpty({ versions, title }: Round) {
  if (versions.length > 0) throw new UserError('rounds-drop-not-empty', { title })
}
