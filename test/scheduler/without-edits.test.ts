import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId, RoundId } from '#domain/ids.ts'
import type { Counts } from '#domain/rounds/round.ts'
import { changeRound } from '#prisma/rounds.ts'
import { cards } from '#scheduler/cards.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { GROUP, HEAD, SECRETARY, TestApp } from '../support/app.ts'
import { FakePlatform, type Seen } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { handIn, makeHead, numbersOf, openRound } from '../support/rounds.ts'

let app: TestApp
let council: CouncilId

/** The bot on a network on which nothing can be edited, deleted or pinned, with a linked group. */
async function startOn(name: 'zalo-oa' | 'zalo-bot', now: string, plan?: string) {
  app = new TestApp(now)
  app.platform = new FakePlatform(name)
  await app.start()
  council = (await app.linkedCouncil(plan)).id
}

afterEach(async () => {
  const asked = app.platform.seen.filter(({ message }) => message.edits ?? message.deletes ?? message.pin)
  await app.stop()
  expect(asked).toEqual([])
})

const inGroup = (): Seen[] => app.platform.seen.filter(({ chat }) => chat === GROUP)

describe.each(['zalo-oa', 'zalo-bot'] as const)('the card of a quarter on %s', (name) => {
  beforeEach(() => startOn(name, '2025-03-06T07:00:00+07:00', SMALL_PLAN))

  async function at(instant: string): Promise<Seen[]> {
    app.now = new Date(instant)
    await app.runJob(cards)
    return inGroup()
  }

  it('is posted on the first working morning of the group and of each month', async () => {
    expect(await at('2025-03-06T07:30:00+07:00')).toHaveLength(0)
    expect(await at('2025-03-06T08:00:00+07:00')).toHaveLength(1)
    await app.say(SECRETARY, '/xong PL1 mục 2')
    expect(await at('2025-03-06T09:00:00+07:00')).toHaveLength(1)
    expect(await at('2025-03-07T08:00:00+07:00')).toHaveLength(1)
    expect(await at('2025-03-31T08:00:00+07:00')).toHaveLength(1)
    const [, april, ...more] = await at('2025-04-01T08:00:00+07:00')
    expect(more).toEqual([])
    expect(april!.text).toContain('Việc trong Quý II/2025')
    // 01/5 and 02/5 are days off.
    expect(await at('2025-05-02T08:00:00+07:00')).toHaveLength(2)
    const may = (await at('2025-05-05T08:00:00+07:00'))[2]
    expect(may!.text).toContain('đến ngày 05/5/2025')
    expect(await at('2025-05-06T08:00:00+07:00')).toHaveLength(3)
  })

  it('that waits is sent in its newest words', async () => {
    app.platform.outcomes.push({ state: 'later', afterMs: 60_000, reason: '-32' })
    await at('2025-03-06T08:00:00+07:00')
    await app.say(SECRETARY, '/xong PL1 mục 2')
    const [card, ...more] = await at('2025-03-06T08:02:00+07:00')
    expect(more).toEqual([])
    expect(card!.text).toContain('Đã xong 1/')
  })

  it('that was refused is posted the next morning; one that may have arrived is not', async () => {
    app.platform.outcomes.push({ state: 'refused', reason: 'quota' })
    await at('2025-03-06T08:00:00+07:00')
    app.platform.outcomes.push({ state: 'uncertain', reason: 'time-out' })
    await at('2025-03-07T08:00:00+07:00')
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(2)
    await at('2025-03-10T08:00:00+07:00')
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(2)
  })

  it('is no reason to tell the secretariat that it could not be pinned', async () => {
    await at('2025-03-06T08:00:00+07:00')
    await app.runJob(remind)
    await at('2025-03-07T08:00:00+07:00')
    await app.runJob(remind)
    expect(app.platform.seen.filter(({ text }) => text.includes('ghim'))).toEqual([])
  })
})

