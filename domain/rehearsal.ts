import type { Catch } from './catch-up.ts'
import { addDays, type IsoDate } from './dates.ts'
import type { DueEntry } from './due.ts'
import { morningFor, type Audience, type CouncilTasks } from './morning-for.ts'
import type { Reminder } from './reminders.ts'

/** A message that names more tasks than this is hard to act on. */
export const OVERLOADED_ABOVE = 10

/** A chat to be reminded, and the deadlines (by id) that it wants to be named again, each with the day. */
export interface Listener {
  as: Audience
  snoozed: ReadonlyMap<string, IsoDate>
}

export type NoticeKind = 'reminder' | 'overdue' | 'digest'

export interface RehearsedMessage<L extends Listener> {
  to: L
  morning: Catch
  /** What the one message of the morning holds, by kind: `refs` of the tasks ("PL1/7"), each once. */
  notices: { kind: NoticeKind; refs: string[] }[]
  /** How many tasks are reminded of, where that is more than OVERLOADED_ABOVE. */
  overload: number | undefined
  /** Reminders that stand here because their own day is a day off. */
  moved: Reminder[]
}

/**
 * Every message of a span of days, both ends included, by day and listener: what the scheduler says if it is there each morning and nothing is
 * done or changed in between.
 */
export function rehearse<L extends Listener>(
  { from, to }: { from: IsoDate; to: IsoDate },
  listeners: readonly L[],
  council: CouncilTasks,
): RehearsedMessage<L>[] {
  const { days } = council.rules
  const messages: RehearsedMessage<L>[] = []
  for (let on = from; on <= to; on = addDays(on, 1)) {
    if (!days.isWorking(on)) continue
    for (const listener of listeners) {
      const again = [...listener.snoozed].filter(([, day]) => days.onOrAfter(day < from ? from : day) === on)
      const snoozed = again.length > 0 ? new Set(again.map(([deadlineId]) => deadlineId)) : undefined
      const message = messageOf(listener, morningFor(listener.as, { on, through: addDays(on, -1), snoozed }, council))
      // Reports tell what went wrong, which nothing does in a rehearsal.
      if (listener.as.kind !== 'secretariat' && message.notices.length > 0) messages.push(message)
    }
  }
  return messages
}

function messageOf<L extends Listener>(to: L, morning: Catch): RehearsedMessage<L> {
  const { on, reminders, digest } = morning
  const isLate = ({ stage }: Reminder) => stage.kind === 'overdue'
  const ahead = reminders.filter((reminder) => !isLate(reminder)).map(({ entry }) => entry)
  const late = reminders.filter(isLate).map(({ entry }) => entry)
  const notices = [
    { kind: 'reminder' as const, refs: refsOf(ahead) },
    { kind: 'overdue' as const, refs: refsOf(late) },
    { kind: 'digest' as const, refs: refsOf(digest?.entries ?? []) },
  ]
  const load = refsOf([...ahead, ...late]).length
  return {
    to,
    morning,
    notices: notices.filter(({ refs }) => refs.length > 0),
    overload: load > OVERLOADED_ABOVE ? load : undefined,
    moved: reminders.filter(({ planned }) => planned !== on),
  }
}

function refsOf(entries: DueEntry[]): string[] {
  return [...new Set(entries.map(({ task }) => task.ref))]
}
