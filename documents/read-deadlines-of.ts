import type { IsoDate } from '#domain/dates.ts'
import { readDeadlines } from '#domain/deadlines/read-deadlines.ts'
import type { DeadlineContext } from '#domain/deadlines/read-deadlines.ts'
import { placesOf } from '#domain/places.ts'
import type { Deadline, DraftTask, PlanFacts, PlanWarning } from '#domain/plan.ts'
import type { FoundTask } from './found-task.ts'
import { mainDate, sameEvents } from './same-events.ts'
import type { SameEvent } from './same-events.ts'
import { duplicateTask, suspectWarning, unreadDeadline } from './warnings.ts'

interface ReadTask {
  task: DraftTask
  unread: string[]
}

/** The date of the same event elsewhere, and the index of the task that has it. */
interface Evidence {
  task: number
  date: IsoDate
}

/**
 * Found tasks with their deadlines read. `year` completes dates without one; where it is unknown, no wording can be read and all are
 * kept as `open`. Where a date does not fit and the same event stands elsewhere with a date, that date is evidence for the proposal.
 */
export function readDeadlinesOf(
  found: readonly FoundTask[],
  facts: PlanFacts,
  year: number | undefined,
): { tasks: DraftTask[]; warnings: PlanWarning[] } {
  const read = (task: FoundTask, sameEvent?: IsoDate) => readTask(task, year && contextOf(task, facts, year, sameEvent))
  const first = found.map((task) => read(task))
  const pairs = sameEvents(first.map(({ task }) => task))
  const evidence = evidenceOf(pairs, first)
  const results = first.map((result, index) => {
    const proof = evidence.get(index)
    return proof ? read(found[index]!, proof.date) : result
  })
  const places = placesOf(found).map(({ label }) => label)
  return { tasks: results.map(({ task }) => task), warnings: warningsOf(results, pairs, evidence, places) }
}

function contextOf(
  task: FoundTask,
  { issuedOn, from, to }: PlanFacts,
  year: number,
  sameEvent: IsoDate | undefined,
): DeadlineContext {
  return {
    year,
    ...(task.quarter && { quarter: task.quarter }),
    ...(issuedOn && { issuedOn }),
    ...(from && { from }),
    ...(to && { to }),
    ...(sameEvent && { sameEvent }),
  }
}

function readTask(found: FoundTask, context: DeadlineContext | undefined | 0): ReadTask {
  const { appendix, section, no, title, direct, lead, support, deadline } = found
  const { deadlines, unread } =
    deadline === null ? { deadlines: [], unread: [] } : context ? readDeadlines(deadline, context) : kept(deadline)
  return { task: { appendix, section, no, title, direct, lead, support, deadlines }, unread }
}

function kept(wording: string): { deadlines: Deadline[]; unread: string[] } {
  const open: Deadline = {
    wording,
    label: null,
    kind: 'open',
    from: null,
    to: null,
    rrule: null,
    dueOn: null,
    suspect: null,
  }
  return { deadlines: [open], unread: [wording] }
}

function evidenceOf(pairs: readonly SameEvent[], read: readonly ReadTask[]): Map<number, Evidence> {
  const evidence = new Map<number, Evidence>()
  const isSuspect = (index: number) => read[index]!.task.deadlines.some(({ suspect }) => suspect)
  for (const { task, sameAs } of pairs)
    for (const [one, other] of [
      [task, sameAs],
      [sameAs, task],
    ] as const) {
      const date = mainDate(read[other]!.task)
      if (date && isSuspect(one) && !isSuspect(other)) evidence.set(one, { task: other, date })
    }
  return evidence
}

function warningsOf(
  results: readonly ReadTask[],
  pairs: readonly SameEvent[],
  evidence: Map<number, Evidence>,
  places: readonly string[],
): PlanWarning[] {
  const suspects = results.flatMap(({ task }, index) => {
    const proof = evidence.get(index)
    const shown = proof && { at: places[proof.task]!, date: proof.date }
    // The evidence speaks of the event itself, which is the milestone with its day and month.
    return task.deadlines
      .filter(({ suspect }) => suspect)
      .map((deadline) =>
        suspectWarning(
          deadline,
          places[index]!,
          shown && deadline.suspect?.proposed === shown.date ? shown : undefined,
        ),
      )
  })
  const duplicates = pairs.map(({ task, sameAs }) => {
    const [here, there] = [mainDate(results[sameAs]!.task), mainDate(results[task]!.task)]
    return duplicateTask(places[sameAs]!, places[task]!, here && there ? { here, there } : undefined)
  })
  const unread = results.flatMap(({ unread }, index) =>
    unread.map((wording) => unreadDeadline(wording, places[index]!)),
  )
  return [...suspects, ...duplicates, ...unread]
}
