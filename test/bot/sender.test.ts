import { describe, expect, it, onTestFinished } from 'vitest'
import type { Capabilities, Platform, SendOutcome } from '#bot/platform.ts'
import { createSender } from '#bot/sender.ts'
import type { ChatId } from '#domain/ids.ts'
import type { Outbound } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { leaveChat, seeChat } from '#prisma/chats.ts'
import type { Database } from '#prisma/database.ts'
import { claimNext, enqueue, type OutboxKind } from '#prisma/outbox.ts'
import { testDatabase } from '../support/database.ts'
import { FakeTime } from '../support/fake-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { until } from '../support/until.ts'

const UNLIMITED = { perChatPerSecond: Infinity, perGroupPerMinute: Infinity, perSecond: Infinity }
const TELEGRAM = { perChatPerSecond: 1, perGroupPerMinute: 20, perSecond: 30 }
const SENT = Symbol('sent')
type Answer = SendOutcome | typeof SENT | Promise<SendOutcome>

/** A platform that answers as the test tells it, by the text of the message. */
class TinyPlatform {
  readonly name = 'telegram' as const
  readonly bot = 1
  readonly path = '/telegram'
  readonly probe = () => Promise.resolve([])
  readonly capabilities: Capabilities
  readonly sends: Outbound[] = []
  readonly answers = new Map<string, Answer[]>()

  constructor(limits: Capabilities['limits']) {
    this.capabilities = { ...TRAITS.telegram, limits }
  }
  get texts() {
    return this.sends.map((message) => message.body.text)
  }
  async send(message: Outbound): Promise<SendOutcome> {
    this.sends.push(message)
    const answer = this.answers.get(message.body.text)?.shift() ?? SENT
    return answer === SENT ? { state: 'sent', messageId: `m${this.sends.length}` } : answer
  }
}

/** A sender on a database of its own, in front of a tiny platform, in a time that the test moves. */
class House {
  readonly time = new FakeTime('2025-03-07T01:00:00Z')
  readonly log = memoryLog()
  sender!: ReturnType<typeof createSender>
  #count = 0
  readonly db: Database
  platform: TinyPlatform

  constructor(db: Database, limits: Capabilities['limits']) {
    this.db = db
    this.platform = new TinyPlatform(limits)
  }

  /** Starts a sender, as after a restart. */
  start() {
    const { clock, sleep } = this.time
    const sender = createSender({
      db: this.db,
      platforms: [this.platform as unknown as Platform],
      clock,
      sleep,
      log: this.log,
    })
    this.sender = sender
    sender.start()
    onTestFinished(() => sender.stop())
  }

  async chat(externalId: string, kind: 'private' | 'group' = 'private'): Promise<ChatId> {
    return (await seeChat(this.db, { platform: 'telegram', bot: 1, externalId, kind }, this.time.clock())).id
  }

  async enqueue(
    chatId: ChatId,
    kind: OutboxKind,
    text: string,
    more: Partial<Outbound> & { editsRow?: string; afterMs?: number; key?: string } = {},
  ) {
    const now = this.time.clock()
    const { afterMs = 0, key = `key-${++this.#count}`, ...edit } = more
    const payload = { body: { text, spans: [] }, choices: [], ...edit }
    const dedupeKey = key
    const notBefore = new Date(now.getTime() + afterMs)
    return enqueue(this.db, { platform: 'telegram', chatId, kind, dedupeKey, payload, notBefore, now })
  }

  /** Wakes the sender and waits until it has nothing to do at this time; `hanging` sends are left under way. */
  async settle(hanging = 0) {
    this.sender.wake()
    await until(async () => {
      const underWay = await this.db.outbox.count({ where: { state: 'sending' } })
      return underWay === hanging && this.time.sleeping === 1
    })
  }

  async advance(ms: number, hanging = 0) {
    this.time.advance(ms)
    await this.settle(hanging)
  }

  async states() {
    const rows = await this.db.outbox.findMany({ orderBy: { id: 'asc' } })
    return rows.map((row) => row.state)
  }
}

