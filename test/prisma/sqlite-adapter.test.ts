import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '#prisma/database.ts'
import { PrismaClient } from '#prisma/generated/client.ts'
import { temporaryFile } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')
const council = (name: string) => ({ data: { name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: now } })

/** A transaction that waits for something else, while another update writes a council, and then fails. */
async function writeBesideAFailingTransaction(db: Database): Promise<string[]> {
  let release = () => {}
  const waited = new Promise<void>((resolve) => (release = resolve))
  let begin = () => {}
  const begun = new Promise<void>((resolve) => (begin = resolve))
  const failing = db.$transaction(async (tx) => {
    await tx.council.create(council('taken back'))
    begin()
    await waited
    throw new Error('the transaction fails')
  })
  await begun
  const beside = db.council.create(council('from another update'))
  // The bare adapter answers at once, inside the open transaction; the wrapper answers after it.
  await Promise.race([beside, new Promise((resolve) => setImmediate(resolve))])
  release()
  await expect(failing).rejects.toThrow('the transaction fails')
  await beside
  return (await db.council.findMany()).map(({ name }) => name)
}

it('keeps a query of another update out of an open transaction', async () => {
  const db = await openDatabase(`file:${temporaryFile('turns-taken.db')}`)
  onTestFinished(() => db.$disconnect())
  expect(await writeBesideAFailingTransaction(db)).toEqual(['from another update'])
})

it('is needed: on the bare adapter that query is lost with the rollback', async () => {
  const url = `file:${temporaryFile('bare.db')}`
  await (await openDatabase(url)).$disconnect()
  const db = new PrismaClient({ adapter: new PrismaBetterSqlite3({ url }) })
  onTestFinished(() => db.$disconnect())
  expect(await writeBesideAFailingTransaction(db)).toEqual([])
})

it('lets parallel transactions take turns', async () => {
  const db = await openDatabase(`file:${temporaryFile('turns.db')}`)
  onTestFinished(() => db.$disconnect())
  const names = Array.from({ length: 20 }, (_, index) => `council ${index}`)
  await Promise.all(names.map((name) => db.$transaction((tx) => tx.council.create(council(name)))))
  expect(await db.council.count()).toBe(20)
})
