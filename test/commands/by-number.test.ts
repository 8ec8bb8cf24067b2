import { afterEach, describe, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { remind } from '#scheduler/remind.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead, numbersOf, openRound } from '../support/rounds.ts'

let app: TestApp
afterEach(() => app.stop())

const later = (minutes: number) => {
  app.now = new Date(app.now.getTime() + minutes * 60_000)
}
const inGroup = async (...given: Parameters<TestApp['sayInGroup']>) =>
  (await app.sayInGroup(...given)).find(({ chat }) => chat === GROUP)
const told = () => app.platform.seen.filter(({ chat }) => chat === GROUP).length

describe.each<PlatformName>(['zalo-oa', 'zalo-bot'])('what a person asked in a group on %s', (network) => {
  const given = async () => {
    app = await createTestApp('2025-02-20T08:00:00+07:00', {}, network)
    await app.linkedCouncil(SMALL_PLAN)
    return (await inGroup(STRANGER, 'quý này có gì đến hạn?'))!
  }

  it('goes on by numbers, each answer a new message', async () => {
    const first = await given()
    expect(first.choices).toEqual(['Quý IV/2024', 'Quý II/2025', 'Việc của đơn vị tôi', 'Không ấn định ngày'])
    const next = (await inGroup(STRANGER, '2'))!
    expect(next.text).toMatch(/^Việc đến hạn trong Quý II\/2025/)
    expect(next.message.edits).toBeUndefined()
    expect((await inGroup(STRANGER, '(2)'))!.text).toMatch(/^Việc đến hạn trong Quý III\/2025/)
    expect((await inGroup(STRANGER, 'số 1'))!.text).toMatch(/^Việc đến hạn trong Quý II\/2025/)
    expect((await inGroup(STRANGER, '4'))!.text).toMatch(/không ấn định ngày/i)
  })

  it('is theirs alone to choose from', async () => {
    await given()
    const before = told()
    const answer = await inGroup(HEAD, '2')
    if (network === 'zalo-oa') expect(answer).toBeUndefined()
    else expect(answer!.text).toContain('không có lựa chọn nào chờ')
    expect((await inGroup(STRANGER, '2'))!.text).toContain('Quý II/2025')
    expect(told() - before).toBe(network === 'zalo-oa' ? 1 : 2)
  })

  it('is closed once it is answered, once something newer was asked, and after half an hour', async () => {
    await given()
    await inGroup(HEAD, 'tháng 3 có gì đến hạn?')
    later(29)
    expect((await inGroup(STRANGER, '2'))!.text).toContain('Quý II/2025')
    later(31)
    for (const speaker of [STRANGER, HEAD]) {
      const answer = await inGroup(speaker, '1')
      if (network === 'zalo-oa') expect(answer).toBeUndefined()
      else expect(answer!.text).toContain('không có lựa chọn nào chờ')
    }
  })

  it('is not answered by numbers in talk', async () => {
    await given()
    if (network === 'zalo-bot') return
    for (const text of ['2 người đi họp', 'chắc 2', '2 nhé', 'phòng 2', '5', '0', '99'])
      expect([text, await inGroup(STRANGER, text)]).toEqual([text, undefined])
    expect((await inGroup(STRANGER, '2'))!.text).toContain('Quý II/2025')
  })

  it('is still open to a reply to it, but not of somebody else', async () => {
    const first = await given()
    await inGroup(STRANGER, 'tháng 3 có gì đến hạn?')
    const under = { repliesTo: first.id }
    expect((await inGroup(HEAD, '2', under))?.text ?? 'Chưa hiểu').not.toContain('Quý II/2025')
    expect((await inGroup(STRANGER, '2', under))!.text).toContain('Quý II/2025')
  })

  it('says which numbers there are to whoever spoke to the bot', async () => {
    await given()
    const answer = await inGroup(STRANGER, '5', { addressed: 'mention' })
    expect(answer!.text).toBe('Chọn từ 1 đến 4.')
    expect((await inGroup(STRANGER, '2', { addressed: 'mention' }))!.text).toContain('Quý II/2025')
  })

  it('tells how to answer', async () => {
    const { message } = await given()
    expect(message.hint).toBe(
      network === 'zalo-oa' ? 'Trả lời bằng số:' : 'Trả lời tin này bằng số, hoặc nhắc tên bot kèm số:',
    )
    expect((await app.say(SECRETARY, 'quý này có gì đến hạn?'))[0]!.message.hint).toBe('Trả lời bằng số:')
  })
})

it('a long answer is turned over by numbers', async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00', {}, 'zalo-oa')
  const rows = Array.from(
    { length: 40 },
    (_, index) =>
      `${index + 1}\tRà soát hồ sơ khen thưởng số ${index + 1} của các đơn vị\tY tế phường\t\tTrước ngày 15/3/2025`,
  )
  await app.linkedCouncil(SMALL_PLAN.replace(/^1\tTổng kết[^]*?(?=^II\t)/m, `${rows.join('\n')}\n`))
  const first = (await inGroup(STRANGER, 'quý này có gì đến hạn?'))!
  expect(first.text).toContain('Trang 1/')
  expect(first.choices[0]).toBe('Trang sau')
  const second = (await inGroup(STRANGER, '1'))!
  expect(second.text).toContain('Trang 2/')
  expect(second.choices.slice(0, 2)).toEqual(['Trang trước', 'Trang sau'])
  for (const { text, choices, message } of [first, second]) {
    const lines = choices.map((label, index) => `${index + 1}. ${label}\n`).join('')
    expect(`${text}\n\n${message.hint!}\n${lines}`.length).toBeLessThanOrEqual(1800)
  }
  expect((await inGroup(STRANGER, '1'))!.text).toContain('Trang 1/')
})

