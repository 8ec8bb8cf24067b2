import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import Sqlite from 'better-sqlite3'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { COPIED_TABLES } from '#prisma/copy-tables.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { Prisma, PrismaClient } from '#prisma/generated/client.ts'
import { temporaryFile } from '../support/database.ts'
import { oddRows, store } from '../support/odd-rows.ts'

const AT = new Date('2025-02-20T01:00:00Z')
const council = (name: string) => ({ name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: AT })

let db: Database
let url: string
beforeEach(async () => {
  url = `file:${temporaryFile('direct.db')}`
  db = await openDatabase(url)
})
afterEach(async () => {
  vi.useRealTimers()
  await db.$disconnect()
})

const names = async () => (await db.council.findMany({ orderBy: { name: 'asc' } })).map(({ name }) => name)
/** Adds a council by SQL, which asks no model. */
const add = (of: Pick<Database, '$executeRaw'>, name: string) =>
  of.$executeRaw`INSERT INTO "Council" ("id", "name", "locale", "timeZone", "createdAt") VALUES (${name}, ${name}, 'vi', 'UTC', ${AT})`

it('gives the rows of every table as the client of Prisma alone does', { timeout: 60_000 }, async () => {
  const plain = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) })
  onTestFinished(() => plain.$disconnect())
  await fc.assert(
    fc.asyncProperty(oddRows, async ({ reminders, audits, ...rows }) => {
      for (const table of [...COPIED_TABLES].reverse()) await db.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)}`
      // The client of Prisma does not read numbers that are JSON by themselves.
      const details = audits.map((audit) => ({ ...audit, details: [audit.details] }))
      await store(db, { ...rows, audits: details, reminders: [reminders] })
      for (const table of COPIED_TABLES) {
        const all = Prisma.sql`SELECT * FROM ${Prisma.raw(`"${table}"`)}`
        expect(await db.$queryRaw(all)).toEqual(await plain.$queryRaw(all))
      }
    }),
    { numRuns: 10 },
  )
})

it('takes values as the client of Prisma alone does', async () => {
  const payload = { text: 'Quý "I"', spans: [{ kind: 'bold' }] }
  await db.chat.create({ data: { id: 'chat', platform: 'telegram', externalId: '1', kind: 'private', createdAt: AT } })
  await db.$executeRaw`UPDATE "Chat" SET "heardTo" = ${2n ** 60n + 1n}, "seenAt" = ${AT}, "reminds" = ${false}, "title" = ${null}`
  await db.$executeRaw`
    INSERT INTO "Outbox" ("platform", "chatId", "kind", "priority", "dedupeKey", "payload", "state", "notBefore", "createdAt")
    VALUES ('telegram', 'chat', 'reply', ${3}, 'một', ${payload}, 'waiting', ${AT}, ${AT})`
  expect(await db.chat.findFirst()).toMatchObject({ heardTo: 2n ** 60n + 1n, seenAt: AT, reminds: false, title: null })
  expect(await db.outbox.findFirst()).toMatchObject({ priority: 3, payload, notBefore: AT })
})

it('what SQL and models do in one transaction happens together', async () => {
  const given = await db.$transaction(async (tx) => {
    await add(tx, 'bằng SQL')
    await tx.council.create({ data: council('bằng mô hình') })
    const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*) AS "n" FROM "Council"`
    return row!.n + (await tx.council.count())
  })
  expect(given).toBe(4)
  expect(await names()).toEqual(['bằng SQL', 'bằng mô hình'].sort())
})

it.each([
  ['SQL', (tx: Parameters<typeof add>[0]) => add(tx, 'một')],
  [
    'a model',
    (tx: Parameters<typeof add>[0]) => (tx as Database).council.create({ data: { ...council('một'), id: 'một' } }),
  ],
] as const)('or, where %s fails, not at all', async (_, fail) => {
  const failing = db.$transaction(async (tx) => {
    await tx.council.create({ data: council('hai') })
    await add(tx, 'một')
    await fail(tx)
  })
  await expect(failing).rejects.toThrow()
  await add(db, 'ba')
  expect(await names()).toEqual(['ba'])
})

