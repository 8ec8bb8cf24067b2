import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

// The real bell would ring in between.

let app: TestApp
let council: string
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  council = (await app.linkedCouncil(SMALL_PLAN)).id
})
afterEach(() => app.stop())

/** What the secretary is answered in private. */
async function set(text: string): Promise<string> {
  const said = await app.say(SECRETARY, text)
  return said.map((seen) => seen.text).join('\n')
}

/** The chats that get a message on a morning. */
async function morning(instant: string): Promise<string[]> {
  app.now = new Date(instant)
  const before = app.platform.seen.length
  await app.runJob(remind)
  return app.platform.seen.slice(before).map(({ chat, text }) => `${chat}\n${text}`)
}

describe('/caidat', () => {
  it('shows every setting in one message', async () => {
    const shown = await set('/caidat')
    for (const words of [
      'Giờ nhắc: 08:00 · Giờ yên lặng: 20:00 đến 07:00',
      'Nhắc trước hạn (số ngày; 0 là ngày cuối): 30, 14, 7, 3, 1, 0',
      'Nhắc khi quá hạn (số ngày): 1, 3, 7; sau đó hằng tuần cho đến khi xong',
      'quý bật, tháng bật, tuần bật',
      'Nhắc riêng cho anh/chị ở đây: bật',
      'Ngôn ngữ của Hội đồng: Tiếng Việt · Múi giờ: Asia/Ho_Chi_Minh',
    ])
      expect(shown).toContain(words)
  })

  it.each([
    ['/caidat giờ 7h30', 'giờ nhắc: 07:30 (trước: 08:00).', 'Giờ nhắc: 07:30'],
    ['/settings hour 09:00', 'giờ nhắc: 09:00 (trước: 08:00).', 'Giờ nhắc: 09:00'],
    [
      '/caidat truoc 10, 5 va 1 ngay',
      'số ngày nhắc trước hạn: 10, 5, 1 (trước: 30, 14, 7, 3, 1, 0).',
      'Nhắc trước hạn (số ngày; 0 là ngày cuối): 10, 5, 1',
    ],
    [
      '/caidat trước không',
      'số ngày nhắc trước hạn: không nhắc',
      'Nhắc trước hạn (số ngày; 0 là ngày cuối): không nhắc',
    ],
    ['/caidat sau 2 4', 'số ngày nhắc khi quá hạn: 2, 4 (trước: 1, 3, 7).', 'Nhắc khi quá hạn (số ngày): 2, 4; sau đó'],
    ['/caidat hằng tuần tắt', 'nhắc hằng tuần khi quá hạn: tắt (trước: bật).', 'Nhắc khi quá hạn (số ngày): 1, 3, 7\n'],
    [
      '/caidat yên lặng 19h đến 6h',
      'giờ yên lặng: 19:00, 06:00 (trước: 20:00, 07:00).',
      'Giờ yên lặng: 19:00 đến 06:00',
    ],
    ['/caidat quý tắt', 'danh sách việc đầu quý: tắt (trước: bật).', 'quý tắt, tháng bật, tuần bật'],
    ['/settings week off', 'danh sách việc đầu tuần: tắt (trước: bật).', 'quý bật, tháng bật, tuần tắt'],
    [
      '/caidat ngày nghỉ 02/5/2025',
      '02/5/2025 nghỉ (trước: 02/5/2025 theo lịch chung).',
      'Ngày nghỉ\nthứ Sáu 02/5/2025',
    ],
    [
      '/caidat ngày làm 26/4/2025',
      '26/4/2025 làm việc (trước: 26/4/2025 theo lịch chung).',
      'Ngày làm\nthứ Bảy 26/4/2025',
    ],
    [
      '/caidat việc PL1 mục 2 trước 10 5 1',
      'PL1 mục 2: trước hạn 10, 5, 1 (trước: PL1 mục 2: như các việc khác).',
      'Việc có lịch nhắc riêng\nPL1 mục 2: trước hạn 10, 5, 1',
    ],
    [
      '/settings task 2 after 2 before 4',
      'PL1 mục 2: trước hạn 4, quá hạn 2 (trước',
      'PL1 mục 2: trước hạn 4, quá hạn 2',
    ],
    ['/caidat nhóm tắt', 'tắt (trước: bật).', 'Nhắc riêng cho anh/chị ở đây: tắt'],
    ['/caidat múi giờ Asia/Tokyo', 'múi giờ: Asia/Tokyo (trước: Asia/Ho_Chi_Minh).', 'Múi giờ: Asia/Tokyo'],
  ])('%s is kept, recorded and answered with what was changed and what now holds', async (words, told, holds) => {
    const answer = await set(words)
    expect(answer.split('\n')[0]).toContain(told)
    expect(answer).toContain(holds.trim())
    expect(answer).not.toContain('Cách ghi')
    expect(await app.db.audit.count({ where: { councilId: council, action: 'settings-changed' } })).toBe(1)
    expect(await set('/caidat')).toContain(holds)
  })

  it.each([
    ['/caidat giờ 25:00', 'Không hiểu giờ “25:00”.'],
    ['/caidat giờ sáng', 'Không hiểu giờ “sáng”.'],
    ['/caidat giờ 21:00', 'Giờ nhắc 21:00 nằm trong giờ yên lặng (20:00 đến 07:00)'],
    ['/caidat yên lặng 20:00 09:00', 'Giờ nhắc 08:00 nằm trong giờ yên lặng (20:00 đến 09:00)'],
    ['/caidat trước 30 mấy', 'Không hiểu số ngày “30 mấy”.'],
    ['/caidat trước 400', 'Không hiểu số ngày “400”.'],
    ['/caidat sau 0', 'Không hiểu số ngày “0”.'],
    ['/caidat trước', 'Không hiểu số ngày “”.'],
    ['/caidat quý có lẽ', 'Ghi bật hoặc tắt'],
    ['/caidat ngày nghỉ 31/02/2025', 'Không hiểu ngày “31/02/2025”.'],
    ['/caidat ngày nghỉ 02/5/2095', 'Không hiểu ngày “02/5/2095”.'],
    ['/caidat bỏ ngày 02/5/2025', 'Ngày “02/5/2025” chưa được ghi.'],
    ['/caidat múi giờ Hà Nội', 'Không có múi giờ “Hà Nội”.'],
    ['/caidat ngôn ngữ tiếng Pháp', 'Chưa có ngôn ngữ “tiếng Pháp”.'],
    ['/caidat việc PL1 mục 99 trước 3', 'Không tìm thấy việc “PL1 mục 99”.'],
    ['/caidat việc PL1 mục 2', 'Ghi số mục và số ngày'],
    ['/caidat màu xanh', 'Không có cài đặt “màu xanh”.'],
  ])('%s is refused and changes nothing', async (words, told) => {
    const before = await set('/caidat')
    expect(await set(words)).toContain(told)
    expect(await set('/caidat')).toBe(before)
    expect(await app.db.audit.count({ where: { action: 'settings-changed' } })).toBe(0)
  })

  it('answers in the council’s new language at once', async () => {
    expect(await set('/caidat ngôn ngữ tiếng Anh')).toContain('language: English (before: Tiếng Việt)')
    expect(await set('/settings language Vietnamese')).toContain('Tiếng Việt (trước: English)')
  })

  it('answers a chat that chose a language of its own in that one', async () => {
    expect(await set('/ngonngu tiếng Anh')).toContain('From now on the bot answers in English')
    expect(await set('/settings language vi')).toContain('language: Tiếng Việt')
    expect(await set('/language vi')).toContain('Từ đây bot trả lời bằng tiếng Việt')
  })

  it('by choices, in place', async () => {
    const [shown] = await app.say(SECRETARY, '/caidat')
    const [later] = await app.press(SECRETARY, shown!, 'Giờ nhắc 09:00')
    expect(later!.text).toContain('Đã ghi nhận giờ nhắc: 09:00 (trước: 08:00).')
    expect(later!.text).toContain('Giờ nhắc: 09:00')
    const [quiet] = await app.press(SECRETARY, later!, 'Tắt việc đầu tuần')
    expect(quiet!.text).toContain('tuần tắt')
    expect(quiet!.edited).toBe(2)
  })

  it('is the secretariat’s', async () => {
    const [code] = await app.say(SECRETARY, '/moi trưởng Công an phường')
    await app.say(HEAD, /\/start \S+/.exec(code!.text)![0])
    for (const speaker of [HEAD, STRANGER]) {
      const [refused] = await app.sayInGroup(speaker, '/caidat giờ 09:00')
      expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    }
  })

  it('lists the days entered, and forgets one', async () => {
    await set('/caidat ngày nghỉ 28/4/2025 đến 29/4/2025; 02/5/2025')
    expect(await set('/caidat ngày')).toContain('thứ Hai 28/4/2025\nthứ Ba 29/4/2025\nthứ Sáu 02/5/2025')
    expect(await set('/caidat bỏ ngày 29/4/2025')).not.toContain('29/4/2025\n')
    expect(await set('/caidat ngày')).toContain('thứ Hai 28/4/2025\nthứ Sáu 02/5/2025')
  })
})

