import { daysBetween } from './dates.ts'
import { fold } from './fold.ts'
import type { Deadline, DraftTask } from './plan.ts'
import { marksConflict, titleMarks, withoutDates, type TitleMarks } from './title-marks.ts'

/** What a row of a plan is known by in another version of it. */
export type Row = Pick<DraftTask, 'appendix' | 'section' | 'no' | 'title' | 'lead'> & {
  deadlines: Pick<Deadline, 'wording' | 'dueOn'>[]
}

interface Profile {
  row: Row
  title: string
  words: Set<string>
  marks: TitleMarks
  section: string
  lead: string
  wording: string
}

/** Which row of the later version is which of the earlier, by their indexes. */
export interface RowMatch {
  before: number
  after: number
}

/** How much of the words two titles must share, rare ones counting more: with little else in common, and with dates and units as evidence. */
const ALIKE = 0.75
const ALIKE_BY_EVIDENCE = 0.5
const EVIDENCE = { appendix: 0.1, no: 0.15, section: 0.2, lead: 0.2, deadline: 0.35 }
const SOME_EVIDENCE = 0.3
/** A title that became longer is known by all of its words, that many at least, with the same place and unit. */
const WHOLE_TITLE = 4
const STRONG_EVIDENCE = 0.6
/** Beyond this two dates are no sign of one task. */
const NEAR_DAYS = 60

/**
 * Pairs the rows of two versions of a plan. The same title beats all others, wherever it stands; a changed one is known by most of its words, or
 * by half of them with the same date and unit. Of equal titles the place, the section, the unit and the nearness of the dates decide. Titles that
 * name different sessions, quarters, years … are never one task. Each row is paired once; in doubt not at all. In the order of `after`.
 */
export function matchRows(before: readonly Row[], after: readonly Row[]): RowMatch[] {
  const [old, now] = [before.map(profileOf), after.map(profileOf)]
  const weight = wordWeights([...old, ...now])
  const pairs = old.flatMap((one, from) =>
    now.flatMap((other, to) => {
      const score = likeness(one, other, weight)
      return score === undefined ? [] : [{ before: from, after: to, score }]
    }),
  )
  const [left, right] = [new Set<number>(), new Set<number>()]
  return pairs
    .sort((a, b) => b.score - a.score)
    .flatMap(({ before: from, after: to }) => {
      if (left.has(from) || right.has(to)) return []
      left.add(from)
      right.add(to)
      return [{ before: from, after: to }]
    })
    .sort((a, b) => a.after - b.after)
}

function profileOf(row: Row): Profile {
  return {
    row,
    title: wordsOf(fold(row.title)).join(' '),
    words: new Set(wordsOf(withoutDates(row.title))),
    marks: titleMarks(row.title),
    section: fold(row.section ?? ''),
    lead: fold(row.lead ?? ''),
    wording: row.deadlines.map(({ wording }) => fold(wording)).join('\n'),
  }
}

const wordsOf = (folded: string): string[] => folded.slice(0, 2000).match(/[a-z0-9]+(?:\/[0-9]+)*/g) ?? []

/** How much a word tells: the fewer titles have it, the more. */
function wordWeights(profiles: readonly Profile[]): (words: Iterable<string>) => number {
  const counts = new Map<string, number>()
  for (const { words } of profiles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (words) => {
    let sum = 0
    for (const word of words) sum += Math.log(1 + profiles.length / (counts.get(word) ?? 1))
    return sum
  }
}

/** Undefined where two rows are not one task. */
function likeness(one: Profile, other: Profile, weight: (words: Iterable<string>) => number): number | undefined {
  if (one.title === other.title) return 2 + evidence(one, other)
  if (one.words.size === 0 || other.words.size === 0 || marksConflict(one.marks, other.marks)) return undefined
  const shared = [...one.words].filter((word) => other.words.has(word))
  const alike = (2 * weight(shared)) / (weight(one.words) + weight(other.words))
  if (alike < ALIKE_BY_EVIDENCE) return undefined
  const around = evidence(one, other)
  const isWhole = shared.length >= WHOLE_TITLE && shared.length === Math.min(one.words.size, other.words.size)
  const isSure = (alike >= ALIKE && around >= SOME_EVIDENCE) || (isWhole && around >= STRONG_EVIDENCE)
  return isSure || isSameDuty(one, other) ? alike + around / 2 : undefined
}

/** The same unit by the same date, in one appendix. */
const isSameDuty = (one: Profile, other: Profile): boolean =>
  one.lead !== '' &&
  one.lead === other.lead &&
  one.wording !== '' &&
  one.wording === other.wording &&
  one.row.appendix === other.row.appendix

/** From 0 to 1: what speaks for two rows being one besides their titles. */
function evidence(one: Profile, other: Profile): number {
  const same = (name: 'appendix' | 'no') => (one.row[name] === other.row[name] ? EVIDENCE[name] : 0)
  return (
    same('appendix') +
    same('no') +
    (one.section === other.section ? EVIDENCE.section : 0) +
    (one.lead === other.lead ? EVIDENCE.lead : 0) +
    nearness(one, other) * EVIDENCE.deadline
  )
}

/** 1 for the same deadlines, less the further apart their first days are. */
function nearness(one: Profile, other: Profile): number {
  if (one.wording === other.wording) return 1
  const [a, b] = [one, other].map(({ row }) => row.deadlines.find(({ dueOn }) => dueOn !== null)?.dueOn)
  return a && b ? Math.max(0, 0.9 - Math.abs(daysBetween(a, b)) / NEAR_DAYS) : 0
}
