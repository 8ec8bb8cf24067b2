import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { factOf } from './facts.ts'

const KEY = 'webhook-secret'

/**
 * The secret with which a network calls a bot's webhook: the one that is kept, so that all processes announce the same. `fresh` is kept where there is
 * none; of two processes that bring one the first wins.
 */
export async function webhookSecret(db: Db, ref: BotRef, fresh: string): Promise<string> {
  await db.$executeRaw`
    INSERT INTO "Fact" ("platform", "bot", "key", "value") VALUES (${ref.platform}, ${ref.bot}, ${KEY}, ${fresh})
    ON CONFLICT ("platform", "bot", "key") DO NOTHING`
  return (await factOf(db, ref, KEY))!
}