describe('reminders follow the settings', () => {
  it('the hour and the offsets', async () => {
    await set('/caidat giờ 09:00')
    await set('/caidat trước 4')
    expect(await morning('2025-03-10T08:59:00+07:00')).toEqual([])
    const [said] = await morning('2025-03-10T09:00:00+07:00')
    expect(said).toContain('Còn 4 ngày\n⏳ Ký giao ước')
  })

  it('offsets of one task, until they are taken back', async () => {
    await set('/caidat việc PL1 mục 2 trước 2')
    expect((await morning('2025-03-11T08:00:00+07:00')).join()).not.toContain('mục 2')
    expect((await morning('2025-03-12T08:00:00+07:00')).join()).toContain('mục 2')
    await set('/caidat việc PL1 mục 2 mặc định')
    expect((await morning('2025-03-13T08:00:00+07:00')).join()).toContain('mục 2')
  })

  it('a day off and a working Saturday', async () => {
    await set('/caidat ngày nghỉ 10/3/2025')
    await set('/caidat ngày làm 15/3/2025')
    expect(await morning('2025-03-10T08:00:00+07:00')).toEqual([])
    expect((await morning('2025-03-15T08:00:00+07:00')).join()).toContain('Quá hạn 1 ngày\n❗ Ký giao ước')
  })

  it('a group told to keep still', async () => {
    await app.sayInGroup(SECRETARY, '/caidat nhóm tắt')
    expect((await morning('2025-03-07T08:00:00+07:00')).filter((said) => said.startsWith(GROUP))).toEqual([])
  })
})

