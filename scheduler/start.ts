import { createTask, type ScheduledTask } from 'node-cron'
import { JOBS } from './index.ts'
import { runJob } from './run-job.ts'

/** Rings each job at its time until stopped. The bell alone is here: what is due a job finds out by itself. */
export function startJobs(dependencies: Parameters<typeof runJob>[0]): { stop: () => Promise<void> } {
  const tasks = JOBS.map((job): ScheduledTask =>
    createTask(job.cron, () => runJob(dependencies, job), { timezone: 'Etc/UTC', noOverlap: true, name: job.name }),
  )
  for (const task of tasks) void task.start()
  return {
    stop: async () => {
      for (const task of tasks) await task.destroy()
    },
  }
}