describe('a morning reminder in a group', () => {
  const given = async (network: PlatformName = 'zalo-oa') => {
    app = await createTestApp('2025-03-06T09:00:00+07:00', {}, network)
    await app.linkedCouncil(SMALL_PLAN)
    await app.runJob(remind)
    app.now = new Date('2025-03-07T08:00:00+07:00')
    await app.runJob(remind)
    return app.platform.seen.findLast(({ chat }) => chat === GROUP)!
  }

  it('is marked done by the number of whoever may, one after the other, and taken back', async () => {
    const reminder = await given()
    expect(reminder.choices).toEqual([
      'Đã xong: PL1 mục 3',
      'Đã xong: PL1 mục 2',
      'Nhắc lại ngày mai',
      'Chi tiết các việc trên',
    ])
    expect((await inGroup(SECRETARY, '1'))!.text).toMatch(/^Mục 3 đã xong|mục 3/i)
    expect((await inGroup(SECRETARY, '2'))!.text).toContain('mục 2')
    expect(await app.db.completion.count()).toBe(2)
    expect((await inGroup(SECRETARY, '1'))!.text).toContain('mục 2')
    expect(await app.db.completion.count()).toBe(1)
  })

  it('leaves alone who may not, without a word, and the choice stays open', async () => {
    await given()
    expect(await inGroup(STRANGER, '1')).toBeUndefined()
    expect((await inGroup(STRANGER, '1', { addressed: 'mention' }))!.text).toContain('chưa được giao việc này')
    await inGroup(SECRETARY, '1')
    expect(await app.db.completion.count()).toBe(1)
  })

  it('comes again tomorrow, and tells more', async () => {
    await given()
    expect((await inGroup(STRANGER, '3'))!.text).toContain('10/3/2025')
    const which = (await inGroup(HEAD, '4'))!
    expect(which.choices).toEqual(['PL1 mục 3', 'PL1 mục 2'])
    expect((await inGroup(HEAD, '2'))!.text).toMatch(/^Ký giao ước thi đua/)
    expect((await inGroup(HEAD, '1'))!.text).toMatch(/^Lập danh sách gương/)
  })

  it('takes numbers all day, no longer', async () => {
    await given()
    later(23 * 60)
    expect(await inGroup(STRANGER, '3')).toBeDefined()
    later(61)
    expect(await inGroup(SECRETARY, '1')).toBeUndefined()
    expect(await app.db.completion.count()).toBe(0)
  })

  it('that did not arrive is not answered', async () => {
    const choices = await given()
    expect(choices.choices).not.toEqual([])
    await app.db.outbox.updateMany({ where: { promptId: { not: null } }, data: { state: 'refused' } })
    expect(await inGroup(SECRETARY, '1')).toBeUndefined()
  })
})

