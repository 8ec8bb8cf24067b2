import { summing, type TableSum } from './copy-checksum.ts'
import { CopyRefused, orRefused } from './copy-checks.ts'
import type { Row, Source, Table, Target } from './copy-ends.ts'
import { COPIED_TABLES, POINTS_AT_ITS_OWN, TABLES_LEFT_OUT } from './copy-tables.ts'

export interface Copied {
  tables: TableSum[]
  rows: number
}

/** Rows of a table as they are to stand in the copy; may change those that it is given. */
type Change = (table: Table, rows: Row[]) => Row[]

/**
 * Copies all tables to a target, all or nothing, and compares both before it counts. `change`: what is not to be there as it was. Throws CopyRefused where
 * the target is not empty or does not hold afterwards what was read.
 */
export async function copyTables(source: Source, target: Target, change: Change = (_, rows) => rows): Promise<Copied> {
  for (const name of [...COPIED_TABLES, ...TABLES_LEFT_OUT])
    if (!(await target.isEmpty(name))) throw new CopyRefused(`the target is not empty: ${name} has rows`)
  const tables: TableSum[] = []
  for (const name of COPIED_TABLES) {
    const table = await source.table(name)
    const read = await copyTable(source, target, table, change)
    const written = await sumOf(target, table)
    if (written.rows !== read.rows || written.sha256 !== read.sha256)
      throw new CopyRefused(`${name} is not the same in the copy: nothing was copied`)
    tables.push(written)
  }
  await orRefused(() => target.commit())
  return { tables, rows: rowsIn(tables) }
}

/** How many rows these tables have together. */
export const rowsIn = (tables: readonly TableSum[]): number => tables.reduce((sum, { rows }) => sum + rows, 0)

async function copyTable(source: Source, target: Target, table: Table, change: Change): Promise<TableSum> {
  const { add, sum } = summing(table)
  const pointer = POINTS_AT_ITS_OWN[table.name]
  for await (const page of source.pages(table)) {
    const rows = target.keepable(table, change(table, page))
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

/** What a table holds. */
export async function sumOf(source: Source, table: Table): Promise<TableSum> {
  const { add, sum } = summing(table)
  for await (const page of source.pages(table)) add(page)
  return sum()
}
