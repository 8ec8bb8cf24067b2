import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'
import { LatestUsed } from './latest-used.ts'

/** An adapter of SQLite with the connection that it works on. */
export type SqliteAdapter = SqlDriverAdapter & { client: Sqlite.Database }

/** The adapter of SQLite prepares each statement anew: here those that were prepared are kept. The connection prepares for nobody else from then on. */
export function keepStatements(adapter: SqliteAdapter): SqliteAdapter {
  const { client } = adapter
  const prepare = client.prepare.bind(client)
  const kept = new LatestUsed((sql) => new Kept(prepare(sql)))
  return Object.assign(adapter, { client: Object.assign(client, { prepare: (sql: string) => kept.of(sql) }) })
}

type Column = Pick<Sqlite.ColumnDefinition, 'name' | 'type'>

/** As much of a prepared statement as the adapter uses; its values are bound for one run, not for good. */
class Kept {
  readonly #statement: Sqlite.Statement
  #columns: Column[] | undefined

  constructor(statement: Sqlite.Statement) {
    this.#statement = statement
    if (statement.reader) statement.raw()
  }

  run(...values: unknown[]) {
    return this.#statement.run(...values)
  }

  bind(values: unknown[]) {
    const statement = this.#statement
    return {
      reader: statement.reader,
      run: () => statement.run(...values),
      columns: () => (this.#columns ??= statement.columns()),
      raw: () => ({ all: () => statement.all(...values) }),
    }
  }
}
