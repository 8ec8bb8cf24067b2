import type { Counts } from '../rounds/counts.ts'

/** One set of numbers, and the words that say for whom or for what. */
export interface Statement {
  /** Words that are neither counts nor politeness, as written: they should name a unit, a movement or both; '' where there are none. */
  label: string
  counts: Counts
  /** "không có", "0": nothing in any category that is asked. `counts` is {} then. */
  none: boolean
}

/** About numbers, but which ones are meant cannot be told. */
export type WhyUnclear = 'alternative' | 'no-category' | 'conflict' | 'too-large' | 'not-a-number' | 'relative'

/**
 * What a text says about nominations. `sure` false: probably counts, but a person must confirm them before they are stored.
 * `reason` is what follows "vì", "lý do:", "because", as written. `other`: not a count at all (a question, a date, small talk).
 */
export type CountReading =
  | { kind: 'counts'; statements: [Statement, ...Statement[]]; reason: string | undefined; sure: boolean }
  | { kind: 'unclear'; why: WhyUnclear; numbers: number[] }
  | { kind: 'other' }
