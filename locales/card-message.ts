import type { QuarterCard } from '#domain/card.ts'
import { formatDate } from '#domain/dates.ts'
import type { DueEntry } from '#domain/due.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { periodMessage } from './period-message.ts'

/** So many of the nearest and of the overdue are named: the card must stay one message, and readable on a phone. */
const MOST_NAMED = 5
const LONGEST_TITLE = 100

/** The card of a quarter: how much is done, what is overdue, what comes next. */
export function cardMessage({ period, on, total, done, left, overdue, undecided, undated }: QuarterCard): Reply {
  const counts = { done, total, left: left.length, overdue: overdue.length }
  return {
    head: [
      { key: 'card-title', values: { period: periodMessage(period), date: formatDate(on) } },
      { key: 'card-counts', values: counts },
      ...list('card-overdue', '❗', overdue),
      ...list('card-next', '⏳', left),
      ...(left.length + overdue.length === 0 ? [{ key: 'card-nothing-left' }] : []),
    ],
    foot: [
      ...(undecided > 0 ? [{ key: 'card-undecided', values: { count: undecided } }] : []),
      ...(undated > 0 ? [{ key: 'due-undated-count', values: { count: undated } }] : []),
    ],
  }
}

function list(heading: string, mark: string, entries: DueEntry[]): Message[] {
  if (entries.length === 0) return []
  const more = entries.length - MOST_NAMED
  return [
    { key: 'card-gap' },
    { key: heading },
    ...entries.slice(0, MOST_NAMED).map((entry) => line(mark, entry)),
    ...(more > 0 ? [{ key: 'card-more', values: { count: more } }] : []),
  ]
}

function line(mark: string, { task, deadline, dueOn, sources }: DueEntry): Message {
  const wording = deadline.rrule
    ? { key: 'due-occurrence', values: { wording: deadline.wording, date: formatDate(dueOn) } }
    : deadline.wording
  return {
    key: 'card-line',
    values: { mark, wording, title: shorten(task.title, LONGEST_TITLE), place: sources.join(', ') },
  }
}
