import { daysBetween } from '#domain/dates.ts'
import type { IsoDate } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import type { DraftTask } from '#domain/plan.ts'

/** Two tasks, by their indexes, that are one event: `task` is the later one in the document. */
export interface SameEvent {
  task: number
  sameAs: number
}

interface Profile {
  appendix: string | null
  words: Set<string>
  meeting: boolean
  date: IsoDate | undefined
}

/** Beyond this no plan was seen; comparing all with all would take too long. */
const MAX_TASKS = 1000
const MIN_SHARED_WORDS = 4
/** How much of the shorter wording must be in the longer one: with dates close together, and without dates to compare. */
const ALIKE = 0.72
const ALIKE_WITHOUT_DATES = 0.9
const CLOSE_DAYS = 14

/**
 * Tasks of different appendices (or of an appendix and the body) that are the same event, such as a session of the council and the task
 * to hold it. Told by their words, rare ones counting more, and by day and month, since a misprinted year is what this must find.
 * Each task is paired once; in doubt not at all.
 */
export function sameEvents(tasks: readonly DraftTask[]): SameEvent[] {
  if (tasks.length > MAX_TASKS) return []
  const profiles = tasks.map(profileOf)
  const weight = wordWeights(profiles)
  const pairs: (SameEvent & { score: number })[] = []
  for (let task = 1; task < profiles.length; task++)
    for (let sameAs = 0; sameAs < task; sameAs++) {
      const score = likeness(profiles[task]!, profiles[sameAs]!, weight)
      if (score !== undefined) pairs.push({ task, sameAs, score })
    }
  const taken = new Set<number>()
  return pairs
    .sort((a, b) => b.score - a.score)
    .flatMap(({ task, sameAs }) => {
      if (taken.has(task) || taken.has(sameAs)) return []
      taken.add(task).add(sameAs)
      return [{ task, sameAs }]
    })
    .sort((a, b) => a.task - b.task)
}

/** The date by which a task is compared with others: its first milestone that has one. */
export const mainDate = (task: DraftTask): IsoDate | undefined =>
  task.deadlines.find(({ to }) => to !== null)?.to ?? undefined

function profileOf(task: DraftTask): Profile {
  const title = fold(task.title).slice(0, 2000)
  return {
    appendix: task.appendix,
    words: new Set(title.match(/[a-z0-9]+(?:\/[0-9]+)*/g) ?? []),
    meeting: /\b(?:hop|phien|ky hop|hoi nghi|dai hoi|gap mat|toa dam)\b/.test(title.slice(0, 60)),
    date: mainDate(task),
  }
}

/** How much a word tells: the fewer tasks have it, the more. */
function wordWeights(profiles: readonly Profile[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { words } of profiles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + profiles.length / (counts.get(word) ?? 1))
}

function likeness(a: Profile, b: Profile, weight: (word: string) => number): number | undefined {
  if (a.appendix === b.appendix || a.meeting !== b.meeting) return undefined
  const shared = [...a.words].filter((word) => b.words.has(word))
  if (shared.length < MIN_SHARED_WORDS) return undefined
  const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weight(word), 0)
  const alike = sum(shared) / Math.min(sum(a.words), sum(b.words))
  const days = a.date && b.date ? daysOfYearBetween(a.date, b.date) : undefined
  if (days === undefined) return alike >= ALIKE_WITHOUT_DATES ? alike : undefined
  return alike >= ALIKE && days <= CLOSE_DAYS ? alike + 0.3 - days / 100 : undefined
}

/** Days between two dates by day and month alone. */
function daysOfYearBetween(a: IsoDate, b: IsoDate): number {
  const inYear = (date: IsoDate) => daysBetween('2024-01-01', `2024${date.slice(4)}` as IsoDate)
  const days = Math.abs(inYear(a) - inYear(b))
  return Math.min(days, 366 - days)
}
