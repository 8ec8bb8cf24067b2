import type { IsoDate } from './dates.ts'

export const DEADLINE_KINDS = [
  'before',
  'by',
  'on',
  'around',
  'range',
  'month',
  'quarter',
  'half-year',
  'year',
  'monthly',
  'quarterly',
  'yearly',
  'ongoing',
  'relative',
  'open',
] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]

/**
 * Why a date cannot be right: it lies before the plan was issued, outside its period by more than a quarter, outside its quarter
 * section, is no date of the calendar (31/02), or its year cannot be meant (2921).
 */
export const SUSPECT_REASONS = [
  'before-issue',
  'outside-period',
  'outside-section',
  'impossible-date',
  'implausible-year',
] as const
export type SuspectReason = (typeof SUSPECT_REASONS)[number]

/** A date that does not fit, and the nearest one that does (null where none is found). */
export interface Suspect {
  reason: SuspectReason
  proposed: IsoDate | null
}

/** One milestone of a task, as written and as read. Dates are council-local; `dueOn` is the last day still on time. */
export interface Deadline {
  wording: string
  label: string | null
  kind: DeadlineKind
  from: IsoDate | null
  to: IsoDate | null
  rrule: string | null
  dueOn: IsoDate | null
  suspect: Suspect | null
}

export interface DraftTask {
  appendix: string | null
  section: string | null
  no: string | null
  title: string
  direct: string | null
  lead: string | null
  support: string | null
  deadlines: Deadline[]
}

/** `03/04` is { max: 3, of: 4 }; `03` is { max: 3, of: null }. */
export interface QuotaLimit {
  max: number
  of: number | null
}

export const QUOTA_CATEGORIES = ['collective', 'individual', 'family'] as const
export type QuotaCategory = (typeof QUOTA_CATEGORIES)[number]

export interface DraftQuota {
  appendix: string | null
  movement: string
  unit: string | null
  collective: QuotaLimit | null
  individual: QuotaLimit | null
  family: QuotaLimit | null
  basis: 'quota' | 'by-proposal' | 'percent'
  wording: string
}

export const WARNING_CODES = [
  'suspect-year',
  'suspect-date',
  'missing-appendix',
  'no-deadlines',
  'unread-deadline',
  'unread-quota',
  'unread-row',
  'unread-table',
  'duplicate-task',
] as const
export type WarningCode = (typeof WARNING_CODES)[number]

/** What the reader could not vouch for. `at` is the place in the document: "PL1 mục 7", "dòng 120". */
export interface PlanWarning {
  code: WarningCode
  message: string
  at: string | null
}

export interface PlanFacts {
  number: string | null
  issuedOn: IsoDate | null
  year: number | null
  issuer: string | null
  title: string | null
  from: IsoDate | null
  to: IsoDate | null
}

/** What the reader gets from a document: the JSON of `plan read`, fields in this order. */
export interface DraftPlan {
  schema: 'tdkt.plan/1'
  plan: PlanFacts
  tasks: DraftTask[]
  quotas: DraftQuota[]
  warnings: PlanWarning[]
}
