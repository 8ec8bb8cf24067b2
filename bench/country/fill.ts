import { isFile } from '#prisma/database-address.ts'
import type { Database, Db } from '#prisma/database.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { councilRows, type Country } from './country.ts'
import { noRows, type Rows } from './rows.ts'

/** Councils that are written at a time. */
const AT_A_TIME = 60
/** Values of one statement: SQLite takes 32,766 of them. */
const MOST_VALUES = 15_000

type Row = Record<string, unknown>

/** Writes the councils numbered from `first` to `last`, both included. Their rows are the same however the numbers are cut into parts. */
export async function fillCountry(db: Database, country: Country, first: number, last: number) {
  for (let from = first; from <= last; from += AT_A_TIME) {
    const all = noRows()
    const tables = Object.entries(all) as [keyof Rows, Row[]][]
    for (let number = from; number <= Math.min(from + AT_A_TIME - 1, last); number += 1) {
      const council = councilRows(country, number)
      for (const [table, rows] of tables) rows.push(...(council[table] as unknown as Row[]))
    }
    await db.$transaction(async (tx) => {
      for (const [table, rows] of tables) await insertRows(tx, table, rows)
    })
  }
}

/** What PostgreSQL does by itself a minute later: until then it knows nothing of what it holds. */
export async function takeStock(db: Database, url: string) {
  if (!isFile(url)) await db.$executeRaw`ANALYZE`
}

/** Writes rows of a table, named as the client does, past its own way, which takes minutes for a country. In words that SQLite and PostgreSQL both speak. */
export async function insertRows(db: Db, table: string, rows: Row[]) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const most = Math.floor(MOST_VALUES / Math.max(columns.length, 1))
  const into = Prisma.raw(`"${table[0]!.toUpperCase()}${table.slice(1)}"`)
  const names = Prisma.raw(columns.map((name) => `"${name}"`).join(', '))
  for (let from = 0; from < rows.length; from += most) {
    const values = rows
      .slice(from, from + most)
      .map((row) => Prisma.sql`(${Prisma.join(columns.map((name) => asValue(row[name])))})`)
    await db.$executeRaw`INSERT INTO ${into} (${names}) VALUES ${Prisma.join(values)}`
  }
}

/** Lists would be taken for several values. */
const asValue = (value: unknown) => (Array.isArray(value) ? JSON.stringify(value) : (value ?? null))
