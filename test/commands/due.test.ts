import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00')
})
afterEach(() => app.stop())

describe('a member asks in the linked group', () => {
  it('and reads what is due this quarter, with wording, source, unit and days', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, 'quý này có gì đến hạn?')
    expect(answer!.text).toBe(
      [
        'Việc đến hạn trong Quý I/2025 · hôm nay 20/02/2025',
        'Kế hoạch 07/KH-UBND ngày 10/01/2025',
        '',
        '❗ Trước ngày 15/01/2025 (quá hạn 37 ngày)',
        'Tổng kết phong trào thi đua năm 2024 — Văn phòng UBND — PL1 mục 1',
        '',
        '❗ 25 hàng tháng — kỳ 25/01/2025 (quá hạn 26 ngày)',
        'Báo cáo kết quả phong trào — Công an phường — PL1 mục 6',
        '',
        '⏳ 25 hàng tháng — kỳ 25/02/2025 (còn 5 ngày)',
        'Báo cáo kết quả phong trào — Công an phường — PL1 mục 6',
        '',
        '⏳ Hoàn thành dự thảo trước 05/3/2025 (còn 12 ngày)',
        'Lập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3',
        '',
        '⏳ Trước ngày 15/3/2025 (còn 22 ngày)',
        'Ký giao ước thi đua giữa các tổ dân phố — Công an phường — PL1 mục 2',
        '',
        '⏳ Trình Hội đồng trước 20/3/2025 (còn 27 ngày)',
        'Lập danh sách gương người tốt, việc tốt — Y tế phường — PL1 mục 3',
        '',
        '⏳ 25 hàng tháng — kỳ 25/3/2025 (còn 33 ngày)',
        'Báo cáo kết quả phong trào — Công an phường — PL1 mục 6',
        '',
        'Đã xong: 0/7.',
        'Ngoài ra có 1 việc không ấn định ngày.',
      ].join('\n'),
    )
    expect(answer!.choices).toEqual(['‹ Quý IV/2024', 'Quý II/2025 ›', 'Việc của đơn vị tôi', 'Không ấn định ngày'])
  })

  it.each([
    'quy nay co gi den han',
    '/viec',
    '/due',
    '/viec@tdkt_bot',
    '/viec quý 1',
    'quy 1 con viec gi',
    'quý một năm 2025 còn những việc gì ạ',
    "what's due this quarter?",
  ])('in the words "%s" and reads the same', async (text) => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, text)
    expect(answer!.text).toMatch(/^Việc đến hạn trong Quý I\/2025/)
    expect(answer!.text).toContain('PL1 mục 2')
  })

  it('and sees a date that cannot be right under its proposed one, marked', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, 'quý 2 có gì')
    expect(answer!.text).toContain('⚠ Trước ngày 16/6/2024 — có thể là 16/6/2025, chờ thư ký xác nhận')
    expect(answer!.text).toContain('Tháng 6/2025')
  })

  it('and reads an event once, by its sure date, with what another appendix says and nobody has decided on', async () => {
    const sample = new URL('../../commands/operator/sample/plan.txt', import.meta.url)
    await app.linkedCouncil(readFileSync(sample, 'utf8'))
    const [answer] = await app.sayInGroup(STRANGER, 'tháng 5 có gì')
    expect(answer!.text.match(/.*16\/5.*\n.*/g)).toEqual([
      expect.stringMatching(
        /^⏳ Trước ngày 16\/5\/2025 \(còn 84 ngày\)\nPhiên họp thứ hai: .* — PL3 mục I\.2, PL1 mục 11$/,
      ),
      '⚠ PL1 mục 11 ghi Trước ngày 16/5/2024 — có thể là 16/5/2025, chờ thư ký xác nhận\n',
    ])
  })

  it('and turns to the neighbouring quarter in the same message', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [first] = await app.sayInGroup(STRANGER, '/viec')
    const [turned] = await app.press(HEAD, first!, 'Quý II/2025')
    expect(turned!.id).toBe(first!.id)
    expect(turned!.text).toMatch(/^Việc đến hạn trong Quý II\/2025/)
  })

  it('and reads the undated tasks', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [first] = await app.sayInGroup(STRANGER, '/viec')
    const [undated] = await app.press(STRANGER, first!, 'Không ấn định ngày')
    expect(undated!.text).toContain('⏳ Khi có phát sinh')
    expect(undated!.text).toContain('Rà soát hồ sơ khen thưởng đột xuất — Y tế phường — PL1 mục 7')
  })

  it('for one unit, by its short name', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, 'việc của CA phường tháng 3')
    expect(answer!.text).toMatch(/^Việc của Công an phường đến hạn trong Tháng 3\/2025/)
    expect(answer!.text).toContain('PL1 mục 2')
    expect(answer!.text).not.toContain('PL1 mục 3')
  })

  it.each([
    ['quý 5', 'Không hiểu kỳ “quý 5”. Có thể hỏi: quý này, quý 3, tháng 7, tuần sau, quá hạn.'],
    ['/viec 31/02', 'Không hiểu kỳ “31/02”. Có thể hỏi: quý này, quý 3, tháng 7, tuần sau, quá hạn.'],
    ['/viec phòng không có', 'Không tìm thấy đơn vị “phòng không có”. Danh sách đơn vị: /donvi'],
    ['/viec kế hoạch 99/KH-UBND', 'Không có kế hoạch số 99/KH-UBND trong các kế hoạch đã duyệt.'],
    ['năm 2031 có gì', 'Chưa có kế hoạch nào được duyệt cho thời gian này. Thời gian của các kế hoạch đã duyệt: 2025.'],
    ['hôm nay có gì đến hạn', 'Việc đến hạn ngày 20/02/2025 · hôm nay 20/02/2025'],
    ['10 ngày tới', 'Việc đến hạn từ 20/02/2025 đến 02/3/2025 · hôm nay 20/02/2025'],
    ['kế hoạch 7/KH-UBND', 'Không có kế hoạch số 7/KH-UBND trong các kế hoạch đã duyệt.'],
    ['kế hoạch 07 có gì', 'Kế hoạch 07/KH-UBND ngày 10/01/2025'],
    ['bao giờ họp hội đồng', 'Việc có “họp hội đồng” từ 01/01/2025 đến 31/12/2025'],
    ['khi nào sơ kết', 'Sơ kết 6 tháng đầu năm'],
    ['họp hội đồng quý 4 hạn khi nào', 'Việc có “họp hội đồng” từ 01/01/2025 đến 31/12/2025'],
    ['việc của văn phòng ubnd quý 2', 'Việc của Văn phòng UBND đến hạn trong Quý II/2025'],
  ])('about "%s" and reads one clear sentence', async (text, expected) => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, text)
    expect(answer!.text).toContain(expected)
  })
})

