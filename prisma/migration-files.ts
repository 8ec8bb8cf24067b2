import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the migrations of each engine are. */
export const MIGRATIONS = {
  sqlite: fileURLToPath(new URL('./migrations', import.meta.url)),
  postgres: fileURLToPath(new URL('./postgres/migrations', import.meta.url)),
}

/** What a database tells of the migrations it has had, in both engines' words. */
export const HISTORY =
  'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL'

/** A row of that; whether it ended is all that is read of the time. */
export interface HistoryRow {
  migration_name: string
  checksum: string
  finished_at: unknown
}

/** A migration of this version: its name, its SQL and the SHA-256 by which Prisma knows it again. */
export interface MigrationFile {
  name: string
  script: string
  checksum: string
}

/**
 * The migrations in a folder that a history does not name, oldest first. Throws where one of the history failed, or one was changed after it was
 * applied.
 */
export function missingMigrations(folder: string, history: readonly HistoryRow[]): MigrationFile[] {
  const failed = history.find((row) => row.finished_at === null)
  if (failed) throw new Error(`Migration ${failed.migration_name} failed earlier and needs "prisma migrate resolve"`)
  const applied = new Map(history.map((row) => [row.migration_name, row.checksum]))
  const files = namesIn(folder).map((name) => readMigration(folder, name))
  const changed = files.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum)
  if (changed) throw new Error(`Migration ${changed.name} was changed after it was applied`)
  return files.filter(({ name }) => !applied.has(name))
}

/** How a history stands to a folder: how many migrations it has had, the names that it lacks, and those that only a later version knows. */
export function compareHistory(
  folder: string,
  history: readonly HistoryRow[],
): { applied: number; missing: string[]; unknown: string[] } {
  const applied = history.filter((row) => row.finished_at !== null).map((row) => row.migration_name)
  const known = namesIn(folder)
  return {
    applied: applied.length,
    missing: known.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !known.includes(name)),
  }
}

function readMigration(folder: string, name: string): MigrationFile {
  const bytes = readFileSync(scriptOf(folder, name))
  return { name, script: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
}

const namesIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => existsSync(scriptOf(folder, name)))
    .sort()

const scriptOf = (folder: string, name: string) => path.join(folder, name, 'migration.sql')
