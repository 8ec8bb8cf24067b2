import { expect, it, onTestFinished } from 'vitest'
import { createInboxWorker, type InboxWorker } from '#commands/inbox-worker.ts'
import type { Inbound } from '#domain/messages.ts'
import { openDatabase } from '#prisma/database.ts'
import { finishInbox, journal, type InRow } from '#prisma/inbox.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakeTime } from '../support/fake-time.ts'
import { until } from '../support/until.ts'

const update = (chat: string, externalId: string): Inbound => ({
  platform: 'telegram',
  externalId,
  chat: { externalId: chat, kind: 'private' },
  event: { kind: 'added' },
})

/** Several processes on one database, each with a connection of its own, that answer as a test tells them. */
async function given() {
  const url = await databaseUrl(temporaryFile('test.db'))
  const time = new FakeTime('2025-02-20T01:00:00Z')
  const open = async () => {
    const db = await openDatabase(url)
    onTestFinished(() => db.$disconnect())
    return db
  }
  const begun: string[] = []
  const answered: string[] = []
  const db = await open()
  const process = async (name: string, work: (inbound: Inbound) => Promise<void> = () => Promise.resolve()) => {
    const own = await open()
    const complaints: string[] = []
    const answer = async (row: InRow, inbound: Inbound) => {
      begun.push(`${name} ${inbound.externalId}`)
      await work(inbound)
      if (!(await finishInbox(own, row, time.clock()))) return undefined
      answered.push(`${name} ${inbound.externalId}`)
      return 'answered' as const
    }
    const log = { debug: () => undefined, error: (_: object, message: string) => void complaints.push(message) }
    const worker = createInboxWorker({ db: own, answer, clock: time.clock, sleep: time.sleep, log })
    return { ...worker, db: own, complaints }
  }
  const open1 = () => db.inbox.count({ where: { doneAt: null } })
  return { time, db, begun, answered, process, left: open1 }
}

/** Work that ends when it is told to. */
function gate() {
  let end: () => void = () => undefined
  const over = new Promise<void>((resolve) => (end = resolve))
  return { over, end: () => end() }
}

const idle = (...workers: InboxWorker[]) => Promise.all(workers.map((worker) => worker.idle()))

it('answers the updates of a chat one after the other, and chats side by side', async () => {
  const { process, begun, answered } = await given()
  const slow = gate()
  const a = await process('A', ({ chat }) => (chat.externalId === 'an' ? slow.over : Promise.resolve()))
  for (const id of ['1', '2']) await a.accept(update('an', id))
  await a.accept(update('binh', '3'))
  await until(() => answered.includes('A 3'))
  expect(begun).toEqual(['A 1', 'A 3'])
  slow.end()
  await idle(a)
  expect(answered).toEqual(['A 3', 'A 1', 'A 2'])
})

it('answers an update once, whoever it is delivered to again', async () => {
  const { process, answered } = await given()
  const [a, b] = [await process('A'), await process('B')]
  for (const worker of [a, b, a]) await worker.accept(update('an', '1'))
  await idle(a, b)
  expect(answered).toEqual(['A 1'])
})

it('leaves an update to the process that answers its chat, which goes on with it', async () => {
  const { process, begun, answered } = await given()
  const slow = gate()
  const a = await process('A', () => slow.over)
  const b = await process('B')
  await a.accept(update('an', '1'))
  await b.accept(update('an', '2'))
  await b.tend()
  await idle(b)
  expect(begun).toEqual(['A 1'])
  slow.end()
  await idle(a)
  expect(answered).toEqual(['A 1', 'A 2'])
})

it('gives other numbers of a bot inboxes of their own', async () => {
  const { process, db } = await given()
  const a = await process('A')
  await a.accept(update('an', '1'))
  await a.accept({ ...update('an', '1'), bot: 2 })
  await idle(a)
  expect((await db.inbox.findMany({ orderBy: { id: 'asc' } })).map(({ bot, chatKey }) => [bot, chatKey])).toEqual([
    [1, 'telegram:an'],
    [2, 'telegram:2:an'],
  ])
})

it('takes over what a dead process held, after 15 seconds and once, and its late answer counts for nothing', async () => {
  const { process, time, begun, answered, left } = await given()
  const frozen = gate()
  const dead = await process('dead', () => frozen.over)
  const [b, c] = [await process('B'), await process('C')]
  for (const id of ['1', '2']) await dead.accept(update('an', id))
  time.advance(14_000)
  await Promise.all([b.tend(), c.tend()])
  expect(begun).toEqual(['dead 1'])
  time.advance(1000)
  await Promise.all([b.tend(), c.tend()])
  await idle(b, c)
  expect(answered.map((each) => each.replace(/[BC]/, 'other'))).toEqual(['other 1', 'other 2'])
  frozen.end()
  await idle(dead)
  expect([answered.length, await left()]).toEqual([2, 0])
})

