import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

const PLAN = `${SMALL_PLAN}
II. Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”: 10 tập thể, 20 cá nhân

III. Phong trào “Người tốt, việc tốt”: Căn cứ theo đề xuất của Ban chỉ đạo phong trào phường.

IV. Phong trào “Hiến máu tình nguyện”: không quá 15% tổng số cá nhân tham gia
`
const NEXT_YEAR = `ỦY BAN NHÂN DÂN
PHƯỜNG AN LẠC

Số: 09/KH-UBND

An Lạc, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Công tác thi đua, khen thưởng năm 2026

PHỤ LỤC 3
Phân bổ chỉ tiêu khen thưởng
(Kèm theo Kế hoạch số 09/KH-UBND ngày 05/01/2026 của UBND phường An Lạc)

I. Phong trào thi đua yêu nước:

STT	Bộ phận	Chỉ tiêu tập thể	Chỉ tiêu cá nhân
1	Công an phường	04	06
2	Tổ dân phố số 1		02
3	Tổ dân phố số 2		01
`

let app: TestApp
let council: string
beforeEach(async () => {
  app = await createTestApp()
  council = (await app.linkedCouncil(PLAN)).id
})
afterEach(() => app.stop())

const say = async (text: string) => (await app.say(SECRETARY, text))[0]!
const inGroup = async (text: string) => (await app.sayInGroup(STRANGER, text))[0]?.text

