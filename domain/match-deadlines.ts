import { fold } from './fold.ts'
import type { Deadline } from './plan.ts'

/** What a deadline of a task is known by in another version of the plan. */
export type Milestone = Pick<Deadline, 'wording' | 'label' | 'dueOn' | 'rrule'>

type Test = (one: Milestone, other: Milestone) => boolean

const sameLabel: Test = (one, other) => fold(one.label ?? '') === fold(other.label ?? '')
const sameDay: Test = (one, other) =>
  (one.dueOn ?? one.rrule) !== null && one.dueOn === other.dueOn && one.rrule === other.rrule
/** In this order: what is written, then the milestone's name, then the day. */
const TESTS: Test[] = [
  (one, other) => sameLabel(one, other) && fold(one.wording) === fold(other.wording),
  (one, other) => sameLabel(one, other) && sameDay(one, other),
  sameLabel,
  sameDay,
  (one, other) => one.label === null || other.label === null || sharesWords(one.label, other.label),
]

/** Pairs the deadlines of a task with those of the same task in a later version, by their indexes; equal ones in their order. */
export function matchDeadlines(before: readonly Milestone[], after: readonly Milestone[]): [number, number][] {
  const found = new Map<number, number>()
  const taken = new Set<number>()
  for (const isSame of TESTS)
    for (const [index, one] of before.entries()) {
      if (found.has(index)) continue
      const other = after.findIndex((candidate, place) => !taken.has(place) && isSame(one, candidate))
      if (other < 0) continue
      found.set(index, other)
      taken.add(other)
    }
  return [...found].sort(([a], [b]) => a - b)
}

/** Whether half of the words of the shorter label stand in the other. */
function sharesWords(one: string, other: string): boolean {
  const [words, others] = [one, other].map((label) => new Set(fold(label).split(' ')))
  const shared = [...words!].filter((word) => others!.has(word)).length
  return shared * 2 >= Math.min(words!.size, others!.size)
}
