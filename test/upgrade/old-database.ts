import { readFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { temporaryFile } from '../support/database.ts'

/** A database as version 0.1.0 left it: a council with work that waits, and rows in every table. See make-dump.ts. */
export interface OldDatabase {
  url: string
  /** Asks it in SQL that both engines speak, whatever version its schema is of. */
  query: (sql: string) => Promise<Record<string, unknown>[]>
}

const dump = (engine: string) => readFileSync(new URL(`./${engine}-0.1.0.sql`, import.meta.url), 'utf8')

export function oldSqlite(): OldDatabase {
  const file = temporaryFile('council.db')
  const db = new Sqlite(file)
  // The tables are in the order of their names.
  db.pragma('foreign_keys = OFF')
  db.exec(dump('sqlite'))
  db.close()
  const query = (sql: string) => {
    const open = new Sqlite(file)
    try {
      return Promise.resolve(open.prepare<[], Record<string, unknown>>(sql).all())
    } finally {
      open.close()
    }
  }
  return { url: `file:${file}`, query }
}

/** `root`: the address of a server. */
export async function oldPostgres(root: string): Promise<OldDatabase> {
  const name = `old_${process.pid}_${Math.floor(performance.now())}`
  const asked = async (database: string, sql: string) => {
    const client = new pg.Client({ connectionString: `${root}/${database}` })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows ?? []
    } finally {
      await client.end()
    }
  }
  await asked('postgres', `CREATE DATABASE ${name}`)
  onTestFinished(() => asked('postgres', `DROP DATABASE ${name} WITH (FORCE)`).then(() => undefined))
  await asked(name, dump('postgres'))
  return { url: `${root}/${name}`, query: (sql) => asked(name, sql) }
}

/** The number of rows of each table that there is, the history of migrations left out. */
export async function rowCounts({ url, query }: OldDatabase): Promise<Record<string, number>> {
  const names = url.startsWith('file:')
    ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
    : `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`
  const counts: Record<string, number> = {}
  for (const { name } of await query(`${names} ORDER BY 1`)) {
    const [row] = await query(`SELECT count(*) AS n FROM "${String(name)}"`)
    if (name !== '_prisma_migrations') counts[String(name)] = Number(row!['n'])
  }
  return counts
}
