import type { IsolationLevel, SqlDriverAdapterFactory, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'

/**
 * The SQLite adapter with one user at a time: a query from outside waits until the open transaction ends. The bare adapter has one
 * connection on which only transactions take turns, so that a foreign query runs inside whatever transaction is open and is lost with
 * its rollback.
 */
export function serial(factory: SqlDriverAdapterFactory): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const db = await factory.connect()
      const acquire = turnstile()
      const alone = async <T>(work: () => Promise<T>): Promise<T> => {
        const release = await acquire()
        try {
          return await work()
        } finally {
          release()
        }
      }
      const connectionInfo = db.getConnectionInfo?.bind(db)
      return {
        provider: db.provider,
        adapterName: db.adapterName,
        ...(connectionInfo ? { getConnectionInfo: connectionInfo } : {}),
        queryRaw: (query: SqlQuery) => alone(() => db.queryRaw(query)),
        executeRaw: (query: SqlQuery) => alone(() => db.executeRaw(query)),
        executeScript: (script: string) => alone(() => db.executeScript(script)),
        dispose: () => alone(() => db.dispose()),
        async startTransaction(level?: IsolationLevel): Promise<Transaction> {
          const release = await acquire()
          try {
            return releasing(await db.startTransaction(level), release)
          } catch (error) {
            release()
            throw error
          }
        },
      }
    },
  }
}

/** Hands out turns in the order asked for: resolves with the function that ends the turn. */
function turnstile(): () => Promise<() => void> {
  let tail: Promise<unknown> = Promise.resolve()
  return () => {
    let release!: () => void
    const mine = new Promise<void>((resolve) => (release = resolve))
    const turn = tail.then(() => release)
    tail = tail.then(() => mine)
    return turn
  }
}

function releasing(transaction: Transaction, release: () => void): Transaction {
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => commit().finally(release)
  transaction.rollback = () => rollback().finally(release)
  return transaction
}
