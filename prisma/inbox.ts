import { Inbound } from '#domain/messages.ts'
import { Prisma } from './generated/client.ts'
import type { Db } from './database.ts'

/** Journals an update. Returns its row's id, or undefined where it was delivered before. */
export async function journal(db: Db, inbound: Inbound, now: Date): Promise<number | undefined> {
  const { platform, externalId, chat } = inbound
  const chatKey = `${platform}:${chat.externalId}`
  try {
    const row = await db.inbox.create({ data: { platform, externalId, chatKey, payload: inbound, receivedAt: now } })
    return row.id
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return undefined
    throw error
  }
}

/** Updates journaled and not finished, oldest first. */
export async function unfinished(db: Db): Promise<{ id: number; inbound: Inbound }[]> {
  const rows = await db.inbox.findMany({ where: { doneAt: null }, orderBy: { id: 'asc' } })
  return rows.map((row) => ({ id: row.id, inbound: Inbound.parse(row.payload) }))
}

/**
 * Marks an update as finished, with the id of a fault where there was one. What people wrote is not kept: the row stays only to recognise a
 * redelivery. Returns false where it was finished before.
 */
export async function finishInbox(db: Db, id: number, now: Date, failure?: string): Promise<boolean> {
  const { count } = await db.inbox.updateMany({
    where: { id, doneAt: null },
    data: { doneAt: now, payload: {}, failure: failure ?? null },
  })
  return count === 1
}

/** Removes finished updates received before an instant. Returns how many. */
export async function removeFinishedInbox(db: Db, before: Date): Promise<number> {
  const { count } = await db.inbox.deleteMany({ where: { doneAt: { not: null }, receivedAt: { lt: before } } })
  return count
}