describe('/chitieu', () => {
  it('shows every movement with its total or basis, in the words of the plan', async () => {
    const shown = await say('/chitieu')
    expect(shown.text).toBe(
      [
        'Chỉ tiêu khen thưởng',
        '',
        'Kế hoạch 07/KH-UBND ngày 10/01/2025',
        'Phong trào thi đua yêu nước: 4 đơn vị, tập thể 5, cá nhân 13 — PL2',
        'Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”: cả Hội đồng tập thể 10, cá nhân 20 — PL2',
        '“10 tập thể, 20 cá nhân”',
        'Phong trào “Người tốt, việc tốt”: theo đề xuất, không ấn định số — PL2',
        '“Căn cứ theo đề xuất của Ban chỉ đạo phong trào phường.”',
        'Phong trào “Hiến máu tình nguyện”: cả Hội đồng cá nhân 15% — PL2',
        '“không quá 15% tổng số cá nhân tham gia”',
      ].join('\n'),
    )
    expect(shown.choices).toEqual(['Phong trào thi đua yêu nước'])
  })

  it('shows the units of a movement by choice, and nothing where a category has no quota', async () => {
    const [table] = await app.press(SECRETARY, await say('/chitieu'), 'thi đua yêu nước')
    expect(table!.text).toBe(
      [
        'Chỉ tiêu: Phong trào thi đua yêu nước',
        '',
        'Kế hoạch 07/KH-UBND ngày 10/01/2025 — PL2',
        '4 đơn vị, tập thể 5, cá nhân 13',
        'Văn phòng UBND: tập thể 1, cá nhân 4',
        'Công an phường: tập thể 3, cá nhân 5',
        'Y tế phường: cá nhân 2',
        'Hội CCB; Hội LHPN: tập thể 1 (trong 2 đơn vị nêu tên), cá nhân 2 (trong 2 đơn vị nêu tên)',
      ].join('\n'),
    )
  })

  it('shows what a unit may nominate in each movement', async () => {
    expect((await say('/chitieu CA phường')).text).toBe(
      [
        'Chỉ tiêu của Công an phường',
        '',
        'Kế hoạch 07/KH-UBND ngày 10/01/2025',
        'Phong trào thi đua yêu nước: tập thể 3, cá nhân 5 — PL2',
        'Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”: không chia cho từng đơn vị, cả Hội đồng tập thể 10, cá nhân 20 — PL2',
        '“10 tập thể, 20 cá nhân”',
        'Phong trào “Người tốt, việc tốt”: theo đề xuất, không ấn định số — PL2',
        '“Căn cứ theo đề xuất của Ban chỉ đạo phong trào phường.”',
        'Phong trào “Hiến máu tình nguyện”: không chia cho từng đơn vị, cả Hội đồng cá nhân 15% — PL2',
        '“không quá 15% tổng số cá nhân tham gia”',
      ].join('\n'),
    )
  })

  it('shows a unit in one movement where both are named', async () => {
    const { text } = await say('/chitieu công an phường phong trào yêu nước')
    expect(text).toContain('Phong trào thi đua yêu nước: tập thể 3, cá nhân 5')
    expect(text).not.toContain('an ninh')
  })

  it.each([
    ['/chitieu yêu nước', 'Chỉ tiêu: Phong trào thi đua yêu nước'],
    ['/quota yeu nuoc', 'Chỉ tiêu: Phong trào thi đua yêu nước'],
    ['/chitieu antq', 'Chỉ tiêu: Phong trào “Toàn dân bảo vệ an ninh Tổ quốc”'],
    ['/chitieu việc tốt', 'Chỉ tiêu: Phong trào “Người tốt, việc tốt”'],
    ['/chitieu hội phụ nữ', 'Chỉ tiêu của Hội CCB; Hội LHPN'],
    ['/chitieu kế hoạch 07/KH-UBND yêu nước', 'Chỉ tiêu: Phong trào thi đua yêu nước'],
    ['/chitieu năm 2025', 'Phong trào thi đua yêu nước: 4 đơn vị'],
    ['/chitieu năm 2031', 'Các kế hoạch đã duyệt không có chỉ tiêu'],
    ['/chitieu kế hoạch 99/KH-UBND', 'Không có kế hoạch số 99/KH-UBND'],
    ['/chitieu bể bơi', 'Không tìm thấy đơn vị hoặc phong trào “bể bơi”'],
    ['/chitieu của đơn vị tôi', 'Anh/chị chưa được ghi là trưởng hoặc phó'],
  ])('%s: %s', async (text, expected) => {
    expect((await say(text)).text).toContain(expected)
  })

  it("shows a head the own unit's, also by choice", async () => {
    await app.sayInGroup(SECRETARY, '/moi trưởng Y tế phường', {
      replyTo: { externalId: HEAD.id, name: HEAD.name },
    })
    const [overview] = await app.say(HEAD, '/chitieu')
    const [own] = await app.press(HEAD, overview!, 'Chỉ tiêu của đơn vị tôi')
    expect(own!.text).toContain('Chỉ tiêu của Y tế phường')
    expect(own!.text).toContain('Phong trào thi đua yêu nước: cá nhân 2')
    expect((await app.say(HEAD, 'chỉ tiêu của đơn vị tôi là bao nhiêu'))[0]!.text).toBe(own!.text)
  })

  it('says each plan by its number, and one by its year', async () => {
    await app.importPlan(council, NEXT_YEAR, 'nam-sau.txt')
    const { text } = await say('/chitieu yêu nước')
    expect(text).toContain('Kế hoạch 09/KH-UBND ngày 05/01/2026 — PL3\n3 đơn vị, tập thể 4, cá nhân 9\n')
    expect(text).toContain('Kế hoạch 07/KH-UBND ngày 10/01/2025 — PL2\n4 đơn vị, tập thể 5, cá nhân 13\n')
    const later = (await say('/chitieu công an phường năm 2026')).text
    expect(later).toContain('tập thể 4, cá nhân 6 — PL3')
    expect(later).not.toContain('07/KH-UBND')
  })

  it('asks which unit is meant, and goes on with the movement that was named', async () => {
    await app.importPlan(council, NEXT_YEAR, 'nam-sau.txt')
    const asked = await say('/chitieu tổ dân phố phong trào yêu nước năm 2026')
    expect(asked.choices.toSorted()).toEqual(['Tổ dân phố số 1', 'Tổ dân phố số 2'])
    const [shown] = await app.press(SECRETARY, asked, 'Tổ dân phố số 1')
    expect(shown!.text).toContain('Chỉ tiêu của Tổ dân phố số 1')
    expect(shown!.text).toContain('Kế hoạch 09/KH-UBND ngày 05/01/2026\nPhong trào thi đua yêu nước: cá nhân 2 — PL3')
  })

  it('asks which movement is meant', async () => {
    const asked = await say('/chitieu tình tốt nguyện việc')
    expect(asked.text).toContain('Không tìm thấy')
    const several = `${NEXT_YEAR}\nII. Phong trào thi đua yêu nước ngành y tế: 2 tập thể\n\nIII. Phong trào thi đua yêu nước ngành giáo dục: 3 tập thể\n`
    await app.importPlan(council, several, 'nam-sau.txt')
    const which = await say('/chitieu năm 2026 phong trào ngành')
    expect(which.choices).toHaveLength(2)
    const [shown] = await app.press(SECRETARY, which, 'giáo dục')
    expect(shown!.text).toContain('cả Hội đồng tập thể 3')
  })

  it('spreads a long table over pages', async () => {
    const rows = Array.from(
      { length: 150 },
      (_, index) => `${index + 1}\tTổ dân phố số ${index + 1} khu đô thị\t01\t02`,
    )
    const long = NEXT_YEAR.replace(/1\tCông an[^]*/, rows.join('\n'))
    await app.importPlan(council, long, 'dai.txt')
    const first = await say('/chitieu yêu nước năm 2026')
    expect(first.text).toContain('150 đơn vị, tập thể 150, cá nhân 300')
    const [second] = await app.press(SECRETARY, first, 'Trang sau')
    expect(second!.text).toContain('Trang 2/')
    expect(second!.text).toContain('Kế hoạch 09/KH-UBND ngày 05/01/2026 — PL3')
    expect(second!.edited).toBe(1)
  })

  it('answers whoever is in the group, and no stranger in private', async () => {
    expect(await inGroup('/chitieu công an phường')).toContain('tập thể 3, cá nhân 5')
    expect((await app.say(STRANGER, '/chitieu'))[0]!.text).toContain('chưa tham gia hội đồng nào')
  })

  it('says so where there is no plan, or none with quotas', async () => {
    const other = await createTestApp()
    const { id } = await other.linkedCouncil()
    expect((await other.say(SECRETARY, '/chitieu'))[0]!.text).toContain('chưa có kế hoạch nào được duyệt')
    await other.importPlan(id, SMALL_PLAN.slice(0, SMALL_PLAN.indexOf('PHỤ LỤC 2')))
    expect((await other.say(SECRETARY, '/chitieu'))[0]!.text).toContain('không có chỉ tiêu khen thưởng')
    await other.stop()
  })
})

