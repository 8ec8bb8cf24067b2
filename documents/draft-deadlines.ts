import { readDeadlines } from '#domain/deadlines/read-deadlines.ts'
import type { DeadlineContext } from '#domain/deadlines/read-deadlines.ts'
import type { Deadline, DraftPlan, DraftTask } from '#domain/plan.ts'
import { cellText } from './cell-text.ts'
import { readQuarter } from './coverage.ts'

/**
 * The deadlines of a task as one cell, a line each. Where lines would be read in another way than the plan's own cell, they stand behind
 * one another as there.
 */
export function deadlineCell({ deadlines, section }: DraftTask, plan: DraftPlan['plan']): string {
  const wordings = deadlines.map(({ wording }) => wording).filter((wording, at, all) => wording !== all[at - 1])
  const forms = [wordings.join('\n'), wordings.join('; '), wordings.join('. '), wordings.join(' ')]
  const context = contextOf(plan, section)
  const isSame = (cell: string) => isRead(cellText(cell.split('\n')), deadlines, context)
  return forms.find(isSame) ?? forms[0]!
}

/** What a date is completed by is not known here in full, so the days are compared where the wording has them itself. */
function contextOf({ year, issuedOn, from, to }: DraftPlan['plan'], section: string | null): DeadlineContext {
  const quarter = section ? readQuarter(section) : undefined
  return {
    year: year ?? 2000,
    ...(quarter && { quarter }),
    ...(issuedOn && { issuedOn }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

function isRead(cell: string, wanted: readonly Deadline[], context: DeadlineContext): boolean {
  const { deadlines } = readDeadlines(cell, context)
  return (
    deadlines.length === wanted.length &&
    deadlines.every(({ wording, label, kind }, at) => {
      const one = wanted[at]!
      return wording === one.wording && label === one.label && kind === one.kind
    })
  )
}
