import { describe, expect, it, onTestFinished } from 'vitest'
import type { Platform, SendOutcome } from '#bot/platform.ts'
import type { Finding } from '#domain/finding.ts'
import { NO_LIMITS } from '#bot/rate-limits.ts'
import { createSender } from '#bot/sender.ts'
import { TRAITS } from '#domain/platforms.ts'
import { seeChat } from '#prisma/chats.ts'
import { enqueue } from '#prisma/outbox.ts'
import { botsDown, markDown } from '#prisma/outages.ts'
import { testDatabase } from '../support/database.ts'
import { FakeTime } from '../support/fake-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { until } from '../support/until.ts'

const BOT = { platform: 'zalo-oa', bot: 1 } as const
const SENT: SendOutcome = { state: 'sent', messageId: 'm' }
const AWAY: SendOutcome = { state: 'later', afterMs: 1000, reason: 'ECONNREFUSED', everything: true }

/** A sender before a Zalo Official Account that answers as the test tells it, in a time that the test moves. */
async function house() {
  const db = await testDatabase()
  const time = new FakeTime('2025-03-07T01:00:00Z')
  const log = memoryLog()
  const network = { answer: SENT, tries: 0, probes: 0, findings: [] as Finding[] }
  const platform = {
    name: 'zalo-oa',
    bot: 1,
    path: '/zalo-oa',
    capabilities: { ...TRAITS['zalo-oa'], limits: NO_LIMITS },
    send: () => {
      network.tries += 1
      return Promise.resolve(network.answer)
    },
    probe: () => {
      network.probes += 1
      return Promise.resolve(network.findings)
    },
  } as unknown as Platform
  const { clock, sleep } = time
  const sender = createSender({ db, platforms: [platform], clock, sleep, log })
  sender.start()
  onTestFinished(() => sender.stop())
  const settle = async () => {
    sender.wake()
    await until(async () => (await db.outbox.count({ where: { state: 'sending' } })) === 0 && time.sleeping === 1)
  }
  return {
    db,
    time,
    log,
    network,
    settle,
    async say(text: string) {
      const { id } = await seeChat(db, { ...BOT, externalId: text, kind: 'private' }, clock())
      const payload = { body: { text, spans: [] }, choices: [] }
      const when = { notBefore: clock(), now: clock() }
      await enqueue(db, { platform: 'zalo-oa', chatId: id, kind: 'reply', dedupeKey: text, payload, ...when })
      await settle()
    },
    async advance(seconds: number) {
      for (let passed = 0; passed < seconds; passed += 30) {
        time.advance(30_000)
        await settle()
      }
    },
    outage: () => db.outage.findUnique({ where: { platform_bot: BOT } }),
  }
}

describe('a network that is away', () => {
  it('is written down as out after five minutes, since the first fault, and as back with the first message', async () => {
    const h = await house()
    const began = h.time.clock()
    h.network.answer = AWAY
    await h.say('một')
    await h.advance(240)
    expect(await h.outage()).toBeNull()
    await h.advance(120)
    expect(await h.outage()).toMatchObject({ since: began, reason: 'ECONNREFUSED', down: false, endedAt: null })
    expect([...(await botsDown(h.db))]).toEqual(['zalo-oa'])
    h.network.answer = SENT
    await h.advance(60)
    expect((await h.outage())?.endedAt).not.toBeNull()
    expect([...(await botsDown(h.db))]).toEqual([])
  })

  it('is so, too, when only the machine before it answers, to each message by itself', async () => {
    const h = await house()
    const began = h.time.clock()
    h.network.answer = { state: 'later', afterMs: 2000, reason: 'HTTP 502', unwell: true }
    await h.say('một')
    await h.say('hai')
    await h.advance(240)
    expect(await h.outage()).toBeNull()
    await h.advance(120)
    expect(await h.outage()).toMatchObject({ since: began, reason: 'HTTP 502', down: false, endedAt: null })
    h.network.answer = SENT
    await h.advance(600)
    expect((await h.outage())?.endedAt).not.toBeNull()
  })

  it('that was found back by looking is out again only after five more minutes', async () => {
    const h = await house()
    h.network.answer = { state: 'later', afterMs: 2000, reason: 'HTTP 502', unwell: true }
    await h.say('một')
    h.network.findings = [{ state: 'well', what: 'The Official Account answers' }]
    await h.advance(360)
    await until(async () => (await h.outage())?.endedAt !== null)
    await h.say('hai')
    await h.advance(60)
    expect((await h.outage())?.endedAt).not.toBeNull()
  })

  it('is not when it answers in between, whatever it answers', async () => {
    const h = await house()
    h.network.answer = AWAY
    await h.say('một')
    await h.advance(240)
    h.network.answer = { state: 'refused', reason: 'window' }
    await h.advance(60)
    h.network.answer = AWAY
    await h.say('hai')
    await h.advance(240)
    expect(await h.outage()).toBeNull()
  })
})

describe('a network that takes nothing until a person has done something', () => {
  it('is written down at once', async () => {
    const h = await house()
    h.network.answer = { state: 'later', afterMs: 60_000, reason: 'plan', everything: true, down: true }
    await h.say('một')
    expect(await h.outage()).toMatchObject({ reason: 'plan', down: true })
  })

  it('is found back by looking, where nothing waits for it', async () => {
    const h = await house()
    await markDown(h.db, BOT, 'permission-revoked', h.time.clock())
    h.network.findings = [{ state: 'fault', what: 'The Official Account did not grant permission' }]
    await h.advance(120)
    expect((await h.outage())?.endedAt).toBeNull()
    const probes = h.network.probes
    expect(probes).toBeGreaterThan(0)
    expect(probes).toBeLessThan(4)
    h.network.findings = [{ state: 'well', what: 'The Official Account answers' }]
    await h.advance(90)
    await until(async () => (await h.outage())?.endedAt !== null)
    expect(h.network.tries).toBe(0)
  })

  it('is not taken for back by a message that was under way when it was reported', async () => {
    const h = await house()
    let arrive!: (outcome: SendOutcome) => void
    h.network.answer = new Promise((resolve) => (arrive = resolve)) as never
    const said = h.say('một')
    await until(() => h.network.tries === 1)
    h.time.advance(1000)
    await markDown(h.db, BOT, 'permission-revoked', h.time.clock())
    h.time.advance(1000)
    arrive(SENT)
    await said
    expect(await h.outage()).toMatchObject({ endedAt: null })
  })
})

describe('in the ordinary case', () => {
  it('no message writes anything about outages', async () => {
    const h = await house()
    const writes: string[] = []
    const spied = h.db as unknown as { outage: Record<string, (...args: unknown[]) => unknown> }
    for (const name of ['create', 'update', 'updateMany', 'upsert']) {
      const real = spied.outage[name]!.bind(spied.outage)
      spied.outage[name] = (...args) => {
        writes.push(name)
        return real(...args)
      }
    }
    for (const text of ['một', 'hai', 'ba']) await h.say(text)
    expect(writes).toEqual([])
    expect(h.network.tries).toBe(3)
  })
})
