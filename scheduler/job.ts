import type { Database, Db } from '#prisma/database.ts'
import type { Say } from '#prisma/say.ts'

export interface JobContext {
  db: Database
  now: Date
  say: Say
  log: { error: (fields: object, message: string) => void }
  /** Has what was said so far sent at once, in the middle of a long run. */
  wake?: (() => void) | undefined
  /** Aborted when the process stops: what is not begun by then is left for another run. */
  signal?: AbortSignal | undefined
}

/** The same in an open transaction. */
export type Within = JobContext & { tx: Db }

/** One thing that happens by itself. `run` does whatever is due at `now`, however often it is called, and returns what it counted. */
export interface Job {
  name: string
  /** Five fields, in UTC. */
  cron: string
  run: (context: JobContext) => Promise<Record<string, number>>
}
