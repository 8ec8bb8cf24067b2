import { failRun, finishRun, lockJob, startRun, unlockJob } from '#prisma/job-runs.ts'
import type { Database } from '#prisma/database.ts'
import type { Job, Say } from './job.ts'

/** A run that has not ended by then is taken for dead, and the next one may start. */
const LOCK_MS = 10 * 60_000

interface Dependencies {
  db: Database
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
  say: Say
}

/**
 * Runs a job unless it is running already, here or in another process, and records it. Returns its counts, undefined where it did not run or
 * failed; a failure is logged and recorded, never thrown.
 */
export async function runJob(
  { db, clock, log, say }: Dependencies,
  job: Job,
): Promise<Record<string, number> | undefined> {
  const now = clock()
  if (!(await lockJob(db, job.name, now, new Date(now.getTime() + LOCK_MS)))) return undefined
  const id = await startRun(db, job.name, now)
  try {
    const counts = await job.run({ db, now, say, log })
    await finishRun(db, id, counts, clock())
    return counts
  } catch (error) {
    log.error({ err: error, job: job.name }, 'a job failed')
    await failRun(db, id, error instanceof Error ? error.name : 'unknown', clock())
    return undefined
  } finally {
    await unlockJob(db, job.name)
  }
}
