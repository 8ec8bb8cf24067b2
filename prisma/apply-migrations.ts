import { randomUUID } from 'node:crypto'
import Database from 'better-sqlite3'
import { exchangeWatch } from './exchanged.ts'
import { makeFile } from './make-file.ts'
import { HISTORY, missingMigrations, type HistoryRow, type MigrationFile } from './migration-files.ts'

const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
  "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
  "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`

/**
 * Brings a SQLite file to the schema of this version: runs the migration folders that its history does not name, all or nothing,
 * and records them as Prisma's own command would. Returns the names applied. A missing file is made, readable by its owner alone, with its folders.
 * Throws where an earlier migration failed or was changed after it was applied, where rows would point at nothing, or where the file is exchanged
 * meanwhile.
 */
export function applyMigrations(file: string, folder: string): string[] {
  makeFile(file)
  const checkSame = exchangeWatch(file)
  const db = new Database(file, { timeout: 5000 })
  try {
    // Whoever exchanges the file has it locked. The write-ahead log goes by the name: no earlier than this is known.
    db.exec('BEGIN IMMEDIATE')
    checkSame()
    db.exec('ROLLBACK')
    db.pragma('journal_mode = WAL')
    // Off before the transaction: inside one the scripts' own PRAGMA does nothing, and dropping a redefined table would delete its children.
    db.pragma('foreign_keys = OFF')
    return db
      .transaction(() => {
        checkSame()
        return applyMissing(db, folder)
      })
      .exclusive()
  } finally {
    db.close()
  }
}

function applyMissing(db: Database.Database, folder: string): string[] {
  db.exec(HISTORY_TABLE)
  const missing = missingMigrations(folder, db.prepare<[], HistoryRow>(HISTORY).all())
  for (const migration of missing) applyOne(db, migration)
  const broken = db.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`${broken.length} rows point at missing rows after migrating`)
  return missing.map(({ name }) => name)
}

function applyOne(db: Database.Database, { name, script, checksum }: MigrationFile) {
  const started = Date.now()
  db.exec(script)
  db.prepare(
    'INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES (?, ?, ?, ?, ?, 1)',
  ).run(randomUUID(), checksum, Date.now(), name, started)
}
