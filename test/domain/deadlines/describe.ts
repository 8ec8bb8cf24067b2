import { readDeadlines, type DeadlineContext } from '../../../domain/deadlines/read-deadlines.ts'
import type { Deadline } from '../../../domain/plan.ts'

/** A deadline on one line: "before ..2025-03-15", "monthly FREQ=MONTHLY", "on ..2024-03-15 before-issue? 2025-03-15". */
export function describeDeadline({ kind, from, to, rrule, suspect }: Deadline): string {
  const span = from || to ? `${from ?? ''}..${to ?? ''}` : undefined
  const doubt = suspect && `${suspect.reason}? ${suspect.proposed ?? 'none'}`
  return [kind, span, rrule, doubt].filter(Boolean).join(' ')
}

/** Every deadline of a wording in a plan for 2025, parted by " | ". */
export function reading(wording: string, context: Partial<DeadlineContext> = {}): string {
  return readDeadlines(wording, { year: 2025, ...context })
    .deadlines.map(describeDeadline)
    .join(' | ')
}

/** The milestones of a wording: "label: reading". */
export function milestones(wording: string, context: Partial<DeadlineContext> = {}): string[] {
  return readDeadlines(wording, { year: 2025, ...context }).deadlines.map(
    (deadline) => `${deadline.label ?? '-'}: ${describeDeadline(deadline)}`,
  )
}
