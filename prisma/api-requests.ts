import type { BotRef } from '#domain/platforms.ts'
import type { Database, Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** A stretch of time by the clock of whoever asks: after `from`, and not after `to`. */
export interface Stretch {
  from: Date
  to: Date
}

interface Booking extends Stretch {
  requests: number
  /** Whether answers can do without them. */
  spare: boolean
  now: Date
  /** How many may be in the stretch already, and how many spare ones. */
  room: number
  spareRoom: number
}

/**
 * Counts requests that are about to be made, all of them or none. Returns false where there is no room. Exact, however many processes ask at a time: one
 * statement, which SQLite and PostgreSQL both speak, in a serializable transaction.
 */
export async function bookRequests(db: Database, { platform, bot }: BotRef, booking: Booking): Promise<boolean> {
  const { requests, spare, now, from, to, room, spareRoom } = booking
  const earlier = Prisma.sql`SELECT count(*) FROM "ApiRequest"
    WHERE "platform" = ${platform} AND "bot" = ${bot} AND "at" > ${from} AND "at" <= ${to}`
  const each = Prisma.join(Array<Prisma.Sql>(requests).fill(Prisma.sql`SELECT 1`), ' UNION ALL ')
  const insert = Prisma.sql`INSERT INTO "ApiRequest" ("platform", "bot", "at", "spare")
    SELECT ${platform}, ${bot}, ${now}, ${spare} FROM (${each}) AS "each"
    WHERE (${earlier}) <= ${room} AND (${earlier} AND "spare") <= ${spareRoom}`
  return (await db.$transaction((tx) => tx.$executeRaw(insert))) > 0
}

/** Counts requests at an instant, whether there is room or not. */
export async function fillRequests(db: Db, { platform, bot }: BotRef, requests: number, at: Date): Promise<void> {
  const one = { platform, bot, at, spare: false }
  await db.apiRequest.createMany({ data: Array.from({ length: requests }, () => one) })
}

/** When the requests of a stretch were made, oldest first. */
export async function requestsIn(
  db: Db,
  { platform, bot }: BotRef,
  { from, to }: Stretch,
): Promise<{ at: Date; spare: boolean }[]> {
  return db.apiRequest.findMany({
    where: { platform, bot, at: { gt: from, lte: to } },
    orderBy: { at: 'asc' },
    select: { at: true, spare: true },
  })
}

/** Removes requests that no limit asks for any more. */
export async function removeRequests(db: Db, { platform, bot }: BotRef, until: Date): Promise<void> {
  await db.apiRequest.deleteMany({ where: { platform, bot, at: { lte: until } } })
}