it('what fails and is caught leaves the rest of a transaction', async () => {
  await db.$transaction(async (tx) => {
    await add(tx, 'một')
    await expect(add(tx, 'một')).rejects.toThrow('UNIQUE')
    await expect(tx.council.create({ data: { ...council('một'), id: 'một' } })).rejects.toThrow()
    await add(tx, 'hai')
  })
  expect(await names()).toEqual(['hai', 'một'])
})

it('transactions of many at once are one after the other', async () => {
  await add(db, 'đếm')
  const count = () =>
    db.$transaction(async (tx) => {
      const { name } = await tx.council.findFirstOrThrow()
      await tx.$executeRaw`UPDATE "Council" SET "name" = ${`${name}|`}`
    })
  await Promise.all(Array.from({ length: 20 }, count))
  expect(await names()).toEqual([`đếm${'|'.repeat(20)}`])
})

it('a row with others in it is added in a transaction of its own', async () => {
  const person = { name: 'Chị Thư', createdAt: AT }
  const account = { platform: 'telegram', externalId: '1' }
  await db.person.create({ data: { ...person, accounts: { create: account } } })
  const again = db.person.create({ data: { ...person, accounts: { create: account } } })
  await expect(again).rejects.toThrow()
  expect([await db.person.count(), await db.account.count()]).toEqual([1, 1])
})

it.each(['SQL', 'a model'] as const)(
  'a disk that is full in a transaction ends it, whoever catches that: %s',
  async (how) => {
    await names()
    const [{ page_count: pages } = { page_count: 0 }] = await db.$queryRaw<{ page_count: number }[]>`PRAGMA page_count`
    await db.$queryRaw(Prisma.raw(`PRAGMA max_page_count = ${pages + 3}`))
    const large = { ...council('x'.repeat(200_000)), id: 'lớn' }
    const filling = db.$transaction(async (tx) => {
      await add(tx, 'một')
      const fails = how === 'SQL' ? add(tx, large.name) : tx.council.create({ data: large })
      await expect(fails).rejects.toThrow()
      await add(tx, 'hai')
      throw new Error('taken back')
    })
    await expect(filling).rejects.toThrow(how === 'SQL' ? 'ended the transaction' : 'taken back')
    await add(db, 'ba')
    expect(await names()).toEqual(['ba'])
  },
)

it('closes while transactions wait for another process, and none of them is left without an end', async () => {
  await names()
  const other = new Sqlite(url.replace('file:', ''))
  onTestFinished(() => void other.close())
  other.exec('BEGIN IMMEDIATE')
  const waiting = ['một', 'hai'].map((name) => db.$transaction((tx) => tx.council.create({ data: council(name) })))
  const ended = Promise.allSettled([...waiting, db.council.create({ data: council('ba') })])
  await new Promise((resolve) => setImmediate(resolve))
  const closed = db.$disconnect()
  await new Promise((resolve) => setImmediate(resolve))
  other.exec('COMMIT')
  const statuses = (await ended).map(({ status }) => status)
  await closed
  const kept = other.prepare('SELECT count(*) FROM "Council"').pluck().get()
  expect(kept).toBe(statuses.filter((status) => status === 'fulfilled').length)
})

it('a transaction has no other one in it', async () => {
  const nested = db.$transaction((tx) => (tx as Database).$transaction((inner) => add(inner, 'một')))
  await expect(nested).rejects.toThrow('no other one in it')
  expect(await names()).toEqual([])
})

it('who goes on with a transaction that is over is refused', async () => {
  let kept: Parameters<Parameters<Database['$transaction']>[0]>[0] | undefined
  await db.$transaction((tx) => {
    kept = tx
    return Promise.resolve()
  })
  await expect(add(kept!, 'một')).rejects.toThrow('is over')
  await expect(kept!.council.count()).rejects.toThrow('is over')
})

it('a transaction that never ends is taken back after 20 s, and others go on', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const begun = vi.fn()
  const stuck = db.$transaction(async (tx) => {
    await add(tx, 'một')
    begun()
    await new Promise(() => undefined)
  })
  const refused = expect(stuck).rejects.toThrow('more than 20 s')
  const waiting = add(db, 'hai')
  await vi.waitFor(() => expect(begun).toHaveBeenCalled())
  vi.advanceTimersByTime(20_000)
  await refused
  await waiting
  expect(await names()).toEqual(['hai'])
})
