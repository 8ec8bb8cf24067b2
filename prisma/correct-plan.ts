import type { IsoDate } from '#domain/dates.ts'
import type { TaskId } from '#domain/ids.ts'
import type { Deadline, DraftTask, PlanWarning } from '#domain/plan.ts'
import type { Db } from './database.ts'
import { deadlineRow } from './store-plan.ts'

/** A deadline with the date that was chosen for it. */
export interface KeptDeadline extends Deadline {
  decidedOn: IsoDate | null
}

/** Writes what is changed of a task of a draft. */
export async function changeTaskWords(
  db: Db,
  id: TaskId,
  words: Partial<Pick<DraftTask, 'title' | 'lead' | 'support'>>,
) {
  await db.task.update({ where: { id }, data: words })
}

/** Gives a task of a draft these deadlines in place of its own; nothing points to those of a draft. */
export async function replaceDeadlines(db: Db, id: TaskId, deadlines: readonly KeptDeadline[]) {
  await db.deadline.deleteMany({ where: { taskId: id } })
  await db.task.update({ where: { id }, data: { deadlines: { create: deadlines.map(keptRow) } } })
}

/** Takes a row out of a draft; another row of the same event then stands for itself. */
export async function removeTask(db: Db, id: TaskId) {
  await db.task.delete({ where: { id } })
}

/** Puts a row into a draft, behind another one or, without one, at its end. */
export async function addTask(db: Db, versionId: string, after: TaskId | undefined, { deadlines, ...task }: DraftTask) {
  const rows = await db.task.findMany({
    where: { versionId },
    select: { id: true, position: true },
    orderBy: { position: 'desc' },
  })
  const before = rows.find(({ id }) => id === after) ?? rows[0]
  const position = before ? before.position + 1 : 0
  // From the end, so that no two rows ever have one position.
  for (const row of rows.filter((one) => one.position >= position))
    await db.task.update({ where: { id: row.id }, data: { position: row.position + 1 } })
  await db.task.create({ data: { versionId, position, ...task, deadlines: { create: deadlines.map(deadlineRow) } } })
}

/** Adds what the reader could not vouch for in a correction. */
export async function addWarnings(db: Db, versionId: string, warnings: readonly PlanWarning[]) {
  if (warnings.length === 0) return
  const known = await db.planVersion.findUniqueOrThrow({ where: { id: versionId }, select: { warnings: true } })
  const all = [...(known.warnings as object[]), ...warnings.map((warning) => ({ ...warning }))]
  await db.planVersion.update({ where: { id: versionId }, data: { warnings: all } })
}

const keptRow = ({ decidedOn, ...deadline }: KeptDeadline, position: number) => ({
  ...deadlineRow(deadline, position),
  decidedOn,
})