describe('a plain sentence', () => {
  it.each([
    ['chỉ tiêu của công an phường là bao nhiêu', 'Chỉ tiêu của Công an phường'],
    ['Cho em hỏi chỉ tiêu khen thưởng của trạm y tế ạ?', 'Chỉ tiêu của Y tế phường'],
    ['công an phường được giao bao nhiêu chỉ tiêu?', 'Chỉ tiêu của Công an phường'],
    ['công an phường được đề nghị khen mấy cá nhân', 'Chỉ tiêu của Công an phường'],
    ['how many people can the ward police nominate?', 'Chỉ tiêu của Công an phường'],
    ['chi tieu phong trao yeu nuoc', 'Chỉ tiêu: Phong trào thi đua yêu nước'],
    ['chỉ tiêu phong trào người tốt việc tốt', 'Chỉ tiêu: Phong trào “Người tốt, việc tốt”'],
    ['what is the quota of the ward police', 'Chỉ tiêu của Công an phường'],
    ['chỉ tiêu năm nay thế nào', 'Chỉ tiêu khen thưởng'],
    ['mỗi đơn vị được bao nhiêu chỉ tiêu', 'Chỉ tiêu khen thưởng'],
    ['chỉ tiêu các phong trào', 'Chỉ tiêu khen thưởng'],
    ['số lượng được đề nghị khen của công an phường', 'Chỉ tiêu của Công an phường'],
    ['chỉ tiêu của tổ bảo vệ', 'Không tìm thấy đơn vị hoặc phong trào “tổ bảo vệ”'],
    ['xem bảng phân bổ chỉ tiêu', 'Chỉ tiêu khen thưởng'],
    ['chỉ tiêu quý này có gì đến hạn', 'Việc đến hạn trong Quý I/2025'],
    ['việc giao chỉ tiêu cho công an khi nào đến hạn?', 'Việc'],
    ['quý này có gì đến hạn?', 'Việc đến hạn trong Quý I/2025'],
  ])('"%s" is answered with %s', async (text, expected) => {
    expect((await say(text)).text).toContain(expected)
  })

  it('that only mentions quotas is left alone', async () => {
    expect((await say('chỉ tiêu năm nay cao quá mọi người ơi')).text).toContain('Chưa hiểu câu hỏi')
  })
})
