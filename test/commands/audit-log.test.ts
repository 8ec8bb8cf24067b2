import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AUDIT_KINDS } from '#commands/audit-kinds.ts'
import { auditSentence } from '#commands/audit-sentence.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import { loadTranslators } from '#locales/translate.ts'
import { audit, AUDIT_ACTIONS, type AuditAction } from '#prisma/audit.ts'
import { createTestApp, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
let council: string
beforeEach(async () => {
  app = await createTestApp()
  council = (await app.linkedCouncil(SMALL_PLAN)).id
})
afterEach(() => app.stop())

const LAN = { id: 'lan', name: 'Bà Lan' }
const log = async (text = '') => (await app.say(SECRETARY, `/nhatky ${text}`.trim()))[0]!
const at = (instant: string) => {
  app.now = new Date(instant)
}
const act = async (action: AuditAction, details: Record<string, string | number>, by?: string) => {
  const person = by === undefined ? undefined : await app.db.person.findFirst({ where: { name: by } })
  const personId = by === undefined ? undefined : ((person?.id ?? 'nobody') as PersonId)
  await audit(app.db, { councilId: council as CouncilId, personId, action, details }, app.now)
}

describe('/nhatky', () => {
  it('tells who did what, when, the newest first, in words alone', async () => {
    at('2025-02-21T14:05:00+07:00')
    await app.say(SECRETARY, '/xong PL1 mục 2')
    await app.say(SECRETARY, '/donvi tên khác Công an phường: CAP')
    const shown = (await log()).text
    expect(shown).toBe(
      [
        'Nhật ký của Hội đồng TĐKT phường Thử',
        '',
        'thứ Sáu 21/02/2025',
        '14:05 · Chị Thư: ghi tên khác của Công an phường: CAP',
        '14:05 · Chị Thư: ghi nhận PL1 mục 2 đã xong',
        '',
        'thứ Năm 20/02/2025',
        '08:00 · người quản trị: duyệt Kế hoạch 07/KH-UBND ngày 10/01/2025',
        '08:00 · người quản trị: nhận Kế hoạch 07/KH-UBND ngày 10/01/2025 (tệp ke-hoach.txt)',
        '08:00 · Chị Thư: liên kết nhóm “Nhóm Hội đồng” với Hội đồng',
        '08:00 · Chị Thư: tham gia Hội đồng với vai trò thư ký',
        '08:00 · người quản trị: lập hội đồng Hội đồng TĐKT phường Thử',
      ].join('\n'),
    )
    expect(shown).not.toMatch(/[\da-f]{8}-[\da-f]{4}/)
  })

  it('shows ten acts a page, the others by choice', async () => {
    for (let index = 1; index <= 18; index++) await act('unit-added', { unit: `Tổ ${index}` }, SECRETARY.name)
    const first = await log('đơn vị')
    expect(first.text.match(/thêm đơn vị/g)).toHaveLength(10)
    expect(first.text).toContain('Tổ 18\n')
    expect(first.text).toContain('Trang 1/2')
    const [second] = await app.press(SECRETARY, first, 'Trang sau')
    expect(second!.text.match(/thêm đơn vị/g)).toHaveLength(8)
    expect(second!.text).toContain('Trang 2/2')
    expect(second!.choices).toEqual(['‹ Trang trước'])
    expect((await log('đơn vị trang 99')).text).toContain('Trang 2/2')
  })

  it('names a person who is gone, and takes nothing for a mark', async () => {
    await act('unit-added', { unit: '<b>Tổ</b> 1' }, 'Ai đó')
    expect((await log('đơn vị')).text).toContain('(đã xóa): thêm đơn vị <b>Tổ</b> 1')
  })

  describe('narrowed', () => {
    beforeEach(async () => {
      at('2024-11-30T23:30:00+07:00')
      await act('unit-added', { unit: 'Công an phường' }, SECRETARY.name)
      at('2024-12-01T00:10:00+07:00')
      await app.sayInGroup(LAN, '/viec')
      await act('head-away', { unit: 'Y tế phường' }, LAN.name)
      at('2025-02-20T09:00:00+07:00')
      await act('plan-dropped', { versionId: 'gone' }, LAN.name)
    })

    it.each([
      ['Công an phường', ['thêm đơn vị Công an phường']],
      ['đơn vị y tế phường', ['ghi trưởng Y tế phường đang vắng']],
      ['Lan', ['bỏ bản nháp kế hoạch không còn lưu', 'ghi trưởng Y tế phường đang vắng']],
      ['lan tháng 12', ['ghi trưởng Y tế phường đang vắng']],
      ['tháng 11', ['thêm đơn vị Công an phường']],
      ['ngày 1/12/2024', ['ghi trưởng Y tế phường đang vắng']],
      ['kế hoạch Lan', ['bỏ bản nháp kế hoạch không còn lưu']],
      ['Lan kế hoạch hôm nay', ['bỏ bản nháp kế hoạch không còn lưu']],
      ['ke hoach', ['bỏ bản nháp', 'duyệt Kế hoạch 07/KH-UBND', 'nhận Kế hoạch 07/KH-UBND']],
      ['người quản trị', ['duyệt', 'nhận', 'lập hội đồng']],
      ['tháng 10', []],
    ])('by "%s"', async (words, expected) => {
      const lines = (await log(words)).text.split('\n').filter((line) => /^\d\d:\d\d · /.test(line))
      expect(lines).toHaveLength(expected.length)
      expected.forEach((part, index) => expect(lines[index]).toContain(part))
    })

    it('by nothing that is known: says what can be asked', async () => {
      expect((await log('bể bơi')).text).toContain('Không tìm thấy “bể bơi” trong nhật ký.')
      expect((await log('bể bơi tháng 11')).text).toContain('Không tìm thấy “bể bơi”')
    })

    it('asks back where a word names a unit and a person', async () => {
      await app.sayInGroup({ id: 'cong', name: 'Ông Công' }, '/viec')
      await act('task-done', { place: 'PL1 mục 1' }, 'Ông Công')
      const asked = await log('Công năm 2024')
      expect(asked.choices).toEqual(['Công an phường', 'Người tên Công'])
      const [unit] = await app.press(SECRETARY, asked, 'Công an phường')
      expect(unit!.text).toContain('Lọc: Công an phường · Năm 2024')
      const [person] = await app.press(SECRETARY, await log('Công'), 'Người tên Công')
      expect(person!.text).toContain('Ông Công: ghi nhận PL1 mục 1 đã xong')
    })
  })

  it("never shows another council's acts, nor its plans' numbers", async () => {
    const other = await app.createCouncil('Hội đồng khác')
    const plan = await app.importPlan(other.id, SMALL_PLAN.replace('07/KH-UBND', '77/KH-UBND'), 'khac.txt')
    const version = await app.db.planVersion.findFirstOrThrow({ where: { planId: plan.planId } })
    await act('plan-dropped', { versionId: version.id }, SECRETARY.name)
    const { text } = await log()
    expect(text).not.toContain('Hội đồng khác')
    expect(text).not.toContain('77/KH-UBND')
    expect(text).toContain('bỏ bản nháp kế hoạch không còn lưu')
  })

  it('answers in private what is asked in the group', async () => {
    const said = await app.sayInGroup(SECRETARY, '/nhatky')
    const [inPrivate, inGroup] = [SECRETARY.id, 'group-1'].map((chat) => said.find((seen) => seen.chat === chat)?.text)
    expect(inPrivate).toContain('Nhật ký của')
    expect(inGroup).toBe('Đã trả lời trong tin nhắn riêng.')
  })

  it('goes on with the same council in private, for somebody in two', async () => {
    for (let index = 1; index <= 12; index++) await act('unit-added', { unit: `Tổ ${index}` }, SECRETARY.name)
    const other = await app.createCouncil('Hội đồng khác')
    await app.say(SECRETARY, `/start ${other.code}`)
    const said = await app.sayInGroup(SECRETARY, '/nhatky')
    const [next] = await app.press(
      SECRETARY,
      said.find(({ chat }) => chat === SECRETARY.id)!,
      'Trang sau',
    )
    expect(next!.text).toContain('Nhật ký của Hội đồng TĐKT phường Thử')
  })

  it('is for the secretariat alone', async () => {
    await app.sayInGroup(SECRETARY, '/moi trưởng Công an phường', { replyTo: { externalId: HEAD.id, name: HEAD.name } })
    expect((await app.say(HEAD, '/nhatky'))[0]!.text).toContain('Anh/chị chưa được giao việc này.')
    expect((await app.sayInGroup(STRANGER, '/nhatky'))[0]!.text).toContain('Anh/chị chưa được giao việc này.')
  })

  it.each(['xem nhật ký', 'nhật ký hôm nay', 'who did what this month?'])('"%s" is understood', async (text) => {
    expect((await app.say(SECRETARY, text))[0]!.text).toContain('Nhật ký của')
  })
})

describe('a setting that was changed', () => {
  it.each([
    ['/caidat giờ 7h30', 'đổi giờ nhắc: 07:30 (trước: 08:00)'],
    ['/caidat sau 2 4', 'đổi số ngày nhắc khi quá hạn: 2, 4 (trước: 1, 3, 7)'],
    ['/caidat trước không', 'đổi số ngày nhắc trước hạn: không nhắc (trước: 30, 14, 7, 3, 1, 0)'],
    ['/caidat hằng tuần tắt', 'đổi nhắc hằng tuần khi quá hạn: tắt (trước: bật)'],
    ['/caidat yên lặng 19h đến 6h', 'đổi giờ yên lặng: 19:00, 06:00 (trước: 20:00, 07:00)'],
    ['/caidat quý tắt', 'đổi danh sách việc đầu quý: tắt (trước: bật)'],
    ['/caidat ngày nghỉ 02/5/2025', 'đổi ngày nghỉ, ngày làm: 02/5/2025 nghỉ (trước: 02/5/2025 theo lịch chung)'],
    ['/caidat nhóm tắt', 'đổi nhắc trong một cuộc trò chuyện: tắt (trước: bật)'],
    ['/caidat múi giờ Asia/Tokyo', 'đổi múi giờ: Asia/Tokyo (trước: Asia/Ho_Chi_Minh)'],
    ['/caidat việc PL1 mục 2 trước 10 5', 'PL1 mục 2: trước hạn 10, 5 (trước: PL1 mục 2: như các việc khác)'],
    ['/caidat ngôn ngữ tiếng Anh', "changed the council's language: English (before: Tiếng Việt)"],
  ])('%s', async (words, expected) => {
    await app.say(SECRETARY, words)
    expect((await log('cài đặt')).text).toContain(expected)
  })
})

describe('every act', () => {
  const translators = loadTranslators()
  const entry = (action: AuditAction, details: Record<string, string | number>) => ({
    at: new Date('2025-12-05T10:00:00Z'),
    action,
    actor: 'operator' as const,
    details,
    plan: undefined,
    receiver: undefined,
    chat: undefined,
  })
  const said = (action: AuditAction, details: Record<string, string | number>) =>
    translators.vi(auditSentence(entry(action, details), 'Asia/Ho_Chi_Minh')).text

  it.each(AUDIT_ACTIONS)('%s has a sentence in both languages, whatever its details lack', (action) => {
    for (const translate of [translators.vi, translators.en]) {
      const { text } = translate(auditSentence(entry(action, {}), 'Asia/Ho_Chi_Minh'))
      expect(text).not.toMatch(/undefined|[{}]/)
      expect(text.length).toBeGreaterThan(5)
    }
  })

  it('belongs to one kind', () => {
    expect(AUDIT_KINDS.flatMap(({ actions }) => actions).toSorted()).toEqual([...AUDIT_ACTIONS].toSorted())
  })

  const round = { round: '0b9a2f3c-6a52-4a4e-9d38-1d2f4f7e8a90', title: 'Yêu nước 2025' }
  const ofPolice = { unit: 'Công an phường', movement: 'phong trào thi đua yêu nước' }

  it.each<[AuditAction, Record<string, string>, string]>([
    [
      'nominated',
      { ...round, ...ofPolice, before: '', after: '3 tập thể, 5 cá nhân', reason: '' },
      'ghi đề nghị của Công an phường, phong trào thi đua yêu nước: 3 tập thể, 5 cá nhân (trước: chưa có)',
    ],
    [
      'request-decided',
      { ...round, ...ofPolice, before: '2 cá nhân', after: '1 cá nhân', reason: 'đủ tiêu chuẩn' },
      'quyết định đề nghị vượt chỉ tiêu của Công an phường, phong trào thi đua yêu nước: 1 cá nhân (trước: 2 cá nhân). Lý do: đủ tiêu chuẩn',
    ],
    [
      'round-opened',
      { ...round, deadline: '2025-12-05T10:00:00.000Z' },
      'mở đợt đề nghị “Yêu nước 2025”, hạn 17:00 05/12/2025',
    ],
    [
      'round-extended',
      { ...round, deadline: '2025-12-08T10:00:00.000Z', before: '2025-12-05T10:00:00.000Z' },
      'gia hạn đợt đề nghị “Yêu nước 2025”, hạn 17:00 08/12/2025 (trước: 17:00 05/12/2025)',
    ],
    ['round-closed', { round: 'Yêu nước 2025' }, 'kết thúc đợt đề nghị “Yêu nước 2025”'],
    ['round-closed', { round: round.round }, 'kết thúc đợt đề nghị “không rõ tên”'],
    [
      'task-done',
      { place: 'PL1 mục 6', deadline: 'a-b', occurrence: '2025-03-25' },
      'ghi nhận PL1 mục 6, kỳ 25/3/2025 đã xong',
    ],
    ['person-linked', { role: 'head' }, 'tham gia Hội đồng với vai trò trưởng'],
    ['person-linked', { role: 'head', unit: 'Y tế phường' }, 'tham gia Hội đồng với vai trò trưởng Y tế phường'],
    ['calendar-address-made', { unit: '' }, 'tạo địa chỉ lịch của cả Hội đồng'],
  ])('%s is told in full', (action, details, expected) => {
    expect(said(action, details)).toBe(expected)
  })
})
