import { describe, expect, it, onTestFinished } from 'vitest'
import type { ChatId } from '#domain/ids.ts'
import { seeChat } from '#prisma/chats.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import {
  claimNext,
  enqueue,
  expiredClaims,
  finish,
  postpone,
  renewClaims,
  sentSince,
  type Ending,
  type OutboxKind,
  type OutboxPayload,
} from '#prisma/outbox.ts'
import { databaseUrl, temporaryFile, testDatabase } from '../support/database.ts'

const now = new Date('2025-03-07T01:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const BOT = { platform: 'telegram', bot: 1 } as const

class Outbox {
  readonly db: Database
  constructor(db: Database) {
    this.db = db
  }
  async chat(externalId: string) {
    return (await seeChat(this.db, { ...BOT, externalId, kind: 'group' }, now)).id
  }
  async put(chatId: ChatId, text: string, kind: OutboxKind = 'announcement', notBefore = now) {
    const payload = { body: { text, spans: [] }, choices: [] }
    await enqueue(this.db, { platform: 'telegram', chatId, kind, dedupeKey: text, payload, notBefore, now })
  }
  claim(limit = 9, pausedChats: ChatId[] = [], at = now) {
    const until = new Date(at.getTime() + 5000)
    return claimNext(this.db, { bot: BOT, by: 'lane', limit, pausedChats, now: at, until })
  }
  async claimTexts(...args: Parameters<Outbox['claim']>) {
    return (await this.claim(...args)).map((row) => row.payload?.body.text)
  }
}
const outbox = async () => new Outbox(await testDatabase())

describe('claiming', () => {
  it('gives the first row of each chat, better priorities first, up to the limit', async () => {
    const box = await outbox()
    const [a, b, c] = [await box.chat('a'), await box.chat('b'), await box.chat('c')]
    await box.put(a, 'a1')
    await box.put(a, 'a2')
    await box.put(b, 'b1')
    await box.put(c, 'c1', 'reminder')
    await box.put(a, 'a3', 'reply')
    expect(await box.claimTexts(3)).toEqual(['a3', 'c1', 'b1'])
  })

  it('passes over chats that must wait, those with a message under way, and other platforms', async () => {
    const box = await outbox()
    const [a, b] = [await box.chat('a'), await box.chat('b')]
    for (const text of ['a1', 'a2']) await box.put(a, text)
    await box.put(b, 'b1')
    expect(await box.claimTexts(9, [b])).toEqual(['a1'])
    expect(await box.claimTexts()).toEqual(['b1'])
    expect(await box.claimTexts()).toEqual([])
    const elsewhere = {
      bot: { platform: 'playground', bot: 1 } as const,
      by: 'lane',
      limit: 9,
      pausedChats: [],
      now,
      until: now,
    }
    expect(await claimNext(box.db, elsewhere)).toEqual([])
  })

  it('never gives a row twice, however many ask', async () => {
    const box = await outbox()
    for (let i = 0; i < 20; i += 1) await box.put(await box.chat(`${i}`), `${i}`)
    const claimed: number[] = []
    const ask = async () => {
      for (let rows = await box.claim(5); rows.length > 0; rows = await box.claim(5))
        claimed.push(...rows.map(({ id }) => id))
    }
    await Promise.all([ask(), ask(), ask()])
    while (claimed.length < 20) await ask()
    expect(new Set(claimed).size).toBe(20)
    expect(claimed).toHaveLength(20)
  })

  it('never gives a row to two processes, nor two rows of a chat', async () => {
    const url = await databaseUrl(temporaryFile('test.db'))
    const connect = async () => {
      const db = await openDatabase(url)
      onTestFinished(() => db.$disconnect())
      return db
    }
    const processes = [await connect(), await connect()]
    const box = new Outbox(processes[0]!)
    for (let i = 0; i < 20; i += 1)
      for (const text of ['trước', 'sau']) await box.put(await box.chat(`${i}`), `${i} ${text}`)
    const claimed = await Promise.all(
      processes.flatMap((db, index) =>
        [1, 2].map(async (lane) => {
          const rows: string[] = []
          for (let ask = 0; ask < 8; ask += 1) {
            const claim = { bot: BOT, by: `${index}.${lane}`, limit: 5, pausedChats: [], now, until: later(5) }
            for (const row of await claimNext(db, claim)) rows.push(`${row.payload?.body.text}: ${row.claimedBy}`)
          }
          return rows
        }),
      ),
    )
    const inHands = await box.db.outbox.findMany({ where: { state: 'sending' } })
    expect(claimed.flat().sort()).toEqual(inHands.map((row) => `${row.dedupeKey}: ${row.claimedBy}`).sort())
    expect(inHands.map(({ dedupeKey }) => dedupeKey).sort()).toEqual(
      Array.from({ length: 20 }, (_, i) => `${i} trước`).sort(),
    )
  })

  it('gives a bot what is for its own chats', async () => {
    const box = await outbox()
    const second = { ...BOT, bot: 2 }
    const { id } = await seeChat(box.db, { ...second, externalId: 'a', kind: 'group' }, now)
    await box.put(id, 'a1')
    expect(await box.claimTexts()).toEqual([])
    const claim = { bot: second, by: 'lane', limit: 9, pausedChats: [], now, until: later(5) }
    expect(await claimNext(box.db, claim)).toMatchObject([{ chat: { externalId: 'a' } }])
  })

  it('keeps the order in a chat while its first row waits for another try', async () => {
    const box = await outbox()
    const chat = await box.chat('a')
    await box.put(chat, 'a1')
    await box.put(chat, 'a2')
    const [first] = await box.claim()
    await postpone(box.db, first!, { at: later(30), reason: '429', counted: true })
    expect(await box.claimTexts()).toEqual([])
    expect(await box.claimTexts(9, [], later(30))).toEqual(['a1'])
  })

  it('gives a row at its very instant', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1', 'reminder', later(60))
    expect(await box.claimTexts(9, [], later(59.999))).toEqual([])
    expect(await box.claimTexts(9, [], later(60))).toEqual(['a1'])
  })

  it('counts tries, except those that were not the message’s fault', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    const attempts: number[] = []
    for (const counted of [true, false, true]) {
      const [row] = await box.claim()
      attempts.push(row?.attempts ?? 0)
      await postpone(box.db, row!, { at: undefined, reason: 'x', counted })
    }
    expect(attempts).toEqual([1, 2, 2])
  })

  it('hands over a row that cannot be read without failing', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    await box.db.outbox.updateMany({ data: { payload: { of: 'another version' } } })
    expect(await box.claim()).toMatchObject([{ payload: undefined }])
  })
})

