import { Prisma } from './generated/client.ts'
import type { Db } from './database.ts'

/** Takes a job's lock until an instant, which names whose it is. Returns false where somebody holds it. */
export async function lockJob(db: Db, job: string, now: Date, lockedUntil: Date): Promise<boolean> {
  const { count } = await db.jobLock.updateMany({ where: { job, lockedUntil: { lte: now } }, data: { lockedUntil } })
  if (count === 1) return true
  try {
    await db.jobLock.create({ data: { job, lockedUntil } })
    return true
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return false
    throw error
  }
}

/** Holds a job's lock, which was taken until `held`, for longer. Returns false where it was lost meanwhile. */
export async function renewJobLock(db: Db, job: string, held: Date, lockedUntil: Date): Promise<boolean> {
  const { count } = await db.jobLock.updateMany({ where: { job, lockedUntil: held }, data: { lockedUntil } })
  return count === 1
}

/** Gives a job's lock, which was taken until `held`, back; not one that is somebody else's by now. */
export async function unlockJob(db: Db, job: string, held: Date) {
  await db.jobLock.deleteMany({ where: { job, lockedUntil: held } })
}

/** Records that a job began. Returns the run's id. */
export async function startRun(db: Db, job: string, now: Date): Promise<number> {
  return (await db.jobRun.create({ data: { job, startedAt: now } })).id
}

/** Records that a job ended, with what it counted. */
export async function finishRun(db: Db, id: number, counts: Record<string, number>, now: Date) {
  await db.jobRun.update({ where: { id }, data: { finishedAt: now, counts } })
}

/** Records that a job failed. */
export async function failRun(db: Db, id: number, failure: string, now: Date) {
  await db.jobRun.update({ where: { id }, data: { finishedAt: now, failure } })
}

/** Removes runs that began before an instant. Returns how many. */
export async function removeOldRuns(db: Db, before: Date): Promise<number> {
  const { count } = await db.jobRun.deleteMany({ where: { startedAt: { lt: before } } })
  return count
}
