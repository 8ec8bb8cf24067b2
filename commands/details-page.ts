import { addDays, daysBetween, formatDate, localDate, localTime, type IsoDate } from '#domain/dates.ts'
import { effectiveDeadline, type DueDeadline, type DueTask } from '#domain/due.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { occurrences } from '#domain/occurrences.ts'
import type { Mark, TaskDetails } from '#prisma/task-details.ts'
import type { CouncilContext } from './command.ts'
import { planMessage } from './plan-message.ts'

/** Everything that is known of a task: who, by when as written and as read, how it stands, who marked it, and where it is written. */
export function detailsPage(
  task: DueTask,
  { section, direct, plan, marks }: TaskDetails,
  { today, council }: Pick<CouncilContext, 'today' | 'council'>,
): Reply {
  const people = { direct, lead: task.lead, support: task.support }
  return {
    head: [
      { key: 'details-title', values: { title: task.title } },
      ...Object.entries({ section, ...people }).flatMap(([name, value]) =>
        value ? [{ key: `details-${name}`, values: { [name]: value } }] : [],
      ),
      { key: 'card-gap' },
      { key: 'details-deadlines' },
      ...(task.deadlines.length === 0 ? [{ key: 'details-none' }] : []),
      ...task.deadlines.map((deadline) => deadlineMessage(task, deadline, today)),
      ...marks.map((mark) => markMessage(task, mark, council.timeZone)),
    ],
    foot: [{ key: 'details-plan', values: { place: task.place, plan: planMessage(plan) } }],
  }
}

function deadlineMessage(task: DueTask, deadline: DueDeadline, today: IsoDate): Message {
  const { mark, state } = stateOf(task, deadline, today)
  return { key: 'details-deadline', values: { mark, wording: nameOf(deadline), state } }
}

function nameOf({ label, wording }: DueDeadline): Message {
  const labelled = label && !wording.includes(label)
  return labelled ? { key: 'details-labelled', values: { label, wording } } : { key: 'text', values: { text: wording } }
}

interface State {
  mark: '✅' | '⚠' | '❗' | '⏳'
  state: Message
}

function stateOf(task: DueTask, deadline: DueDeadline, today: IsoDate): State {
  if (task.doneAt !== undefined || deadline.done) return { mark: '✅', state: { key: 'details-done' } }
  const { from, to, dueOn, pending } = effectiveDeadline(deadline)
  if (pending) return { mark: '⚠', state: suspectMessage(deadline) }
  const day = deadline.rrule ? nextOccurrence(task, deadline, today) : dueOn
  if (!day) return { mark: '⏳', state: { key: 'details-undated' } }
  const left = leftMessage(daysBetween(today, day))
  const state =
    from && to && from !== to && !deadline.rrule
      ? { key: 'details-period', values: { from: formatDate(from), to: formatDate(to), left } }
      : { key: 'details-on', values: { date: formatDate(day), left } }
  return { mark: day < today ? '❗' : '⏳', state }
}

/** The nearest occurrence from today that is not done. */
function nextOccurrence({ planTo }: DueTask, { rrule, doneThrough }: DueDeadline, today: IsoDate): IsoDate | undefined {
  const from = doneThrough && doneThrough >= today ? addDays(doneThrough, 1) : today
  return occurrences(rrule ?? '', from, planTo ?? addDays(today, 366))[0]
}

function suspectMessage({ suspect }: DueDeadline): Message {
  if (!suspect?.proposed) return { key: 'details-suspect-unknown' }
  return { key: 'details-suspect', values: { date: formatDate(suspect.proposed) } }
}

function leftMessage(days: number): Message {
  if (days === 0) return { key: 'details-today' }
  return days > 0 ? { key: 'details-left', values: { days } } : { key: 'details-overdue', values: { days: -days } }
}

function markMessage({ deadlines }: DueTask, { deadlineId, occurrence, at, name }: Mark, timeZone: string): Message {
  const deadline = deadlines.find(({ id }) => id === deadlineId)
  const wording = deadline?.wording ?? ''
  const what = occurrence ? { key: 'due-occurrence', values: { date: formatDate(occurrence), wording } } : wording
  const time = { time: localTime(at, timeZone), date: formatDate(localDate(at, timeZone)) }
  return { key: 'details-mark', values: { ...time, name, what: deadline ? what : { key: 'details-whole' } } }
}
