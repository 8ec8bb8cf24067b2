import type { IsoDate } from '#domain/dates.ts'
import type { DueTask } from '#domain/due.ts'
import type { TaskId } from '#domain/ids.ts'
import { placesOf } from '#domain/places.ts'
import { TaskReminders } from '#domain/reminder-settings.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import type { Deadline as DeadlineRow, Task as TaskRow } from './generated/client.ts'
import { doneState, toDeadline, type PlanVersion } from './plans.ts'

interface Mark {
  taskId: string
  deadlineId: string | null
  occurrence: string | null
  at: Date
}

/** The tasks of these plan versions, as the due list wants them. */
export async function tasksOf(db: Db, versions: readonly PlanVersion[]): Promise<DueTask[]> {
  if (versions.length === 0) return []
  // By hand: whatever is asked or reminded of begins with these, and the client takes four times as long to put them together.
  const ofVersions = Prisma.sql`t."versionId" IN (${Prisma.join(versions.map(({ id }) => id))})`
  const rows = await db.$queryRaw<TaskRow[]>`
    SELECT t."id", t."versionId", t."appendix", t."section", t."no", t."title", t."lead", t."support", t."sameAsId", t."reminders"
    FROM "Task" t WHERE ${ofVersions} ORDER BY t."position"`
  const deadlines = await db.$queryRaw<DeadlineRow[]>`
    SELECT d."id", d."taskId", d."wording", d."label", d."kind", d."from", d."to", d."rrule", d."dueOn", d."suspectReason",
      d."suspectProposed", d."decidedOn"
    FROM "Task" t JOIN "Deadline" d ON d."taskId" = t."id" WHERE ${ofVersions} ORDER BY d."position"`
  const marks = await db.$queryRaw<Mark[]>`
    SELECT c."taskId", c."deadlineId", c."occurrence", c."at"
    FROM "Task" t JOIN "Completion" c ON c."taskId" = t."id" WHERE ${ofVersions}`
  const [deadlinesOf, marksOf] = [byTask(deadlines), byTask(marks)]
  return versions.flatMap((version) => {
    const tasks = rows.filter((row) => row.versionId === version.id)
    const places = placesOf(tasks)
    return tasks.map((row, index) =>
      dueTask({ row, deadlines: deadlinesOf(row.id), marks: marksOf(row.id) }, version, places[index]!),
    )
  })
}

interface Stored {
  row: TaskRow
  deadlines: DeadlineRow[]
  marks: Mark[]
}

function dueTask(
  { row, deadlines, marks }: Stored,
  version: PlanVersion,
  { label, ref }: { label: string; ref: string },
): DueTask {
  const { appendix, section, no, title, lead, support, sameAsId, reminders } = row
  const whole = marks.find(({ deadlineId }) => deadlineId === null)
  return {
    id: row.id as TaskId,
    appendix,
    section,
    no,
    title,
    lead,
    support,
    place: label,
    ref,
    planNumber: version.number,
    planFrom: version.from,
    planTo: version.to,
    ...(sameAsId ? { sameAs: sameAsId as TaskId } : {}),
    ...(reminders ? { reminders: TaskReminders.parse(reminders) } : {}),
    ...(whole ? { doneAt: whole.at.toISOString() } : {}),
    deadlines: deadlines.map((deadline) => ({
      ...toDeadline(deadline),
      id: deadline.id,
      decidedOn: deadline.decidedOn as IsoDate | null,
      ...doneState(deadline.id, marks),
    })),
  }
}

function byTask<T extends { taskId: string }>(rows: readonly T[]): (taskId: string) => T[] {
  const found = new Map<string, T[]>()
  for (const row of rows) {
    const those = found.get(row.taskId)
    if (those) those.push(row)
    else found.set(row.taskId, [row])
  }
  return (taskId) => found.get(taskId) ?? []
}
