import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beginPart, ownLike } from './backup-part.ts'
import { BackupRefused, orRefusedAs } from './backup-refused.ts'
import { copySnapshot } from './backup-snapshot.ts'
import { realPath } from './backup.ts'
import { checkTarget, CopyRefused, orRefused } from './copy-checks.ts'
import type { TableSum } from './copy-checksum.ts'
import { openSource, openTarget } from './copy-open.ts'
import { fileOf, isFile } from './database-address.ts'
import { copyTables, rowsIn } from './copy-rows.ts'
import { makeFolder } from './make-file.ts'
import { exchange, refuseInUse } from './restore-exchange.ts'
import { prepareRestored, type InDoubt } from './restore-prepare.ts'

export interface RestoreOrder {
  /** The database, as DATABASE_URL has it. */
  url: string
  /** The backup; it stays as it is. */
  file: string
  now: Date
}

export interface Restored extends InDoubt {
  file: string
  /** Where the data of before are kept; null where there were none. */
  kept: string | null
  /** What the backup holds. */
  tables: TableSum[]
  rows: number
}

/**
 * Puts a backup in the place of a database, all or nothing. The backup is copied, checked and brought to this version's schema before anything is touched. A
 * SQLite file that is there is kept beside it; a PostgreSQL database must be empty. Throws BackupRefused, and then everything is as it was.
 */
export async function restoreBackup(order: RestoreOrder): Promise<Restored> {
  const { url, file } = order
  const found = await orRefusedAs(`${file} cannot be read`, () => statSync(file, { throwIfNoEntry: false }))
  if (!found?.isFile()) throw new BackupRefused(`there is no file ${file}`)
  return isFile(url) ? intoFile(order) : intoServer(order)
}

async function intoFile({ url, file, now }: RestoreOrder): Promise<Restored> {
  const database = realPath(fileOf(url))
  if (realPath(file) === database) throw new BackupRefused(`${file} is the database itself: give a backup`)
  await orRefusedAs('the database cannot be written', () => makeFolder(path.dirname(database)))
  const part = beginPart(`${database}.restoring`)
  try {
    const { inDoubt, tables } = await readyAt(part.path, file, now)
    return await orRefusedAs(`${database} cannot be exchanged`, async () => {
      await refuseInUse(database, now)
      ownLike(part.path, database)
      const kept = exchange(part, database, now) ?? null
      return { file, kept, ...inDoubt, tables, rows: rowsIn(tables) }
    })
  } finally {
    part.remove()
  }
}

/** Copies a backup to where it is made ready to be used. */
async function readyAt(to: string, file: string, now: Date) {
  const tables = await copySnapshot(file, to, {
    noData: `${file} is no backup of the bot`,
    later: `${file} is of a later version: restore it with that one`,
  })
  const inDoubt = await orRefusedAs(`${to} cannot be written`, () => prepareRestored(to, now))
  return { inDoubt, tables }
}

const EMPTY = 'make an empty one with createdb (or CREATE DATABASE) and set DATABASE_URL to it'

async function intoServer({ url, file, now }: RestoreOrder): Promise<Restored> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-restore-'))
  try {
    await checkTarget(url)
    const part = beginPart(path.join(folder, 'restoring.db'))
    const { inDoubt, tables } = await readyAt(part.path, file, now)
    await copyInto(url, part.path)
    return { file, kept: null, ...inDoubt, tables, rows: rowsIn(tables) }
  } catch (error) {
    if (!(error instanceof CopyRefused)) throw error
    const reason = error.message.replace('the target', 'the database')
    throw new BackupRefused(/cannot be used/.test(reason) ? reason : `${reason}: ${EMPTY}`, { cause: error })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function copyInto(url: string, from: string) {
  const source = await openSource(`file:${from}`)
  try {
    const target = await orRefused(() => openTarget(url))
    try {
      await copyTables(source, target)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}