it('holds on to what takes long for as long as it is tended', async () => {
  const { process, time, begun, answered } = await given()
  const slow = gate()
  const a = await process('A', () => slow.over)
  const b = await process('B')
  await a.accept(update('an', '1'))
  for (let second = 0; second < 60; second += 5) {
    time.advance(5000)
    await a.tend()
    await b.tend()
  }
  expect(begun).toEqual(['A 1'])
  slow.end()
  await idle(a)
  expect(answered).toEqual(['A 1'])
})

it('tries again what failed, after growing waits, and what comes behind it waits', async () => {
  const { process, time, answered, begun } = await given()
  let faults = 2
  const a = await process('A', () => (faults-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve()))
  for (const id of ['1', '2']) await a.accept(update('an', id))
  for (const [tries, waitMs] of [
    [1, 1000],
    [2, 2000],
  ] as const) {
    await until(() => begun.length === tries && time.sleeping === 1)
    time.advance(waitMs - 1)
    expect(time.sleeping).toBe(1)
    time.advance(1)
  }
  await idle(a)
  expect(answered).toEqual(['A 1', 'A 2'])
})

it('finishes what fails again and again as a fault, whose id the log has too', async () => {
  const { process, time, begun, answered, db } = await given()
  const a = await process('A', ({ externalId }) =>
    externalId === '1' ? Promise.reject(new Error('never')) : Promise.resolve(),
  )
  for (const id of ['1', '2']) await a.accept(update('an', id))
  for (let tries = 1; tries < 5; tries += 1) {
    await until(() => begun.length === tries && time.sleeping === 1)
    time.advance(30_000)
  }
  await idle(a)
  const [row] = await db.inbox.findMany({ orderBy: { id: 'asc' } })
  expect(row).toMatchObject({ failure: expect.stringMatching(/^[0-9A-Z]{5}$/) as string, payload: {} })
  expect(answered).toEqual(['A 2'])
  expect(a.complaints.at(-1)).toBe('an update could not be answered')
})

it('that stops finishes what is under way and hands the rest over at once', async () => {
  const { process, time, answered, begun } = await given()
  const slow = gate()
  const a = await process('A', ({ externalId }) =>
    externalId === 'fails' ? Promise.reject(new Error('away')) : slow.over,
  )
  const b = await process('B')
  for (const id of ['1', '2']) await a.accept(update('an', id))
  await a.accept(update('binh', 'fails'))
  await until(() => begun.length === 2 && time.sleeping === 1)
  const stopped = a.stop()
  slow.end()
  await stopped
  expect(answered).toEqual(['A 1'])
  await a.accept(update('cuong', 'late'))
  await b.look()
  await idle(b)
  expect(answered.sort()).toEqual(['A 1', 'B 2', 'B fails', 'B late'])
})

it('that stops does not wait for ever, and what it did not finish is no longer its own', async () => {
  const { process, time, answered } = await given()
  const endless = gate()
  const a = await process('A', () => endless.over)
  const b = await process('B')
  await a.accept(update('an', '1'))
  await until(() => a.db.inbox.count({ where: { claimedBy: { not: null } } }))
  const stopped = a.stop()
  time.advance(10_000)
  await stopped
  await b.look()
  await idle(b)
  endless.end()
  await idle(a)
  expect(answered).toEqual(['B 1'])
})

it('takes up thousands without beginning all at once, each chat in its order', async () => {
  const { process, db, time, answered, left } = await given()
  const ids = Array.from({ length: 450 }, (_, at) => String(at + 1))
  for (const id of ids) await journal(db, update(`chat-${Number(id) % 150}`, id), time.clock())
  const most: number[] = []
  const counted = () => {
    let now = 0
    return async () => {
      most.push((now += 1))
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
    }
  }
  const [a, b] = [await process('A', counted()), await process('B', counted())]
  await Promise.all([a.look(), b.look()])
  for (const worker of [a, b, a, b]) await worker.tend().then(() => idle(worker))
  await idle(a, b)
  expect(await left()).toBe(0)
  const order = answered.map((each) => Number(each.slice(2)))
  expect(order.toSorted((x, y) => x - y)).toEqual(ids.map(Number))
  for (let chat = 0; chat < 150; chat += 1) {
    const ofChat = order.filter((id) => id % 150 === chat)
    expect(ofChat).toEqual(ofChat.toSorted((x, y) => x - y))
  }
  expect(Math.max(...most)).toBeLessThanOrEqual(32)
})

it('answers more chats at a time than it has room for as soon as there is room', async () => {
  const { process, begun, answered } = await given()
  const slow = gate()
  const a = await process('A', () => slow.over)
  for (let chat = 1; chat <= 120; chat += 1) await a.accept(update(`chat-${chat}`, String(chat)))
  await until(() => begun.length === 32)
  slow.end()
  await until(() => answered.length === 120)
  await idle(a)
  expect(new Set(answered).size).toBe(120)
})
