import type Sqlite from 'better-sqlite3'

/** As the columns of the schema are declared on SQLite; what is declared otherwise, or not at all, is as the library gives it. */
const READ: Partial<Record<string, (value: unknown) => unknown>> = {
  DATETIME: (value) => new Date(typeof value === 'string' ? value : Number(value)),
  BOOLEAN: (value) => Number(value) !== 0,
  JSONB: (value) => JSON.parse(value as string) as unknown,
  BLOB: (value) => new Uint8Array(value as Buffer),
}

interface Column {
  name: string
  /** How it is read where the library's value is not the one that is given. */
  from: ((value: unknown) => unknown) | undefined
}

/** A prepared statement whose values go in and come out as the raw queries of Prisma's client take and give them. */
export class SqliteStatement {
  readonly #statement: Sqlite.Statement
  readonly #columns: Column[]

  constructor(statement: Sqlite.Statement) {
    this.#statement = statement
    const columns = statement.reader ? statement.raw().columns() : []
    const isLarge = columns.some(({ type }) => type === 'BIGINT')
    statement.safeIntegers(isLarge)
    this.#columns = columns.map(({ name, type }) => {
      return { name, from: READ[type ?? ''] ?? (isLarge && type !== 'BIGINT' ? small : undefined) }
    })
  }

  /** The rows that the statement gives; none where it gives nothing. */
  rows(values: readonly unknown[]): unknown[] {
    if (!this.#statement.reader) {
      this.#statement.run(...values.map(bound))
      return []
    }
    // To put the objects together here takes half as long as there.
    return (this.#statement.all(...values.map(bound)) as unknown[][]).map((row) => this.#read(row))
  }

  #read(values: unknown[]): Record<string, unknown> {
    const row: Record<string, unknown> = {}
    let at = 0
    for (const { name, from } of this.#columns) {
      const value = values[at++]
      row[name] = from === undefined || value === null ? value : from(value)
    }
    return row
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
