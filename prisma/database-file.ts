import { existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import Database from 'better-sqlite3'
import { compareHistory, HISTORY, MIGRATIONS, type HistoryRow } from './migration-files.ts'

/** The file of the database, as it lies there. */
export interface DatabaseFile {
  path: string
  /** Its size in bytes; undefined where there is none yet. */
  bytes: number | undefined
  /** Migrations of this version that it lacks: the next program that opens it runs them. */
  missing: string[]
  /** Migrations that this version does not know: a later one was here. */
  unknown: string[]
  /** Why it cannot be read or written. */
  fault: string | undefined
  /** Bytes that are free where it lies; undefined where the file system does not tell. */
  free: number | undefined
}

/** Looks at the database without bringing it to this version's schema; nothing is changed, and a file that is not there is not made. */
export async function lookAtFile(url: string): Promise<DatabaseFile> {
  const file = path.resolve(url.replace(/^file:/, ''))
  const exists = existsSync(file)
  const schema = exists ? lookInside(file) : { missing: [], unknown: [], fault: undefined }
  return { path: file, bytes: exists ? statSync(file).size : undefined, ...schema, free: await freeAt(file) }
}

function lookInside(file: string): Pick<DatabaseFile, 'missing' | 'unknown' | 'fault'> {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 5000 })
    try {
      const [found] = db.pragma('quick_check(1)') as { quick_check: string }[]
      if (found?.quick_check !== 'ok') return { missing: [], unknown: [], fault: 'it is damaged' }
      // Taking the write lock shows whether it can be written; nothing is.
      db.exec('BEGIN IMMEDIATE; ROLLBACK')
      return { ...compareHistory(MIGRATIONS.sqlite, historyOf(db)), fault: undefined }
    } finally {
      db.close()
    }
  } catch (error) {
    return { missing: [], unknown: [], fault: error instanceof Error ? error.message : 'it cannot be opened' }
  }
}

function historyOf(db: Database.Database): HistoryRow[] {
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
