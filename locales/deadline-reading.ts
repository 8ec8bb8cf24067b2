import { addDays, formatDate, type IsoDate } from '#domain/dates.ts'
import { effectiveDeadline, type DueDeadline } from '#domain/due.ts'
import type { Message } from '#domain/messages.ts'
import { namesDays, occurrences } from '#domain/occurrences.ts'
import type { SuspectReason } from '#domain/plan.ts'

/** A deadline with how it is read: "Trước ngày 15/3/2025 → hạn cuối 14/3/2025". `from`: where its plan begins. */
export function readingMessage(deadline: DueDeadline, from: IsoDate | null): Message {
  const { wording, decidedOn, suspect } = deadline
  const pending = suspect !== null && decidedOn === null
  return { key: pending ? 'plan-reading-doubt' : 'plan-reading', values: { wording, reading: readAs(deadline, from) } }
}

/** How a deadline is read, without its words. */
export function readAs(deadline: DueDeadline, planFrom: IsoDate | null): Message {
  const { kind, rrule, suspect } = deadline
  const { from, to, dueOn, pending } = effectiveDeadline(deadline)
  if (pending && !suspect?.proposed) return { key: 'plan-read-doubt-unknown' }
  if (pending) return { key: 'plan-read-doubt', values: { date: formatDate(suspect!.proposed!) } }
  if (rrule) return recurringMessage(rrule, planFrom)
  if (deadline.decidedOn && dueOn) return decidedMessage(deadline, deadline.decidedOn, dueOn)
  if (!dueOn) return { key: kind === 'ongoing' ? 'plan-read-ongoing' : 'plan-read-undated' }
  if (from && to && from !== to)
    return { key: 'plan-read-span', values: { from: formatDate(from), to: formatDate(to) } }
  return { key: 'plan-read-due', values: { date: formatDate(dueOn) } }
}

/** The official wording, with the date that the secretariat decided on in place of the written one. */
export function wordingWithDecision(deadline: DueDeadline): string | Message {
  const { kind, wording, decidedOn, to } = deadline
  const { dueOn } = effectiveDeadline(deadline)
  if (!decidedOn || !dueOn || decidedOn === to) return wording
  const values = { wording, date: formatDate(decidedOn), due: formatDate(dueOn) }
  return { key: kind === 'before' ? 'due-decided-before' : 'due-decided', values }
}

/** The date that was chosen takes the place of the written one: before it, or on it. */
function decidedMessage({ kind, to }: DueDeadline, decidedOn: IsoDate, dueOn: IsoDate): Message {
  const values = { date: formatDate(decidedOn), due: formatDate(dueOn) }
  if (decidedOn === to) return { key: 'plan-read-as-written', values }
  return { key: kind === 'before' ? 'plan-read-decided-before' : 'plan-read-decided', values }
}

function recurringMessage(rrule: string, planFrom: IsoDate | null): Message {
  if (!namesDays(rrule) || !planFrom) return { key: 'plan-read-recurring' }
  const [first, second] = occurrences(rrule, planFrom, addDays(planFrom, 800))
  if (!first || !second) return { key: 'plan-read-recurring' }
  return { key: 'plan-read-recurring-days', values: { first: formatDate(first), second: formatDate(second) } }
}

/** Why a date cannot be right. */
export const reasonOfDoubt = (reason: SuspectReason): Message => ({ key: DOUBTS[reason] })

const DOUBTS: Record<SuspectReason, string> = {
  'before-issue': 'plan-doubt-before-issue',
  'outside-period': 'plan-doubt-outside-period',
  'outside-section': 'plan-doubt-outside-section',
  'impossible-date': 'plan-doubt-impossible-date',
  'implausible-year': 'plan-doubt-implausible-year',
}

/** Lines under one another, as one message. */
export function linesMessage([first, ...rest]: [Message, ...Message[]]): Message {
  return rest.reduce((above, line) => ({ key: 'plan-lines', values: { first: above, rest: line } }), first)
}
