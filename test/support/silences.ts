import type { Life } from './fleet.ts'
import { groupBy } from './group-by.ts'
import type { Morning } from './judge-morning.ts'
import type { OutboxChange } from './row-history.ts'
import { lengthOf, overlap, within, type Span } from './spans.ts'

/** A time in which a bot that had something to send sent nothing. */
export interface Silence extends Span {
  token: string
  /** How much of it a single worker was there for, in milliseconds. */
  unexcused: number
}

/** The times of more than a second in which a bot sent nothing though it had something to send. */
export function silences({ rows, taken, outbox, lives }: Morning): Silence[] {
  const waits = waitsByRow(outbox)
  const rowsOf = groupBy(rows, ({ token }) => token)
  const workers = lives.filter(({ role }) => role === 'work')
  return [...groupBy(taken, ({ token }) => token)].flatMap(([token, sent]) => {
    const spans = rowsOf.get(token)?.flatMap(({ id }) => waits.get(id) ?? []) ?? []
    const instants = [0, ...sent.map(({ at }) => at)].toSorted((one, other) => one - other)
    return instants.slice(1).flatMap((to, index) => {
      const from = instants[index]!
      if (to - from < 1000) return []
      return within(spans, { from, to }).map((span) => ({ ...span, token, unexcused: longestLifeIn(span, workers) }))
    })
  })
}

/** From when each row was put there until it was ended. */
function waitsByRow(changes: OutboxChange[]): Map<number, Span> {
  const waits = new Map<number, Span>()
  for (const { row, from, to, at } of changes) {
    if (from === null) waits.set(row, { from: at, to: Infinity })
    const wait = waits.get(row)
    if (wait && to !== 'waiting' && to !== 'sending') wait.to = at
  }
  return waits
}

function longestLifeIn(span: Span, lives: Life[]): number {
  return Math.max(0, ...lives.map((life) => lengthOf(overlap(span, life))))
}
