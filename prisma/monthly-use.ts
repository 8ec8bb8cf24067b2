import type { PlatformName } from '#domain/messages.ts'
import type { Db } from './database.ts'

/** Messages of a month. */
export interface MonthlyUse {
  sent: number
  received: number
}

const UTC_7_MS = 7 * 3600 * 1000

/** The calendar month of an instant in Viet Nam (UTC+7, without summer time), as YYYY-MM. */
export function monthOf(instant: Date): string {
  return new Date(instant.getTime() + UTC_7_MS).toISOString().slice(0, 7)
}

/** Adds messages to those of a month and returns its sums. */
export async function addUse(db: Db, platform: PlatformName, month: string, more: MonthlyUse): Promise<MonthlyUse> {
  const [row] = await db.$queryRaw<{ sent: number | bigint; received: number | bigint }[]>`
    INSERT INTO "MonthlyUse" ("platform", "month", "sent", "received")
    VALUES (${platform}, ${month}, ${more.sent}, ${more.received})
    ON CONFLICT ("platform", "month")
    DO UPDATE SET "sent" = "sent" + excluded."sent", "received" = "received" + excluded."received"
    RETURNING "sent", "received"`
  return { sent: Number(row?.sent), received: Number(row?.received) }
}

export async function useOf(db: Db, platform: PlatformName, month: string): Promise<MonthlyUse> {
  const row = await db.monthlyUse.findUnique({ where: { platform_month: { platform, month } } })
  return { sent: row?.sent ?? 0, received: row?.received ?? 0 }
}
