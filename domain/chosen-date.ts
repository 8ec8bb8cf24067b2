import { addDays, type IsoDate } from './dates.ts'
import { readDeadlines, type DeadlineContext } from './deadlines/read-deadlines.ts'
import type { DueDeadline } from './due-task.ts'
import type { Suspect } from './plan.ts'

/** A date that a person says in place of a suspect one. */
export interface ChosenDate {
  on: IsoDate
  /** Why it may not be right either. */
  suspect: Suspect | null
}

/**
 * The date that words say in place of a deadline's: a bare date takes the place of the written one, as in "before …"; a deadline in
 * words ("chậm nhất 20/6") gives the last day on time. Undefined where the words are not one date.
 */
export function chosenDate(
  words: string,
  { kind }: Pick<DueDeadline, 'kind'>,
  context: DeadlineContext,
): ChosenDate | undefined {
  const { deadlines } = readDeadlines(words, context)
  const [only, ...others] = deadlines
  if (!only?.to || !only.dueOn || others.length > 0) return undefined
  if (only.kind === 'on') return { on: only.to, suspect: only.suspect }
  return { on: kind === 'before' ? addDays(only.dueOn, 1) : only.dueOn, suspect: only.suspect }
}
