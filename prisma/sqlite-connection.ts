import { setImmediate } from 'node:timers'
import { setTimeout as pause } from 'node:timers/promises'
import type Sqlite from 'better-sqlite3'
import { LatestUsed } from './latest-used.ts'
import { SqliteStatement } from './sqlite-statement.ts'
import { Turns } from './turns.ts'

/** What is done waits no longer for others to be committed with. */
const LONGEST_GROUP_MS = 5
/** So long another process may hold the lock. It is asked for again and again, as whoever waits within the library stops the whole process. */
const PATIENCE_MS = 5000
const LONGEST_PAUSE_MS = 20

/** What is committed together. */
interface Group {
  begun: number
  /** Resolves when it is committed; rejects where it could not be: nothing of it happened then. */
  over: Promise<void>
  end: (error?: Error) => void
}

/**
 * One connection of SQLite, on which one thing is done at a time: in the order asked for, but single statements before transactions that wait. To commit costs
 * more than most of what is committed: what is done in one turn of the event loop, statements and whole transactions, is committed at its end together. Nobody
 * is told that anything is done or refused, or what is there, before that.
 */
export class SqliteConnection {
  readonly #client
  readonly #statements
  readonly #turns = new Turns()
  #group: Group | undefined

  /** `client`: with no time-out of its own. */
  constructor(client: Sqlite.Database) {
    this.#client = client
    const prepare = client.prepare.bind(client)
    this.#statements = new LatestUsed((sql) => new SqliteStatement(prepare(sql)))
  }

  /** The prepared statement of this SQL. To be run in a turn. */
  statement(sql: string): SqliteStatement {
    return this.#statements.of(sql)
  }

  /** Does the work of one statement, whose SQL tells what it needs. */
  alone<T>(sql: string, run: () => T | Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      if (/^\s*SELECT\b/i.test(sql)) return this.#patiently(run)
      if (/^\s*(PRAGMA|VACUUM)\b/i.test(sql)) return (this.#commit(), this.#patiently(run))
      const begun = this.#begin()
      return begun ? begun.then(run) : run()
    })
  }

  /** Does what is neither a statement nor part of a transaction. */
  outside<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => (this.#commit(), work()))
  }

  /**
   * Runs a statement of the transaction that is open. A full disk, say, ends the whole of it, whatever it was that failed: what came after would be committed
   * by itself.
   */
  within<T>(run: () => T): T {
    if (!this.#client.inTransaction) throw new Error('The database has ended the transaction')
    return run()
  }

  /** Does work whose statements, each run within it, all happen or, where it rejects, none; nothing else runs meanwhile. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      if (this.#group && performance.now() - this.#group.begun > LONGEST_GROUP_MS) {
        this.#commit()
        await untilOthersRan()
      }
      const joins = this.#group !== undefined
      await this.#begin()
      if (joins) this.#exec('SAVEPOINT "transaction"')
      try {
        const done = await work()
        if (joins) this.#exec('RELEASE "transaction"')
        return done
      } catch (error) {
        if (!joins) this.#abandon(error)
        else if (this.#client.inTransaction) this.#exec('ROLLBACK TO "transaction"', 'RELEASE "transaction"')
        throw error
      }
    }, false)
  }

  /** Does something when it is its turn, and settles when all that was done so far is committed: where that fails, it rejects. */
  async #inTurn<T>(work: () => T | Promise<T>, hurry = true): Promise<T> {
    const turn = this.#turns.take(hurry)
    if (turn) await turn
    try {
      return await work()
    } catch (error) {
      if (this.#group && !this.#client.inTransaction) this.#abandon(error)
      throw error
    } finally {
      const over = this.#group?.over
      this.#turns.give()
      await over
    }
  }

  /**
   * Begins a group where none is open; undefined: at once. It takes the lock: a transaction that reads first is refused later, without any wait, where another
   * process wrote in between.
   */
  #begin(): Promise<void> | undefined {
    if (this.#group) return undefined
    const begun = this.#patiently(() => this.#exec('BEGIN IMMEDIATE'))
    if (begun instanceof Promise) return begun.then(() => this.#open())
    this.#open()
    return undefined
  }

  #open() {
    let end: Group['end'] = () => undefined
    const over = new Promise<void>((resolve, reject) => {
      end = (error) => (error ? reject(error) : resolve())
    })
    // Whoever waits for it is told; perhaps nobody does.
    over.catch(() => undefined)
    this.#group = { begun: performance.now(), over, end }
    // What it commits is told through the group.
    setImmediate(() => void this.#inTurn(() => this.#commit()).catch(() => undefined))
  }

  /** Tries until the lock is free. */
  #patiently<T>(work: () => T | Promise<T>): T | Promise<T> {
    const again = (error: unknown) => {
      if (!isBusy(error)) throw error
      return this.#tryAgain(work)
    }
    try {
      const done = work()
      return done instanceof Promise ? done.catch(again) : done
    } catch (error) {
      return again(error)
    }
  }

  async #tryAgain<T>(work: () => T | Promise<T>): Promise<T> {
    const patience = performance.now() + PATIENCE_MS
    for (let wait = 1; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      await pause(wait)
      try {
        return await work()
      } catch (error) {
        if (!isBusy(error) || performance.now() > patience) throw error
      }
    }
  }

  /** Whoever waits is told where it fails. */
  #commit() {
    const group = this.#group
    if (!group) return
    try {
      this.#exec('COMMIT')
    } catch (error) {
      return this.#abandon(error)
    }
    this.#group = undefined
    group.end()
  }

  #abandon(error: unknown) {
    const group = this.#group
    this.#group = undefined
    try {
      if (this.#client.inTransaction) this.#exec('ROLLBACK')
    } finally {
      group?.end(new Error('The changes could not be committed', { cause: error }))
    }
  }

  #exec(...statements: string[]) {
    for (const sql of statements) this.#statements.of(sql).changes([])
  }
}

/** What else the event loop has to do comes first: what was answered is sent while others are answered. */
const untilOthersRan = () => new Promise<void>((resolve) => setImmediate(resolve))

/** The library's own error, or what Prisma's adapter makes of it. */
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, cause } = error as Error & { code?: unknown; cause?: { originalCode?: unknown } }
  return String(code ?? cause?.originalCode).startsWith('SQLITE_BUSY')
}
