import { constants, copyFileSync, existsSync, linkSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { BESIDE, type Part } from './backup-part.ts'
import { BackupRefused } from './backup-refused.ts'
import { clocksOf, isInUse } from './copy-held.ts'
import { openSqliteSource } from './copy-sqlite.ts'

const IN_USE = 'the database is in use: stop the bot, or wait a minute where it was killed'
/** Whoever has it open for a moment is waited for. */
const WAIT_MS = 2000

/** Throws BackupRefused where a process runs on the database, or died there less than a minute ago. One that is damaged tells nothing. */
export async function refuseInUse(database: string, now: Date) {
  if (existsSync(database) && (await isHeld(database, now))) throw new BackupRefused(IN_USE)
}

async function isHeld(database: string, now: Date): Promise<boolean> {
  try {
    const source = openSqliteSource(database)
    try {
      return await isInUse(source, await clocksOf(source, now))
    } finally {
      await source.close()
    }
  } catch {
    return false
  }
}

/**
 * Puts a file in the place of a database in one step, and keeps what was there beside it. Nothing of the old one's write-ahead log is left to be applied to
 * the new one. Returns the path of what is kept; undefined where nothing was there. Throws BackupRefused where somebody has it open.
 */
export function exchange(part: Part, database: string, now: Date): string | undefined {
  const release = takeAlone(database)
  try {
    const kept = keep(database, now)
    part.become(database)
    return kept
  } finally {
    release()
  }
}

/** Folds the write-ahead log in, which SQLite does only for whoever is alone, and keeps others out until it is released. */
function takeAlone(database: string): () => void {
  if (!existsSync(database)) return () => undefined
  const db = new Database(database, { fileMustExist: true, timeout: WAIT_MS })
  try {
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code))
      throw new BackupRefused(IN_USE, { cause: error })
    // A damaged one is kept as well as it can be, with what lies beside it.
    return () => undefined
  }
  return () => void db.close()
}

function keep(database: string, now: Date): string | undefined {
  const kept = `${database}.before-restore-${now.toISOString().replace(/[-:]|\.\d+/g, '')}`
  const there = ['', ...BESIDE].filter((ending) => existsSync(`${database}${ending}`))
  for (const ending of there) alsoAs(`${database}${ending}`, `${kept}${ending}`)
  for (const ending of there) if (ending !== '') rmSync(`${database}${ending}`)
  return there.length > 0 ? kept : undefined
}

/** Under a second name, so that the first one is never without a database; where the disk knows no second names, as a copy. */
function alsoAs(file: string, name: string) {
  try {
    linkSync(file, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(file, name, constants.COPYFILE_EXCL)
  }
}
