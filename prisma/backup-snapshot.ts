import Database from 'better-sqlite3'
import { BackupRefused, orRefusedAs } from './backup-refused.ts'
import type { TableSum } from './copy-checksum.ts'
import type { Source } from './copy-ends.ts'
import { sumOf } from './copy-rows.ts'
import { openSqliteSource } from './copy-sqlite.ts'
import { COPIED_TABLES } from './copy-tables.ts'
import { historyOf } from './database-file.ts'
import { compareHistory, MIGRATIONS } from './migration-files.ts'

/** What is wrong with a file that is to be copied: `cannot be read`, and what not to do with one of a later version. */
interface Words {
  noData: string
  later: string
}

/**
 * Copies a SQLite file, page by page, as it stands at one moment, however much is written to it meanwhile; then opens the copy and compares it with what was
 * read. Nobody waits for it. `to` is there and empty. Throws BackupRefused.
 */
export async function copySnapshot(from: string, to: string, words: Words): Promise<TableSum[]> {
  const source = await orRefusedAs(`${from} cannot be read`, () => openSqliteSource(from))
  let sums: TableSum[]
  try {
    await orRefusedAs(`${from} cannot be read`, () => checkHistory(from, words))
    sums = await orRefusedAs(`${from} cannot be read`, () => sumsOf(source))
    await orRefusedAs(`${to} cannot be written`, () => source.copyPages(to))
  } finally {
    await source.close()
  }
  await orRefusedAs(`${to} cannot be written`, () => toOneFile(to))
  await checkCopy(to, sums)
  return sums
}

/** Leaves a database that nobody uses as one file that says all: without a write-ahead log. */
export function toOneFile(file: string) {
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

/** Opens a copy anew. Throws BackupRefused where it is not sound, or does not hold what was read. */
export async function checkCopy(file: string, sums: readonly TableSum[]) {
  checkSoundness(file)
  const copy = openSqliteSource(file)
  try {
    const found = await sumsOf(copy)
    const other = sums.find(({ rows, sha256 }, at) => found[at]?.rows !== rows || found[at].sha256 !== sha256)
    if (other || found.length !== sums.length)
      throw new BackupRefused(`${other?.table ?? 'the copy'} is not in the copy what it is in the database`)
  } finally {
    await copy.close()
  }
}

function checkSoundness(file: string) {
  const db = new Database(file, { readonly: true })
  try {
    const [found] = db.pragma('integrity_check(1)') as { integrity_check: string }[]
    if (found?.integrity_check !== 'ok') throw new BackupRefused('what was read is damaged: its copy is not sound')
    const broken = db.pragma('foreign_key_check') as unknown[]
    if (broken.length > 0) throw new BackupRefused(`what was read is damaged: ${broken.length} rows point at nothing`)
  } finally {
    db.close()
  }
}

/** The tables that there are: an earlier version had fewer. */
async function sumsOf(source: Source): Promise<TableSum[]> {
  const sums: TableSum[] = []
  for (const name of COPIED_TABLES) {
    const table = await source.table(name)
    if (table.columns.length > 0) sums.push(await sumOf(source, table))
  }
  return sums
}

function checkHistory(file: string, { noData, later }: Words) {
  const db = new Database(file, { fileMustExist: true, timeout: 5000 })
  try {
    db.pragma('query_only = ON')
    const { applied, unknown } = compareHistory(MIGRATIONS.sqlite, historyOf(db))
    if (applied === 0) throw new BackupRefused(noData)
    if (unknown.length > 0) throw new BackupRefused(later)
  } finally {
    db.close()
  }
}
