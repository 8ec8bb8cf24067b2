import type Sqlite from 'better-sqlite3'

/** As the columns of the schema are declared on SQLite; what is declared otherwise, or not at all, is as the library gives it. */
const READ: Partial<Record<string, (value: unknown) => unknown>> = {
  DATETIME: (value) => new Date(typeof value === 'string' ? value : Number(value)),
  BOOLEAN: (value) => Number(value) !== 0,
  JSONB: (value) => JSON.parse(value as string) as unknown,
  BLOB: (value) => new Uint8Array(value as Buffer),
}

/** A prepared statement whose values go in and come out as the raw queries of Prisma's client take and give them. */
export class SqliteStatement {
  readonly #statement: Sqlite.Statement
  /** The columns that are read in a way of their own. */
  readonly #read: { name: string; from: (value: unknown) => unknown }[]

  constructor(statement: Sqlite.Statement) {
    this.#statement = statement
    const columns = statement.reader ? statement.columns() : []
    const isLarge = columns.some(({ type }) => type === 'BIGINT')
    statement.safeIntegers(isLarge)
    this.#read = columns.flatMap(({ name, type }) => {
      const from = READ[type ?? ''] ?? (isLarge && type !== 'BIGINT' ? small : undefined)
      return from ? { name, from } : []
    })
  }

  /** The rows that the statement gives; none where it gives nothing. */
  rows(values: readonly unknown[]): unknown[] {
    if (!this.#statement.reader) {
      this.#statement.run(...values.map(bound))
      return []
    }
    const rows = this.#statement.all(...values.map(bound)) as Record<string, unknown>[]
    for (const { name, from } of this.#read) {
      for (const row of rows) if (row[name] !== null) row[name] = from(row[name])
    }
    return rows
  }

  /** How many rows the statement changed. */
  changes(values: readonly unknown[]): number {
    return this.#statement.run(...values.map(bound)).changes
  }
}

/** Where one column is to be exact beyond 2^53, the library gives all integers so. */
const small = (value: unknown) => (typeof value === 'bigint' ? Number(value) : value)

/** Instants are kept as Prisma's adapter keeps them, so that they compare as text. */
function bound(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().replace('Z', '+00:00')
  if (typeof value === 'boolean') return Number(value)
  if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) return JSON.stringify(value)
  return value
}
