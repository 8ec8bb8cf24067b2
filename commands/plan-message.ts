import { formatDate } from '#domain/dates.ts'
import type { Message } from '#domain/messages.ts'
import type { PlanFacts } from '#domain/plan.ts'

/** A plan in words: its number and date of issue, or its title where it has no number; a workbook may have neither. */
export function planMessage({ number, issuedOn, title }: Pick<PlanFacts, 'number' | 'issuedOn' | 'title'>): Message {
  if (!number) return title ? { key: 'due-plan-unnumbered', values: { title } } : { key: 'due-plan-untitled' }
  if (!issuedOn) return { key: 'due-plan-undated', values: { number } }
  return { key: 'due-plan', values: { number, date: formatDate(issuedOn) } }
}
