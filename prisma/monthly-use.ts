import { VIET_NAM_MS } from '#domain/dates.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'

/** Messages of a month. */
export interface MonthlyUse {
  sent: number
  received: number
}

/** The calendar month of an instant in Viet Nam, as YYYY-MM. */
export function monthOf(instant: Date): string {
  return new Date(instant.getTime() + VIET_NAM_MS).toISOString().slice(0, 7)
}

/** Adds messages to those of a month (YYYY-MM) and returns its sums. One statement, which SQLite and PostgreSQL both speak. */
export async function addUse(db: Db, { platform, bot }: BotRef, month: string, more: MonthlyUse): Promise<MonthlyUse> {
  const [row] = await db.$queryRaw<{ sent: number | bigint; received: number | bigint }[]>`
    INSERT INTO "MonthlyUse" ("platform", "bot", "month", "sent", "received")
    VALUES (${platform}, ${bot}, ${month}, ${more.sent}, ${more.received})
    ON CONFLICT ("platform", "bot", "month")
    DO UPDATE SET "sent" = "MonthlyUse"."sent" + excluded."sent", "received" = "MonthlyUse"."received" + excluded."received"
    RETURNING "sent", "received"`
  return { sent: Number(row?.sent), received: Number(row?.received) }
}

/** The messages of a month (YYYY-MM); none where none were counted. */
export async function useOf(db: Db, { platform, bot }: BotRef, month: string): Promise<MonthlyUse> {
  const row = await db.monthlyUse.findUnique({ where: { platform_bot_month: { platform, bot, month } } })
  return { sent: row?.sent ?? 0, received: row?.received ?? 0 }
}
