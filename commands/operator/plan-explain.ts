import { z } from 'zod'
import { readDeadlines } from '#domain/deadlines/read-deadlines.ts'
import type { Deadline } from '#domain/plan.ts'
import { UsageError } from './usage-error.ts'

/** How one wording is read: the JSON of `plan explain`. */
export interface Explanation {
  wording: string
  deadlines: Deadline[]
}

/** The plan's year, and the quarter of the section where there is one. */
export interface ExplainContext {
  year: number
  quarter?: 1 | 2 | 3 | 4
}

/** Reads one wording as a plan of that year would have it. */
export function explain(wording: string, context: ExplainContext): Explanation {
  return { wording, deadlines: readDeadlines(wording, context).deadlines }
}

const Year = z.coerce.number().int().min(1900).max(2999)

/**
 * Reads lines "wording TAB year" and prints one JSON line for each, as it comes. Empty lines are passed over; the quarter of `context`
 * holds for all, its year is that of no line.
 * @throws {UsageError} naming the first line (from 1) of another form; those before it are printed.
 */
export async function explainLines(
  lines: AsyncIterable<string>,
  context: ExplainContext,
  print: (line: string) => void,
): Promise<void> {
  let number = 0
  for await (const line of lines) {
    number++
    if (!line.trim()) continue
    const [wording = '', year, ...more] = line.replace(/\r$/, '').split('\t')
    const read = Year.safeParse(year?.trim() || undefined)
    if (!read.success || more.length) throw new UsageError(`line ${number}: expected "wording TAB year"`)
    print(JSON.stringify(explain(wording, { ...context, year: read.data })))
  }
}

/** An explanation for people: one line for each deadline. */
export function formatExplanation({ deadlines }: Explanation): string {
  return deadlines.map(formatDeadline).join('\n') || '(nothing is said)'
}

function formatDeadline({ wording, label, kind, from, to, rrule, dueOn, suspect }: Deadline): string {
  return [
    `${kind.padEnd(9)} "${wording}"`,
    label && `  what   ${label}`,
    (from ?? to) && `  dates  ${from ? `${from} .. ` : ''}${to ?? ''}`,
    rrule && `  rule   ${rrule}`,
    dueOn && `  due    ${dueOn}`,
    suspect && `  doubt  ${suspect.reason}, proposed ${suspect.proposed ?? 'nothing'}`,
  ]
    .filter(Boolean)
    .join('\n')
}
