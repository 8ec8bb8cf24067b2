import type { IsoDate } from '#domain/dates.ts'
import type { CouncilId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** The version, approved or draft, in which a deadline of this council stands; undefined where there is none any more. */
export async function versionOfDeadline(db: Db, councilId: CouncilId, deadlineId: string): Promise<string | undefined> {
  const row = await db.deadline.findFirst({
    where: { id: deadlineId, task: { version: { state: { in: ['draft', 'approved'] }, plan: { councilId } } } },
    select: { task: { select: { versionId: true } } },
  })
  return row?.task.versionId
}

/** Keeps the date that the secretariat chose for a suspect deadline. */
export async function keepDecision(db: Db, deadlineId: string, on: IsoDate) {
  await db.deadline.update({ where: { id: deadlineId }, data: { decidedOn: on } })
}
