import { realpathSync } from 'node:fs'
import path from 'node:path'
import { summing, type TableSum } from './copy-checksum.ts'
import { checkSource, checkTarget, CopyRefused, orRefused } from './copy-checks.ts'
import type { Row, Source, Table, Target } from './copy-ends.ts'
import { clocksOf, isInUse, released } from './copy-held.ts'
import { COPIED_TABLES, POINTS_AT_ITS_OWN, TABLES_LEFT_OUT } from './copy-tables.ts'

export interface CopyOrder {
  /** Addresses as DATABASE_URL has them. */
  from: string
  to: string
  now: Date
}

export interface Copied {
  tables: TableSum[]
  rows: number
}

/**
 * Copies an installation from one database to another of either kind, all or nothing, and compares both before it counts. The source is read as it stands
 * at one moment and its rows are never changed; the target must be empty and is brought to the schema of this version. Throws CopyRefused.
 */
export async function copyDatabase({ from, to, now }: CopyOrder): Promise<Copied> {
  if (placeOf(from) === placeOf(to)) throw new CopyRefused('the source and the target are the same database')
  await checkSource(from)
  await checkTarget(to)
  const source = await openSource(from)
  try {
    const clocks = await clocksOf(source, now)
    if (await isInUse(source, clocks))
      throw new CopyRefused('the source is in use: stop the bot, or wait a minute where it was killed')
    const target = await orRefused(() => openTarget(to))
    try {
      return await copyTables(source, target, clocks)
    } finally {
      await target.close()
    }
  } finally {
    await source.close()
  }
}

/** Where a database lies, whoever connects to it. */
function placeOf(url: string): string {
  if (!isFile(url)) {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || 5432}${pathname}`
  }
  const file = fileOf(url)
  try {
    return realpathSync(file)
  } catch {
    return path.resolve(file)
  }
}

async function copyTables(source: Source, target: Target, clocks: Date[]): Promise<Copied> {
  for (const name of [...COPIED_TABLES, ...TABLES_LEFT_OUT])
    if (!(await target.isEmpty(name))) throw new CopyRefused(`the target is not empty: ${name} has rows`)
  const tables: TableSum[] = []
  for (const name of COPIED_TABLES) {
    const table = await source.table(name)
    const read = await copyTable(source, target, table, clocks)
    const written = await sumOf(target, table)
    if (written.rows !== read.rows || written.sha256 !== read.sha256)
      throw new CopyRefused(`${name} is not the same in the copy: nothing was copied`)
    tables.push(written)
  }
  await orRefused(() => target.commit())
  return { tables, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
}

async function copyTable(source: Source, target: Target, table: Table, clocks: Date[]): Promise<TableSum> {
  const { add, sum } = summing(table)
  const pointer = POINTS_AT_ITS_OWN[table.name]
  for await (const page of source.pages(table)) {
    const rows = target.keepable(table, released(table, page, clocks))
    add(rows)
    const inserted = pointer === undefined ? rows : without(table, rows, pointer)
    await orRefused(() => target.insert(table, inserted))
  }
  if (pointer !== undefined) await setPointers(source, target, table, pointer)
  const last = await source.lastNumber(table)
  if (last !== undefined) await orRefused(() => target.continueAfter(table, last))
  return sum()
}

function without({ columns }: Table, rows: Row[], column: string): Row[] {
  return rows.map((row) => row.map((value, index) => (columns[index]!.name === column ? null : value)))
}

async function setPointers(source: Source, target: Target, table: Table, column: string) {
  const [id, pointer] = ['id', column].map((name) => table.columns.findIndex((one) => one.name === name))
  for await (const rows of source.pages(table)) {
    const pairs = rows.flatMap((row): [string, string][] => {
      const [from, to] = [row[id!], row[pointer!]]
      return from && to ? [[from, to]] : []
    })
    if (pairs.length > 0) await orRefused(() => target.set(table, column, pairs))
  }
}

async function sumOf(source: Source, table: Table): Promise<TableSum> {
  const { add, sum } = summing(table)
  for await (const page of source.pages(table)) add(page)
  return sum()
}

const isFile = (url: string): boolean => url.startsWith('file:')
const fileOf = (url: string): string => url.replace(/^file:/, '')

/** The libraries of a kind of database are loaded only where it is used. */
async function openSource(url: string): Promise<Source> {
  if (isFile(url)) return (await import('./copy-sqlite.ts')).openSqliteSource(fileOf(url))
  return (await import('./copy-postgres.ts')).openPostgresSource(url)
}

async function openTarget(url: string): Promise<Target> {
  if (isFile(url)) return (await import('./copy-sqlite.ts')).openSqliteTarget(fileOf(url))
  return (await import('./copy-postgres.ts')).openPostgresTarget(url)
}
