import type { Inbound } from '#domain/messages.ts'
import { botKey, botOf } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** Who takes a row into its hands, at which instant and until when nobody else may. */
export interface InboxClaim {
  by: string
  now: Date
  until: Date
}

/** An unfinished update. The payload was an Inbound of this version or an earlier one. */
export interface InboxRow {
  id: number
  chatKey: string
  payload: unknown
  receivedAt: Date
}

/** A row in somebody's hands. */
export interface InRow {
  id: number
  by: string
}

/**
 * Journals an update, and claims it where nothing unfinished of its chat is before it. `claimed` tells whether it is; undefined: it was delivered before.
 * One statement, which SQLite and PostgreSQL both speak. On PostgreSQL two processes that take in two updates of one chat in the same instant may both
 * claim theirs: the transactions that answer them are then one after the other, in either order.
 */
export async function journal(
  db: Db,
  inbound: Inbound,
  now: Date,
  claim?: InboxClaim,
): Promise<(InboxRow & { claimed: boolean }) | undefined> {
  const { platform, bot } = botOf(inbound)
  const { externalId, chat } = inbound
  const chatKey = `${botKey({ platform, bot })}:${chat.externalId}`
  // A claim's end without a claimant says nothing: it may stand where the row is not claimed.
  const [row] = await db.$queryRaw<{ id: number | bigint; claimedBy: string | null }[]>`
    INSERT INTO "Inbox" ("platform", "bot", "externalId", "chatKey", "payload", "receivedAt", "claimedUntil", "claimedBy")
    VALUES (${platform}, ${bot}, ${externalId}, ${chatKey}, ${JSON.stringify(inbound)}, ${now}, ${claim?.until ?? null},
      CASE WHEN EXISTS (SELECT 1 FROM "Inbox" WHERE "chatKey" = ${chatKey} AND "doneAt" IS NULL)
      THEN NULL ELSE ${claim?.by ?? null} END)
    ON CONFLICT ("platform", "bot", "externalId") DO NOTHING
    RETURNING "id", "claimedBy"`
  return row && { id: Number(row.id), chatKey, payload: inbound, receivedAt: now, claimed: row.claimedBy !== null }
}

/**
 * Claims unfinished rows that nobody holds, oldest first: of a chat only the oldest one, and none while another of it is held. `chatKey`: of this chat
 * alone. Two processes never get the same row.
 */
export async function claimFree(
  db: Db,
  { by, now, until }: InboxClaim,
  { limit, chatKey }: { limit: number; chatKey?: string },
): Promise<InboxRow[]> {
  if (chatKey !== undefined && !(await isWaiting(db, chatKey))) return []
  const ofChat = chatKey === undefined ? Prisma.empty : Prisma.sql`AND w."chatKey" = ${chatKey}`
  const rows = await db.$queryRaw<(Omit<InboxRow, 'id'> & { id: number | bigint })[]>`
    UPDATE "Inbox" SET "claimedBy" = ${by}, "claimedUntil" = ${until}
    WHERE "doneAt" IS NULL AND ("claimedBy" IS NULL OR "claimedUntil" <= ${now}) AND "id" IN (
      SELECT w."id" FROM "Inbox" w
      WHERE w."doneAt" IS NULL AND (w."claimedBy" IS NULL OR w."claimedUntil" <= ${now}) ${ofChat}
        AND NOT EXISTS (
          SELECT 1 FROM "Inbox" o WHERE o."chatKey" = w."chatKey" AND o."doneAt" IS NULL
            AND (o."id" < w."id" OR (o."claimedBy" IS NOT NULL AND o."claimedUntil" > ${now})))
      ORDER BY w."id" LIMIT ${limit})
    RETURNING "id", "chatKey", "payload", "receivedAt"`
  return rows.map((row) => ({ ...row, id: Number(row.id) })).sort((a, b) => a.id - b.id)
}

/** Whether something of a chat is unfinished: to look costs less than to claim, and mostly there is nothing. */
async function isWaiting(db: Db, chatKey: string): Promise<boolean> {
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Inbox" WHERE "chatKey" = ${chatKey} AND "doneAt" IS NULL LIMIT 1`
  return found !== undefined
}

/** Holds rows for longer. Those that somebody else has by now stay with that one. */
export async function renewInbox(db: Db, ids: number[], { by, until }: InboxClaim) {
  await db.inbox.updateMany({ where: { id: { in: ids }, claimedBy: by, doneAt: null }, data: { claimedUntil: until } })
}

/** Gives back all that somebody holds, for others to take at once. */
export async function giveBackInbox(db: Db, by: string) {
  await db.inbox.updateMany({ where: { doneAt: null, claimedBy: by }, data: { claimedBy: null, claimedUntil: null } })
}

/**
 * Marks an update as finished, with the id of a fault where there was one. What people wrote is not kept: the row stays only to recognise a
 * redelivery. Returns false where it was finished before or is in somebody else's hands: then nothing may have been done for it here.
 */
export async function finishInbox(db: Db, { id, by }: InRow, now: Date, failure?: string): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Inbox" SET "doneAt" = ${now}, "payload" = ${'{}'}, "failure" = ${failure ?? null}
    WHERE "id" = ${id} AND "claimedBy" = ${by} AND "doneAt" IS NULL`
  return count === 1
}

/** Removes finished updates received before an instant. Returns how many. */
export async function removeFinishedInbox(db: Db, before: Date): Promise<number> {
  const { count } = await db.inbox.deleteMany({ where: { doneAt: { not: null }, receivedAt: { lt: before } } })
  return count
}
