import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
  await app.runJob(remind)
  app.platform.seen.length = 0
})
afterEach(() => app.stop())

const morning = (instant: string) => app.saidBy(remind, instant)

describe('a morning', () => {
  it('tells the linked group what is near, in one message, once', async () => {
    // 15/3 is written "trước ngày": the last day is Friday 14/3, seven days after Friday 07/3.
    expect(await morning('2025-03-07T08:00:00+07:00')).toEqual([
      [
        GROUP,
        'Nhắc việc, thứ Sáu 07/3/2025',
        '',
        'Quá hạn 3 ngày',
        '❗ Lập danh sách gương người tốt, việc tốt. Hạn: Hoàn thành dự thảo trước 05/3/2025 — Y tế phường — PL1 mục 3',
        '',
        'Còn 7 ngày',
        '⏳ Ký giao ước thi đua giữa các tổ dân phố. Hạn: Trước ngày 15/3/2025 — Công an phường — PL1 mục 2',
      ].join('\n'),
    ])
    expect(await morning('2025-03-07T08:01:00+07:00')).toEqual([])
  })

  it('waits for its hour, keeps quiet hours and days off', async () => {
    expect(await morning('2025-03-07T07:59:00+07:00')).toEqual([])
    expect(await morning('2025-03-07T20:00:00+07:00')).toEqual([])
    expect(await morning('2025-03-08T08:00:00+07:00')).toEqual([])
    expect(await morning('2025-03-09T08:00:00+07:00')).toEqual([])
    const [monday] = await morning('2025-03-10T08:00:00+07:00')
    expect(monday).toContain('Nhắc bù (bản tin ngày 07/3/2025 chưa gửi được): còn 4 ngày')
  })

  it('tells the head of the unit in private, and the deputy while the head is away', async () => {
    const deputy = { id: 'deputy', name: 'Chị Phó' }
    for (const [person, role] of [[HEAD, 'trưởng'] as const, [deputy, 'phó'] as const]) {
      const [code] = await app.say(SECRETARY, `/moi ${role} Công an phường`)
      await app.say(person, /\/start \S+/.exec(code!.text)![0])
    }
    const first = await morning('2025-03-07T08:00:00+07:00')
    await app.say(SECRETARY, '/donvi vắng Công an phường')
    const second = await morning('2025-03-11T08:00:00+07:00')
    const chats = (said: string[]) => said.map((text) => text.split('\n')[0])
    expect(chats(first)).toEqual([GROUP, HEAD.id])
    expect(chats(second)).toEqual([GROUP, deputy.id])
    expect(first[1]).toContain('PL1 mục 2')
    expect(first[1]).not.toContain('PL1 mục 3')
  })

  it('of a group that is no longer linked, or told to keep still, is silent', async () => {
    await app.sayInGroup(SECRETARY, '/lienket bỏ')
    expect(await morning('2025-03-07T08:00:00+07:00')).toEqual([])
  })

  it('reports to the secretariat what went by while the machine was off', async () => {
    const said = await morning('2025-03-17T08:00:00+07:00')
    const report = said.find((text) => text.startsWith(SECRETARY.id))
    expect(report).toContain('Đã quá hạn mà chưa nhắc được')
    expect(report).toContain('PL1 mục 2')
  })

  it('reports to the secretariat which message did not arrive and why', async () => {
    app.platform.outcomes.push({ state: 'refused', reason: 'Forbidden: bot was kicked' })
    await morning('2025-03-07T08:00:00+07:00')
    const said = await morning('2025-03-10T08:00:00+07:00')
    const report = said.find((text) => text.startsWith(SECRETARY.id))
    expect(report).toContain('Nhóm Hội đồng (bản tin ngày 07/3/2025): bot đã bị đưa ra khỏi nhóm')
  })
})

describe('under a reminder', () => {
  it('"done" stops it, says who, and can be undone', async () => {
    const [message] = await remindedMessage()
    const [done] = await app.press(SECRETARY, message!, 'Đã xong: PL1 mục 2')
    expect(done!.text).toBe('✅ PL1 mục 2 đã xong, ghi nhận lúc 08:00 ngày 07/3/2025 bởi Chị Thư.')
    expect((await morning('2025-03-11T08:00:00+07:00')).join()).not.toContain('mục 2')
    await app.press(SECRETARY, done!, 'Hoàn tác')
    expect((await morning('2025-03-13T08:00:00+07:00')).join()).toContain('mục 2')
  })

  it('each task has its own choice, and each works once', async () => {
    const [message] = await remindedMessage()
    await app.press(SECRETARY, message!, 'Đã xong: PL1 mục 2')
    const [other] = await app.press(SECRETARY, message!, 'Đã xong: PL1 mục 3')
    expect(other!.text).toContain('PL1 mục 3 đã xong')
    expect(await app.press(SECRETARY, message!, 'Đã xong: PL1 mục 2')).toEqual([])
  })

  it('a person who has no part in it cannot mark it', async () => {
    const [message] = await remindedMessage()
    const [refused] = await app.press(STRANGER, message!, 'Đã xong: PL1 mục 2')
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    expect(await app.db.completion.count()).toBe(0)
  })

  it('"remind me tomorrow" names it again on the next working day, once', async () => {
    const [message] = await remindedMessage()
    const [answer] = await app.press(STRANGER, message!, 'Nhắc lại ngày mai')
    expect(answer!.text).toBe('Sẽ nhắc lại sáng ngày 10/3/2025.')
    expect((await morning('2025-03-10T08:00:00+07:00')).join()).toContain('PL1 mục 2')
    expect(await app.db.snooze.count()).toBe(0)
  })
})

describe('a deadline that comes back each month', () => {
  it('is named again for the nearest time alone', async () => {
    app.now = new Date('2025-03-18T08:00:00+07:00')
    await app.runJob(remind)
    const message = app.platform.seen.findLast(({ chat }) => chat === GROUP)
    await app.press(SECRETARY, message!, 'Nhắc lại ngày mai')
    const again = (await morning('2025-03-19T08:00:00+07:00')).join()
    expect(again).toContain('kỳ 25/3/2025')
    expect(again).not.toContain('kỳ 25/4/2025')
  })
})

async function remindedMessage() {
  app.now = new Date('2025-03-07T08:00:00+07:00')
  await app.runJob(remind)
  return app.platform.seen.filter(({ chat }) => chat === GROUP)
}

describe('a head types /xong', () => {
  it('for a task of the own unit, and not for another', async () => {
    const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
    await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
    const [own] = await app.say(HEAD, '/xong PL1 mục 2')
    const [asked] = await app.say(SECRETARY, 'PL1 mục 3 đã xong chưa?')
    const [told] = await app.say(SECRETARY, 'PL1 mục 3 xong rồi ạ')
    const [other] = await app.say(HEAD, '/done 3')
    const [none] = await app.say(HEAD, '/xong 99')
    expect(own!.text).toContain('✅ PL1 mục 2 đã xong')
    expect(asked!.text).not.toContain('ghi nhận lúc')
    expect(told!.text).toContain('✅ PL1 mục 3 đã xong')
    expect(other!.text).toContain('Việc này do đơn vị khác thực hiện.')
    expect(none!.text).toContain('Không tìm thấy việc “99”.')
  })
})
