import type {
  IsolationLevel,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'
import type { SqliteAdapter } from './kept-statements.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

/**
 * A transaction of this level works within the one that is open, and neither begins nor ends it. It is the only level that SQLite has, and Prisma's client asks
 * for it nowhere by itself.
 */
export const JOINING = 'Serializable' as const

/**
 * Prisma's adapter on a connection that others use, too: what Prisma's client does takes turns with what they do. The bare adapter takes turns with
 * transactions only, so that a foreign query runs inside whatever transaction is open and is lost with its rollback.
 */
export function sqliteAdapter(adapter: SqliteAdapter, connection: SqliteConnection): SqlDriverAdapterFactory {
  const { provider, adapterName } = adapter
  const onConnection = {
    ...{ provider, adapterName },
    queryRaw: (query: SqlQuery) => connection.alone(query.sql, () => adapter.queryRaw(query)),
    executeRaw: (query: SqlQuery) => connection.alone(query.sql, () => adapter.executeRaw(query)),
    executeScript: (script: string) => connection.outside(() => adapter.executeScript(script)),
    dispose: () => adapter.dispose(),
    startTransaction: (level?: IsolationLevel) =>
      level === 'SERIALIZABLE' ? Promise.resolve(within(adapter, connection)) : begin(adapter, connection),
  }
  return { provider, adapterName, connect: () => Promise.resolve(onConnection) }
}

/** What works within the transaction that is open. */
function within(
  adapter: SqlQueryable,
  connection: SqliteConnection,
  end: Partial<Pick<Transaction, 'commit' | 'rollback'>> = {},
): Transaction {
  const nothing = () => Promise.resolve()
  return {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    // Prisma's client does not write COMMIT and ROLLBACK itself.
    options: { usePhantomQuery: true },
    queryRaw: async (query) => connection.within(() => adapter.queryRaw(query)),
    executeRaw: async (query) => connection.within(() => adapter.executeRaw(query)),
    commit: nothing,
    rollback: nothing,
    ...end,
  }
}

/** A transaction that Prisma's client begins by itself, for a row with others in it. */
function begin(adapter: SqlQueryable, connection: SqliteConnection): Promise<Transaction> {
  return new Promise((resolve, reject) => {
    const rolledBack = new Error('rolled back')
    const work = () =>
      new Promise<void>((commit, fail) => {
        resolve(
          within(adapter, connection, {
            commit: () => (commit(), over),
            rollback: () => (fail(rolledBack), over.catch(() => undefined)),
          }),
        )
      })
    const over = connection.transaction(work)
    over.catch(reject)
  })
}
