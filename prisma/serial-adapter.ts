import type {
  IsolationLevel,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'

/** Whether a statement outside a transaction waits for nobody: only where the adapter has another connection for it. */
type Aside = (query: SqlQuery) => boolean

/**
 * A database adapter with one user at a time: a query from outside waits until the open transaction ends. The bare adapter of SQLite has one
 * connection on which only transactions take turns, so that a foreign query runs inside whatever transaction is open and is lost with
 * its rollback.
 */
export function serial(factory: SqlDriverAdapterFactory, aside: Aside = () => false): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const db = await factory.connect()
      const acquire = turnstile()
      const alone = <T>(work: () => Promise<T>): Promise<T> => acquire().then((release) => work().finally(release))
      const statement = <T>(query: SqlQuery, work: () => Promise<T>) => (aside(query) ? work() : alone(work))
      const connectionInfo = db.getConnectionInfo?.bind(db)
      return {
        provider: db.provider,
        adapterName: db.adapterName,
        ...(connectionInfo ? { getConnectionInfo: connectionInfo } : {}),
        queryRaw: (query: SqlQuery) => statement(query, () => db.queryRaw(query)),
        executeRaw: (query: SqlQuery) => statement(query, () => db.executeRaw(query)),
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

/** A transaction that ends its turn when it ends. Its own statements take turns as well: one connection takes one at a time. */
function releasing(transaction: Transaction, release: () => void): Transaction {
  const acquire = turnstile()
  for (const kind of ['queryRaw', 'executeRaw'] as const) {
    const bare = transaction[kind].bind(transaction) as SqlQueryable['queryRaw']
    const inTurn = (query: SqlQuery) => acquire().then((done) => bare(query).finally(done))
    Object.assign(transaction, { [kind]: inTurn })
  }
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => commit().finally(release)
  transaction.rollback = () => rollback().finally(release)
  return transaction
}
