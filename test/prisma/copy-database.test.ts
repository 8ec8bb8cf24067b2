import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAtDatabase } from '#prisma/look-at-database.ts'
import { contentsOf, copied, COPIED_AT, DIRECTIONS, emptyDatabase, opened, runStatement } from '../support/copied.ts'
import { oddRows, store } from '../support/odd-rows.ts'

const aCouncil = { id: 'c', name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }
const aChat = { id: 'chat', platform: 'telegram', externalId: '1', kind: 'private', createdAt: new Date(0) }
const aMessage = {
  platform: 'telegram',
  chatId: 'chat',
  kind: 'reply',
  priority: 0,
  payload: {},
  notBefore: new Date(0),
}
const anUpdate = { platform: 'telegram', chatKey: 'telegram:1', payload: { text: 'việc' }, receivedAt: new Date(0) }
const seconds = (count: number) => new Date(COPIED_AT.getTime() + count * 1000)
const outbox = (dedupeKey: string, state: string) => ({ ...aMessage, dedupeKey, state, createdAt: new Date(0) })

describe.each(DIRECTIONS)('from %s to %s', (first, second) => {
  it(
    'everything is what it was, there, onwards and back, and the checksums are the same',
    { timeout: 180_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(oddRows, async (rows) => {
          const from = await emptyDatabase(first)
          const db = await opened(from)
          await store(db, rows)
          await db.close()
          const contents = await contentsOf(from)
          const sums: unknown[] = []
          let last = from
          for (const engine of [second, second, first]) {
            const to = await emptyDatabase(engine)
            sums.push(await copied(last, to))
            expect(await contentsOf(to)).toEqual(contents)
            last = to
          }
          expect(sums).toEqual([sums[0], sums[0], sums[0]])
          expect(sums[0]).toMatchObject({ rows: Object.values(contents).flat().length })
        }),
        { numRuns: 4 },
      )
    },
  )

  it('more rows than a page holds and rows larger than one', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    const people = Array.from({ length: 2500 }, (_, index) => ({
      id: `p${index}`,
      name: '',
      createdAt: new Date(index),
    }))
    await db.person.createMany({ data: people })
    const large = { name: '', mime: '', createdAt: new Date(0), expiresAt: new Date(0) }
    const bytes = Uint8Array.from({ length: 5_000_000 }, (_, index) => index * 7)
    await db.sharedFile.createMany({ data: [1, 2, 3].map((key) => ({ ...large, tokenHash: `${key}`, bytes })) })
    await db.playgroundMessage.createMany({
      data: [1, 2].map(() => ({ chat: 'files', at: new Date(0), body: { base64: 'QUJD'.repeat(1_000_000) } })),
    })
    await db.close()
    expect((await copied(from, to)).rows).toBe(2505)
    expect(await contentsOf(to)).toEqual(await contentsOf(from))
  })

  it('new rows get numbers that no row ever had, also where all earlier ones are gone', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.council.create({ data: aCouncil })
    const audit = { councilId: 'c', action: '', details: {}, at: new Date(0) }
    await db.audit.createMany({ data: [audit, audit, audit] })
    await db.jobRun.createMany({ data: [1, 2].map(() => ({ job: '', startedAt: new Date(0) })) })
    await db.jobRun.deleteMany()
    await db.close()
    await copied(from, to)
    const copy = await opened(to)
    expect((await copy.audit.create({ data: audit })).id).toBe(4)
    expect((await copy.jobRun.create({ data: { job: '', startedAt: new Date(0) } })).id).toBe(3)
    expect((await copy.inbox.create({ data: { ...anUpdate, externalId: '1' } })).id).toBe(1)
  })

  it('nobody holds anything: a message on its way is in doubt, an update is free, and what ended stays as it is', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.chat.create({ data: aChat })
    const claim = { claimedBy: 'lane', claimedUntil: seconds(-1) }
    await db.outbox.createMany({
      data: [
        { ...outbox('on its way', 'sending'), attempts: 1, ...claim },
        outbox('waits', 'waiting'),
        { ...outbox('said', 'sent'), finishedAt: new Date(1), externalId: '5' },
      ],
    })
    await db.inbox.createMany({
      data: [
        { ...anUpdate, externalId: 'half', ...claim },
        { ...anUpdate, externalId: 'done', doneAt: new Date(1) },
      ],
    })
    await db.lease.create({ data: { name: 'send:telegram', holder: 'lane', until: seconds(-1) } })
    await db.close()
    await copied(from, to)
    const copy = await opened(to)
    expect(await copy.outbox.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { dedupeKey: 'on its way', state: 'sending', attempts: 1, claimedBy: 'lane', claimedUntil: COPIED_AT },
      { dedupeKey: 'waits', state: 'waiting', claimedUntil: null },
      { dedupeKey: 'said', state: 'sent', externalId: '5', claimedUntil: null },
    ])
    expect(await copy.inbox.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { externalId: 'half', claimedBy: null, claimedUntil: null, doneAt: null },
      { externalId: 'done', doneAt: new Date(1) },
    ])
    expect(await copy.lease.count()).toBe(0)
  })

  it.each([
    ['a lease', { lease: { name: 'job:remind', holder: 'a', until: seconds(10) } }],
    ['an update in somebody’s hands', { inbox: { ...anUpdate, externalId: '1', claimedUntil: seconds(10) } }],
    ['a message on its way', { outbox: { ...outbox('m', 'sending'), claimedUntil: seconds(4) } }],
    ['a refresh of tokens', { credential: { platform: 'zalo-oa', lockedUntil: seconds(30) } }],
  ])('%s that lasts is a bot at work: refused', async (_, rows) => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.chat.create({ data: aChat })
    for (const [table, data] of Object.entries(rows)) await db[table as 'lease'].create({ data: data as never })
    await db.close()
    await expect(copied(from, to)).rejects.toThrow('the source is in use: stop the bot')
    await expect(copied(from, to, seconds(31))).resolves.toMatchObject({})
  })

  it.each([
    ['ahead', 86_400_000],
    ['behind', -86_400_000],
  ])("goes by the playground's clock, which is %s, as well", async (_, offset) => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.playgroundClock.create({ data: { id: 1, offsetMs: BigInt(offset) } })
    const until = new Date(COPIED_AT.getTime() + offset + 5000)
    await db.lease.create({ data: { name: 'send:playground', holder: 'lane', until } })
    await db.close()
    await expect(copied(from, to)).rejects.toThrow('the source is in use')
    await expect(copied(from, to, seconds(6))).resolves.toMatchObject({ rows: 1 })
  })

  it('a target in which a single row is, in any table, is refused and stays as it is', async () => {
    const from = await emptyDatabase(first)
    const db = await opened(from)
    await db.council.create({ data: aCouncil })
    await db.close()
    const to = await emptyDatabase(second)
    const target = await opened(to)
    await target.lease.create({ data: { name: 'job:remind', holder: 'a', until: new Date(0) } })
    await target.close()
    await expect(copied(from, to)).rejects.toThrow('the target is not empty: Lease has rows')
    expect(Object.values(await contentsOf(to)).flat()).toHaveLength(1)
    await expect(copied(from, from)).rejects.toThrow('the source and the target are the same database')
  })

  it('a target of an earlier version is refused before anything is changed there', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    await (await opened(from)).close()
    const target = await opened(to)
    const history = () =>
      target.$queryRawUnsafe<{ migration_name: string }[]>('SELECT migration_name FROM "_prisma_migrations" ORDER BY 1')
    const last = (await history()).at(-1)!.migration_name
    await target.$executeRawUnsafe(`DELETE FROM "_prisma_migrations" WHERE migration_name = '${last}'`)
    const before = await history()
    await expect(copied(from, to)).rejects.toThrow('the target was used by an earlier version: give an empty database')
    expect(await history()).toEqual(before)
  })

  it('a target that holds something else is refused before anything is changed there', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    await (await opened(from)).close()
    await runStatement(to, 'CREATE TABLE payroll (id INTEGER)')
    const refused = 'the target holds the table payroll of something else: give a database of its own'
    await expect(copied(from, to)).rejects.toThrow(refused)
    expect(await lookAtDatabase(to)).toMatchObject({ applied: 0, tables: ['payroll'] })
  })

  it('a fault on the way leaves the target empty, and the next try succeeds', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.council.create({ data: aCouncil })
    await db.credential.create({ data: { platform: 'zalo-oa' } })
    const target = await opened(to)
    await target.$executeRawUnsafe('ALTER TABLE "Credential" RENAME COLUMN "seed" TO "elsewhere"')
    await expect(copied(from, to)).rejects.toThrow(/^the target cannot be used: .*seed/)
    expect(await target.council.count()).toBe(0)
    await target.$executeRawUnsafe('ALTER TABLE "Credential" RENAME COLUMN "elsewhere" TO "seed"')
    await target.close()
    expect((await copied(from, to)).rows).toBe(2)
  })
})

