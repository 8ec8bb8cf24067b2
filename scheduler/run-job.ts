import type { Database } from '#prisma/database.ts'
import { holdLease } from '#prisma/hold-lease.ts'
import { failRun, finishRun, startRun } from '#prisma/job-runs.ts'
import type { Say } from '#prisma/say.ts'
import type { Job } from './job.ts'

/** A run that is not heard of for so long is taken for dead, and the next one may start. */
export const LEASE_MS = 15_000

interface Dependencies {
  db: Database
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
  say: Say
  wake?: (() => void) | undefined
  signal?: AbortSignal | undefined
  /** Called where somebody else runs the job at the moment. */
  onHeld?: (() => void) | undefined
}

/**
 * Runs a job unless it is running already, here or in another process, and records it. Returns its counts, undefined where it did not run or
 * failed; a failure is logged and recorded, never thrown. A run that loses its lease goes on: what a job does is safe beside itself, the lease saves
 * only work.
 */
export async function runJob(
  { onHeld, ...dependencies }: Dependencies,
  job: Job,
): Promise<Record<string, number> | undefined> {
  const now = dependencies.clock()
  const lease = await holdLease(dependencies, `job:${job.name}`, LEASE_MS)
  if (!lease) {
    onHeld?.()
    return undefined
  }
  try {
    return await recordRun(dependencies, job, now)
  } finally {
    await lease.release()
  }
}

async function recordRun({ db, clock, log: common, ...rest }: Omit<Dependencies, 'onHeld'>, job: Job, now: Date) {
  const log: Dependencies['log'] = { error: (fields, message) => common.error({ job: job.name, ...fields }, message) }
  const id = await startRun(db, job.name, now)
  try {
    const counts = await job.run({ db, now, log, ...rest })
    await finishRun(db, id, counts, clock())
    return counts
  } catch (error) {
    log.error({ err: error }, 'a job failed')
    await failRun(db, id, error instanceof Error ? error.name : 'unknown', clock())
    return undefined
  }
}
