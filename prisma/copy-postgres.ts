import pg from 'pg'
import { byName, kindOf, PAGE_CHARACTERS, PAGE_ROWS } from './copy-ends.ts'
import type { Kind, Row, Source, Table, Target } from './copy-ends.ts'
import { COPIED_TABLES, TABLES_LEFT_OUT, type TableName } from './copy-tables.ts'
import { keepable } from './copy-unkeepable.ts'
import { migratePostgres } from './migrate-postgres.ts'
import { MIGRATIONS } from './migration-files.ts'

const CONNECT_MS = 5000

const KINDS: Record<string, Kind> = {
  text: 'text',
  integer: 'integer',
  bigint: 'integer',
  boolean: 'boolean',
  'timestamp without time zone': 'instant',
  jsonb: 'json',
  bytea: 'bytes',
}

/** SQL for a column as the text in which it travels. */
const READ: Record<Kind, (column: string) => string> = {
  text: (column) => column,
  integer: (column) => `${column}::text`,
  boolean: (column) => `${column}::text`,
  instant: (column) => `(extract(epoch FROM ${column}) * 1000)::bigint::text`,
  json: (column) => `${column}::text`,
  bytes: (column) => `encode(${column}, 'hex')`,
}

/** SQL for such a text as what the column holds. */
const WRITTEN: Record<Kind, (text: string) => string> = {
  text: (text) => text,
  integer: (text) => `${text}::bigint`,
  boolean: (text) => `${text}::boolean`,
  instant: (text) => `timestamp 'epoch' + ${text}::bigint * interval '1 millisecond'`,
  json: (text) => `${text}::jsonb`,
  bytes: (text) => `decode(${text}, 'hex')`,
}

const COLUMNS = `
  SELECT a.attname AS name, format_type(a.atttypid, NULL) AS type, i.indexrelid IS NOT NULL AS key
  FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary AND a.attnum = ANY (i.indkey)
  WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`

/** Connects to a database to copy from it; it is not written to. */
export async function openPostgresSource(url: string): Promise<Source> {
  const client = await connected(url)
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  return reading(client)
}

/** Brings a database to the schema of this version and connects to it to copy into it. */
export async function openPostgresTarget(url: string): Promise<Target> {
  await migratePostgres(url, MIGRATIONS.postgres)
  const client = await connected(url)
  const tables = [...COPIED_TABLES, ...TABLES_LEFT_OUT].map((name) => `"${name}"`)
  try {
    await client.query(`BEGIN; LOCK TABLE ${tables.join(', ')} IN SHARE ROW EXCLUSIVE MODE`)
  } catch (error) {
    await client.end()
    throw error
  }
  return { ...reading(client), ...writing(client) }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS })
  // A connection that is lost fails the query that is under way, too.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

function reading(client: pg.Client): Source {
  return {
    table: (name) => tableOf(client, name),
    pages: (table) => pagesOf(client, table),
    valuesOf: async ({ name, columns }, column, condition) => {
      const { kind } = columns.find((one) => one.name === column)!
      const value = READ[kind](`"${column}"`)
      const query = `SELECT DISTINCT ${value} FROM "${name}" WHERE "${column}" IS NOT NULL AND ${condition}`
      return (await rowsOf<[string]>(client, query)).map(([found]) => found)
    },
    lastNumber: (table) => lastNumber(client, table),
    close: () => client.end(),
  }
}

async function tableOf(client: pg.Client, name: TableName): Promise<Table> {
  const { rows } = await client.query<{ name: string; type: string; key: boolean }>(COLUMNS, [`"${name}"`])
  const columns = rows.map((row) => ({ name: row.name, kind: kindOf(KINDS, row.type), key: row.key }))
  return { name, columns: columns.sort(byName) }
}

