import Database from 'better-sqlite3'
import { applyMigrations } from './apply-migrations.ts'
import { byName, kindOf, PAGE_CHARACTERS, PAGE_ROWS } from './copy-ends.ts'
import type { Kind, Row, Source, Table, Target, Value } from './copy-ends.ts'
import type { TableName } from './copy-tables.ts'
import { MIGRATIONS } from './migration-files.ts'

type Stored = string | bigint | number | Buffer

const KINDS: Record<string, Kind> = {
  TEXT: 'text',
  INTEGER: 'integer',
  BIGINT: 'integer',
  BOOLEAN: 'boolean',
  DATETIME: 'instant',
  JSONB: 'json',
  BLOB: 'bytes',
}

/** What Prisma's adapter has written. JSON that is a mere number has become one. */
const READ: Record<Kind, (stored: Stored) => string> = {
  text: String,
  integer: String,
  boolean: (stored) => (stored === 1n ? 'true' : 'false'),
  instant: (stored) => String(typeof stored === 'string' ? Date.parse(stored) : stored),
  json: String,
  bytes: (stored) => (stored as Buffer).toString('hex'),
}

/** As Prisma's adapter writes. */
const WRITTEN: Record<Kind, (value: string) => Stored> = {
  text: (value) => value,
  integer: BigInt,
  boolean: (value) => (value === 'true' ? 1n : 0n),
  instant: (value) => new Date(Number(value)).toISOString().replace('Z', '+00:00'),
  json: (value) => value,
  bytes: (value) => Buffer.from(value, 'hex'),
}

/** As many pages of a file are copied at a time. */
const PAGES_AT_A_TIME = 1000

/** A file that is read as it stands at one moment. */
export interface SqliteSource extends Source {
  /** Copies the file, as it stands at the moment that is read, over one that is there and empty. */
  copyPages(to: string): Promise<void>
}

/** Opens a file to copy from it; it is not written to. */
export function openSqliteSource(file: string): SqliteSource {
  const db = new Database(file, { fileMustExist: true, timeout: 5000 })
  try {
    // A connection that is read-only by itself leaves the files of the write-ahead log behind.
    db.pragma('query_only = ON')
    db.exec('BEGIN')
    // The first thing read fixes the moment.
    db.prepare('SELECT 1 FROM sqlite_master').get()
  } catch (error) {
    db.close()
    throw error
  }
  return {
    ...reading(db),
    // Within the open transaction: without one SQLite begins anew whenever somebody writes, and never ends while the bot is busy.
    copyPages: async (to) => void (await db.backup(to, { progress: () => PAGES_AT_A_TIME })),
  }
}

/** Brings a file to the schema of this version, making it and its folder where they are missing, and opens it to copy into it. */
export function openSqliteTarget(file: string): Target {
  applyMigrations(file, MIGRATIONS.sqlite)
  const db = new Database(file, { timeout: 5000 })
  db.pragma('foreign_keys = ON')
  db.exec('BEGIN IMMEDIATE')
  return { ...reading(db), ...writing(db) }
}

function reading(db: Database.Database): Source {
  db.defaultSafeIntegers()
  return {
    table: (name) => Promise.resolve({ name, columns: columnsOf(db, name) }),
    pages: (table) => pagesOf(db, table),
    valuesOf: ({ name, columns }, column, condition) => {
      const query = `SELECT DISTINCT "${column}" FROM "${name}" WHERE "${column}" IS NOT NULL AND ${condition}`
      const { kind } = columns.find((one) => one.name === column)!
      return Promise.resolve(db.prepare<[], Stored>(query).pluck().all().map(READ[kind]))
    },
    lastNumber: ({ name }) =>
      Promise.resolve(
        db.prepare<[string], bigint>('SELECT seq FROM sqlite_sequence WHERE name = ? AND seq > 0').pluck().get(name),
      ),
    close: () => Promise.resolve(void db.close()),
  }
}

function columnsOf(db: Database.Database, table: TableName): Table['columns'] {
  return db
    .prepare<[string], { name: string; type: string; pk: bigint }>('SELECT name, type, pk FROM pragma_table_info(?)')
    .all(table)
    .map(({ name, type, pk }) => ({ name, kind: kindOf(KINDS, type), key: pk > 0n }))
    .sort(byName)
}

async function* pagesOf(db: Database.Database, { name, columns }: Table): AsyncGenerator<Row[]> {
  const key = columns.filter((column) => column.key).map((column) => `"${column.name}"`)
  const query = `SELECT ${namesOf(columns)} FROM "${name}" ORDER BY ${key.join(', ')}`
  const readers = columns.map(({ kind }) => READ[kind])
  let page: Row[] = []
  let characters = 0
  for (const stored of db.prepare<[], (Stored | null)[]>(query).raw().iterate()) {
    const row: Row = stored.map((value, index) => (value === null ? null : readers[index]!(value)))
    page.push(row)
    for (const value of row) characters += value?.length ?? 0
    if (page.length < PAGE_ROWS && characters < PAGE_CHARACTERS) continue
    yield await Promise.resolve(page)
    page = []
    characters = 0
  }
  if (page.length > 0) yield page
}

function writing(db: Database.Database): Omit<Target, keyof Source> {
  const all = <T>(work: () => T) => Promise.resolve(work())
  return {
    isEmpty: (table) => all(() => db.prepare(`SELECT 1 FROM "${table}" LIMIT 1`).get() === undefined),
    keepable: (_, rows) => rows,
    insert: (table, rows) => all(() => insert(db, table, rows)),
    set: ({ name }, column, pairs) =>
      all(() => {
        const statement = db.prepare(`UPDATE "${name}" SET "${column}" = ? WHERE "id" = ?`)
        for (const [id, value] of pairs) statement.run(value, id)
      }),
    continueAfter: ({ name }, last) =>
      all(() => {
        db.prepare('DELETE FROM sqlite_sequence WHERE name = ?').run(name)
        db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)').run(name, last)
      }),
    commit: () => all(() => void db.exec('COMMIT')),
  }
}

function insert(db: Database.Database, { name, columns }: Table, rows: Row[]) {
  const places = columns.map(() => '?').join(', ')
  const statement = db.prepare(`INSERT INTO "${name}" (${namesOf(columns)}) VALUES (${places})`)
  const writers = columns.map(({ kind }) => WRITTEN[kind])
  for (const row of rows)
    statement.run(row.map((value: Value, index) => (value === null ? null : writers[index]!(value))))
}

const namesOf = (columns: Table['columns']): string => columns.map(({ name }) => `"${name}"`).join(', ')
