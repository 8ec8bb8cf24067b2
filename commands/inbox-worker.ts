import type { Inbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { journal, unfinished } from '#prisma/inbox.ts'

interface Dependencies {
  db: Database
  answer: (inboxId: number, inbound: Inbound) => Promise<void>
  clock: () => Date
  log: { error: (fields: object, message: string) => void }
}

/**
 * Takes updates in: each is journaled once before any work and then answered, one after the other within a chat, chats side by side.
 * `resume` answers what an earlier process left; `idle` resolves when nothing is under way.
 */
export function createInboxWorker({ db, answer, clock, log }: Dependencies) {
  const underWay = new Map<string, Promise<void>>()

  const queue = (inboxId: number, inbound: Inbound) => {
    const key = `${inbound.platform}:${inbound.chat.externalId}`
    const before = underWay.get(key) ?? Promise.resolve()
    const mine = before
      .then(() => answer(inboxId, inbound))
      // The row stays unfinished and is taken up at the next start.
      .catch((error: unknown) => log.error({ err: error, inboxId }, 'an update stays unanswered until the next start'))
      .finally(() => {
        if (underWay.get(key) === mine) underWay.delete(key)
      })
    underWay.set(key, mine)
  }

  return {
    async accept(inbound: Inbound): Promise<void> {
      const inboxId = await journal(db, inbound, clock())
      if (inboxId !== undefined) queue(inboxId, inbound)
    },
    async resume(): Promise<number> {
      const rows = await unfinished(db)
      for (const { id, inbound } of rows) queue(id, inbound)
      return rows.length
    },
    async idle(): Promise<void> {
      while (underWay.size > 0) await Promise.all(underWay.values())
    },
  }
}
