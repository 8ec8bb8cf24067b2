import { successorsOf } from '#domain/lineage.ts'
import type { CouncilId, TaskId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { rowsOf } from './plan-rows.ts'
import { versionsInForce } from './versions-in-force.ts'

/** A deadline of an approved plan and its task. */
export interface CurrentDeadline {
  taskId: TaskId
  deadlineId: string
}

/**
 * The deadline that is meant by an id of this or an earlier version of a plan, as it stands behind a button of an old message; undefined where it
 * is not in the council's approved plans any more.
 */
export async function currentDeadline(
  db: Db,
  councilId: CouncilId,
  deadlineId: string,
): Promise<CurrentDeadline | undefined> {
  const found = await db.deadline.findFirst({
    where: { id: deadlineId, task: { version: { state: { in: ['approved', 'superseded'] }, plan: { councilId } } } },
    select: { taskId: true, task: { select: { version: { select: { id: true, planId: true } } } } },
  })
  if (!found) return undefined
  const { id, planId } = found.task.version
  let current: CurrentDeadline = { taskId: found.taskId as TaskId, deadlineId }
  const inForce = await versionsInForce(db, planId)
  const later = inForce.slice(inForce.indexOf(id) + 1)
  let rows = later.length > 0 ? await rowsOf(db, id) : []
  for (const versionId of later) {
    const next = await rowsOf(db, versionId)
    const successor = successorsOf(rows, next).get(current.deadlineId)
    if (!successor) return undefined
    current = { taskId: successor.row.id as TaskId, deadlineId: successor.deadline.id }
    rows = next
  }
  return current
}
