import { may } from '#domain/access.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import { QUOTA_CATEGORIES } from '#domain/plan.ts'
import type { Round } from '#domain/rounds/round.ts'
import { standing, type Entry, type MovementStanding, type UnitStanding } from '#domain/rounds/standing.ts'
import { countsMessage, deadlineMessage, limitsMessage, listed, movementLabel } from '#locales/round-message.ts'
import type { CouncilContext } from './command.ts'
import { tallyLine } from './tally-line.ts'

const MARKS = { in: '✅', over: '⚠', partly: '⏳', missing: '⏳' } as const

/** The result of a round as a table that a phone can show: units under each movement, with what they nominated of their quota. */
export function tallyPage(context: CouncilContext, round: Round, page: number): Reply {
  const { council, chat, roles } = context
  const state = standing(round)
  const secretary = chat.kind === 'private' && may('run-rounds', roles, false)
  const waiting = state.units.filter(({ state: one }) => one === 'missing')
  const values = { title: round.title, deadline: deadlineMessage(round.deadline, council.timeZone) }
  return {
    head: [
      { key: round.state === 'closed' ? 'tally-title-closed' : 'tally-title', values },
      { key: 'tally-answered', values: { answered: state.answered, expected: state.expected } },
    ],
    blocks: state.movements.flatMap((movement) => blocksOf(movement, state.units)),
    foot:
      waiting.length === 0
        ? []
        : [secretary ? namesOf(waiting) : { key: 'tally-missing', values: { count: waiting.length } }],
    choices: formChoices(context, round),
    standing: true,
    page: { number: page, line: `${tallyLine(round.id)} trang` },
  }
}

function blocksOf(standing: MovementStanding, units: UnitStanding[]): Block[] {
  const heading = headingOf(standing)
  const entries = units.flatMap((unit) => unit.entries.filter(({ movement }) => movement === standing.movement))
  const said = entries.filter(({ latest }) => latest !== undefined)
  if (said.length === 0) return [{ heading, body: { key: 'tally-nothing-yet' } }]
  return said.map((entry) => ({ heading, body: lineOf(entry) }))
}

function headingOf({ movement, limits, granted, over, beyondTotal }: MovementStanding): Message {
  const sums = limits
    ? { key: 'tally-of', values: { counts: countsMessage(granted), quota: limitsMessage(limits) } }
    : countsMessage(granted)
  const notes = [
    ...(Object.keys(over).length > 0 ? [{ key: 'tally-waiting', values: { over: countsMessage(over) } }] : []),
    ...(Object.keys(beyondTotal).length > 0
      ? [{ key: 'tally-beyond', values: { over: countsMessage(beyondTotal) } }]
      : []),
  ]
  const values = { movement: movementLabel(movement.name), sums, notes: notes.length > 0 ? listed(notes) : '' }
  return { key: notes.length > 0 ? 'tally-movement-notes' : 'tally-movement', values }
}

function lineOf({ unit, limits, counts, over, accepted, missing, state }: Entry): Message {
  const said = QUOTA_CATEGORIES.flatMap((category): Message[] => {
    const count = counts[category]
    if (count === undefined) return []
    const max = limits?.[category]?.max ?? (limits ? 0 : undefined)
    if (max === undefined) return [{ key: `counts-${category}`, values: { count } }]
    return [{ key: `tally-${category}`, values: { count, max } }]
  })
  const notes = [
    ...(Object.keys(over).length > 0 ? [{ key: 'tally-waiting', values: { over: countsMessage(over) } }] : []),
    ...(Object.keys(accepted).length > 0 ? [{ key: 'tally-accepted', values: { over: countsMessage(accepted) } }] : []),
    ...(missing.length > 0
      ? [
          {
            key: 'tally-lacks',
            values: { categories: listed(missing.map((category) => ({ key: `category-${category}` }))) },
          },
        ]
      : []),
  ]
  const values = {
    mark: MARKS[state],
    unit: unit.name,
    counts: said.length > 0 ? listed(said) : { key: 'counts-unsaid' },
    notes: notes.length > 0 ? listed(notes) : '',
  }
  return { key: notes.length > 0 ? 'tally-line-notes' : 'tally-line', values }
}

function namesOf(units: UnitStanding[]): Message {
  return { key: 'tally-missing-names', values: { units: units.map(({ unit }) => unit.name).join('; ') } }
}

function formChoices({ roles, chat }: CouncilContext, { id }: Round): Choice[][] {
  const files: Choice[] = [
    { label: { key: 'choice-tally-picture' }, line: tallyLine(id, 'picture') },
    { label: { key: 'choice-tally-workbook' }, line: tallyLine(id, 'workbook') },
  ]
  const minutes = { label: { key: 'choice-tally-minutes' }, line: tallyLine(id, 'minutes') }
  return [may('run-rounds', roles, false) && chat.kind === 'private' ? [...files, minutes] : files]
}
