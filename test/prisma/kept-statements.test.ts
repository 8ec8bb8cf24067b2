import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { keepStatements, type SqliteAdapter } from '#prisma/kept-statements.ts'
import { temporaryFile } from '../support/database.ts'

/** The adapter on a table of its own; `prepared`: the statements that were prepared, in turn. */
async function given() {
  const file = temporaryFile('kept.db')
  const plain = (await new PrismaBetterSqlite3({ url: `file:${file}` }).connect()) as SqliteAdapter
  const prepared: string[] = []
  const prepare = plain.client.prepare.bind(plain.client)
  plain.client.prepare = (sql: string) => (prepared.push(sql), prepare(sql))
  const db = keepStatements(plain)
  onTestFinished(() => db.dispose())
  const statement = (sql: string, ...args: unknown[]) => ({ sql, args, argTypes: args.map(() => TEXT) })
  const all = async (sql: string, ...args: unknown[]) => (await db.queryRaw(statement(sql, ...args))).rows
  const run = (sql: string, ...args: unknown[]) => db.executeRaw(statement(sql, ...args))
  await run('CREATE TABLE "Word" ("text" TEXT UNIQUE, "n" INTEGER)')
  prepared.length = 0
  return { file, db, prepared, all, run }
}
const TEXT = { scalarType: 'string' as const, arity: 'scalar' as const }

const INSERT = 'INSERT INTO "Word" ("text") VALUES (?)'
const SELECT = 'SELECT "text", "n" FROM "Word" WHERE "text" <> ? ORDER BY "text"'

it('a statement is prepared once, with other values each time', async () => {
  const { prepared, all, run } = await given()
  for (const text of ['một', 'hai', 'ba']) expect(await run(INSERT, text)).toBe(1)
  expect(await all(SELECT, 'hai')).toEqual([
    ['ba', null],
    ['một', null],
  ])
  expect(await all(SELECT, 'ba')).toEqual([
    ['hai', null],
    ['một', null],
  ])
  expect(prepared).toEqual([INSERT, SELECT])
})

it('one that failed works again, and what was rolled back is not there', async () => {
  const { db, prepared, all, run } = await given()
  await run(INSERT, 'một')
  await expect(run(INSERT, 'một')).rejects.toThrow()
  await expect(all('SELECT "none" FROM "Nothing"')).rejects.toThrow()
  const transaction = await db.startTransaction()
  await run(INSERT, 'hai')
  expect(await all(SELECT, '')).toHaveLength(2)
  await run('ROLLBACK')
  await transaction.rollback()
  expect(await all(SELECT, '')).toEqual([['một', null]])
  expect(await run(INSERT, 'hai')).toBe(1)
  expect(prepared.filter((sql) => sql === INSERT)).toHaveLength(1)
})

it('one that is kept sees what another process made of its table', async () => {
  const { file, all, run } = await given()
  await run(INSERT, 'một')
  expect(await all(SELECT, '')).toEqual([['một', null]])
  const other = new Sqlite(file)
  other.exec(`CREATE TABLE "New" ("n" INTEGER, "more" TEXT, "text" TEXT UNIQUE);
    INSERT INTO "New" ("text", "n") SELECT "text", 7 FROM "Word"; DROP TABLE "Word"; ALTER TABLE "New" RENAME TO "Word"`)
  other.close()
  expect(await all(SELECT, '')).toEqual([['một', 7]])
  expect(await run(INSERT, 'hai')).toBe(1)
})

it('long lists are not kept, nor more than some hundred statements', async () => {
  const { prepared, all } = await given()
  const long = `SELECT "text" FROM "Word" WHERE "n" IN (${Array.from({ length: 2000 }, () => '1').join(',')})`
  await all(long)
  await all(long)
  expect(prepared).toEqual([long, long])
  for (let n = 0; n < 501; n += 1) await all(`SELECT ${n}`)
  await all('SELECT 500')
  expect(prepared).toHaveLength(503)
  await all('SELECT 0')
  expect(prepared).toHaveLength(504)
})
