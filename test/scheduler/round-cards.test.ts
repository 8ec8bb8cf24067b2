import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SendOutcome } from '#bot/platform.ts'
import { createSay } from '#commands/say.ts'
import type { ChatId, CouncilId, RoundId } from '#domain/ids.ts'
import type { Counts } from '#domain/rounds/round.ts'
import { loadTranslators } from '#locales/translate.ts'
import { roundCardKey } from '#prisma/round-cards.ts'
import { changeRound } from '#prisma/rounds.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { random } from '../support/random.ts'
import { handIn, openRound } from '../support/rounds.ts'

let app: TestApp
let council: CouncilId
let round: RoundId
beforeEach(async () => {
  app = await createTestApp('2025-12-01T08:00:00+07:00')
  council = (await app.linkedCouncil()).id
  round = await openRound(app, council)
})
afterEach(() => app.stop())

/** The messages of the group after the bell rang. */
async function cards(): Promise<Seen[]> {
  await app.runJob(roundCards)
  return inGroup()
}

const inGroup = () => app.platform.seen.filter(({ chat }) => chat === GROUP)

const says = (unit: string, counts: Counts) => handIn(app, round, unit, counts)

/** Runs the job without waiting for what it says to be sent. */
async function write() {
  const log = { error: (_: object, message: string) => expect.fail(message) }
  await roundCards.run({ db: app.db, now: app.now, say: createSay(loadTranslators()), log })
}

/** Takes the first state of the card into a sender's hands and returns how its sending ends. */
async function sending(version = 1) {
  const { chatId } = await app.db.roundCard.findFirstOrThrow()
  const dedupeKey = roundCardKey({ roundId: round, chatId: chatId as ChatId, version })
  const claimedUntil = new Date(app.now.getTime() + 3_600_000)
  await app.db.outbox.update({ where: { dedupeKey }, data: { state: 'sending', claimedUntil, attempts: 1 } })
  return async (end: { state: string; externalId?: string; reason?: string }) => {
    await app.db.outbox.update({ where: { dedupeKey }, data: { ...end, claimedUntil: null, finishedAt: app.now } })
    await app.settle()
  }
}

/** Rings the bell while the network hears nothing. */
async function ringUnheard() {
  app.platform.outcomes.push({ state: 'later', afterMs: 1000, reason: '429' })
  await app.runJob(roundCards)
  app.platform.outcomes.length = 0
}

describe('the card of a round', () => {
  it('comes once, and shows who answered', async () => {
    const [card, ...more] = await cards()
    expect(more).toEqual([])
    expect(card!.text).toContain('Đã gửi 0/4 đơn vị · Tập thể 0/5 · Cá nhân 0/13')
    await says('Công an phường', { collective: 3, individual: 5 })
    expect(await cards()).toEqual([card])
    expect(card!.text).toBe(
      [
        'Đề nghị khen thưởng: Phong trào thi đua yêu nước 2025 · hạn 17:00 thứ Sáu 05/12/2025',
        'Đã gửi 1/4 đơn vị · Tập thể 3/5 · Cá nhân 5/13',
        '✅ Công an phường: 3 tập thể, 5 cá nhân',
        '⏳ Chưa gửi: 3 đơn vị',
        'Trả lời tin này, ví dụ: 3 tập thể 5 cá nhân. Không có thì trả lời: không có.',
      ].join('\n'),
    )
    expect(card!.edited).toBe(1)
  })

  it('is left alone while nothing that it shows has changed', async () => {
    const [card] = await cards()
    await cards()
    await app.db.round.updateMany({ data: { stale: true } })
    await cards()
    expect(card!.edited).toBe(0)
    expect(await app.db.round.count({ where: { stale: true } })).toBe(0)
  })

  it('shows two hundred changes in one edit', async () => {
    const [card] = await cards()
    for (let count = 1; count <= 200; count += 1) await says('Công an phường', { collective: 1, individual: count })
    expect(await cards()).toEqual([card])
    expect(card!.text).toContain('Công an phường: 1 tập thể, 200 cá nhân')
    expect(card!.edited).toBe(1)
  })

  it('is one message for each round', async () => {
    const other = await openRound(app, council, { title: 'Đề nghị khen thưởng đột xuất' })
    expect(await cards()).toHaveLength(2)
    await changeRound(app.db, council, other, ['open'], { state: 'closed', closedAt: app.now })
    await says('Công an phường', { collective: 3, individual: 5 })
    const [one, two] = await cards()
    expect(one!.text).toContain('Đã gửi 1/4')
    expect(two!.text).toContain('đã đóng')
  })

  it('says when the round was closed, and that it is open again', async () => {
    await cards()
    app.now = new Date('2025-12-05T17:05:00+07:00')
    await changeRound(app.db, council, round, ['open'], { state: 'closed', closedAt: app.now })
    const [card] = await cards()
    expect(card!.text).toContain('đã đóng lúc 17:05 thứ Sáu 05/12/2025')
    expect(card!.text).not.toContain('Trả lời tin này')
    const deadline = new Date('2025-12-08T17:00:00+07:00')
    await changeRound(app.db, council, round, ['closed'], { state: 'open', closedAt: null, deadline })
    await cards()
    expect(card!.text).toContain('hạn 17:00 thứ Hai 08/12/2025')
    expect(card!.text).toContain('Trả lời tin này')
  })

  it('goes on where it stood after a restart', async () => {
    const [card] = await cards()
    await says('Công an phường', { collective: 3, individual: 5 })
    await app.restart()
    expect((await cards()).map(({ id }) => id)).toEqual([card!.id])
    expect(inGroup()[0]!.text).toContain('Đã gửi 1/4')
  })

  it('is edited though its first row was tidied away', async () => {
    await cards()
    await cards()
    await app.db.outbox.deleteMany({})
    await says('Công an phường', { collective: 3, individual: 5 })
    expect(await cards()).toHaveLength(1)
    expect(inGroup()[0]!.edited).toBe(1)
  })
})

