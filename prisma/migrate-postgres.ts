import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'

/** Locks the migrating of a database; any number that no other program on it locks. */
const MIGRATING = 7_434_121

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`
const HISTORY = 'SELECT migration_name, checksum FROM _prisma_migrations WHERE rolled_back_at IS NULL'
const APPLIED = `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
  VALUES ($1, $2, now(), $3, 1)`

/**
 * Brings a PostgreSQL database to the schema of this version: runs the migration folders that its history does not name, all or nothing, and records
 * them as Prisma's own command would. Processes that start together take turns. Returns the names applied. Throws where an earlier migration was changed
 * after it was applied.
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
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(HISTORY)
  const history = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  const applied: string[] = []
  for (const name of readdirSync(folder).sort()) {
    const script = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    const checksum = createHash('sha256').update(script).digest('hex')
    if (history.get(name) === checksum) continue
    if (history.has(name)) throw new Error(`Migration ${name} was changed after it was applied`)
    await client.query(script)
    await client.query(APPLIED, [randomUUID(), checksum, name])
    applied.push(name)
  }
  return applied
}
