import type { Db } from './database.ts'

/** When a job last began, and how that ended. */
export interface LastRun {
  job: string
  startedAt: Date
  /** The kind of error that ended it. */
  failure: string | undefined
}

/** The last run of each job that ever ran. */
export async function lastRuns(db: Db): Promise<LastRun[]> {
  const newest = await db.jobRun.groupBy({ by: ['job'], _max: { id: true } })
  const ids = newest.flatMap(({ _max }) => (_max.id === null ? [] : [_max.id]))
  const rows = await db.jobRun.findMany({ where: { id: { in: ids } }, orderBy: { job: 'asc' } })
  return rows.map(({ job, startedAt, failure }) => ({ job, startedAt, failure: failure ?? undefined }))
}

/** Platforms that take nothing at the moment; `down`: until a person has done something. */
export function outagesNow(db: Db): Promise<{ platform: string; since: Date; reason: string; down: boolean }[]> {
  const select = { platform: true, since: true, reason: true, down: true }
  return db.outage.findMany({ where: { endedAt: null }, select, orderBy: { platform: 'asc' } })
}