describe('while a state of the card waits', () => {
  it('the newest takes its place', async () => {
    await ringUnheard()
    await says('Công an phường', { collective: 1, individual: 1 })
    await ringUnheard()
    await says('Công an phường', { collective: 3, individual: 5 })
    app.now = new Date(app.now.getTime() + 60_000)
    const [card, ...more] = await cards()
    expect(more).toEqual([])
    expect(card!.text).toContain('3 tập thể, 5 cá nhân')
    expect(card!.edited).toBe(0)
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(1)
  })

  it('it is not tried sooner than the network asked for', async () => {
    app.platform.outcomes.push({ state: 'later', afterMs: 60_000, reason: '429' })
    await cards()
    for (let second = 1; second <= 30; second += 1) {
      app.now = new Date(app.now.getTime() + 1000)
      await says('Công an phường', { collective: 1, individual: second })
      expect(await cards()).toEqual([])
    }
    const row = await app.db.outbox.findFirstOrThrow({ where: { kind: 'upkeep' } })
    expect(row.attempts).toBe(1)
    app.now = new Date(app.now.getTime() + 60_000)
    expect((await cards())[0]!.text).toContain('1 tập thể, 30 cá nhân')
  })
})

describe('while a state of the card is being sent', () => {
  const SENT = { state: 'sent', externalId: 'card' }
  beforeEach(ringUnheard)

  it('the newest edits the message that it becomes', async () => {
    const ends = await sending()
    await says('Công an phường', { collective: 1, individual: 1 })
    await write()
    await says('Công an phường', { collective: 3, individual: 5 })
    await write()
    await ends(SENT)
    expect(inGroup().map(({ message }) => message.edits)).toEqual(['card'])
    expect(inGroup()[0]!.text).toContain('3 tập thể, 5 cá nhân')
  })

  it('and it was not sent after all, the newest is the first', async () => {
    const ends = await sending()
    await says('Công an phường', { collective: 3, individual: 5 })
    await write()
    await ends({ state: 'refused', reason: '400 x' })
    expect(inGroup().map(({ message }) => message.edits)).toEqual([undefined])
    await says('Công an phường', { collective: 2, individual: 2 })
    expect(await cards()).toHaveLength(1)
  })

  it('an edit of it is being sent in turn, and nobody knows how that ended', async () => {
    const first = await sending()
    await says('Công an phường', { collective: 1, individual: 1 })
    await write()
    app.platform.outcomes.push({ state: 'later', afterMs: 1000, reason: '429' })
    await first(SENT)
    const second = await sending(2)
    await says('Công an phường', { collective: 2, individual: 2 })
    await write()
    await second({ state: 'uncertain', reason: 'time-out' })
    expect(inGroup().map(({ message }) => message.edits)).toEqual(['card'])
    expect(inGroup()[0]!.text).toContain('2 tập thể, 2 cá nhân')
  })

  it('and the program ends, the newest is said when it runs again', async () => {
    await sending()
    await says('Công an phường', { collective: 3, individual: 5 })
    await write()
    app.now = new Date(app.now.getTime() + 2 * 3_600_000)
    await app.restart()
    const [card, ...more] = await cards()
    expect(more).toEqual([])
    expect(card!.text).toContain('3 tập thể, 5 cá nhân')
  })
})