describe.each<PlatformName>(['zalo-oa', 'zalo-bot'])('counts beyond the quota on %s', (network) => {
  const POLICE = { id: 'police', name: 'Anh Công' }
  const given = async () => {
    app = await createTestApp('2025-12-01T09:00:00+07:00', {}, network)
    const council = (await app.linkedCouncil()).id
    const round = await openRound(app, council)
    await makeHead(app, POLICE, 'Công an phường')
    return round
  }

  it('are requested by a number, with the reason in words', async () => {
    const round = await given()
    const asked = (await inGroup(POLICE, '3tt 6cn'))!
    expect(asked.choices).toEqual(['Đề nghị vượt', 'Sửa lại'])
    const reason = (await inGroup(POLICE, '1'))!
    expect(reason.text).toContain('lý do')
    await inGroup(POLICE, 'có thêm một điển hình cứu người')
    expect((await numbersOf(app, round))['Công an phường']).toBe('3/6/-!')
  })

  it('are said again: a number is the answer to what was asked last', async () => {
    const round = await given()
    await inGroup(POLICE, '3tt 6cn')
    expect((await inGroup(POLICE, '2'))!.text).toContain('Công an phường')
    await inGroup(POLICE, '3tt')
    await inGroup(POLICE, '1')
    expect((await numbersOf(app, round))['Công an phường']).toBe('3/1/-')
  })
})

describe('a reply in a group where the bot hears everything', () => {
  it('to another person is not for the bot, whatever it says', async () => {
    app = await createTestApp('2025-02-20T08:00:00+07:00', {}, 'zalo-oa')
    await app.linkedCouncil(SMALL_PLAN)
    await inGroup(STRANGER, 'quý này có gì đến hạn?')
    expect(await inGroup(STRANGER, '2', { repliesTo: 'm-of-a-colleague' })).toBeUndefined()
    expect(await inGroup(STRANGER, 'quý này có gì đến hạn?', { repliesTo: 'm-of-a-colleague' })).toBeUndefined()
  })

  it('to the card of a round is read as any reply to it', async () => {
    app = await createTestApp('2025-12-01T09:00:00+07:00', {}, 'zalo-oa')
    const round = await openRound(app, (await app.linkedCouncil()).id)
    await makeHead(app, HEAD, 'Công an phường')
    await app.runJob(roundCards)
    const card = app.platform.seen.findLast(({ chat }) => chat === GROUP)!
    const which = (await inGroup(HEAD, '2', { repliesTo: card.id }))!
    expect(which.choices).toEqual(['2 tập thể', '2 cá nhân'])
    await inGroup(HEAD, '2')
    expect((await numbersOf(app, round))['Công an phường']).toBe('-/2/-')
    expect(await inGroup(STRANGER, 'cảm ơn em', { repliesTo: card.id })).toBeUndefined()
  })
})

it('in private a question without choices takes the number that older choices would take', async () => {
  app = await createTestApp('2025-12-01T09:00:00+07:00', {}, 'zalo-bot')
  const council = (await app.linkedCouncil(SMALL_PLAN)).id
  const round = await openRound(app, council)
  await makeHead(app, HEAD, 'Công an phường')
  await app.say(HEAD, 'quý này có gì đến hạn?')
  await app.say(HEAD, '3tt')
  await app.say(HEAD, '2')
  expect((await numbersOf(app, round))['Công an phường']).toBe('3/2/-')
})

it('in private a number behind the question for counts takes no older choice', async () => {
  app = await createTestApp('2025-12-01T09:00:00+07:00', {}, 'zalo-bot')
  const council = (await app.linkedCouncil(SMALL_PLAN)).id
  await openRound(app, council)
  await makeHead(app, HEAD, 'Công an phường')
  await app.say(HEAD, 'quý này có gì đến hạn?')
  expect((await app.say(HEAD, '/denghi'))[0]!.text).toContain('Công an phường')
  expect((await app.say(HEAD, '2'))[0]!.text).not.toContain('Việc đến hạn')
})

it('where there are buttons a number is no press', async () => {
  app = await createTestApp()
  await app.linkedCouncil(SMALL_PLAN)
  await app.say(SECRETARY, 'quý này có gì đến hạn?')
  expect((await app.say(SECRETARY, '2'))[0]!.text).toContain('Chưa hiểu câu hỏi')
})
