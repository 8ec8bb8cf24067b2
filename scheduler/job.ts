import type { Database } from '#prisma/database.ts'

export interface JobContext {
  db: Database
  now: Date
}

/** One thing that happens by itself. `run` does whatever is due at `now`, however often it is called, and returns what it counted. */
export interface Job {
  name: string
  /** Five fields, in UTC. */
  cron: string
  run: (context: JobContext) => Promise<Record<string, number>>
}