async function house(limits: Capabilities['limits'] = UNLIMITED) {
  const made = new House(await testDatabase(), limits)
  made.start()
  // It has looked once, and finds what is put there together.
  await until(() => made.time.sleeping === 1)
  return made
}

function hanging() {
  let end!: (outcome: SendOutcome) => void
  const promise = new Promise<SendOutcome>((resolve) => (end = resolve))
  return { promise, end }
}

describe('the sender', () => {
  it('sends what is in the outbox once and keeps the message id', async () => {
    const h = await house()
    await h.enqueue(await h.chat('7'), 'reply', 'Xin chào')
    await h.settle()
    await h.advance(60_000)
    expect(h.platform.sends).toMatchObject([{ chat: '7', body: { text: 'Xin chào' } }])
    expect(await h.db.outbox.findFirst()).toMatchObject({ state: 'sent', externalId: 'm1', attempts: 1 })
  })

  it('says once what is enqueued twice', async () => {
    const h = await house()
    const chat = await h.chat('7')
    const twice = [
      await h.enqueue(chat, 'reminder', 'Nhắc việc', { key: 'reminder:7' }),
      await h.enqueue(chat, 'reminder', 'Nhắc việc', { key: 'reminder:7' }),
    ]
    await h.settle()
    expect(twice).toEqual([true, false])
    expect(h.platform.texts).toEqual(['Nhắc việc'])
  })

  it('sends answers before reminders before announcements, each in the order of writing', async () => {
    const h = await house()
    const chat = await h.chat('7')
    const kinds: OutboxKind[] = ['announcement', 'reminder', 'reply']
    for (const kind of [...kinds, ...kinds]) await h.enqueue(chat, kind, `${kind} ${await h.db.outbox.count()}`)
    await h.settle()
    await until(() => h.platform.texts.length === 6)
    expect(h.platform.texts).toEqual([
      'reply 2',
      'reply 5',
      'reminder 1',
      'reminder 4',
      'announcement 0',
      'announcement 3',
    ])
  })

  it('sends nothing before its time, and what is meant for later stands in nobody’s way', async () => {
    const h = await house()
    const chat = await h.chat('7')
    await h.enqueue(chat, 'announcement', 'mai', { afterMs: 3_600_000 })
    await h.enqueue(chat, 'announcement', 'hôm nay')
    await h.settle()
    expect(h.platform.texts).toEqual(['hôm nay'])
    await h.advance(3_600_000)
    expect(h.platform.texts).toEqual(['hôm nay', 'mai'])
  })

  it('does not let a slow chat hold up the others, and has one message under way in a chat', async () => {
    const h = await house()
    const slow = hanging()
    h.platform.answers.set('chậm', [slow.promise])
    const chat = await h.chat('7')
    await h.enqueue(chat, 'reply', 'chậm')
    await h.enqueue(chat, 'reply', 'sau đó')
    await h.enqueue(await h.chat('8'), 'reply', 'người khác')
    await h.settle(1)
    expect(h.platform.texts).toEqual(['chậm', 'người khác'])
    slow.end({ state: 'sent', messageId: 'm' })
    await h.settle()
    expect(h.platform.texts).toEqual(['chậm', 'người khác', 'sau đó'])
  })

  it('keeps to one message a second in a chat', async () => {
    const h = await house(TELEGRAM)
    const chat = await h.chat('7')
    for (const text of ['một', 'hai', 'ba']) await h.enqueue(chat, 'reply', text)
    await h.settle()
    await h.advance(999)
    expect(h.platform.texts).toEqual(['một'])
    await h.advance(1)
    expect(h.platform.texts).toEqual(['một', 'hai'])
    await h.advance(1000)
    expect(h.platform.texts).toEqual(['một', 'hai', 'ba'])
  })

  it('keeps to twenty messages a minute in a group, edits included, also over a restart', async () => {
    const h = await house(TELEGRAM)
    const group = await h.chat('-100', 'group')
    for (let i = 0; i < 22; i += 1) await h.enqueue(group, 'announcement', `${i}`, i % 2 ? { edits: 'card' } : {})
    await h.settle()
    for (let second = 0; second < 19; second += 1) await h.advance(1000)
    expect(h.platform.sends).toHaveLength(20)
    await h.sender.stop()
    h.start()
    await h.advance(40_000)
    expect(h.platform.sends).toHaveLength(20)
    await h.advance(1000)
    expect(h.platform.sends).toHaveLength(21)
  })

  it('sends thirty quick answers in a group before the edit of its card, and keeps to its limit', async () => {
    const h = await house(TELEGRAM)
    const group = await h.chat('-100', 'group')
    await h.enqueue(group, 'upkeep', 'thẻ', { edits: 'card' })
    const answers = Array.from({ length: 30 }, (_, index) => `trả lời ${index}`)
    for (const text of answers) await h.enqueue(group, 'reply', text)
    const seconds: number[] = []
    await h.settle()
    for (let second = 0; second < 120; second += 1) {
      while (seconds.length < h.platform.sends.length) seconds.push(second)
      await h.advance(1000)
    }
    expect(h.platform.texts).toEqual([...answers, 'thẻ'])
    for (const start of seconds) {
      expect(seconds.filter((second) => second >= start && second < start + 60).length).toBeLessThanOrEqual(20)
      expect(seconds.filter((second) => second === start)).toHaveLength(1)
    }
    expect(seconds.at(-1)).toBeLessThan(75)
  })

  it('keeps to thirty messages a second in all', async () => {
    const h = await house(TELEGRAM)
    for (let i = 0; i < 40; i += 1) await h.enqueue(await h.chat(`${i}`), 'announcement', 'Thông báo')
    await h.settle()
    expect(h.platform.sends).toHaveLength(30)
    await h.advance(1000)
    expect(h.platform.sends).toHaveLength(40)
  })
})

