import { hasAnnouncementWork } from '#prisma/announcement-work.ts'
import { announce } from './announce.ts'
import { createRing, type Ring } from './ring.ts'
import { runJob } from './run-job.ts'

/** Where for so many rings nothing has changed, the network is down or asks for patience: then the minute's bell is enough. */
const PATIENCE = 5

type Dependencies = Parameters<typeof runJob>[0] & {
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  afterRun: () => void
}

/** Follows announcements while they are being sent: ring it whenever one may have begun. */
export function ringAnnouncements({ sleep, afterRun, ...dependencies }: Dependencies): Ring {
  const { db, clock, log } = dependencies
  let fruitless = 0
  const work = async (signal: AbortSignal) => {
    if (!(await hasAnnouncementWork(db, clock()))) return false
    const counts = await runJob({ ...dependencies, signal }, announce)
    afterRun()
    // What failed is left to the minute's bell.
    if (counts?.['failed']) return false
    const changed = Object.values(counts ?? {}).some((count) => count > 0)
    fruitless = changed || fruitless >= PATIENCE ? 0 : fruitless + 1
    return changed || fruitless > 0
  }
  return createRing({ work, sleep, log })
}