describe('the preview', () => {
  it('shows each message of the next seven days as it will be said', async () => {
    const [shown] = await app.say(SECRETARY, '/caidat xem trước')
    expect(shown!.text).toContain('Tin sẽ gửi từ 07/3/2025 đến 13/3/2025, lúc 08:00')
    expect(shown!.text).toContain('thứ Sáu 07/3/2025 · Nhóm Hội đồng')
    for (const day of ['07', '08', '09', '10', '11', '12', '13']) {
      for (const said of await morning(`2025-03-${day}T08:00:00+07:00`)) {
        const [, , ...lines] = said.split('\n').slice(1)
        for (const line of lines) expect(shown!.text).toContain(line)
      }
    }
  })

  it('marks what moved because its day is a day off, and says nothing is coming where nothing is', async () => {
    // 7 days before Friday 14/3 is 07/3, which is off: Thursday 06/3 speaks for it.
    app.now = new Date('2025-03-05T09:00:00+07:00')
    await set('/caidat ngày nghỉ 07/3/2025')
    expect(await set('/caidat xem trước')).toContain('Chuyển từ thứ Sáu 07/3/2025 là ngày nghỉ: PL1 mục 2')
    app.now = new Date('2025-04-27T09:00:00+07:00')
    await set('/caidat hằng tuần tắt')
    await set('/caidat tuần tắt')
    await set('/caidat tháng tắt')
    app.now = new Date('2025-05-05T09:00:00+07:00')
    expect(await set('/caidat xem trước')).toContain('không có tin nào sẽ gửi')
  })
})
