import { dateParts, type IsoDate } from '#domain/dates.ts'
import type { DeadlineContext } from '#domain/deadlines/read-deadlines.ts'
import type { PlanFacts } from '#domain/plan.ts'
import { readQuarter } from '#documents/coverage.ts'

/** What is known of the plan for reading a deadline in one of its sections; `today` gives the year where the plan has none. */
export function readingContext(
  { year, issuedOn, from, to }: PlanFacts,
  section: string | null,
  today: IsoDate,
): DeadlineContext {
  const quarter = readQuarter(section ?? '')
  return {
    year: year ?? dateParts(from ?? issuedOn ?? today).year,
    ...(quarter && { quarter }),
    ...(issuedOn && { issuedOn }),
    ...(from && { from }),
    ...(to && { to }),
  }
}
