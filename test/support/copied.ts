import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { copyDatabase, type Copied } from '#prisma/copy-database.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { temporaryFile } from './database.ts'

export type Engine = 'SQLite' | 'PostgreSQL'

/** From which kind of database to which the tests copy; those with PostgreSQL run where the suite runs on it (npm run test:postgres). */
export const DIRECTIONS: [Engine, Engine][] = process.env['TEST_POSTGRES']
  ? [
      ['SQLite', 'PostgreSQL'],
      ['PostgreSQL', 'SQLite'],
    ]
  : [['SQLite', 'SQLite']]

let made = 0

/** The address of a database of its own in which there is nothing, not even tables; it goes when the test ends. */
export async function emptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'SQLite') return `file:${temporaryFile('copied.db')}`
  const root = process.env['TEST_POSTGRES']!
  const name = `copied_${process.pid}_${(made += 1)}`
  await runStatement(`${root}/postgres`, `CREATE DATABASE ${name}`)
  onTestFinished(() => runStatement(`${root}/postgres`, `DROP DATABASE ${name} WITH (FORCE)`))
  return `${root}/${name}`
}

/** Runs SQL on a database as it is, without making the tables. */
export async function runStatement(url: string, statement: string) {
  if (url.startsWith('file:')) return void new Sqlite(url.replace(/^file:/, '')).exec(statement).close()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

/** Opens a database until the test ends, or `close` is called. */
export async function opened(url: string): Promise<Database & { close: () => Promise<void> }> {
  const db = await openDatabase(url)
  let isOpen = true
  const close = async () => {
    if (isOpen) await db.$disconnect()
    isOpen = false
  }
  onTestFinished(close)
  return Object.assign(Object.create(db) as Database, { close })
}

export const COPIED_AT = new Date('2025-03-03T01:00:00Z')

export const copied = (from: string, to: string, now = COPIED_AT): Promise<Copied> => copyDatabase({ from, to, now })

/** All rows of all tables as the program reads them, in an order that does not depend on the database. */
export async function contentsOf(url: string): Promise<Record<string, string[]>> {
  const db = await openDatabase(url)
  try {
    const contents: Record<string, string[]> = {}
    for (const model of Object.values(Prisma.ModelName)) {
      const property = `${model.charAt(0).toLowerCase()}${model.slice(1)}`
      const table = db[property as 'council'] as unknown as { findMany: () => Promise<object[]> }
      contents[model] = (await table.findMany()).map(textOf).sort()
    }
    return contents
  } finally {
    await db.$disconnect()
  }
}

/** With the keys of objects in one order: PostgreSQL keeps another one. */
const textOf = (row: object): string =>
  JSON.stringify(row, (_, value: unknown) => {
    if (typeof value === 'bigint') return String(value)
    if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
