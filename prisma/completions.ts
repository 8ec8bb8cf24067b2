import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, PersonId, TaskId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** What is done: a whole task, one deadline of it, or one occurrence of a recurring deadline. */
export interface Done {
  taskId: TaskId
  deadlineId: string | undefined
  occurrence: IsoDate | undefined
}

/** Marks something as done. Returns false where it was marked before. */
export async function markDone(db: Db, done: Done, personId: PersonId, now: Date): Promise<boolean> {
  const row = { taskId: done.taskId, deadlineId: done.deadlineId ?? null, occurrence: done.occurrence ?? null }
  if (await db.completion.findFirst({ where: row })) return false
  await db.completion.create({ data: { ...row, personId, at: now } })
  return true
}

/** Takes the marks of a task, or of one deadline of it, back. Returns how many there were. */
export async function takeBack(db: Db, { taskId, deadlineId, occurrence }: Done): Promise<number> {
  const of = deadlineId ? { deadlineId, ...(occurrence ? { occurrence } : {}) } : {}
  const { count } = await db.completion.deleteMany({ where: { taskId, ...of } })
  return count
}

/** Has deadlines named again in a chat on a morning. */
export async function snooze(db: Db, chatId: ChatId, deadlineIds: string[], on: IsoDate) {
  for (const deadlineId of deadlineIds) {
    const where = { chatId_deadlineId: { chatId, deadlineId } }
    await db.snooze.upsert({ where, create: { chatId, deadlineId, on }, update: { on } })
  }
}
