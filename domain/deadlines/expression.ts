import type { Force } from './connectives.ts'
import type { Written } from './written.ts'

/**
 * Something that comes again: every so many days, weeks or months, and on which of them where that is said. "Trước ngày 20 hằng tháng"
 * has the 20th: the named day, as `to` has it for a single date.
 */
export interface Recurrence {
  unit: 'day' | 'week' | 'month'
  interval: number
  byMonth?: number[]
  byMonthDay?: number[]
  /** RFC 5545 weekdays: "FR", "-1MO". */
  byDay?: string[]
  bySetPos?: number
}

/** What one time expression says. */
export type Meaning =
  /** One time or several side by side. */
  | { type: 'times'; times: Written[]; force: Force | undefined }
  /** From a start (undefined: from now on) to an end, which itself belongs to it unless `exclusive`. */
  | { type: 'range'; first: Written | undefined; last: Written; exclusive: boolean }
  /** A start without an end. */
  | { type: 'since'; first: Written }
  | { type: 'recurring'; rules: Recurrence[] }
  /** "trước ngày 20" without a month: what it recurs with stands elsewhere in the cell. */
  | { type: 'day-alone'; day: number }
  /** `unread`: surely a time, surely not understood (lunar dates, school terms). */
  | { type: 'ongoing' | 'relative' | 'unread' }

/** A time expression and where it stands. `bare`: no connective introduces it. */
export interface Expression {
  start: number
  end: number
  meaning: Meaning
  bare: boolean
}
