import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { HISTORY, missingMigrations, type HistoryRow } from './migration-files.ts'

/** Locks the migrating of a database; any number that no other program on it locks. */
const MIGRATING = 7_434_121

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const APPLIED = `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
  VALUES ($1, $2, now(), $3, 1)`

/**
 * Brings a PostgreSQL database to the schema of this version: runs the migration folders that its history does not name, all or nothing, and records
 * them as Prisma's own command would. Processes that start together take turns. Returns the names applied. Throws where an earlier migration failed or
 * was changed after it was applied.
 */
export async function migratePostgres(url: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATING])
    const applied = await applyMissing(client, folder)
    await client.query('COMMIT')
    return applied
  } finally {
    await client.end()
  }
}

async function applyMissing(client: pg.Client, folder: string): Promise<string[]> {
  await client.query(HISTORY_TABLE)
  const { rows } = await client.query<HistoryRow>(HISTORY)
  const missing = missingMigrations(folder, rows)
  for (const { name, script, checksum } of missing) {
    await client.query(script)
    await client.query(APPLIED, [randomUUID(), checksum, name])
  }
  return missing.map(({ name }) => name)
}