describe('albums', () => {
  const album = (files: number) => ({
    media: Array.from({ length: files }, (_, index) => ({ kind: 'photo' as const, fileId: `f${index}` })),
  })

  it('count as many messages, and an answer does not wait for them all', async () => {
    const h = await house(TELEGRAM)
    for (let person = 0; person < 9; person += 1)
      await h.enqueue(await h.chat(`p${person}`), 'announcement', `A${person}`, album(10))
    await h.settle()
    expect(h.platform.texts).toEqual(['A0', 'A1', 'A2'])
    await h.enqueue(await h.chat('asker'), 'reply', 'answer')
    await h.settle()
    await h.advance(1000)
    expect(h.platform.texts.slice(3)).toEqual(['answer', 'A3', 'A4'])
    await h.advance(1000)
    expect(h.platform.texts.slice(6)).toEqual(['A5', 'A6', 'A7'])
    await h.advance(1000)
    expect(h.platform.texts.slice(9)).toEqual(['A8'])
  })

  it('go one after the other into a chat, however long they are made up for, and keep their attempts', async () => {
    const h = await house(TELEGRAM)
    const group = await h.chat('g', 'group')
    for (const text of ['A', 'B', 'C']) await h.enqueue(group, 'announcement', text, album(10))
    await h.enqueue(await h.chat('other'), 'announcement', 'D')
    await h.settle()
    expect(h.platform.texts).toEqual(['A', 'D'])
    for (let second = 1; second < 10; second += 1) await h.advance(1000)
    expect(h.platform.texts).toEqual(['A', 'D'])
    await h.advance(1000)
    expect(h.platform.texts).toEqual(['A', 'D', 'B'])
    for (let second = 11; second < 60; second += 1) await h.advance(1000)
    await h.enqueue(await h.chat('other'), 'announcement', 'E')
    await h.settle()
    expect(h.platform.texts).toEqual(['A', 'D', 'B', 'E'])
    for (let second = 0; second < 3; second += 1) await h.advance(1000)
    expect(h.platform.texts).toEqual(['A', 'D', 'B', 'E', 'C'])
    expect((await h.db.outbox.findMany()).map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1, 1])
  })
})

