import type { ChatId, PersonId } from '#domain/ids.ts'
import type { Locale, PlatformName, Reply } from '#domain/messages.ts'
import type { Database, Db } from '#prisma/database.ts'
import type { OutboxKind } from '#prisma/outbox.ts'

/** Puts a reply into words and into the outbox, once for each dedupeKey. Returns false where it was there already. */
export type Say = (
  db: Db,
  to: {
    chatId: ChatId
    platform: PlatformName
    locale: Locale
    topic: string | undefined
    personId?: PersonId | undefined
    /** The message shown anew; what is to be pinned, in place of what; whether a row that still waits is rewritten. */
    edits?: string | undefined
    pin?: { replaces?: string } | undefined
    rewrites?: boolean
    kind: OutboxKind
    dedupeKey: string
    now: Date
  },
  reply: Reply,
) => Promise<boolean>

export interface JobContext {
  db: Database
  now: Date
  say: Say
  log: { error: (fields: object, message: string) => void }
}

/** One thing that happens by itself. `run` does whatever is due at `now`, however often it is called, and returns what it counted. */
export interface Job {
  name: string
  /** Five fields, in UTC. */
  cron: string
  run: (context: JobContext) => Promise<Record<string, number>>
}
