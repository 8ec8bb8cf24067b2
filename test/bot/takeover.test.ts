import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import type { Capabilities, Platform, SendOutcome } from '#bot/platform.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import { createSender } from '#bot/sender.ts'
import { TRAITS } from '#domain/platforms.ts'
import { seeChat } from '#prisma/chats.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { enqueue, type OutboxKind } from '#prisma/outbox.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakeTime } from '../support/fake-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { until } from '../support/until.ts'

const BEGIN = '2025-03-07T01:00:00Z'
const now = new Date(BEGIN)
let url: string
let db: Database
beforeEach(async () => {
  url = await databaseUrl(temporaryFile('test.db'))
  db = await open()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => void vi.useRealTimers())

async function open() {
  const opened = await openDatabase(url)
  onTestFinished(() => opened.$disconnect())
  return opened
}

/** A process that sends for a bot, with its own connection and its own time: where that stands still, the process is frozen. */
async function process(limits: Capabilities['limits'] = NO_LIMITS, bot = 1) {
  const mine = await open()
  const time = new FakeTime(BEGIN)
  const texts: string[] = []
  const hanging = new Map<string, (outcome: SendOutcome) => void>()
  const platform = {
    name: 'telegram',
    bot,
    capabilities: { ...TRAITS.telegram, limits },
    send: ({ body }: { body: { text: string } }) => {
      texts.push(body.text)
      if (!body.text.startsWith('treo')) return Promise.resolve({ state: 'sent', messageId: `m${texts.length}` })
      return new Promise((resolve) => hanging.set(body.text, resolve))
    },
    probe: () => Promise.resolve([]),
  } as unknown as Platform
  const sender = createSender({
    db: mine,
    platforms: [platform],
    clock: time.clock,
    sleep: time.sleep,
    log: memoryLog(),
  })
  sender.start()
  onTestFinished(() => {
    for (const end of hanging.values()) end({ state: 'sent', messageId: 'at last' })
    return sender.stop()
  })
  await until(() => time.sleeping === 1)
  return { db: mine, time, texts, hanging, sender }
}
type Process = Awaited<ReturnType<typeof process>>

async function say(text: string, { kind = 'reply', bot = 1 }: { kind?: OutboxKind; bot?: number } = {}) {
  const chat = await seeChat(db, { platform: 'telegram', bot, externalId: text, kind: 'private' }, now)
  const payload = { body: { text, spans: [] }, choices: [] }
  const row = { platform: 'telegram', chatId: chat.id, kind, dedupeKey: text, payload } as const
  await enqueue(db, { ...row, notBefore: now, now })
}

const states = async () =>
  (await db.outbox.findMany({ orderBy: { id: 'asc' } })).map(({ dedupeKey, state }) => `${dedupeKey}: ${state}`)

/** Lets the time of some processes go by, second by second. */
async function pass(seconds: number, ...processes: Process[]) {
  for (let passed = 0; passed < seconds; passed += 1) {
    for (const { time } of processes) time.advance(1000)
    await until(() => processes.every(({ time }) => time.sleeping === 1))
  }
}
/** Rings and waits until a process has sent so many. */
async function sends({ sender, texts }: Process, count: number) {
  sender.wake()
  await until(() => texts.length === count)
}

it('only one process sends for a bot; who waits takes over when that one stops', async () => {
  const a = await process()
  const b = await process()
  await say('một')
  await sends(a, 1)
  await pass(30, a, b)
  expect([a.texts, b.texts]).toEqual([['một'], []])
  await a.sender.stop()
  await say('hai')
  await pass(3, b)
  expect([a.texts, b.texts]).toEqual([['một'], ['hai']])
})

it('different bots are sent for by different processes', async () => {
  const a = await process()
  const b = await process(NO_LIMITS, 2)
  await say('một')
  await say('hai', { bot: 2 })
  await Promise.all([sends(a, 1), sends(b, 1)])
  await pass(3, a, b)
  expect([a.texts, b.texts]).toEqual([['một'], ['hai']])
})

it('who was frozen and replaced sends nothing more when it wakes, and changes nothing of what the other one did', async () => {
  const a = await process()
  await say('treo trả lời')
  await say('treo nhắc việc', { kind: 'reminder' })
  await sends(a, 2)
  const b = await process()
  await pass(14, b)
  expect(await states()).toEqual(['treo trả lời: sending', 'treo nhắc việc: uncertain'])
  expect(b.texts).toEqual(['treo trả lời'])
  await say('mới')
  a.hanging.get('treo trả lời')!({ state: 'sent', messageId: 'từ A' })
  a.hanging.get('treo nhắc việc')!({ state: 'sent', messageId: 'từ A' })
  a.time.advance(14_000)
  await until(() => a.time.sleeping === 1)
  await pass(3, a, b)
  expect(a.texts).toEqual(['treo trả lời', 'treo nhắc việc'])
  expect(await states()).toEqual(['treo trả lời: sending', 'treo nhắc việc: uncertain', 'mới: sent'])
  b.hanging.get('treo trả lời')!({ state: 'sent', messageId: 'từ B' })
  await until(async () => (await states())[0] === 'treo trả lời: sent')
  expect(await db.outbox.findFirst({ where: { dedupeKey: 'treo trả lời' } })).toMatchObject({ externalId: 'từ B' })
})

it('who was frozen between claiming and sending does not send', async () => {
  const a = await process()
  let wake = () => {}
  const frozen = new Promise<void>((resolve) => (wake = resolve))
  const query = a.db.$queryRaw.bind(a.db) as (...given: unknown[]) => Promise<unknown>
  const claiming = vi.spyOn(a.db, '$queryRaw')
  claiming.mockImplementation((async (...given: unknown[]) => {
    const rows = await query(...given)
    if (String(given[0]).includes('UPDATE "Outbox"')) {
      claiming.mockRestore()
      await frozen
    }
    return rows
  }) as never)
  await say('một')
  a.sender.wake()
  await until(async () => (await states())[0] === 'một: sending')
  const b = await process()
  await pass(14, b)
  await until(async () => (await states())[0] === 'một: sent')
  a.time.advance(20_000)
  wake()
  await until(() => a.time.sleeping === 1)
  await pass(2, a, b)
  expect([a.texts, b.texts]).toEqual([[], ['một']])
})

it('who was frozen and not replaced goes on', async () => {
  const a = await process()
  await say('một')
  await sends(a, 1)
  a.time.advance(3_600_000)
  await until(() => a.time.sleeping === 1)
  await say('hai')
  await sends(a, 2)
})

it('the limits hold across a takeover, what is in doubt included', async () => {
  const limits = { ...NO_LIMITS, perMinute: 3 }
  const a = await process(limits)
  for (const text of ['một', 'hai', 'treo']) await say(text, { kind: 'announcement' })
  await sends(a, 3)
  for (const text of ['bốn', 'năm', 'sáu', 'bảy']) await say(text, { kind: 'announcement' })
  const b = await process(limits)
  await pass(59, b)
  expect(b.texts).toEqual([])
  await pass(1, b)
  await until(() => b.texts.length === 2)
  await pass(9, b)
  expect(b.texts).toEqual(['bốn', 'năm'])
  await pass(5, b)
  await until(() => b.texts.length === 3)
  expect(a.texts).toEqual(['một', 'hai', 'treo'])
})

it('what is under way remains in the hands of who lost the lease as long as it lives', async () => {
  const a = await process()
  await say('treo', { kind: 'reminder' })
  await sends(a, 1)
  await db.lease.updateMany({ data: { holder: 'another', until: new Date(now.getTime() + 11_000) } })
  vi.advanceTimersByTime(4000)
  const b = await process()
  await pass(20, a, b)
  expect(await states()).toEqual(['treo: sending'])
  await say('mới')
  await sends(b, 1)
  a.hanging.get('treo')!({ state: 'sent', messageId: 'từ A' })
  await until(async () => (await states())[0] === 'treo: sent')
  expect([a.texts, b.texts]).toEqual([['treo'], ['mới']])
})
