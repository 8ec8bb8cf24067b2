import type { Message, Reply } from '#domain/messages.ts'
import type { QuotaCategory } from '#domain/plan.ts'
import { phaseOf, silence, sumCategories, within, type Phase } from '#domain/rounds/round-card.ts'
import type { Round } from '#domain/rounds/round.ts'
import type { Entry, MovementStanding, Standing } from '#domain/rounds/standing.ts'
import { categoriesOf } from '#domain/rounds/sums.ts'
import { lineOf, type Line } from './card-line.ts'
import { unitLines, type Labels } from './round-card-units.ts'
import { answerHint } from './round-hint.ts'
import { deadlineMessage, joined, movementLabels, numbersMessage, roundTitle } from './round-message.ts'

/** The card is one message on every network, and no longer than people read on a phone; in UTF-16 units. */
const LONGEST = 1800
/** Movements take so much of it at most. */
const MOST_SUMS = 700
/** Room for the lines that say what was left out. */
const LEFT_OUT = 100

/** Lines of choices below it take so much of the message where there are no buttons. */
const CHOICES = 400

/**
 * The card of a round: who answered what, the sums beside the quotas, how many are missing, how to answer. It is always one message, with room for
 * numbered choices where that is asked for.
 */
export function roundCardMessage(
  round: Round,
  standing: Standing,
  timeZone: string,
  now: Date,
  { aboveChoices = false }: { aboveChoices?: boolean } = {},
): Reply {
  const phase = phaseOf(round, now)
  const labels = labelsOf(standing)
  const top = [titleMessage(round, phase, timeZone), ...countLines(standing, labels)]
  const hint = phase === 'open' ? answerHint(entriesOf(standing)) : { key: `round-card-hint-${phase}` }
  const bottom = [...silenceLines(standing), hint]
  const longest = aboveChoices ? LONGEST - CHOICES : LONGEST
  const room = longest - LEFT_OUT - lineOf(...top, ...bottom).length
  return { head: [...top, ...unitLines(standing, labels, room), ...bottom] }
}

const entriesOf = ({ units }: Standing): Entry[] => units.flatMap(({ entries }) => entries)

function labelsOf({ movements }: Standing): Labels {
  if (movements.length < 2) return new Map()
  const labels = movementLabels(movements.map(({ movement }) => movement.name))
  return new Map(movements.map(({ movement }, index) => [movement.id, labels[index]!]))
}

function titleMessage(round: Round, phase: Phase, timeZone: string): Message {
  const at = phase === 'closed' ? (round.closedAt ?? round.deadline) : round.deadline
  const values = { title: roundTitle(round.title), deadline: deadlineMessage(at, timeZone) }
  return { key: TITLES[phase], values }
}

const TITLES: Record<Phase, string> = {
  open: 'round-card-title-open',
  over: 'round-card-title-over',
  closed: 'round-card-title-closed',
}

/** With one movement its sums stand beside the count of units, else each movement has a line of its own. */
function countLines(standing: Standing, labels: Labels): Message[] {
  const { answered, expected, movements } = standing
  const units = { key: 'round-card-units', values: { answered, expected } }
  const [first, ...more] = sumLines(standing, labels).flatMap(({ messages }) => messages)
  if (!first) return [units]
  return movements.length === 1 ? [joined('dotted', [units, first]), ...more] : [units, first, ...more]
}

/** Where not all movements have room, those with something to decide come first, and the rest is counted. */
function sumLines(standing: Standing, labels: Labels): Line[] {
  const all = standing.movements.map((movement) => ({ movement, ...sumLine(movement, standing, labels) }))
  const urgent = all.toSorted((one, other) => decisions(other.movement) - decisions(one.movement))
  const kept = within(urgent, MOST_SUMS)
  const more = { key: 'round-card-more-movements', values: { count: all.length - kept.length } }
  return [...all.filter((line) => kept.includes(line)), ...(kept.length < all.length ? [lineOf(more)] : [])]
}

const decisions = ({ over, beyondTotal }: MovementStanding) =>
  categoriesOf(over).length + categoriesOf(beyondTotal).length

/** "Tập thể 4/15 · Cá nhân 9/38 (+1 chờ quyết định)", and below it what exceeds the council's total. */
function sumLine(movement: MovementStanding, standing: Standing, labels: Labels): Line {
  const label = labels.get(movement.movement.id)
  const categories = sumCategories(movement, standing)
  const parts = categories.map((category) => sumMessage(movement, category))
  const sums = parts.length > 0 ? joined('dotted', parts) : { key: 'counts-unsaid' }
  const line = label === undefined ? sums : { key: 'round-card-movement', values: { movement: label, sums } }
  const over = movement.beyondTotal
  return categoriesOf(over).length === 0
    ? lineOf(line)
    : lineOf(line, { key: 'round-card-beyond', values: { over: numbersMessage(over) } })
}

function sumMessage({ limits, granted, over }: MovementStanding, category: QuotaCategory): Message {
  const quota = limits?.[category]
  const sum = quota ? `${granted[category] ?? 0}/${quota.max}` : String(granted[category] ?? 0)
  const count = over[category] ?? 0
  const waiting = { key: 'round-card-waiting', values: { sum, count } }
  return { key: `round-card-${category}`, values: { sum: count > 0 ? waiting : sum } }
}

/** How many are missing. Their names are nobody's business in a group. */
function silenceLines(standing: Standing): Message[] {
  const { missing, partly } = silence(standing)
  return [
    ...(missing > 0 ? [{ key: 'round-card-missing', values: { count: missing } }] : []),
    ...(partly > 0 ? [{ key: 'round-card-partly', values: { count: partly } }] : []),
  ]
}
