import { createTask, type ScheduledTask } from 'node-cron'
import { JOBS } from './index.ts'
import type { Job } from './job.ts'
import { runJob } from './run-job.ts'

/** A run elsewhere may be a dead one, whose lease ends soon: so long and so often it is tried again before the next time of the job. */
const TRY_AGAIN_MS = 10_000
const TRIES = 3

type Dependencies = Parameters<typeof runJob>[0] & {
  /** All that there are, where not told otherwise. */
  jobs?: readonly Job[]
  afterRun: () => void
  /** Resolves after a time, or at once when the signal is aborted. */
  sleep: (ms: number, signal: AbortSignal) => Promise<void>
}

/**
 * Rings each job once now, for what came due while nothing ran, and then at its time until stopped. The bell alone is here: what is due a job finds
 * out by itself. `stop` resolves when nothing runs any more; what a run had not begun is left.
 */
export function startJobs({ jobs = JOBS, afterRun, sleep, ...dependencies }: Dependencies): {
  stop: () => Promise<void>
} {
  const stopping = new AbortController()
  const { signal } = stopping
  const underWay = new Set<Promise<void>>()
  const attempt = async (job: Job) => {
    for (let tries = 1; tries <= TRIES && !signal.aborted; tries += 1) {
      let isHeld = false
      await runJob({ ...dependencies, signal, onHeld: () => (isHeld = true) }, job)
      afterRun()
      if (!isHeld) return
      await sleep(TRY_AGAIN_MS, signal)
    }
  }
  const run = (job: Job) => {
    const done: Promise<void> = attempt(job)
      .catch((error: unknown) => dependencies.log.error({ err: error, job: job.name }, 'a job could not start'))
      .finally(() => underWay.delete(done))
    underWay.add(done)
    return done
  }
  for (const job of jobs) void run(job)
  const tasks = jobs.map((job): ScheduledTask =>
    createTask(job.cron, () => run(job), { timezone: 'Etc/UTC', noOverlap: true, name: job.name }),
  )
  for (const task of tasks) void task.start()
  return {
    stop: async () => {
      stopping.abort()
      for (const task of tasks) await task.destroy()
      await Promise.all(underWay)
    },
  }
}
