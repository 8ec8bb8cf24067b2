import { formatDate } from '#domain/dates.ts'
import type { DueEntry } from '#domain/due.ts'
import type { Written } from '#domain/events.ts'
import type { Message } from '#domain/messages.ts'
import { wordingWithDecision } from '#locales/deadline-reading.ts'

/** Entries that stand under one heading: one, or several occurrences of a recurring deadline. */
export type Together = [DueEntry, ...DueEntry[]]

/** More occurrences of one deadline than this stand on one line: the months of a quarter may stand apart, the weeks may not. */
const MOST_APART = 3
/** More dates than this are not listed one by one. */
const MOST_DATES = 6

/**
 * Puts occurrences of a recurring deadline together where they would drown the rest of the list: all that are past and not done, and longer
 * rows of others. They stand where the first of them stood.
 */
export function togetherRecurring(entries: DueEntry[]): Together[] {
  const alike = (entry: DueEntry) =>
    entries.filter(({ deadline, status }) => deadline.id === entry.deadline.id && status === entry.status)
  return entries.flatMap((entry): Together[] => {
    const [first, ...rest] = entry.deadline.rrule ? alike(entry) : [entry]
    const together =
      entry.status === 'overdue'
        ? rest.length > 0
        : ['open', 'done'].includes(entry.status) && rest.length >= MOST_APART
    if (!together) return [[entry]]
    return first === entry ? [[entry, ...rest]] : []
  })
}

/** The mark, the official wording and how many days are left or over. */
export function entryHeading([entry, ...rest]: Together): Message {
  const { deadline, status, daysLeft } = entry
  const wording = rest.length > 0 ? occurrencesWording([entry, ...rest]) : deadlineWording(entry)
  const days = Math.abs(daysLeft)
  if (rest.length > 0) return { key: `due-several-${status}`, values: { wording, days, count: rest.length + 1 } }
  if (status === 'suspect') {
    const { proposed } = deadline.suspect ?? {}
    if (!proposed) return { key: 'due-suspect-unknown', values: { wording } }
    return { key: 'due-suspect', values: { wording, date: formatDate(proposed) } }
  }
  if (status === 'overdue') return { key: 'due-overdue', values: { wording, days } }
  if (status === 'done') return { key: 'due-done', values: { wording } }
  if (daysLeft === 0) return { key: status === 'ongoing' ? 'due-ongoing-today' : 'due-today', values: { wording } }
  return { key: status === 'ongoing' ? 'due-ongoing' : 'due-open', values: { wording, days } }
}

/** What is to be done; below it what other rows say of the day and nobody has decided on. */
export function withDoubts(task: Message, doubts: readonly Written[]): Message {
  return doubts.reduce<Message>(
    (above, doubt) => ({ key: 'due-doubted', values: { task: above, doubt: doubtMessage(doubt) } }),
    task,
  )
}

function doubtMessage({ task: { place }, deadline: { wording, suspect } }: Written): Message {
  if (!suspect?.proposed) return { key: 'due-doubt-unknown', values: { place, wording } }
  return { key: 'due-doubt', values: { place, wording, date: formatDate(suspect.proposed) } }
}

/** The official wording; behind it the occurrence of a recurring one, and the date that the secretariat decided on. */
function deadlineWording({ deadline, dueOn }: DueEntry): string | Message {
  const { wording, rrule } = deadline
  if (rrule) return { key: 'due-occurrence', values: { wording, date: formatDate(dueOn) } }
  return wordingWithDecision(deadline)
}

function occurrencesWording(entries: Together): Message {
  const { wording } = entries[0].deadline
  const dates = entries.map(({ dueOn }) => formatDate(dueOn))
  const shown = dates.length > MOST_DATES ? `${dates[0]} … ${dates.at(-1)}` : dates.join(', ')
  return { key: 'due-occurrences', values: { wording, dates: shown } }
}
