import type { Database } from '#prisma/outbox.ts'
import { Lane } from './lane.ts'
import type { Log } from './log.ts'
import type { Platform } from './platform.ts'
import { sleep, type Sleep } from './sleep.ts'

export interface SenderOptions {
  db: Database
  platforms: Platform[]
  clock: () => Date
  log: Log
  sleep?: Sleep
}

export interface Sender {
  start(): void
  /** Sends nothing new; resolves when what is under way is recorded, after 3 s at the latest. */
  stop(): Promise<void>
  /** Looks into the outbox at once: call it after every commit that may have put something there. */
  wake(): void
}

/** The only place that sends: empties the outbox, one lane for each bot. For each bot one process at a time does. */
export function createSender(options: SenderOptions): Sender {
  const lanes = options.platforms.map((platform) => new Lane({ sleep, ...options, platform }))
  return {
    start() {
      for (const lane of lanes) lane.start()
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
    wake() {
      for (const lane of lanes) lane.wake()
    },
  }
}
