import type {
  IsolationLevel,
  SqlDriverAdapterFactory,
  SqlQuery,
  SqlQueryable,
  Transaction,
} from '@prisma/driver-adapter-utils'

interface Ways {
  /** Whether a statement outside a transaction waits for nobody: only where the adapter has another connection for it. */
  aside?: (query: SqlQuery) => boolean
  /** The first statement of each transaction. */
  opening?: string
}

/**
 * A database adapter with one user at a time: a query from outside waits until the open transaction ends. The bare adapter of SQLite has one
 * connection on which only transactions take turns, so that a foreign query runs inside whatever transaction is open and is lost with
 * its rollback.
 */
export function serial(
  factory: SqlDriverAdapterFactory,
  { aside = () => false, opening }: Ways = {},
): SqlDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    async connect() {
      const db = await factory.connect()
      const acquire = turnstile()
      const alone = <T>(work: () => Promise<T>): Promise<T> => acquire().then((release) => work().finally(release))
      const inTurn = <T>(query: SqlQuery, work: () => Promise<T>) => (aside(query) ? work() : alone(work))
      const connectionInfo = db.getConnectionInfo?.bind(db)
      return {
        provider: db.provider,
        adapterName: db.adapterName,
        ...(connectionInfo ? { getConnectionInfo: connectionInfo } : {}),
        queryRaw: (query: SqlQuery) => inTurn(query, () => db.queryRaw(query)),
        executeRaw: (query: SqlQuery) => inTurn(query, () => db.executeRaw(query)),
        executeScript: (script: string) => alone(() => db.executeScript(script)),
        dispose: () => alone(() => db.dispose()),
        async startTransaction(level?: IsolationLevel): Promise<Transaction> {
          const release = await acquire()
          try {
            const transaction = await db.startTransaction(level)
            if (opening !== undefined) await open(transaction, opening)
            return releasing(transaction, release)
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

/** Runs the first statement; a transaction whose first one fails is over. */
async function open(transaction: Transaction, opening: string) {
  try {
    await transaction.executeRaw(statement(opening))
  } catch (error) {
    await transaction.executeRaw(statement('ROLLBACK'))
    await transaction.rollback()
    throw error
  }
}

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] })

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
