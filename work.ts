import type { Platform } from '#bot/platform.ts'
import { createSender } from '#bot/sender.ts'
import { sleep } from '#bot/sleep.ts'
import type { Database } from '#prisma/database.ts'
import type { Say } from '#prisma/say.ts'
import type { Job } from '#scheduler/job.ts'
import { ringAnnouncements } from '#scheduler/ring-announcements.ts'
import { ringRoundCards } from '#scheduler/ring-round-cards.ts'
import { startJobs } from '#scheduler/start.ts'
import type { Logger } from './logger.ts'

/** What happens by itself: sending, the scheduler's jobs, and what follows rounds and announcements. */
export interface Work {
  start(): void
  /** Has the outbox looked at now. */
  wake(): void
  /** Has all looked at that an update or another process may have changed. */
  look(): void
  /** Begins nothing new; resolves when what is under way is done. */
  stop(): Promise<void>
}

interface Options {
  db: Database
  platforms: Platform[]
  clock: () => Date
  log: Logger
  say: Say
  jobs: readonly Job[]
  /** Whether they run by themselves. */
  rings: boolean
  /** Tells the other processes that there may be something to send. */
  tell: () => void
}

export function createWork({ platforms, jobs: all, rings, tell, ...given }: Options): Work {
  const sender = createSender({ ...given, platforms })
  const wake = () => {
    sender.wake()
    tell()
  }
  const scheduled = { ...given, wake, afterRun: wake }
  const follows = rings ? [ringRoundCards, ringAnnouncements] : []
  const followers = follows.map((follow) => follow({ ...scheduled, sleep }))
  const look = () => {
    sender.wake()
    for (const follower of followers) follower.ring()
  }
  const afterRun = () => {
    look()
    tell()
  }
  let jobs: ReturnType<typeof startJobs> | undefined
  return {
    start() {
      sender.start()
      if (rings) jobs = startJobs({ ...scheduled, jobs: all, afterRun, sleep })
    },
    wake: () => sender.wake(),
    look,
    async stop() {
      await jobs?.stop()
      await Promise.all(followers.map((follower) => follower.stop()))
      await sender.stop()
    },
  }
}
