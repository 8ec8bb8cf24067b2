import type { Message, Reply } from '#domain/messages.ts'
import { QUOTA_CATEGORIES, type QuotaCategory } from '#domain/plan.ts'
import { nominateLine, type NominateLine } from '#domain/rounds/nominate-line.ts'
import type { Counts, Round } from '#domain/rounds/round.ts'
import type { Entry, MovementStanding } from '#domain/rounds/standing.ts'
import { countsMessage, limitsMessage, listed, movementLabel } from '#locales/round-message.ts'
import { place } from './nominate-message.ts'

interface Storing {
  before: Entry
  stored: Entry
  /** Set where the movement exceeds the council's total. */
  total: MovementStanding | undefined
  /** How the unit stands in the round's other movements. */
  rest: Entry[]
  /** Whether the unit may still say it anew. */
  changeable: boolean
}

/** An answer, and apart from it what comes next: of all that one message led to, only the last one's is said. */
export interface Told extends Reply {
  next?: Reply
}

/** What was stored, how it stands against the quota, what is still asked for. */
export function storedReply(round: Round, { before, stored, total, rest, changeable }: Storing): Told {
  const first = Object.keys(before.counts).length === 0
  const values = { ...place(round, stored), counts: countsMessage(stored.counts), before: countsMessage(before.counts) }
  return {
    head: [
      { key: first ? 'nominate-stored' : 'nominate-changed', values },
      ...quotaLines(stored),
      ...(total ? [{ key: 'nominate-beyond-total', values: { over: countsMessage(total.beyondTotal) } }] : []),
      ...(stored.missing.length > 0 ? [missingLine(stored)] : []),
    ],
    next: nextStep(round, stored, rest, changeable),
  }
}

/** The next words are the base of a percentage, or the category that is still missing; else the other movements are named, or that none is left. */
function nextStep(round: Round, entry: Entry, rest: Entry[], changeable: boolean): Reply {
  const line: NominateLine = { roundId: round.id, unitId: entry.unit.id, movementId: entry.movement.id, words: '' }
  const open = rest.filter(({ missing }) => missing.length > 0)
  const head = open.length > 0 ? [restLine(open)] : []
  if (entry.missing.length > 0) return { head, asks: nominateLine(line) }
  if (entry.needsBase) return { head, asks: nominateLine({ ...line, base: true }) }
  if (open.length === 0) {
    const complete = { key: 'nominate-complete', values: { count: rest.length + 1 } }
    return {
      head: [...(rest.length > 0 ? [complete] : []), ...(changeable ? [{ key: 'nominate-how-to-change' }] : [])],
    }
  }
  const none: NominateLine = { roundId: round.id, unitId: entry.unit.id, rest: true, words: 'không có' }
  const label = { key: 'choice-movements-rest', values: { count: open.length } }
  return { head, choices: [[{ label, line: nominateLine({ ...none, sure: true }) }]], personal: true }
}

/**
 * What one message led to, as it is said: answers without a choice or a question stand in one message, with what comes next below; to other
 * chats each goes by itself.
 */
export function joined(replies: Told[]): Reply[] {
  const plain = replies.filter(({ choices, asks, to }) => !choices?.length && asks === undefined && to === undefined)
  const others = replies.filter((reply) => !plain.includes(reply))
  const [first] = plain
  if (!first) return others
  const next = plain.flatMap((reply) => reply.next ?? []).at(-1)
  const head = [...plain.flatMap((reply) => reply.head), ...(next?.head ?? [])]
  return [{ ...next, head, ...(first.about ? { about: first.about } : {}) }, ...others]
}

function quotaLines({ limits, counts, over, accepted, needsBase, movement }: Entry): Message[] {
  if (needsBase) return [{ key: 'nominate-base', values: { wording: movement.wording } }]
  if (Object.keys(over).length > 0) return [{ key: 'nominate-requested', values: { over: countsMessage(over) } }]
  if (Object.keys(accepted).length > 0) return [{ key: 'nominate-accepted', values: { over: countsMessage(accepted) } }]
  if (!limits) return []
  const left = pick(limits, (category, { max }) => max - (counts[category] ?? 0))
  const exact = Object.values(left).every((count) => count === 0)
  const quota = limitsMessage(limits)
  return [
    exact
      ? { key: 'nominate-exact', values: { quota } }
      : { key: 'nominate-left', values: { quota, left: countsMessage(left) } },
  ]
}

function pick<Value>(
  values: Partial<Record<QuotaCategory, Value>>,
  of: (category: QuotaCategory, value: Value) => number,
): Counts {
  const found: Counts = {}
  for (const category of QUOTA_CATEGORIES) {
    const value = values[category]
    if (value !== undefined) found[category] = Math.max(0, of(category, value))
  }
  return found
}

function missingLine({ missing }: Entry): Message {
  const categories = listed(missing.map((category) => ({ key: `category-${category}` })))
  return { key: 'nominate-missing', values: { categories } }
}

function restLine(open: Entry[]): Message {
  return {
    key: 'nominate-rest',
    values: { movements: open.map(({ movement }) => movementLabel(movement.name)).join('; ') },
  }
}
