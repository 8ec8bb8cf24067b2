import { randomBytes } from 'node:crypto'
import type { BotRef } from '#domain/platforms.ts'
import type { Database } from '#prisma/database.ts'
import { webhookSecret } from '#prisma/webhook-secret.ts'
import { isSameSecret } from './same-secret.ts'

/** The secret by which calls of a webhook are known to come from the network. */
export interface WebhookSecret {
  /** The secret, for the network. Rejects where the database does not answer. */
  learn(): Promise<string>
  /** Whether a call brought it; undefined while it is not known. */
  matches(given: string | undefined): boolean | undefined
}

/** The secret of the settings; where there is none, one that is made once and kept in the database for all processes. */
export function createWebhookSecret(db: Database, ref: BotRef, configured: string | undefined): WebhookSecret {
  let known = configured
  return {
    learn: async () => (known ??= await webhookSecret(db, ref, randomBytes(32).toString('hex'))),
    matches: (given = '') => (known === undefined ? undefined : isSameSecret(given, known)),
  }
}
