import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

interface HistoryRow {
  migration_name: string
  checksum: string
  finished_at: number | string | null
}

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

/**
 * Brings a SQLite file to the schema of this version: runs the migration folders that its history does not name, all or nothing,
 * and records them as Prisma's own command would. Returns the names applied.
 * Throws where an earlier migration failed or was changed after it was applied, or where rows would point at nothing.
 */
export function applyMigrations(file: string, folder: string): string[] {
  const db = new Database(file, { timeout: 5000 })
  try {
    db.pragma('journal_mode = WAL')
    // Off before the transaction: inside one the scripts' own PRAGMA does nothing, and dropping a redefined table would delete its children.
    db.pragma('foreign_keys = OFF')
    return db.transaction(() => applyMissing(db, folder)).exclusive()
  } finally {
    db.close()
  }
}

function applyMissing(db: Database.Database, folder: string): string[] {
  db.exec(HISTORY_TABLE)
  const history = readHistory(db)
  const names = readdirSync(folder)
    .filter((name) => existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
  const applied = names.filter((name) => applyOne(db, folder, name, history))
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point at missing rows after migrating`)
  return applied
}

function readHistory(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], HistoryRow>(
      'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
    )
    .all()
  const failed = rows.find((row) => row.finished_at === null)
  if (failed) throw new Error(`Migration ${failed.migration_name} failed earlier and needs "prisma migrate resolve"`)
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

function applyOne(db: Database.Database, folder: string, name: string, history: Map<string, string>): boolean {
  const script = readFileSync(path.join(folder, name, 'migration.sql'))
  const checksum = createHash('sha256').update(script).digest('hex')
  const known = history.get(name)
  if (known === checksum) return false
  if (known) throw new Error(`Migration ${name} was changed after it was applied`)
  const started = Date.now()
  db.exec(script.toString('utf8'))
  db.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  ).run(randomUUID(), checksum, Date.now(), name, started)
  return true
}