it.skipIf(!process.env['TEST_POSTGRES'])(
  'shows what PostgreSQL does not keep by the replacement character',
  async () => {
    const [from, to] = [await emptyDatabase('SQLite'), await emptyDatabase('PostgreSQL')]
    const db = await opened(from)
    await db.council.create({ data: { ...aCouncil, name: 'a\0b' } })
    const details = { 'k\0': ['cut \ud83d', '\\u0000', 'whole 👍'] }
    await db.audit.create({ data: { councilId: 'c', action: '', details, at: new Date(0) } })
    await db.close()
    await copied(from, to)
    const copy = await opened(to)
    expect(await copy.council.findFirst()).toMatchObject({ name: 'a\ufffdb' })
    expect((await copy.audit.findFirst())?.details).toEqual({ 'k\ufffd': ['cut \ufffd', '\\u0000', 'whole 👍'] })
  },
)

it('leaves a file as it is that it copies from', async () => {
  const [from, to] = [await emptyDatabase('SQLite'), await emptyDatabase('SQLite')]
  const db = await opened(from)
  await db.council.create({ data: aCouncil })
  await db.close()
  const file = from.replace(/^file:/, '')
  const before = readFileSync(file)
  await copied(from, to)
  expect(readFileSync(file).equals(before)).toBe(true)
})