describe('a card that is lost', () => {
  it('is a new message at the next change, where it was deleted', async () => {
    const [card] = await cards()
    app.platform.outcomes.push({ state: 'refused', reason: '400 message to edit not found' })
    await says('Công an phường', { collective: 1, individual: 1 })
    await cards()
    await says('Công an phường', { collective: 3, individual: 5 })
    const [, again, ...more] = await cards()
    expect(more).toEqual([])
    expect(again!.id).not.toBe(card!.id)
    await says('Công an phường', { collective: 2, individual: 5 })
    await cards()
    expect(again!.text).toContain('2 tập thể, 5 cá nhân')
    expect(inGroup()).toHaveLength(2)
  })

  it('stands where only an edit of it came too late, or was given up', async () => {
    const [card] = await cards()
    for (const [index, reason] of ['expired', 'given up after 30 tries: 429'].entries()) {
      app.platform.outcomes.push({ state: 'refused', reason })
      await says('Công an phường', { collective: 0, individual: index })
      await cards()
    }
    await says('Công an phường', { collective: 3, individual: 5 })
    expect((await cards()).map(({ id }) => id)).toEqual([card!.id])
    expect(card!.text).toContain('3 tập thể, 5 cá nhân')
  })
})

describe('a group from which the bot was removed', () => {
  it('has its card again once the bot is back', async () => {
    const [card] = await cards()
    const chat = { externalId: GROUP, kind: 'group' as const }
    await app.deliver(SECRETARY, chat, { kind: 'removed' })
    await says('Công an phường', { collective: 1, individual: 1 })
    await cards()
    expect(card!.edited).toBe(0)
    await app.deliver(SECRETARY, chat, { kind: 'added' })
    await says('Công an phường', { collective: 3, individual: 5 })
    await cards()
    expect(card!.text).toContain('3 tập thể, 5 cá nhân')
  })
})

describe('a group that is not the council’s any more', () => {
  it('has no card', async () => {
    const [card] = await cards()
    await app.sayInGroup(SECRETARY, '/lienket bỏ')
    await says('Công an phường', { collective: 3, individual: 5 })
    await cards()
    expect(card!.edited).toBe(0)
    expect(await app.db.round.count({ where: { stale: true } })).toBe(0)
  })
})

describe('whatever the order of changes, sending, faults and restarts', () => {
  it.each([1, 2, 3, 4])('the group has one card, and it shows the newest state (seed %i)', async (seed) => {
    const next = random(seed)
    const faults: SendOutcome[] = [
      { state: 'later', afterMs: 3000, reason: '429' },
      { state: 'refused', reason: 'expired' },
      { state: 'uncertain', reason: 'time-out' },
    ]
    await cards()
    for (let step = 0; step < 30; step += 1) {
      const choice = Math.floor(next() * 8)
      if (choice < 3) await says('Công an phường', { collective: 1, individual: step })
      else if (choice < 6) {
        app.platform.outcomes.length = 0
        if (next() < 0.7) app.platform.outcomes.push(faults[Math.floor(next() * faults.length)]!)
        await write()
        await app.settle()
        app.now = new Date(app.now.getTime() + Math.floor(next() * 4000))
      } else if (choice === 6) await app.restart()
      else app.now = new Date(app.now.getTime() + 5000)
    }
    app.platform.outcomes.length = 0
    await says('Công an phường', { collective: 3, individual: 99 })
    app.now = new Date(app.now.getTime() + 3_600_000)
    const [card, ...more] = await cards()
    expect(more).toEqual([])
    expect(card!.text).toContain('3 tập thể, 99 cá nhân')
  })
})