describe.each(['zalo-oa', 'zalo-bot'] as const)('the card of a round on %s', (name) => {
  let round: RoundId
  beforeEach(async () => {
    await startOn(name, '2025-12-01T08:00:00+07:00')
    round = await openRound(app, council)
  })

  const MINUTE = 60_000
  const later = (minutes: number) => (app.now = new Date(app.now.getTime() + minutes * MINUTE))

  /** The cards in the group after the bell rang. */
  async function posted(): Promise<string[]> {
    await app.runJob(roundCards)
    return inGroup().map(({ text }) => text)
  }

  const says = (unit: string, counts: Counts) => handIn(app, round, unit, counts)

  it('is posted at the opening, when half and when all of the units are in, and when it is closed', async () => {
    expect(await posted()).toHaveLength(1)
    later(30)
    await says('Công an phường', { collective: 3, individual: 5 })
    expect(await posted()).toHaveLength(1)
    later(30)
    await says('Y tế phường', { collective: 1, individual: 1 })
    expect((await posted()).slice(1)).toEqual([expect.stringContaining('Đã gửi 2/4 đơn vị')])
    later(30)
    await says('Y tế phường', { collective: 1, individual: 0 })
    await says('Ban Dân số', { individual: 3 })
    expect(await posted()).toHaveLength(2)
    later(30)
    await says('Văn phòng UBND', { collective: 1, individual: 4 })
    expect((await posted()).slice(2)).toEqual([expect.stringContaining('Đã gửi 4/4 đơn vị')])
    later(30)
    await changeRound(app.db, council, round, ['open'], { state: 'closed', closedAt: app.now })
    expect((await posted()).slice(3)).toEqual([expect.stringContaining('đã đóng')])
    expect(await posted()).toHaveLength(4)
  })

  it('is posted with another deadline, and when the round is opened again', async () => {
    await posted()
    later(30)
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-08T17:00:00+07:00') })
    expect((await posted()).slice(1)).toEqual([expect.stringContaining('hạn 17:00 thứ Hai 08/12/2025')])
    later(30)
    await changeRound(app.db, council, round, ['open'], { state: 'closed', closedAt: app.now })
    await posted()
    later(30)
    const deadline = new Date('2025-12-09T17:00:00+07:00')
    await changeRound(app.db, council, round, ['closed'], { state: 'open', closedAt: null, deadline })
    expect((await posted()).slice(3)).toEqual([expect.stringContaining('thứ Ba 09/12/2025')])
  })

  it('comes no sooner than ten minutes after the one before, and then shows the newest state', async () => {
    await posted()
    later(1)
    await says('Công an phường', { collective: 3, individual: 5 })
    await says('Y tế phường', { collective: 1, individual: 1 })
    expect(await posted()).toHaveLength(1)
    later(5)
    await says('Ban Dân số', { individual: 2 })
    expect(await posted()).toHaveLength(1)
    expect(await app.db.round.count({ where: { stale: true } })).toBe(0)
    later(4)
    await app.settle()
    expect(
      inGroup()
        .slice(1)
        .map(({ text }) => text),
    ).toEqual([expect.stringContaining('Đã gửi 3/4 đơn vị')])
  })

  it('is posted once more where it was refused, not where it may have arrived', async () => {
    app.platform.outcomes.push({ state: 'refused', reason: 'quota' }, { state: 'uncertain', reason: 'time-out' })
    await posted()
    later(30)
    await says('Công an phường', { collective: 3, individual: 5 })
    await posted()
    later(30)
    await says('Công an phường', { collective: 3, individual: 4 })
    expect(await posted()).toEqual([])
    expect(await app.db.outbox.count({ where: { dedupeKey: { startsWith: 'round-card:' } } })).toBe(2)
  })

  it('shown to the secretariat has choices below the last message alone, one decision at a time', async () => {
    await says('Công an phường', { collective: 4, individual: 5 })
    const shown = await app.say(SECRETARY, '/dot xem')
    expect(shown.map(({ choices }) => choices.length > 0)).toEqual([false, false, true])
    expect(shown[0]!.text).toContain('Trả lời tin này')
    expect(shown[1]!.text).toContain('Văn phòng UBND')
    expect(shown[2]!.choices.slice(0, 5)).toEqual([
      'Chấp nhận số đề nghị',
      'Giảm về chỉ tiêu',
      'Ghi số khác',
      'Từ chối đề nghị',
      'Nhắc đơn vị chưa gửi',
    ])
    await app.say(SECRETARY, '2')
    expect((await numbersOf(app, round))['Công an phường']).toBe('3/5/-')
    const [, missing, ...more] = await app.say(SECRETARY, '/dot xem')
    expect(more).toEqual([])
    expect(missing!.choices).toEqual(['Nhắc đơn vị chưa gửi', 'Gia hạn đợt', 'Tổng hợp', 'Đóng đợt'])
  })

  it('is answered like any, an older one, too, and one that was asked for', async () => {
    await makeHead(app, HEAD, 'Công an phường')
    app.platform.seen.length = 0
    await posted()
    later(30)
    await changeRound(app.db, council, round, ['open'], { deadline: new Date('2025-12-08T17:00:00+07:00') })
    await posted()
    await openRound(app, council, { title: 'Đề nghị khen thưởng đột xuất' })
    const [first] = inGroup()
    await app.sayInGroup(HEAD, '3tt 5cn', { addressed: 'reply', repliesTo: first!.id })
    expect((await numbersOf(app, round))['Công an phường']).toBe('3/5/-')
    const [shown] = await app.sayInGroup(SECRETARY, '/dot xem Phong trào thi đua yêu nước 2025')
    await app.sayInGroup(HEAD, '2tt 5cn', { addressed: 'reply', repliesTo: shown!.id })
    expect((await numbersOf(app, round))['Công an phường']).toBe('2/5/-')
  })
})

describe.each(['zalo-oa', 'zalo-bot'] as const)('a reminder on %s', (name) => {
  beforeEach(() => startOn(name, '2025-03-06T07:00:00+07:00', SMALL_PLAN))

  it('gives way to the next: its choices are closed, and nothing is said', async () => {
    await app.saidBy(remind, '2025-03-07T08:00:00+07:00')
    const older = inGroup().at(-1)!
    expect(older.choices.length).toBeGreaterThan(0)
    await app.saidBy(remind, '2025-03-13T08:00:00+07:00')
    expect(inGroup().at(-1)!.choices.length).toBeGreaterThan(0)
    const open = await app.db.prompt.findUniqueOrThrow({ where: { id: older.message.prompt! } })
    expect(open.answeredAt).toEqual(app.now)
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(0)
  })

  it('of several deadlines says in each choice which one it means', async () => {
    const said = new Set<string>()
    for (let day = 1; day <= 28; day += 1) {
      await app.saidBy(remind, `2025-03-${String(day).padStart(2, '0')}T08:00:00+07:00`)
      for (const { choices } of inGroup()) {
        expect(new Set(choices).size).toBe(choices.length)
        for (const choice of choices) said.add(choice)
      }
    }
    const expected = [
      'Đã xong: PL1 mục 2',
      'Đã xong: PL1 mục 3 (Hoàn thành dự thảo trước 05/3/2025)',
      'Nhắc lại ngày mai',
      'Chi tiết các việc trên',
    ]
    expect([...said]).toEqual(expect.arrayContaining(expected))
  })
})
