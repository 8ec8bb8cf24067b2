import { Prisma, type PrismaClient } from './generated/client.ts'
import { JOINING } from './sqlite-adapter.ts'
import type { SqliteConnection } from './sqlite-connection.ts'

type PrismaTransaction = PrismaClient['$transaction']
type Run = <T>(sql: string, run: () => T) => T | Promise<T>
/** What Prisma's client calls raw: a template, or SQL that was put together. */
type Raw = [first: TemplateStringsArray | Prisma.Sql, ...values: unknown[]]

/** A transaction that takes longer than this is taken back. */
const TIMEOUT_MS = 20_000

/**
 * Prisma's client of a SQLite connection, whose raw queries and transactions go to the connection itself. A transaction asks Prisma's client only for the
 * models that it uses, if any: that client then works within the transaction that is open. Other than with Prisma alone, a query begins when it is called, a
 * statement by itself goes before transactions that wait, and a transaction is given up after 20 s of waiting for something else than the database.
 */
export function direct(client: PrismaClient, connection: SqliteConnection): PrismaClient {
  const transaction = client.$transaction.bind(client)
  const disconnect = client.$disconnect.bind(client)
  const own: object = {
    ...raw(connection, (sql, run) => connection.alone(sql, run)),
    $transaction: <T>(work: (tx: Prisma.TransactionClient) => Promise<T>) =>
      connection.transaction(() => inTime(transaction, connection, work)),
    // In a turn: who uses Prisma's client meanwhile waits for the end of it, and that one may have the turn.
    $disconnect: () => connection.outside(disconnect),
  }
  return Object.assign(client, own)
}

function raw(connection: SqliteConnection, run: Run) {
  return {
    $queryRaw: async (...given: Raw) => {
      const { sql, values } = put(given)
      return run(sql, () => connection.statement(sql).rows(values))
    },
    $executeRaw: async (...given: Raw) => {
      const { sql, values } = put(given)
      return run(sql, () => connection.statement(sql).changes(values))
    },
  }
}

/** The SQL of templates, which are the same objects each time, where no value is SQL itself. */
const texts = new WeakMap<TemplateStringsArray, string>()

function put([first, ...values]: Raw): { sql: string; values: readonly unknown[] } {
  if (first instanceof Prisma.Sql) return first
  if (values.some((value) => value instanceof Prisma.Sql)) return Prisma.sql(first, ...values)
  return { sql: textOf(first), values }
}

function textOf(template: TemplateStringsArray): string {
  const known = texts.get(template)
  if (known !== undefined) return known
  const text = template.join('?')
  texts.set(template, text)
  return text
}

/** Does the work of a transaction that is open, in time. */
async function inTime<T>(
  prisma: PrismaTransaction,
  connection: SqliteConnection,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  const transaction = new Transaction(prisma, connection)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`A transaction took more than ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS)
  })
  try {
    return await Promise.race([work(transaction.client), late])
  } finally {
    clearTimeout(timer)
    await transaction.end()
  }
}

/** What works within a transaction that is open. */
class Transaction {
  readonly client: Prisma.TransactionClient
  readonly #prisma: PrismaTransaction
  #joined: Promise<Prisma.TransactionClient> | undefined
  #ended: Promise<unknown> | undefined
  #isOver = false
  #letGo: () => void = () => undefined

  constructor(prisma: PrismaTransaction, connection: SqliteConnection) {
    this.#prisma = prisma
    const own: Record<PropertyKey, unknown> = {
      ...raw(connection, (_, run) => {
        if (this.#isOver) throw new Error('The transaction is over')
        return connection.within(run)
      }),
      $transaction: () => Promise.reject(new Error('A transaction has no other one in it')),
    }
    this.client = new Proxy({} as Prisma.TransactionClient, { get: (_, name) => (own[name] ??= this.#later(name)) })
  }

  /** Ends what Prisma's client began. */
  async end() {
    this.#isOver = true
    this.#letGo()
    await this.#ended
  }

  /** A model, or a method of the client. Who awaits a transaction's client itself asks for `then`, which it has not. */
  #later(name: PropertyKey): unknown {
    if (typeof name !== 'string' || name === 'then') return undefined
    type Methods = Record<string, (...given: unknown[]) => unknown>
    const joined = () => this.#join() as Promise<unknown>
    if (name.startsWith('$')) return async (...given: unknown[]) => ((await joined()) as Methods)[name]!(...given)
    const methods: Methods = {}
    return new Proxy(methods, {
      get: (_, method: string) =>
        method === 'then'
          ? undefined
          : (methods[method] ??= async (...given) =>
              ((await joined()) as Record<string, Methods>)[name]![method]!(...given)),
    })
  }

  #join(): Promise<Prisma.TransactionClient> {
    if (this.#isOver) return Promise.reject(new Error('The transaction is over'))
    return (this.#joined ??= new Promise((resolve, reject) => {
      const letGo = new Promise<void>((over) => (this.#letGo = over))
      const work = (tx: Prisma.TransactionClient) => {
        resolve(tx)
        return letGo
      }
      const options = { isolationLevel: JOINING, timeout: 2 * TIMEOUT_MS }
      this.#ended = this.#prisma(work, options).catch(reject)
    }))
  }
}