describe('ending', () => {
  it('happens once: what comes after a row is settled changes nothing', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    const [row] = await box.claim()
    await finish(box.db, row!, { state: 'sent', messageId: 'm1' }, now)
    await finish(box.db, row!, { state: 'uncertain', reason: 'late' }, later(1))
    await postpone(box.db, row!, { at: later(2), reason: 'late', counted: true })
    expect(await box.db.outbox.findFirst()).toMatchObject({ state: 'sent', externalId: 'm1', finishedAt: now })
  })

  it('does nothing for who lost the claim', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    const [row] = await box.claim()
    const other = { ...row!, claimedBy: 'other' }
    expect(await finish(box.db, other, { state: 'sent', messageId: 'm1' }, now)).toBe(false)
    expect(await postpone(box.db, other, { at: later(2), reason: 'late', counted: true })).toBe(false)
    await renewClaims(box.db, 'other', [row!.id], later(60))
    expect(await box.db.outbox.findFirst()).toMatchObject({
      state: 'sending',
      claimedBy: 'lane',
      claimedUntil: later(5),
    })
  })

  it('happens once where two settle what a third one left', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    await box.claim()
    const found = [...(await expiredClaims(box.db, BOT, later(5))), ...(await expiredClaims(box.db, BOT, later(6)))]
    const again = { at: undefined, reason: 'uncertain 1', counted: true }
    expect([await postpone(box.db, found[0]!, again), await postpone(box.db, found[1]!, again)]).toEqual([true, false])
    await box.claim(9, [], later(6))
    expect(await finish(box.db, found[1]!, { state: 'uncertain', reason: 'lost' }, later(7))).toBe(false)
  })

  it('is left to who claimed it where he renewed in the last moment', async () => {
    const box = await outbox()
    await box.put(await box.chat('a'), 'a1')
    const [row] = await box.claim()
    const [found] = await expiredClaims(box.db, BOT, later(5))
    await renewClaims(box.db, 'lane', [row!.id], later(10))
    expect(await finish(box.db, found!, { state: 'uncertain', reason: 'lost' }, later(5))).toBe(false)
    expect(await finish(box.db, row!, { state: 'sent', messageId: 'm1' }, later(6))).toBe(true)
  })

  it('need not have come for the rate limits: what is in hands counts as sent now', async () => {
    const box = await outbox()
    const chat = await box.chat('a')
    await box.put(chat, 'a1')
    const media = ['1', '2', '3'].map((fileId) => ({ kind: 'photo', fileId }))
    await box.db.outbox.updateMany({ data: { payload: { body: { text: 'a1', spans: [] }, choices: [], media } } })
    await box.claim()
    const maybe = { chat, group: true, at: later(70).getTime() }
    expect(await sentSince(box.db, BOT, later(10), later(70))).toEqual([maybe, maybe, maybe])
    expect(await sentSince(box.db, { ...BOT, bot: 2 }, later(10), later(70))).toEqual([])
  })

  it('is remembered for the rate limits', async () => {
    const box = await outbox()
    const chat = await box.chat('a')
    await box.put(chat, 'a1')
    const [row] = await box.claim()
    await finish(box.db, row!, { state: 'uncertain', reason: 'no answer' }, now)
    expect(await sentSince(box.db, BOT, now, now)).toEqual([{ chat, group: true, at: now.getTime() }])
    expect(await sentSince(box.db, BOT, later(1), later(1))).toEqual([])
  })
})