describe('talk in the group', () => {
  it.each([
    'hôm qua họp 15/3 vui quá mọi người ơi',
    'hôm nay trời đẹp quá',
    'chiều mai họp ở đâu vậy',
    'trưa nay có gì ăn không',
    'thứ bảy này đi câu cá không',
    'tuần sau tôi đi công tác, có gì anh Hải lo nhé',
    'mùng 5 tết vui quá',
    'không có gì',
    'không có việc gì đâu',
    'việc này em đang làm',
    'sao lại quá hạn, em nộp rồi mà',
    'ok mai em nộp',
    'cảm ơn, để em làm trong tuần này',
  ])('"%s" under a message of the bot gets no answer', async (text) => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    expect(await app.sayInGroup(STRANGER, text, { addressed: 'reply' })).toEqual([])
  })

  it.each([
    ['thang 7 thi sao', 'Việc đến hạn trong Tháng 7/2025'],
    ['còn tuần sau?', 'Việc đến hạn trong tuần 24/02/2025 - 02/3/2025'],
    ['còn công an phường?', 'Việc của Công an phường đến hạn trong Quý I/2025'],
    ['q3', 'Việc đến hạn trong Quý III/2025'],
  ])('"%s" under a message of the bot asks on', async (text, expected) => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    const [answer] = await app.sayInGroup(STRANGER, text, { addressed: 'reply' })
    expect(answer!.text).toContain(expected)
  })
})

