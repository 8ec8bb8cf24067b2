import type { Db } from './database.ts'

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

/** The last run of each job that ever ran. */
export async function lastRunIds(db: Db): Promise<number[]> {
  const newest = await db.jobRun.groupBy({ by: ['job'], _max: { id: true } })
  return newest.flatMap(({ _max }) => (_max.id === null ? [] : [_max.id]))
}

/** Removes runs that began before an instant, but never the last one of a job, by which one sees how long it has not run. Returns how many. */
export async function removeOldRuns(db: Db, before: Date): Promise<number> {
  const { count } = await db.jobRun.deleteMany({
    where: { startedAt: { lt: before }, id: { notIn: await lastRunIds(db) } },
  })
  return count
}
