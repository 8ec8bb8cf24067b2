import type { IsoDate } from './dates.ts'
import { undecided, type DueDeadline, type DueTask } from './due.ts'
import { effectiveDeadline } from './due-task.ts'
import { eventsOf, type Written } from './events.ts'
import type { PlanWarning } from './plan.ts'

/** One event that stands in two rows, with the dates of both where both have one. */
export interface Twins {
  task: DueTask
  other: DueTask
  dates: { here: IsoDate; there: IsoDate } | undefined
  agree: boolean
}

/** What else is written of the day of a suspect deadline, and whether that is the proposed one. */
export interface Evidence {
  place: string
  wording: string
  agrees: boolean
}

/** What a person of the secretariat should look at before a plan is approved. */
export interface ReviewPoints {
  /** Suspect deadlines on which nobody has decided, in the order of the plan. */
  pending: Written[]
  decided: Written[]
  twins: Twins[]
  /** Deadlines whose wording was not understood. */
  unread: Written[]
  /** The reader's other warnings, which no row settles. */
  others: PlanWarning[]
}

/** The points of a plan's rows as they are now; `warnings` are those of the reader. */
export function reviewPoints(tasks: DueTask[], warnings: readonly PlanWarning[]): ReviewPoints {
  const open = new Set(undecided(tasks).map(({ deadline }) => deadline.id))
  const written = tasks.flatMap((task) => task.deadlines.map((deadline) => ({ task, deadline })))
  const unreadWordings = warnings.filter(({ code }) => code === 'unread-deadline').map(({ message }) => message)
  return {
    pending: written.filter(({ deadline }) => open.has(deadline.id)),
    decided: written.filter(({ deadline }) => deadline.suspect !== null && deadline.decidedOn !== null),
    twins: twinsOf(tasks),
    unread: written.filter(
      ({ deadline }) =>
        deadline.kind === 'open' && unreadWordings.some((message) => message.includes(`“${deadline.wording}”`)),
    ),
    others: warnings.filter(({ code }) => OF_THE_DOCUMENT.has(code)),
  }
}

/** The other codes are about rows, and these tell them better as they are now. */
const OF_THE_DOCUMENT = new Set<PlanWarning['code']>(['missing-appendix', 'no-deadlines', 'unread-quota', 'unread-row'])

/** How many points are named once more before a plan is approved. */
export const openPoints = ({ pending, unread, others }: ReviewPoints): number =>
  pending.length + unread.length + others.filter(({ code }) => code === 'unread-row' || code === 'unread-quota').length

/** The two appendices in which all twins stand; undefined where they stand elsewhere, too. */
export function twinAppendices(twins: readonly Twins[]): [string, string] | undefined {
  const pairs = new Set(
    twins.map(({ task, other }) =>
      [task, other]
        .map(({ appendix }) => appendix ?? '')
        .sort()
        .join('\n'),
    ),
  )
  const [first = '', second = ''] = [...pairs][0]?.split('\n') ?? []
  return pairs.size === 1 && first !== '' && second !== '' ? [first, second] : undefined
}

/** What other rows of the same event say of the day of a suspect deadline. Another undecided date says nothing. */
export function evidenceFor({ task, deadline }: Written, tasks: readonly DueTask[]): Evidence[] {
  const rows = eventsOf(tasks).find((event) => event.includes(task)) ?? []
  const proposed = deadline.suspect?.proposed ?? null
  return rows.flatMap((row) => {
    const sure = row === task ? [] : row.deadlines.filter((one) => one.to !== null && !effectiveDeadline(one).pending)
    const agreeing = sure.find((one) => effectiveDeadline(one).to === proposed)
    const said = agreeing ?? (deadline === mainDeadline(task) ? sure[0] : undefined)
    return said ? [{ place: row.place, wording: said.wording, agrees: said === agreeing }] : []
  })
}

function twinsOf(tasks: readonly DueTask[]): Twins[] {
  return eventsOf(tasks).flatMap(([task, ...others]) =>
    others.map((other) => {
      const [here, there] = [dayOf(mainDeadline(task)), dayOf(mainDeadline(other))]
      const dates = here && there ? { here, there } : undefined
      return { task, other, dates, agree: !dates || here === there }
    }),
  )
}

/** The milestone by which an event is compared: the first that has, or should have, a date. */
const mainDeadline = ({ deadlines }: DueTask): DueDeadline | undefined =>
  deadlines.find(({ to, suspect }) => to !== null || suspect !== null)

/** The day that counts for now: the decided one, else the written one. */
const dayOf = (deadline: DueDeadline | undefined): IsoDate | null => deadline?.decidedOn ?? deadline?.to ?? null