describe('a long list', () => {
  it('puts the occurrences of a recurring task together once they are past', async () => {
    app.now = new Date('2025-11-20T08:00:00+07:00')
    await app.linkedCouncil(SMALL_PLAN)
    const [quarter] = await app.sayInGroup(STRANGER, 'quý 3')
    const [year] = await app.sayInGroup(STRANGER, 'năm 2025')
    expect(quarter!.text).toContain('❗ 25 hàng tháng — các kỳ 25/7/2025, 25/8/2025, 25/9/2025 (3 kỳ quá hạn)')
    expect(year!.text).toContain('❗ 25 hàng tháng — các kỳ 25/01/2025 … 25/10/2025 (10 kỳ quá hạn)')
  })

  it('shortens a title that is a paragraph and keeps where it stands', async () => {
    const long = `Tổng kết phong trào ${'rất dài '.repeat(300)}`
    await app.linkedCouncil(SMALL_PLAN.replace('Tổng kết phong trào thi đua năm 2024', long))
    const [answer] = await app.sayInGroup(STRANGER, 'quý này')
    const line = answer!.text.split('\n').find((one) => one.startsWith('Tổng kết phong trào'))!
    expect(line).toMatch(/(?:rất|dài)… — Văn phòng UBND — PL1 mục 1$/)
    expect(line.length).toBeLessThan(1100)
  })

  it('names the plan of each task where there are several', async () => {
    const { id } = await app.linkedCouncil(SMALL_PLAN)
    await app.importPlan(id, SMALL_PLAN.replaceAll('07/KH-UBND', '09/KH-UBND'), 'khac.txt')
    const [answer] = await app.sayInGroup(STRANGER, 'tháng 3')
    expect(answer!.text).toContain('PL1 mục 2 (07/KH-UBND)')
    expect(answer!.text).toContain('PL1 mục 2 (09/KH-UBND)')
  })
})

describe('a head asks for the tasks of the own unit', () => {
  it('and reads those the unit leads and those it supports', async () => {
    const council = await app.linkedCouncil(SMALL_PLAN)
    const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
    await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
    const [answer] = await app.say(HEAD, 'việc của đơn vị tôi quý 2')
    expect(council.id).toBeTruthy()
    expect(answer!.text).toMatch(/^Việc của Công an phường đến hạn trong Quý II\/2025/)
    expect(answer!.text).toContain('Họp Hội đồng xét khen thưởng đợt 1 — phối hợp cùng Văn phòng UBND — PL1 mục 4')
    expect(answer!.text).not.toContain('PL1 mục 5')
  })

  it('and a person without a unit is offered the tasks of all', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, 'việc của đơn vị tôi')
    expect(answer!.text).toContain('Anh/chị chưa được ghi là trưởng hoặc phó của đơn vị nào')
    expect(answer!.choices).toEqual(['Việc của mọi đơn vị'])
  })
})

describe('where the bot does not know the council', () => {
  it('an unlinked group is told how to link, and nothing of any council', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(SECRETARY, '/viec', {}, 'group-2')
    expect(answer!.text).toBe(
      'Nhóm này chưa liên kết với hội đồng nào. Thư ký Hội đồng gõ /lienket trong nhóm để liên kết.',
    )
  })

  it('a stranger in private is told to ask for a code, in the language of the own app', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [vi] = await app.say(STRANGER, 'quý này có gì đến hạn')
    const [en] = await app.say({ ...STRANGER, id: 'other', language: 'en-GB' }, "what's due this month?")
    expect(vi!.text).toContain('Anh/chị chưa tham gia hội đồng nào')
    expect(en!.text).toContain('You have not joined a council here yet')
  })
})

describe('in English', () => {
  it('the whole list reads in English, the official wording as written', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await app.sayInGroup(SECRETARY, '/language en')
    const [answer] = await app.sayInGroup(STRANGER, "what's due in Q2")
    expect(answer!.text).toMatch(/^Due in Q2 2025 · today 20\/02\/2025\nPlan 07\/KH-UBND of 10\/01\/2025/)
    expect(answer!.text).toContain('⚠ Trước ngày 16/6/2024 — may be 16/6/2025, to be confirmed by the secretariat')
    expect(answer!.choices).toContain("My unit's tasks")
  })
})
