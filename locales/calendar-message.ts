import type { CalendarEvent } from '#domain/calendar-events.ts'
import type { Message } from '#domain/messages.ts'
import { wordingWithDecision } from './deadline-reading.ts'

/** As much of a title as a day's row in a calendar shows; all of it stands in the description. */
const LONGEST_TITLE = 80

/** What a calendar says of a deadline: the official wording and the short title; below, everything about it, a line each. */
export function calendarWords(event: CalendarEvent): { summary: Message; description: Message[] } {
  const { title, lead, support, planNumber } = event.task
  const wording = wordingWithDecision(event.deadline)
  const summary = { key: 'calendar-summary', values: { wording, title: shortened(title) } }
  return {
    summary,
    description: [
      { key: 'text', values: { text: title } },
      { key: 'calendar-wording', values: { wording } },
      ...(lead ? [{ key: 'calendar-lead', values: { unit: lead } }] : []),
      ...(support ? [{ key: 'calendar-support', values: { unit: support } }] : []),
      { key: 'calendar-place', values: { place: event.sources.join(', ') } },
      ...(planNumber ? [{ key: 'due-plan-undated', values: { number: planNumber } }] : []),
    ],
  }
}

function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  if (line.length <= LONGEST_TITLE) return line
  const cut = line.slice(0, LONGEST_TITLE)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_TITLE / 2)).replace(/[\s,;:.-]+$/, '')}…`
}
