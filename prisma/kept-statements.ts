import type { SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type Sqlite from 'better-sqlite3'

/** Different statements are few: lists of ids make the most of them. */
const MOST = 500
/** Those with a long list are hardly asked again with as long a one, and take the most memory. In UTF-16 units. */
const LONGEST = 2000

/**
 * The adapter of SQLite prepares each statement anew, which costs more than to run it: here those that were prepared are kept, the latest used.
 */
export function keepStatements(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const adapter = await factory.connect()
      const { client } = adapter as typeof adapter & { client: Sqlite.Database }
      const prepare = client.prepare.bind(client)
      const kept = new Map<string, Kept>()
      const find = (sql: string): Kept => {
        if (sql.length > LONGEST) return new Kept(prepare(sql))
        const known = kept.get(sql) ?? new Kept(prepare(sql))
        // The latest used is the last one of the map.
        kept.delete(sql)
        kept.set(sql, known)
        if (kept.size > MOST) kept.delete(kept.keys().next().value!)
        return known
      }
      return Object.assign(adapter, { client: Object.assign(client, { prepare: find }) })
    },
  }
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
