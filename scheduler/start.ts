import { createTask, type ScheduledTask } from 'node-cron'
import { JOBS } from './index.ts'
import type { Job } from './job.ts'
import { runJob } from './run-job.ts'

/**
 * Rings each job once now, for what came due while nothing ran, and then at its time until stopped. The bell alone is here: what is due a job finds
 * out by itself.
 */
export function startJobs({ afterRun, ...dependencies }: Parameters<typeof runJob>[0] & { afterRun: () => void }): {
  stop: () => Promise<void>
} {
  const run = (job: Job) => runJob(dependencies, job).finally(afterRun)
  const first = JOBS.map((job) =>
    run(job).catch((error: unknown) => dependencies.log.error({ err: error, job: job.name }, 'a job could not start')),
  )
  const tasks = JOBS.map((job): ScheduledTask =>
    createTask(job.cron, () => run(job), { timezone: 'Etc/UTC', noOverlap: true, name: job.name }),
  )
  for (const task of tasks) void task.start()
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy()
      await Promise.all(first)
    },
  }
}
