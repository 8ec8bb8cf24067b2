import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'

/** What was learnt about a bot under this key, or undefined. */
export async function factOf(db: Db, { platform, bot }: BotRef, key: string): Promise<string | undefined> {
  return (await db.fact.findUnique({ where: { platform_bot_key: { platform, bot, key } } }))?.value
}

/** Keeps what was learnt, in place of what was known before. One statement, which SQLite and PostgreSQL both speak. */
export async function keepFact(db: Db, { platform, bot }: BotRef, key: string, value: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Fact" ("platform", "bot", "key", "value") VALUES (${platform}, ${bot}, ${key}, ${value})
    ON CONFLICT ("platform", "bot", "key") DO UPDATE SET "value" = excluded."value"`
}
