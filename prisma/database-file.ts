import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { fileOf } from './database-address.ts'
import { compareHistory, HISTORY, MIGRATIONS, type HistoryRow } from './migration-files.ts'

/** The file of the database, as it lies there. */
export interface DatabaseFile {
  path: string
  /** Its size in bytes; undefined where there is none yet. */
  bytes: number | undefined
  /** How many migrations it has had. */
  applied: number
  /** Migrations of this version that it lacks: the next program that opens it runs them. */
  missing: string[]
  /** Migrations that this version does not know: a later one was here. */
  unknown: string[]
  /** The names of its tables, whoever made them. */
  tables: string[]
  /** Why it cannot be read or written. */
  fault: string | undefined
  /** Bytes that are free where it lies; undefined where the file system does not tell. */
  free: number | undefined
}

/** SQLite's own left out. */
const TABLES = `SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'`

/** What is found inside a database. */
type Inside = Pick<DatabaseFile, 'applied' | 'missing' | 'unknown' | 'tables' | 'fault'>

/** Where there is nothing, or nothing that can be read. */
export const NOTHING_INSIDE: Inside = { applied: 0, missing: [], unknown: [], tables: [], fault: undefined }

/** Looks at the database without bringing it to this version's schema; nothing is changed, and a file that is not there is not made. */
export async function lookAtFile(url: string): Promise<DatabaseFile> {
  const file = path.resolve(fileOf(url))
  const exists = existsSync(file)
  const schema = exists ? lookInside(file) : NOTHING_INSIDE
  return { path: file, bytes: exists ? statSync(file).size : undefined, ...schema, free: await freeAt(file) }
}

function lookInside(file: string): Inside {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 5000 })
    try {
      const [found] = db.pragma('quick_check(1)') as { quick_check: string }[]
      if (found?.quick_check !== 'ok') return { ...NOTHING_INSIDE, fault: 'it is damaged' }
      // Taking the write lock shows whether it can be written; nothing is.
      db.exec('BEGIN IMMEDIATE; ROLLBACK')
      const tables = db.prepare<[], string>(TABLES).pluck().all()
      return { ...compareHistory(MIGRATIONS.sqlite, historyOf(db)), tables, fault: undefined }
    } finally {
      db.close()
    }
  } catch (error) {
    return { ...NOTHING_INSIDE, fault: error instanceof Error ? error.message : 'it cannot be opened' }
  }
}

/** The migrations that a SQLite database has had; none where it has no history. */
export function historyOf(db: Database.Database): HistoryRow[] {
  const [table] = db.prepare("SELECT name FROM sqlite_master WHERE name = '_prisma_migrations'").all()
  return table ? db.prepare<[], HistoryRow>(HISTORY).all() : []
}

async function freeAt(file: string): Promise<number | undefined> {
  let folder = path.dirname(file)
  while (!existsSync(folder)) folder = path.dirname(folder)
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return undefined
  }
}
