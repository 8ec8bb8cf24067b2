import type { PlatformName } from '#domain/messages.ts'
import type { Db } from './database.ts'

/** What was learnt about a platform under this key, or undefined. */
export async function factOf(db: Db, platform: PlatformName, key: string): Promise<string | undefined> {
  return (await db.fact.findUnique({ where: { platform_key: { platform, key } } }))?.value
}

/** Keeps what was learnt, in place of what was known before. One statement, which SQLite and PostgreSQL both speak. */
export async function keepFact(db: Db, platform: PlatformName, key: string, value: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Fact" ("platform", "key", "value") VALUES (${platform}, ${key}, ${value})
    ON CONFLICT ("platform", "key") DO UPDATE SET "value" = excluded."value"`
}
