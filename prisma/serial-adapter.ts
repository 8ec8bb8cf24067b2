import type {
  IsolationLevel,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'
import { Turns } from './turns.ts'

interface Ways {
  /** Whether a statement outside a transaction waits for nobody: only where the adapter has another connection for it. */
  aside: (query: SqlQuery) => boolean
  /** What is asked in place of each query. */
  asked: (query: SqlQuery) => SqlQuery
}

/** A database adapter with one user at a time: a query from outside waits until the open transaction ends. */
export function serial(factory: SqlDriverAdapterFactory, { aside, asked }: Ways): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const db = await factory.connect()
      const turns = new Turns()
      const alone = <T>(work: () => Promise<T>): Promise<T> => inTurn(turns, work)
      const unlessAside = <T>(query: SqlQuery, work: () => Promise<T>) => (aside(query) ? work() : alone(work))
      const connectionInfo = db.getConnectionInfo?.bind(db)
      return {
        provider: db.provider,
        adapterName: db.adapterName,
        ...(connectionInfo ? { getConnectionInfo: connectionInfo } : {}),
        queryRaw: (query: SqlQuery) => unlessAside(query, () => db.queryRaw(asked(query))),
        executeRaw: (query: SqlQuery) => unlessAside(query, () => db.executeRaw(asked(query))),
        executeScript: (script: string) => alone(() => db.executeScript(script)),
        dispose: () => alone(() => db.dispose()),
        async startTransaction(level?: IsolationLevel): Promise<Transaction> {
          await turns.take()
          try {
            return releasing(await db.startTransaction(level), asked, () => turns.give())
          } catch (error) {
            turns.give()
            throw error
          }
        },
      }
    },
  }
}

async function inTurn<T>(turns: Turns, work: () => Promise<T>): Promise<T> {
  await turns.take()
  try {
    return await work()
  } finally {
    turns.give()
  }
}

/** A transaction that ends its turn when it ends. Its own statements take turns as well: one connection takes one at a time. */
function releasing(transaction: Transaction, asked: Ways['asked'], release: () => void): Transaction {
  const turns = new Turns()
  for (const kind of ['queryRaw', 'executeRaw'] as const) {
    const bare = transaction[kind].bind(transaction) as SqlQueryable['queryRaw']
    Object.assign(transaction, { [kind]: (query: SqlQuery) => inTurn(turns, () => bare(asked(query))) })
  }
  const commit = transaction.commit.bind(transaction)
  const rollback = transaction.rollback.bind(transaction)
  transaction.commit = () => commit().finally(release)
  transaction.rollback = () => rollback().finally(release)
  return transaction
}
