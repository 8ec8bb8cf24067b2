import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from './generated-postgres/client.ts'
import type { PrismaClient } from './generated/client.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { MIGRATIONS } from './migration-files.ts'
import { serial } from './serial-adapter.ts'

/** A transaction that met another one is tried again so often. */
const TRIES = 20
const LONGEST_PAUSE_MS = 200

/**
 * Opens a PostgreSQL database and brings it to this version's schema. As on SQLite the transactions of a process take turns; those of other
 * processes serializable isolation keeps apart. A single statement waits for nobody: what a process holds it can hold on to in the middle of long work.
 */
export async function openPostgres(url: string): Promise<PrismaClient> {
  await migratePostgres(url, MIGRATIONS.postgres)
  const client = new PostgresClient({
    adapter: serial(new PrismaPg({ connectionString: url }), { statements: 'aside' }),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 10_000, timeout: 20_000, isolationLevel: 'Serializable' },
  })
  await client.$connect()
  // The same models of the same schema: only the engine beneath differs.
  return repeating(client as unknown as PrismaClient)
}

/** Transactions that another one stood in the way of are tried again, as PostgreSQL asks for: of two that meet one is always through. */
function repeating(client: PrismaClient): PrismaClient {
  const transaction = client.$transaction.bind(client) as (...given: unknown[]) => Promise<unknown>
  const again = async (...given: unknown[]) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await transaction(...given)
      } catch (error) {
        if (tries === TRIES || !isConflict(error)) throw error
        await pause(Math.random() * Math.min(2 ** tries, LONGEST_PAUSE_MS))
      }
    }
  }
  return new Proxy(client, {
    get: (target, name) => (name === '$transaction' ? again : (Reflect.get(target, name) as unknown)),
  })
}

/** PostgreSQL's 40001 and 40P01, and Prisma's own name for them. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, message } = error as Error & { code?: string }
  return (
    code === 'P2034' || /\b(40001|40P01)\b|could not serialize|deadlock detected|TransactionWriteConflict/.test(message)
  )
}
