import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { beginPart, BESIDE, dateFile, type Part } from './backup-part.ts'
import { BackupRefused, orRefusedAs } from './backup-refused.ts'
import { checkCopy, copySnapshot, toOneFile } from './backup-snapshot.ts'
import { CopyRefused } from './copy-checks.ts'
import type { TableSum } from './copy-checksum.ts'
import { openSource, openTarget } from './copy-open.ts'
import { fileOf, isFile } from './database-address.ts'
import { copyTables, rowsIn } from './copy-rows.ts'
import { lookAtDatabase } from './look-at-database.ts'

export interface BackupOrder {
  /** The database, as DATABASE_URL has it. */
  url: string
  /** Where the backup goes; nothing may be there. */
  file: string
  /** The date that the file gets. */
  at: Date
}

export interface BackedUp {
  file: string
  bytes: number
  tables: TableSum[]
  rows: number
}

/**
 * Copies a database, of either kind, into a SQLite file while the bot goes on: what stood there at one moment, compared with what was read. The file has its
 * name only once it is whole; until then it is `file`.part. Throws BackupRefused where there is none.
 */
export async function backUp({ url, file, at }: BackupOrder): Promise<BackedUp> {
  checkName(url, file)
  const part = beginPart(`${file}.part`)
  try {
    const tables = isFile(url) ? await fromFile(fileOf(url), part) : await fromServer(url, part)
    return await orRefusedAs(`${file} cannot be written`, () => {
      dateFile(part.path, at)
      checkFree(file)
      part.become(file)
      return { file, bytes: statSync(file).size, tables, rows: rowsIn(tables) }
    })
  } finally {
    part.remove()
  }
}

function checkName(url: string, file: string) {
  if (isFile(url)) {
    const database = realPath(fileOf(url))
    if (!existsSync(database)) throw new BackupRefused(`there is no database at ${database}`)
    const own = ['', ...BESIDE].map((ending) => `${database}${ending}`)
    if (own.includes(realPath(file))) throw new BackupRefused(`${file} is the database itself: give another file`)
  }
  checkFree(file)
}

function checkFree(file: string) {
  if (isThere(file)) throw new BackupRefused(`${file} is there already: give another file`)
}

/** Also a link that leads nowhere is something. */
function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return false
  }
}

/** The path of a file, or of one to come, without links on the way. */
export function realPath(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    const folder = path.dirname(path.resolve(file))
    return existsSync(folder) ? path.join(realpathSync(folder), path.basename(file)) : path.resolve(file)
  }
}

function fromFile(database: string, part: Part): Promise<TableSum[]> {
  return copySnapshot(database, part.path, {
    noData: `${database} is no database of the bot`,
    later: `${database} was used by a later version: back it up with that one`,
  })
}

/** In one snapshot, too: what the bot writes meanwhile is not in it. */
async function fromServer(url: string, part: Part): Promise<TableSum[]> {
  const { path: place, fault, applied, missing, unknown } = await lookAtDatabase(url)
  if (fault !== undefined) throw new BackupRefused(`${place} cannot be read: ${fault}`)
  if (applied === 0) throw new BackupRefused(`${place} is no database of the bot`)
  if (unknown.length > 0) throw new BackupRefused(`${place} was used by a later version: back it up with that one`)
  if (missing.length > 0) throw new BackupRefused(`${place} is of an earlier version: back it up with that one`)
  const { tables } = await orRefusedAs(`${part.path} cannot be written`, async () => {
    const copied = await copyRows(url, part.path)
    toOneFile(part.path)
    return copied
  })
  await checkCopy(part.path, tables)
  return tables
}

async function copyRows(url: string, part: string) {
  const source = await openSource(url)
  try {
    const target = await openTarget(`file:${part}`)
    try {
      return await copyTables(source, target)
    } finally {
      await target.close()
    }
  } catch (error) {
    if (error instanceof CopyRefused) throw new BackupRefused(error.message, { cause: error })
    throw error
  } finally {
    await source.close()
  }
}
