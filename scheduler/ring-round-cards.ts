import { hasStaleRounds } from '#prisma/round-cards.ts'
import { createRing, type Ring } from './ring.ts'
import { roundCards } from './round-cards.ts'
import { runJob } from './run-job.ts'

type Dependencies = Parameters<typeof runJob>[0] & {
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
  afterRun: () => void
}

/** Writes the cards of rounds soon after something changed: ring it whenever something may have. */
export function ringRoundCards({ sleep, afterRun, ...dependencies }: Dependencies): Ring {
  const { db, log } = dependencies
  const work = async (signal: AbortSignal) => {
    if (!(await hasStaleRounds(db))) return false
    const counts = await runJob({ ...dependencies, signal }, roundCards)
    afterRun()
    // Another process is writing them, and may be past what changed last. What failed is left to the minute's bell.
    if (!counts) return true
    return counts['failed'] === 0 && hasStaleRounds(db)
  }
  return createRing({ work, sleep, log })
}
