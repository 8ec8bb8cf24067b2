import type { Db } from './database.ts'
import { lastRunIds } from './job-runs.ts'

/** When a job last began, and how that ended. */
export interface LastRun {
  job: string
  startedAt: Date
  /** The kind of error that ended it. */
  failure: string | undefined
}

/** The last run of each job that ever ran. */
export async function lastRuns(db: Db): Promise<LastRun[]> {
  const rows = await db.jobRun.findMany({ where: { id: { in: await lastRunIds(db) } }, orderBy: { job: 'asc' } })
  return rows.map(({ job, startedAt, failure }) => ({ job, startedAt, failure: failure ?? undefined }))
}
