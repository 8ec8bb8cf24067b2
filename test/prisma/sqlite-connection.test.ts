import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { SqliteConnection } from '#prisma/sqlite-connection.ts'
import { temporaryFile } from '../support/database.ts'

let said: string[]
let connection: SqliteConnection
/** Another process on the file. */
let other: Sqlite.Database

beforeEach(() => {
  const file = temporaryFile('connection.db')
  other = opened(file)
  other.pragma('journal_mode = WAL')
  other.exec(`CREATE TABLE "Unit" ("name" TEXT PRIMARY KEY);
    CREATE TABLE "Count" ("unit" TEXT REFERENCES "Unit" DEFERRABLE INITIALLY DEFERRED)`)
  said = []
  connection = new SqliteConnection(opened(file, (sql) => said.push(sql)))
})

function opened(file: string, verbose?: (sql: string) => void): Sqlite.Database {
  const client = new Sqlite(file, { timeout: 0, ...(verbose && { verbose: verbose as never }) })
  onTestFinished(() => void client.close())
  return client
}

const statement = (sql: string) => connection.alone(sql, () => connection.statement(sql).changes([]))
const add = (name: string) => statement(`INSERT INTO "Unit" VALUES ('${name}')`)
const names = () => other.prepare('SELECT "name" FROM "Unit" ORDER BY 1').pluck().all()
const anImmediate = () => new Promise((resolve) => setImmediate(resolve))

/** A transaction that adds these, and then does something else. */
const addAll = (list: string[], then: () => unknown = () => undefined) =>
  connection.transaction(async () => {
    for (const name of list) connection.statement(`INSERT INTO "Unit" VALUES ('${name}')`).changes([])
    await then()
  })
const fails = () => Promise.reject(new Error('taken back'))

describe('what is done in one turn of the event loop', () => {
  it('is committed together, statements before transactions', async () => {
    await Promise.all([add('một'), addAll(['hai', 'ba']), add('bốn')])
    expect(said).toEqual([
      'BEGIN IMMEDIATE',
      'INSERT INTO "Unit" VALUES (\'một\')',
      'INSERT INTO "Unit" VALUES (\'bốn\')',
      'SAVEPOINT "transaction"',
      'INSERT INTO "Unit" VALUES (\'hai\')',
      'INSERT INTO "Unit" VALUES (\'ba\')',
      'RELEASE "transaction"',
      'COMMIT',
    ])
  })

  it('is told to nobody before it is committed, nor is what is read meanwhile', async () => {
    const seen: unknown[][] = []
    const look = () => void seen.push(names())
    const count = 'SELECT count(*) AS "n" FROM "Unit"'
    const read = () => connection.alone(count, () => connection.statement(count).rows([]))
    const [, , rows] = await Promise.all([add('một').then(look), addAll(['hai']).then(look), read().finally(look)])
    expect(rows).toEqual([{ n: 1 }])
    expect(seen).toEqual([
      ['hai', 'một'],
      ['hai', 'một'],
      ['hai', 'một'],
    ])
  })

  it('stays where another one of it is taken back', async () => {
    const done = await Promise.allSettled([
      add('một'),
      addAll(['hai'], fails),
      add('một'),
      addAll(['ba']),
      addAll(['bốn', 'ba']),
    ])
    expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled', 'rejected'])
    expect(names()).toEqual(['ba', 'một'])
  })

  it('refuses nobody because of what may not come to be', async () => {
    const spoilt = statement(`INSERT INTO "Count" VALUES ('không có')`)
    const refused = addAll([], () => Promise.reject(new Error('it is there already')))
    await expect(spoilt).rejects.toThrow('could not be committed')
    await expect(refused).rejects.toThrow('could not be committed')
  })

  it('happens not at all where it cannot be committed, and all are told', async () => {
    const done = await Promise.allSettled([
      add('một'),
      statement(`INSERT INTO "Count" VALUES ('không có')`),
      addAll(['hai']),
    ])
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    expect(names()).toEqual([])
    await add('ba')
    expect(names()).toEqual(['ba'])
  })

  it('is lost together where the database itself ends the transaction', async () => {
    const done = await Promise.allSettled([
      add('một'),
      addAll(['hai'], () => connection.statement('ROLLBACK').changes([])),
      add('ba'),
    ])
    expect(done.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    await add('bốn')
    expect(names()).toEqual(['bốn'])
  })
})

it('a transaction that fails by itself leaves nothing, and the next one works', async () => {
  await expect(addAll(['một'], fails)).rejects.toThrow('taken back')
  await addAll(['hai'])
  expect(names()).toEqual(['hai'])
})

it('a transaction that waits keeps all others out until it is over', async () => {
  let goOn = () => {}
  const waiting = new Promise<void>((resolve) => (goOn = resolve))
  const first = addAll(['một'], () => waiting)
  const second = add('một').catch(() => 'it is there')
  await anImmediate()
  expect(names()).toEqual([])
  goOn()
  await first
  expect(await second).toBe('it is there')
})

it('a statement goes before the transactions that wait', async () => {
  let goOn = () => {}
  const first = addAll(['một'], () => new Promise<void>((resolve) => (goOn = resolve)))
  const order: string[] = []
  const ran = (what: string) => () => void order.push(what)
  const waiting = [addAll(['hai'], ran('hai')), addAll(['ba'], ran('ba'))]
  const statements = ['SELECT 1', 'DELETE FROM "Count"'].map((sql) => connection.alone(sql, ran(sql)))
  await anImmediate()
  goOn()
  await Promise.all([first, ...waiting, ...statements])
  expect(order).toEqual(['SELECT 1', 'DELETE FROM "Count"', 'hai', 'ba'])
})

it('many transactions let the rest of the process run between them, and are committed by then', async () => {
  let at = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (at += 10))
  onTestFinished(() => void vi.restoreAllMocks())
  const seen: number[] = []
  let isOver = false
  const look = () => {
    seen.push(names().length)
    if (!isOver) setImmediate(look)
  }
  setImmediate(look)
  await Promise.all(Array.from({ length: 9 }, (_, number) => addAll([`đơn vị ${number}`])))
  isOver = true
  expect(new Set(seen).size).toBeGreaterThan(3)
  expect(names()).toHaveLength(9)
})

it.each(['BEGIN IMMEDIATE', 'BEGIN EXCLUSIVE'])(
  'waits for another process (%s) without standing still',
  async (lock) => {
    other.exec(lock)
    const writing = add('một')
    const together = addAll(['hai'])
    for (let turn = 0; turn < 3; turn += 1) await anImmediate()
    other.exec('COMMIT')
    await Promise.all([writing, together])
    expect(names()).toEqual(['hai', 'một'])
  },
)

it('a setting is no part of a transaction', async () => {
  const checkpoint = 'PRAGMA wal_checkpoint(TRUNCATE)'
  const set = () => connection.alone(checkpoint, () => connection.statement(checkpoint).rows([]))
  const [, [done]] = await Promise.all([add('một'), set()])
  expect(done).toMatchObject({ busy: 0 })
  expect(said).toEqual(['BEGIN IMMEDIATE', 'INSERT INTO "Unit" VALUES (\'một\')', 'COMMIT', checkpoint])
})
