import type { TableName } from './copy-tables.ts'

/** What a column holds, whatever its database calls that. */
export type Kind = 'text' | 'integer' | 'boolean' | 'instant' | 'json' | 'bytes'

/**
 * A value on its way from one database to another. Integers are decimal, a boolean is `true` or `false`, an instant counts milliseconds since 1970 (UTC), JSON is
 * its text, bytes are hexadecimal.
 */
export type Value = string | null
export type Row = Value[]

export interface Column {
  name: string
  kind: Kind
  /** Whether it is part of the primary key. */
  key: boolean
}

/** A table as it is copied: its columns in the order of their names, which is the order of the values of a row. */
export interface Table {
  name: TableName
  columns: Column[]
}

/** A database that is read as it stands at one moment, whatever is written to it meanwhile. */
export interface Source {
  table(name: TableName): Promise<Table>
  /** All rows in the order of the primary key, as many at a time as fit easily into memory. */
  pages(table: Table): AsyncIterable<Row[]>
  /** The different values of a column, null left out, in the rows for which a condition holds that both databases understand. */
  valuesOf(table: Table, column: string, condition: string): Promise<string[]>
  /** The highest number that a table gave to a row by itself; undefined where it gave none, or never does. */
  lastNumber(table: Table): Promise<bigint | undefined>
  close(): Promise<void>
}

/** A database that is filled in one transaction, in which it can be read, too. Nobody else writes to it meanwhile; closed without `commit` it is as it was. */
export interface Target extends Source {
  isEmpty(table: TableName): Promise<boolean>
  /** Rows as this database can keep them. */
  keepable(table: Table, rows: Row[]): Row[]
  insert(table: Table, rows: Row[]): Promise<void>
  /** Sets a column of rows; `pairs` are a row's id and the value, both text. */
  set(table: Table, column: string, pairs: [string, string][]): Promise<void>
  /** The next row gets a number above this one. */
  continueAfter(table: Table, last: bigint): Promise<void>
  commit(): Promise<void>
}

/** As many rows, or characters in them, are handled at a time. */
export const PAGE_ROWS = 1000
export const PAGE_CHARACTERS = 8_000_000

/** The kind of a column by what its database calls the type. */
export function kindOf(kinds: Record<string, Kind>, type: string): Kind {
  const kind = kinds[type]
  if (!kind) throw new Error(`No way is known to copy a column of the type ${type}`)
  return kind
}

export const byName = (one: { name: string }, other: { name: string }): number => (one.name < other.name ? -1 : 1)
