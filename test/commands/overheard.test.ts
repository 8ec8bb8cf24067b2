import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId, RoundId } from '#domain/ids.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { ASKED_OUTRIGHT, SMALL_TALK } from '../support/office-talk.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead, numbersOf, openRound } from '../support/rounds.ts'

let app: TestApp
afterEach(() => app.stop())

/** What the bot keeps besides the people, the chats and what came in: nothing of it may change by talk. */
const traces = async () =>
  Promise.all([app.db.outbox.count(), app.db.prompt.count(), app.db.question.findMany(), app.db.nomination.count()])

const later = (minutes: number) => {
  app.now = new Date(app.now.getTime() + minutes * 60_000)
}

describe('a group in which the bot hears everything', () => {
  beforeEach(async () => {
    app = await createTestApp('2025-02-20T08:00:00+07:00', {}, 'zalo-oa')
    await app.linkedCouncil(SMALL_PLAN)
  })

  it('hears nothing of it in small talk, and nothing changes', async () => {
    const before = await traces()
    for (const text of SMALL_TALK) expect([text, await app.sayInGroup(STRANGER, text)]).toEqual([text, []])
    expect(await traces()).toEqual(before)
  })

  it('is answered where somebody outright asks what is due, by the name', async () => {
    for (const text of ASKED_OUTRIGHT) {
      const [answer] = await app.sayInGroup(HEAD, text)
      expect([text, answer?.message.mentions]).toEqual([text, HEAD.id])
    }
  })

  it('reads the quarter', async () => {
    const [answer] = await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')
    expect(answer!.text).toMatch(/^Việc đến hạn trong Quý I\/2025 · hôm nay 20\/02\/2025\n/)
    expect(answer!.choices).toEqual(['Quý IV/2024', 'Quý II/2025', 'Việc của đơn vị tôi', 'Không ấn định ngày'])
    expect(answer!.message.hint).toBe('Trả lời bằng số:')
  })

  it('is told of another time when it asks on, soon after its own question', async () => {
    await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')
    expect((await app.sayInGroup(STRANGER, 'tháng 6 thì sao'))[0]!.text).toContain('Việc đến hạn trong Tháng 6/2025')
    expect(await app.sayInGroup(HEAD, 'tháng 6 thì sao')).toEqual([])
    later(6)
    expect(await app.sayInGroup(STRANGER, 'tháng 3 thì sao')).toEqual([])
  })

  it('keeps files and pictures to itself', async () => {
    const file = { kind: 'file' as const, fileId: 'f', name: 'ke-hoach.docx', size: 10 }
    const chat = { externalId: GROUP, kind: 'group' as const }
    expect(await app.deliver(STRANGER, chat, { ...file, messageId: 'f1' })).toEqual([])
    const picture = { ...file, name: 'anh.jpg', picture: true, caption: 'tháng 7 nghỉ mát ở đây nhé' }
    expect(await app.deliver(STRANGER, chat, { ...picture, messageId: 'f2' })).toEqual([])
  })

  it('is told what a command lacks', async () => {
    const [answer] = await app.sayInGroup(STRANGER, '/xong 2')
    expect(answer!.text).toContain('chưa được giao việc này')
  })

  it('is answered when the bot is named, as anywhere', async () => {
    const [answer] = await app.sayInGroup(STRANGER, 'thang 7 thi sao', { addressed: 'mention' })
    expect(answer!.text).toContain('Tháng 7/2025')
    expect((await app.sayInGroup(STRANGER, 'trời đẹp quá', { addressed: 'mention' }))[0]!.text).toContain('Chưa hiểu')
  })
})

it('a group that is linked to no council hears only what its commands say', async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00', {}, 'zalo-oa')
  expect(await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')).toEqual([])
  expect(await app.sayInGroup(STRANGER, '2')).toEqual([])
  expect((await app.sayInGroup(STRANGER, '/viec'))[0]!.text).toContain('chưa liên kết')
})

describe('counts that are merely heard', () => {
  const DEPUTY = { id: 'police', name: 'Anh Công' }
  let council: CouncilId
  let round: RoundId
  beforeEach(async () => {
    app = await createTestApp('2025-12-01T09:00:00+07:00', {}, 'zalo-oa')
    council = (await app.linkedCouncil()).id
    round = await openRound(app, council)
    await makeHead(app, DEPUTY, 'Công an phường')
  })
  const numbers = async () => (await numbersOf(app, round))['Công an phường']

  it('are taken from the head of a unit that is asked', async () => {
    const [answer] = await app.sayInGroup(DEPUTY, '3tt 5cn')
    expect(answer!.text).toContain('Đã ghi Công an phường: 3 tập thể, 5 cá nhân.')
    expect(await numbers()).toBe('3/5/-')
  })

  it('are none to nominate once the bot is called, as the card says', async () => {
    await app.runJob(roundCards)
    const card = app.platform.seen.find(({ text }) => text.includes('Đã gửi 0/'))
    expect(card!.text).toContain('Không có thì nhắn: bot ơi, không có.')
    await app.sayInGroup(DEPUTY, 'không có', { addressed: 'mention' })
    expect(await numbers()).toBe('0/0/-')
  })

  it('are taken from the secretariat for the unit that it names', async () => {
    await app.sayInGroup(SECRETARY, 'Công an phường 3 tập thể 5 cá nhân')
    expect(await numbers()).toBe('3/5/-')
    expect(await app.sayInGroup(SECRETARY, '2 tập thể 4 cá nhân')).toEqual([])
    expect(await numbers()).toBe('3/5/-')
  })

  it.each([
    'không có',
    '3',
    'chắc 3 hoặc 4 gì đó',
    'năm ngoái 3 tập thể 5 cá nhân',
    'Y tế phường 1tt 1cn',
    'đặt 3 mâm cho 5 cá nhân',
  ])('are none in "%s"', async (text) => {
    const before = await traces()
    expect(await app.sayInGroup(DEPUTY, text)).toEqual([])
    expect(await traces()).toEqual(before)
  })

  it('are not taken from anybody else, and nobody is told off', async () => {
    expect(await app.sayInGroup(STRANGER, '3tt 5cn')).toEqual([])
    expect(await app.sayInGroup(STRANGER, 'Công an phường 3tt 5cn')).toEqual([])
    expect(await numbers()).toBe('-/-/-')
  })

  it('are not taken when no round is open', async () => {
    await app.db.round.updateMany({ data: { state: 'closed' } })
    expect(await app.sayInGroup(DEPUTY, '3tt 5cn')).toEqual([])
  })

  it('that lack a category are completed by the next words, soon and by numbers only', async () => {
    expect((await app.sayInGroup(DEPUTY, '3tt'))[0]!.text).toContain('Còn thiếu số cá nhân')
    expect(await app.sayInGroup(DEPUTY, 'để em hỏi lại đã')).toEqual([])
    expect(await app.sayInGroup(STRANGER, '4')).toEqual([])
    await app.sayInGroup(DEPUTY, '5')
    expect(await numbers()).toBe('3/5/-')
  })

  it('are not completed by what is said much later', async () => {
    await app.sayInGroup(DEPUTY, '3tt')
    later(11)
    expect(await app.sayInGroup(DEPUTY, '5')).toEqual([])
    expect(await app.db.question.count()).toBe(1)
    await app.sayInGroup(DEPUTY, '5', { addressed: 'mention' })
    expect(await numbers()).toBe('3/5/-')
  })
})