it('a claim that nobody renewed is over when its time has passed', async () => {
  const box = await outbox()
  await box.put(await box.chat('a'), 'a1')
  await box.claim()
  expect(await expiredClaims(box.db, BOT, later(4))).toEqual([])
  expect(await expiredClaims(box.db, BOT, later(5))).toHaveLength(1)
})

describe('an edit of a message that is still on its way', () => {
  const body = { text: 'Đã sửa', spans: [] }
  function correct({ db }: Outbox, chatId: ChatId, more: Partial<OutboxPayload> = {}) {
    const payload = { body, choices: [], editsRow: 'answer', ...more }
    const row = { platform: 'telegram', chatId, kind: 'reply', dedupeKey: 'correction', payload } as const
    return enqueue(db, { ...row, notBefore: now, now })
  }
  /** An answer under the key "answer" that ended so, and then a correction of it; the correction as it is claimed. */
  async function corrected(ending: Ending | 'tidied away', more: Partial<OutboxPayload> = {}) {
    const box = await outbox()
    const chatId = await box.chat('a')
    await box.put(chatId, 'answer', 'reply')
    await correct(box, chatId, { answers: '7', ...more })
    const [answer] = await box.claim()
    expect(await box.claim()).toEqual([])
    const state = ending === 'tidied away' ? ({ state: 'sent', messageId: 'm1' } as const) : ending
    await finish(box.db, answer!, state, now)
    if (ending === 'tidied away') await box.db.outbox.delete({ where: { dedupeKey: 'answer' } })
    return box
  }

  it.each<[string, Ending | 'tidied away', Partial<OutboxPayload>, string | undefined]>([
    ['finds the message that was sent', { state: 'sent', messageId: 'm1' }, {}, 'm1'],
    ['rather than the one known before', { state: 'sent', messageId: 'm2' }, { edits: 'm1' }, 'm2'],
    ['is a new message where that was refused', { state: 'refused', reason: '400' }, {}, undefined],
    ['even if another was known before', { state: 'refused', reason: '400' }, { edits: 'm1' }, undefined],
    ['is a new message where that may not be there', { state: 'uncertain', reason: 'lost' }, {}, undefined],
    ['is a new message where nobody knows any more', 'tidied away', {}, undefined],
    ['finds the one known before where the row is gone', 'tidied away', { edits: 'm1' }, 'm1'],
  ])('%s', async (_, ending, more, edits) => {
    const [row] = await (await corrected(ending, more)).claim()
    expect(row?.payload).toEqual({ body, choices: [], answers: '7', ...(edits && { edits }) })
  })

  it('waits while that is tried again', async () => {
    const box = await outbox()
    const chatId = await box.chat('a')
    await box.put(chatId, 'answer', 'reply')
    await correct(box, chatId)
    const [answer] = await box.claim()
    await postpone(box.db, answer!, { at: later(30), reason: '429', counted: true })
    expect(await box.claim()).toEqual([])
    expect(await box.claimTexts(9, [], later(30))).toEqual(['answer'])
  })

  it('is settled like any edit when its sender stopped without a word', async () => {
    const box = await corrected({ state: 'sent', messageId: 'm1' })
    await box.claim()
    expect(await expiredClaims(box.db, BOT, later(5))).toMatchObject([{ payload: { edits: 'm1' } }])
  })
})

it('a message to a chat that is not there is a fault', async () => {
  const box = await outbox()
  await expect(box.put('nobody' as ChatId, 'a1')).rejects.toThrow()
})
