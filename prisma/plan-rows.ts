import type { IsoDate } from '#domain/dates.ts'
import type { PlanRow } from '#domain/plan-difference.ts'
import { placesOf } from '#domain/places.ts'
import type { Db } from './database.ts'
import { doneState, toDeadline } from './plans.ts'

/** The rows of a version in the order of the plan. */
export async function rowsOf(db: Db, versionId: string): Promise<PlanRow[]> {
  const rows = await db.task.findMany({
    where: { versionId },
    include: { deadlines: { orderBy: { position: 'asc' } }, completions: true },
    orderBy: { position: 'asc' },
  })
  const places = placesOf(rows)
  return rows.map(({ id, appendix, section, no, title, direct, lead, support, deadlines, completions }, index) => ({
    id,
    place: places[index]!.label,
    isDone: completions.some(({ deadlineId }) => deadlineId === null),
    appendix,
    section,
    no,
    title,
    direct,
    lead,
    support,
    deadlines: deadlines.map((row) => ({
      ...toDeadline(row),
      id: row.id,
      ...doneState(row.id, completions),
      decidedOn: row.decidedOn as IsoDate | null,
    })),
  }))
}