describe('when the network does not take a message', () => {
  it('waits as long as it asks, in that chat alone and without changing the order', async () => {
    const h = await house()
    h.platform.answers.set('một', [{ state: 'later', afterMs: 7000, reason: '429' }])
    const chat = await h.chat('7')
    await h.enqueue(chat, 'reply', 'một')
    await h.enqueue(chat, 'reply', 'hai')
    await h.enqueue(await h.chat('8'), 'reply', 'chỗ khác')
    await h.settle()
    await h.advance(6999)
    expect(h.platform.texts).toEqual(['một', 'chỗ khác'])
    await h.advance(1)
    await until(() => h.platform.texts.length === 4)
    expect(h.platform.texts.slice(2)).toEqual(['một', 'hai'])
  })

  it('pauses altogether when the network is away, then tries with one message, and loses none', async () => {
    const h = await house()
    const down: SendOutcome = { state: 'later', afterMs: 1000, reason: 'ECONNREFUSED', everything: true }
    const texts = Array.from({ length: 5 }, (_, i) => `tin ${i}`)
    for (const text of texts) h.platform.answers.set(text, [down])
    h.platform.answers.get('tin 0')?.push(down)
    for (const text of texts) await h.enqueue(await h.chat(text), 'reminder', text)
    await h.settle()
    expect(h.platform.sends).toHaveLength(5)
    await h.advance(1000)
    expect(h.platform.texts.slice(5)).toEqual(['tin 0'])
    await h.advance(1999)
    expect(h.platform.sends).toHaveLength(6)
    await h.advance(1)
    await until(async () => (await h.states()).every((state) => state === 'sent'))
    const rows = await h.db.outbox.findMany()
    expect(rows.map((row) => row.attempts)).toEqual([1, 1, 1, 1, 1])
  })

  it('keeps the reason of a refusal', async () => {
    const h = await house()
    h.platform.answers.set('x', [{ state: 'refused', reason: '400 message is too long' }])
    await h.enqueue(await h.chat('7'), 'reply', 'x')
    await h.settle()
    expect(await h.db.outbox.findFirst()).toMatchObject({ state: 'refused', reason: '400 message is too long' })
  })

  it('leaves a chat that shut it out, and tries no more there', async () => {
    const h = await house()
    h.platform.answers.set('một', [{ state: 'refused', reason: '403 kicked', chatGone: true }])
    const chat = await h.chat('-100', 'group')
    await h.enqueue(chat, 'reminder', 'một')
    await h.enqueue(chat, 'reminder', 'hai')
    await h.settle()
    await until(async () => (await h.states()).every((state) => state === 'refused'))
    expect(h.platform.texts).toEqual(['một'])
    expect(await h.db.chat.findFirst()).toMatchObject({ state: 'left' })
  })

  it('follows a group to its new address', async () => {
    const h = await house()
    h.platform.answers.set('một', [{ state: 'refused', reason: 'upgraded', movedTo: '-1002' }])
    await h.enqueue(await h.chat('-5', 'group'), 'announcement', 'một')
    await h.settle()
    await until(async () => (await h.states())[0] === 'sent')
    expect(h.platform.sends.map((message) => message.chat)).toEqual(['-5', '-1002'])
  })

  it('does not send to a chat that was left meanwhile', async () => {
    const h = await house()
    const chat = await h.chat('7')
    await h.enqueue(chat, 'reply', 'x')
    await leaveChat(h.db, chat)
    await h.settle()
    expect(await h.db.outbox.findFirst()).toMatchObject({ state: 'refused', reason: 'the bot is not in the chat' })
    expect(h.platform.sends).toEqual([])
  })
})

describe('an edit of an answer that is still being sent', () => {
  it('goes to the message once its id is known, and the platform never hears of rows', async () => {
    const h = await house()
    const slow = hanging()
    h.platform.answers.set('5 cá nhân', [slow.promise])
    const chat = await h.chat('7')
    await h.enqueue(chat, 'reply', '5 cá nhân', { key: 'answer' })
    await h.settle(1)
    await h.enqueue(chat, 'reply', '4 cá nhân', { editsRow: 'answer' })
    await h.settle(1)
    expect(h.platform.texts).toEqual(['5 cá nhân'])
    slow.end({ state: 'sent', messageId: 'm7' })
    await until(() => h.platform.sends.length === 2)
    expect(h.platform.sends[1]).toEqual({ chat: '7', body: { text: '4 cá nhân', spans: [] }, choices: [], edits: 'm7' })
  })
})

