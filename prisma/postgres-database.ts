import { setTimeout as pause } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient as PostgresClient } from './generated-postgres/client.ts'
import type { PrismaClient } from './generated/client.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { MIGRATIONS } from './migration-files.ts'
import { keepable } from './postgres-text.ts'
import { serial } from './serial-adapter.ts'

/** A transaction that met another one is tried again so often. */
const TRIES = 20
const LONGEST_PAUSE_MS = 200

/** A server that went without a word must not be waited for for ever. */
const PATIENCE = {
  connectionTimeoutMillis: 5_000,
  query_timeout: 30_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10_000,
}

/**
 * Opens a PostgreSQL database and brings it to this version's schema. As on SQLite a process does one thing at a time there, but holds on to
 * its leases in the middle of long work; what other processes do meanwhile, serializable transactions keep apart.
 */
export async function openPostgres(url: string): Promise<PrismaClient> {
  await migratePostgres(url, MIGRATIONS.postgres)
  const client = new PostgresClient({
    adapter: serial(new PrismaPg({ connectionString: url, ...PATIENCE }), { aside: holdsLease, asked: keepable }),
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 60_000, timeout: 20_000, isolationLevel: 'Serializable' },
  })
  await client.$connect()
  // The same models of the same schema: only the engine beneath differs.
  return repeating(client as unknown as PrismaClient)
}

/** Leases are renewed over a connection of their own. */
const holdsLease = ({ sql }: { sql: string }) => sql.includes('"Lease"')

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
