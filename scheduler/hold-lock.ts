import { lockJob, renewJobLock, unlockJob } from '#prisma/job-runs.ts'
import type { Database } from '#prisma/database.ts'

/** A run that is not heard of for so long is taken for dead, and the next one may start. */
const LEASE_MS = 60_000
export const RENEW_MS = 20_000

interface Dependencies {
  db: Database
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
}

/**
 * Takes a job's lock and holds it until `release`. Undefined where somebody else holds it. Where it cannot be renewed in time it may pass to
 * another run: what a job does is safe beside itself, the lock saves only work.
 */
export async function holdLock(
  { db, clock, log }: Dependencies,
  job: string,
): Promise<{ release: () => Promise<void> } | undefined> {
  const now = clock()
  let held = leaseFrom(now)
  if (!(await lockJob(db, job, now, held))) return undefined
  const renew = async () => {
    const next = leaseFrom(clock())
    if (await renewJobLock(db, job, held, next)) held = next
  }
  let renewals = Promise.resolve()
  const timer = setInterval(() => {
    renewals = renewals
      .then(renew)
      .catch((error: unknown) => log.error({ err: error, job }, "a job's lock could not be renewed"))
  }, RENEW_MS)
  timer.unref()
  return {
    release: async () => {
      clearInterval(timer)
      await renewals
      await unlockJob(db, job, held)
    },
  }
}

const leaseFrom = (now: Date) => new Date(now.getTime() + LEASE_MS)