async function* pagesOf(client: pg.Client, table: Table): AsyncGenerator<Row[]> {
  const { name, columns } = table
  // The other database compares texts by their bytes. A mere "id" would mean the text that is read.
  const key = columns
    .filter((column) => column.key)
    .map((column) => (column.kind === 'text' ? `t."${column.name}" COLLATE "C"` : `t."${column.name}"`))
  const values = columns.map((column) => READ[column.kind](`t."${column.name}"`))
  const query = `SELECT ${values.join(', ')} FROM "${name}" t ORDER BY ${key.join(', ')}`
  const size = await pageSize(client, table)
  await client.query(`DECLARE copied NO SCROLL CURSOR FOR ${query}`)
  for (;;) {
    const rows = await rowsOf<Row>(client, `FETCH ${size} FROM copied`)
    if (rows.length > 0) yield rows
    if (rows.length < size) break
  }
  await client.query('CLOSE copied')
}

/** How many rows are fetched at a time: files lie in JSON and bytes, and the heaviest row may come as often as that. */
async function pageSize(client: pg.Client, { name, columns }: Table): Promise<number> {
  const heavy = columns.filter(({ kind }) => kind === 'json' || kind === 'bytes')
  if (heavy.length === 0) return PAGE_ROWS
  const weight = heavy.map((column) => `coalesce(octet_length("${column.name}"${castOf(column.kind)}), 0)`).join(' + ')
  const [[heaviest] = [null]] = await rowsOf<[number | null]>(client, `SELECT max(${weight}) FROM "${name}"`)
  return Math.max(1, Math.min(PAGE_ROWS, Math.floor(PAGE_CHARACTERS / (heaviest ?? 1))))
}

const castOf = (kind: Kind): string => (kind === 'json' ? '::text' : '')

async function lastNumber(client: pg.Client, table: Table): Promise<bigint | undefined> {
  const sequence = await sequenceOf(client, table)
  if (!sequence) return undefined
  const counted = `SELECT CASE WHEN is_called THEN last_value END FROM ${sequence}`
  const query = `SELECT greatest((SELECT max("id") FROM "${table.name}"), (${counted}))`
  const [[last] = [null]] = await rowsOf<[string | null]>(client, query)
  return last === null ? undefined : BigInt(last)
}

/** The sequence that numbers a table's rows, as it is written in SQL. */
async function sequenceOf(client: pg.Client, { name, columns }: Table): Promise<string | undefined> {
  if (!columns.some((column) => column.name === 'id')) return undefined
  const [[sequence] = [null]] = await rowsOf<[string | null]>(
    client,
    `SELECT pg_get_serial_sequence('"${name}"', 'id')`,
  )
  return sequence ?? undefined
}

function writing(client: pg.Client): Omit<Target, keyof Source> {
  return {
    isEmpty: async (table) => (await rowsOf(client, `SELECT 1 FROM "${table}" LIMIT 1`)).length === 0,
    keepable,
    insert: (table, rows) => insert(client, table, rows),
    set: async ({ name }, column, pairs) => {
      const given = 'unnest($1::text[], $2::text[]) AS given (id, value)'
      const query = `UPDATE "${name}" t SET "${column}" = given.value FROM ${given} WHERE t."id" = given.id`
      await client.query(query, [pairs.map(([id]) => id), pairs.map(([, value]) => value)])
    },
    continueAfter: async (table, last) => {
      const sequence = await sequenceOf(client, table)
      if (sequence) await client.query('SELECT setval($1, $2)', [sequence, String(last)])
    },
    async commit() {
      // It would know nothing of the new rows for a minute, and look for each in the slowest way.
      await client.query('ANALYZE')
      await client.query('COMMIT')
    },
  }
}

/** One statement whatever the number of rows: each column is handed over as a list. */
async function insert(client: pg.Client, { name, columns }: Table, rows: Row[]) {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const lists = columns.map((_, index) => `$${index + 1}::text[]`).join(', ')
  const values = columns.map(({ kind }, index) => WRITTEN[kind](`given.v${index}`)).join(', ')
  const aliases = columns.map((_, index) => `v${index}`).join(', ')
  await client.query(
    `INSERT INTO "${name}" (${names}) SELECT ${values} FROM unnest(${lists}) AS given (${aliases})`,
    columns.map((_, index) => rows.map((row) => row[index])),
  )
}

async function rowsOf<R extends unknown[]>(client: pg.Client, text: string): Promise<R[]> {
  const { rows } = await client.query<R>({ text, rowMode: 'array' })
  return rows
}