describe('when it is unknown whether a message arrived', () => {
  it('repeats an answer some times, and leaves and reports a reminder', async () => {
    const h = await house()
    const lost: SendOutcome = { state: 'uncertain', reason: 'no answer' }
    h.platform.answers.set('trả lời', [lost, lost, lost, lost, lost])
    h.platform.answers.set('nhắc việc', [lost])
    await h.enqueue(await h.chat('7'), 'reply', 'trả lời')
    await h.enqueue(await h.chat('8'), 'reminder', 'nhắc việc')
    await h.settle()
    for (let second = 0; second < 20; second += 1) await h.advance(1000)
    expect(h.platform.texts).toEqual(['trả lời', 'nhắc việc', ...Array<string>(4).fill('trả lời')])
    expect(await h.states()).toEqual(['uncertain', 'uncertain'])
    expect(h.log.lines.filter(({ message }) => message === 'A message is uncertain')).toHaveLength(2)
  })

  it('settles what a crash left behind once the claim is over: the answer goes out, the reminder is left', async () => {
    const h = new House(await testDatabase(), UNLIMITED)
    await h.enqueue(await h.chat('7'), 'reply', 'trả lời')
    await h.enqueue(await h.chat('8'), 'reminder', 'nhắc việc')
    const now = h.time.clock()
    const until5s = new Date(now.getTime() + 5000)
    await claimNext(h.db, {
      bot: { platform: 'telegram', bot: 1 },
      by: 'dead',
      limit: 9,
      pausedChats: [],
      now,
      until: until5s,
    })
    h.start()
    await h.settle(2)
    expect(h.platform.texts).toEqual([])
    await h.advance(5000)
    await h.advance(1000)
    expect(h.platform.texts).toEqual(['trả lời'])
    expect(await h.states()).toEqual(['sent', 'uncertain'])
  })

  it('does not mistake a slow send for a crash', async () => {
    const h = await house()
    const slow = hanging()
    h.platform.answers.set('chậm', [slow.promise])
    await h.enqueue(await h.chat('7'), 'reply', 'chậm')
    await h.settle(1)
    for (let second = 0; second < 20; second += 1) await h.advance(1000, 1)
    const held = await h.db.outbox.findFirst()
    expect(held?.claimedUntil?.getTime()).toBeGreaterThan(h.time.clock().getTime())
    slow.end({ state: 'sent', messageId: 'm1' })
    await h.settle()
    expect(h.platform.texts).toEqual(['chậm'])
    expect(await h.states()).toEqual(['sent'])
  })
})

describe('stopping', () => {
  it('waits for what is under way and sends nothing new', async () => {
    const h = await house()
    const slow = hanging()
    h.platform.answers.set('chậm', [slow.promise])
    const chat = await h.chat('7')
    await h.enqueue(chat, 'reply', 'chậm')
    await h.enqueue(chat, 'reply', 'mai')
    await h.settle(1)
    const stopped = h.sender.stop()
    slow.end({ state: 'sent', messageId: 'm1' })
    await stopped
    expect(await h.states()).toEqual(['sent', 'waiting'])
    expect(h.time.sleeping).toBe(0)
  })

  it('waits three seconds at most and leaves no row half done', async () => {
    const h = await house()
    const never = hanging()
    h.platform.answers.set('trả lời', [never.promise])
    h.platform.answers.set('nhắc việc', [never.promise])
    await h.enqueue(await h.chat('7'), 'reply', 'trả lời')
    await h.enqueue(await h.chat('8'), 'reminder', 'nhắc việc')
    await h.settle(2)
    const stopped = h.sender.stop()
    await until(() => h.time.sleeping === 2)
    h.time.advance(3000)
    await stopped
    expect(await h.states()).toEqual(['waiting', 'uncertain'])
    never.end({ state: 'sent', messageId: 'too late' })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await h.states()).toEqual(['waiting', 'uncertain'])
    expect(h.time.sleeping).toBe(0)
  })
})
