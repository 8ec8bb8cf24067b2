import type { QuotaCategory } from '../plan.ts'
import type { Counts, Version } from './round.ts'
import { byCategory, categoriesOf } from './sums.ts'

/** Of two messages only the revisions within this time tell which is the later: Telegram numbers its updates anew after a week without any (Bot API, Update). */
const COMPARABLE_MS = 6 * 86_400_000

/** What one message said. */
type Message = Pick<Version, 'said' | 'source' | 'at'>
type Changing = Message & { edited: boolean }
type Setters = Partial<Record<QuotaCategory, Message>>

/** The numbers that a message changes, and whether anything of it counts: the same number said again does. */
interface Change {
  counts: Counts
  counted: boolean
}

/** What a message changes in what these versions of the same unit and movement left, by the rules of `handIn`. */
export const changeBy = (input: Changing, versions: readonly Message[]): Change =>
  input.source?.revision === undefined ? changeOf(input, versions) : settersChange(input, versions)

/** What a message without a revision changes: it is the last one, whatever was before. */
function changeOf(input: Changing, versions: readonly Message[]): Change {
  const previous = input.edited ? versions.findLast((one) => isSameMessage(one, input)) : undefined
  const counts = difference(input.said, previous?.said)
  return { counts, counted: categoriesOf(counts).length > 0 }
}

/**
 * What a message with a revision changes: the categories of which it is the last to say something, and those of which it shows that a later
 * state of the same message did not change them.
 */
function settersChange(input: Changing, versions: readonly Message[]): Change {
  const comparable = versions.filter((one) => isComparable(one, input))
  if (comparable.some((one) => revisionOf(one) === revisionOf(input))) return { counts: {}, counted: false }
  const before = settersOf(comparable, versions)
  const after = settersOf([...comparable, input], [...versions, input])
  const counts = byCategory((category) =>
    after[category] === before[category] ? undefined : after[category]?.said[category],
  )
  const sets = categoriesOf(after).some((category) => after[category] === input)
  const corrects = categoriesOf(counts).some((category) => counts[category] !== before[category]?.said[category])
  return { counts, counted: sets || corrects }
}

/** Who was the last to change each category, by revision and not by arrival. */
function settersOf(messages: readonly Message[], all: readonly Message[]): Setters {
  const setters: Setters = {}
  for (const one of messages.toSorted((a, b) => revisionOf(a) - revisionOf(b)))
    for (const category of categoriesOf(difference(one.said, stateBefore(one, all)?.said))) setters[category] = one
  return setters
}

/** What the same message said before it was changed into this. */
function stateBefore(one: Message, all: readonly Message[]): Message | undefined {
  return all
    .filter((other) => isSameMessage(other, one) && revisionOf(other) < revisionOf(one))
    .sort((a, b) => revisionOf(a) - revisionOf(b))
    .at(-1)
}

const difference = (said: Counts, before: Counts = {}): Counts =>
  byCategory((category) => (said[category] === before[category] ? undefined : said[category]))

const revisionOf = ({ source }: Pick<Message, 'source'>): number => source?.revision ?? NaN

const isSameMessage = ({ source: a }: Message, { source: b }: Message): boolean =>
  a !== undefined && a.platform === b?.platform && a.chat === b.chat && a.messageId === b.messageId

const isComparable = (one: Message, input: Changing): boolean =>
  one.source?.revision !== undefined &&
  one.source.platform === input.source?.platform &&
  Math.abs(input.at.getTime() - one.at.getTime()) < COMPARABLE_MS
