import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { secretariatReport } from '#locales/reminder-message.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
let at: Seen
let presses: number
beforeEach(async () => {
  app = await createTestApp()
  presses = 0
})
afterEach(() => app.stop())

const SECOND: Speaker = { id: 'sec-2', name: 'Anh Phó' }
const PLAN = 'Kế hoạch 07/KH-UBND ngày 10/01/2025'

/** Sends a plan in private; `at` is then what is shown. */
async function send(content: string, speaker = SECRETARY): Promise<Seen> {
  const bytes = new TextEncoder().encode(content)
  app.platform.files.set('f1', bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: 'f1', name: 'ke-hoach.txt', size: bytes.length }
  const shown = await app.deliver(speaker, { externalId: speaker.id, kind: 'private' }, event)
  return (at = shown.at(-1)!)
}

async function press(label: string, speaker = SECRETARY): Promise<Seen> {
  presses += 1
  const shown = await app.press(speaker, at, label)
  return (at = shown.find(({ chat }) => chat === speaker.id)!)
}

async function says(text: string, speaker = SECRETARY): Promise<Seen> {
  const shown = await app.say(speaker, text)
  return (at = shown.find(({ chat }) => chat === speaker.id)!)
}

/** A second person of the secretariat. */
async function secondSecretary() {
  const [code] = await app.say(SECRETARY, '/moi thư ký')
  await app.say(SECOND, /\/start \S+/.exec(code!.text)![0])
}

const approved = () => app.db.planVersion.count({ where: { state: 'approved' } })

/** A plan under review, with one doubtful date at PL1 mục 4. */
const review = async () => {
  const council = await app.linkedCouncil()
  await send(SMALL_PLAN)
  return council
}

describe('a review from the file to the approval', () => {
  it('shows the counts, the doubtful date with its evidence, the decision, and goes live', async () => {
    await review()
    expect(at.text.split('\n')).toEqual([
      `Đã đọc: ${PLAN}, ỦY BAN NHÂN DÂN`,
      '7 nhiệm vụ · 8 mốc thời gian · 4 chỉ tiêu',
      '⚠ 1 mốc cần xác nhận ngày',
    ])
    expect(at.choices).toEqual([
      'Xem điểm cần xác nhận',
      'Xem toàn bộ',
      'Sửa một dòng',
      'Tải bảng Excel',
      'Duyệt',
      'Bỏ',
    ])
    await press('Xem điểm cần xác nhận')
    expect(at.text.split('\n')).toEqual([
      '⚠ Điểm 1/1: Trước ngày 16/6/2024 — có thể là 16/6/2025',
      'Họp Hội đồng xét khen thưởng đợt 1 — PL1 mục 4',
      'Căn cứ: sớm hơn ngày ban hành kế hoạch; II. Quý II; kế hoạch ban hành ngày 10/01/2025.',
    ])
    expect(at.choices).toEqual(['Là 16/6/2025', 'Giữ như văn bản', 'Ngày khác', 'Để sau'])
    await press('Là 16/6/2025')
    expect(at.text).toContain(
      '✅ Đã ghi PL1 mục 4, “Trước ngày 16/6/2024”: xác nhận hạn cuối 15/6/2025, tức trước ngày 16/6/2025',
    )
    expect(at.text).toContain(`${PLAN}: đã xác nhận 1/1 mốc.`)
    expect(await approved()).toBe(0)
    await press('Duyệt')
    expect(at.text).toContain(`Đã duyệt ${PLAN}.`)
    const [due] = await app.sayInGroup(STRANGER, '/viec tháng 6')
    expect(due!.text).toContain('Trước ngày 16/6/2024, thư ký xác nhận hạn cuối 15/6/2025, tức trước ngày 16/6/2025')
  })

  it('goes on after a restart', async () => {
    await review()
    await press('Xem điểm cần xác nhận')
    await app.restart()
    await press('Ngày khác')
    await app.restart()
    await says('20/6/2025')
    expect(at.text).toContain('xác nhận hạn cuối 19/6/2025, tức trước ngày 20/6/2025')
    await press('Duyệt')
    expect(await approved()).toBe(1)
  })

  it('shows every row by appendix with its reading, and the quotas', async () => {
    await review()
    await press('Xem toàn bộ')
    expect(at.text).toContain('Phụ lục 1\nPL1 mục 1: Tổng kết phong trào thi đua năm 2024')
    expect(at.text).toContain(
      'Thực hiện: Công an phường · Phối hợp: Văn phòng UBND\nTrước ngày 15/3/2025 → hạn cuối 14/3/2025',
    )
    expect(at.text).toContain('⚠ Trước ngày 16/6/2024 → có thể là 16/6/2025, chờ xác nhận')
    expect(at.text).toContain('Tháng 6/2025 → từ 01/6/2025 đến 30/6/2025')
    expect(at.text).toContain('25 hàng tháng → lặp lại: 25/01/2025, 25/02/2025, …')
    expect(at.text).toContain('Khi có phát sinh → không ấn định ngày')
    expect(at.text).toContain('Công an phường: tập thể 3, cá nhân 5')
  })

  it('names what is open once more before it is approved, and counts anew what changed meanwhile', async () => {
    await review()
    const stale = await press('Duyệt')
    expect(stale.text).toContain(`Duyệt ${PLAN}? Còn 1 điểm chờ xác nhận.`)
    expect(stale.text).toContain('⚠ PL1 mục 4: “Trước ngày 16/6/2024”')
    expect(stale.choices[0]).toBe('Duyệt, còn 1 điểm chờ xác nhận')
    await says('/kehoach sửa mục 7: đầu xuân năm 2025')
    await press('Đúng')
    at = stale
    await press('Duyệt, còn 1')
    expect(at.text).toContain('Còn 2 điểm')
    expect(await approved()).toBe(0)
    expect(at.text).toContain('⚠ PL1 mục 7: chưa hiểu thời hạn “đầu xuân năm 2025”')
    await press('Duyệt, còn 2')
    expect(await approved()).toBe(1)
  })

  it('of a group answers in private', async () => {
    await review()
    const said = await app.sayInGroup(SECRETARY, '/kehoach xem')
    expect(said.filter(({ chat }) => chat === GROUP).map(({ text }) => text)).toEqual([
      'Đã trả lời trong tin nhắn riêng.',
    ])
    expect(said.find(({ chat }) => chat === SECRETARY.id)!.text).toContain('Đã đọc')
  })
})

describe('what else the reader could not vouch for', () => {
  const UNCLEAR = SMALL_PLAN.replace('Tháng 6/2025', 'Đầu xuân năm 2025').replace(
    'như sau:',
    'như sau (mức thưởng tại Phụ lục 3 kèm theo):',
  )

  it('is counted, listed with its words and what can be done, and settled by a correction', async () => {
    await app.linkedCouncil()
    await send(UNCLEAR)
    expect(at.text).toContain('⚠ 1 thời hạn chưa hiểu, giữ nguyên văn\n⚠ 1 phụ lục được nêu nhưng không có trong tệp')
    await press('Điểm khác cần xem')
    expect(at.text).toContain('PL1 mục 5: “Đầu xuân năm 2025” — Sơ kết 6 tháng đầu năm')
    expect(at.text).toContain('Giữ nguyên, hoặc sửa như: mục 7: trước ngày 20/3/2025')
    expect(at.text).toContain('Văn bản nêu Phụ lục 3 nhưng tệp không có phụ lục này.')
    await press('Sửa một dòng')
    await says('mục 5: tháng 6/2025')
    await press('Đúng')
    await press('Về tổng quan')
    expect(at.text).not.toContain('chưa hiểu')
  })

  it('reads in English too, as does all of a review', async () => {
    await app.linkedCouncil()
    await says('/ngonngu en')
    await send(UNCLEAR)
    expect(at.text).toContain('⚠ 1 deadline was not understood, kept as written')
    for (const label of ['Other points', 'Overview', 'Show all rows', 'Overview', 'Show what needs a decision']) {
      await press(label)
      expect(at.text).not.toMatch(/\b(?:kế hoạch ban hành|hạn cuối|chờ xác nhận|Thực hiện:)/)
    }
    await press('It is 16/6/2025')
    expect(at.text).toContain('last day decided to be 15/6/2025, that is before 16/6/2025')
    await says('/plan correct row 2 lead: Y tế phường')
    await press('Right')
    expect(at.text).toContain('Before: Công an phường\nAfter: Y tế phường')
    await press('Approve')
    await press('Approve with 1 open')
    expect(await approved()).toBe(1)
  })
})

const HANOI = new URL('../../../shared/plans/001_1fd602e1b0c2be66.txt', import.meta.url)
describe.skipIf(!existsSync(HANOI))('a real plan with four doubtful dates (in ../shared)', () => {
  beforeEach(async () => {
    await app.linkedCouncil()
    await send(readFileSync(HANOI, 'utf8'))
  })
  const decided = async () =>
    (await app.db.deadline.findMany({ where: { suspectReason: { not: null } } }))
      .map(({ decidedOn }) => decidedOn)
      .sort()
  const PROPOSED = ['2025-03-30', '2025-04-15', '2025-06-05', '2025-06-16']

  it('is reviewed one date after the other and approved in six presses', async () => {
    expect(at.text).toContain('⚠ 4 mốc cần xác nhận ngày')
    expect(at.text).toContain('4 việc trùng giữa Phụ lục 1 và Phụ lục 2')
    expect(at.text).toContain('PL1 mục 22 ghi 16/6/2024, PL2 mục I.2 ghi 16/6/2025')
    await press('Xem điểm cần xác nhận')
    await press('Là 15/4/2025')
    await press('Là 05/6/2025')
    expect(at.text).toContain('PL2 mục I.2 (cùng một việc) ghi “Trước ngày 16/6/2025”, khớp với đề xuất')
    await press('Là 16/6/2025')
    await press('Là 30/3/2025')
    await press('Duyệt')
    expect(await decided()).toEqual(PROPOSED)
    expect(await approved()).toBe(1)
    expect(presses).toBe(6)
  })

  it('is reviewed with all proposals at once in four', async () => {
    await press('Xem điểm cần xác nhận')
    await press('Nhận cả 4 đề xuất')
    expect(at.text).toContain('⚠ Đơn vị gửi hồ sơ trước 30/3/2024 → có thể là 30/3/2025, chờ xác nhận')
    expect(await decided()).toEqual([null, null, null, null])
    await press('Đúng, nhận cả 4')
    expect(await decided()).toEqual(PROPOSED)
    await press('Duyệt')
    expect([await approved(), presses]).toEqual([1, 4])
  })

  it('shows its 52 rows on pages and the original words, under 20 presses with a correction', async () => {
    await press('Xem toàn bộ')
    for (let page = 2; page <= 4; page++) await press('Trang sau')
    expect(at.text).toContain('Trang 4/4')
    await press('Sửa một dòng')
    await says('PL1 mục 8: trước ngày 15/3/2025')
    expect(at.text).toContain(
      'Trước: Trước ngày 28/02/2025 → hạn cuối 27/02/2025\nSau: trước ngày 15/3/2025 → hạn cuối 14/3/2025',
    )
    await press('Đúng')
    await press('Về tổng quan')
    await press('Xem điểm cần xác nhận')
    for (let date = 1; date <= 4; date++) await press('Là ')
    await press('Duyệt')
    expect([await approved(), presses < 20]).toEqual([1, true])
  })
})

describe('a doubtful date', () => {
  it('is decided in other words, is asked about again where they are unclear, and once more where they do not fit', async () => {
    await review()
    await press('Xem điểm cần xác nhận')
    await press('Ngày khác')
    await says('hôm nào đó')
    expect(at.text).toContain('Chưa hiểu “hôm nào đó” là ngày nào.')
    await says('20/6/2021')
    expect(at.text).toContain('Ngày 20/6/2021 cũng không phù hợp: sớm hơn ngày ban hành kế hoạch')
    expect(await app.db.deadline.count({ where: { decidedOn: { not: null } } })).toBe(0)
    await press('Ngày khác')
    await says('chậm nhất 18/6')
    expect(at.text).toContain('xác nhận hạn cuối 18/6/2025, tức trước ngày 19/6/2025')
  })

  it('may be left as written, decided again, and left for later', async () => {
    await review()
    await press('Xem điểm cần xác nhận')
    await press('Để sau')
    expect(at.text).toContain('đã xác nhận 0/1 mốc')
    await press('Xem 1 điểm còn lại')
    await press('Giữ như văn bản')
    expect(at.text).toContain('giữ như văn bản, hạn cuối 15/6/2024')
    await press('Xác nhận lại')
    await press('PL1 mục 4: 16/6/2024')
    await press('Là 16/6/2025')
    const [log] = await app.say(SECRETARY, '/nhatky kế hoạch')
    expect(log!.text).toContain(
      'Chị Thư: xác nhận ngày của PL1 mục 4, “Trước ngày 16/6/2024”: xác nhận hạn cuối 15/6/2025, tức trước ngày 16/6/2025 (trước: giữ như văn bản, hạn cuối 15/6/2024)',
    )
  })

  it('that is no date of the calendar cannot be left as written', async () => {
    await app.linkedCouncil()
    await send(SMALL_PLAN.replace('16/6/2024', '31/02/2025'))
    await press('Xem điểm cần xác nhận')
    expect(at.text).toContain('Căn cứ: không có trong lịch')
    expect(at.choices).toEqual(['Là 28/02/2025', 'Ngày khác', 'Để sau'])
  })

  it('that another secretary has just decided on stays as decided', async () => {
    await review()
    await secondSecretary()
    const mine = await says('/kehoach xác nhận')
    await says('/kehoach xác nhận', SECOND)
    await press('Là 16/6/2025', SECOND)
    at = mine
    await press('Giữ như văn bản')
    expect(at.text).toContain('Mốc này vừa được xác nhận, chưa có gì thay đổi.')
    expect(await app.db.deadline.count({ where: { decidedOn: '2025-06-16' } })).toBe(1)
  })

  it('of the live plan is decided any time, and what shows it is written anew', async () => {
    const { id } = await app.linkedCouncil(SMALL_PLAN)
    await app.db.council.update({ where: { id }, data: { cardsOn: '2025-02-20' } })
    await says('/kehoach xác nhận')
    await press('Là 16/6/2025')
    expect(at.choices).toEqual(['Xác nhận lại', 'Về tổng quan'])
    expect((await app.db.council.findUniqueOrThrow({ where: { id } })).cardsOn).toBeNull()
    await says('/kehoach xác nhận')
    expect(at.text).toBe('Không còn mốc nào chờ xác nhận ngày.')
  })

  it('is where the morning report leads', () => {
    const { foot, choices } = secretariatReport('2025-02-20', {
      missed: [],
      undelivered: [{ on: '2025-02-19', chat: 'Nhóm', state: 'refused', reason: 'x' }],
      unpinned: [],
      undecided: 1,
    })!
    expect(foot).toEqual([{ key: 'card-undecided', values: { count: 1 } }])
    expect(choices!.flat().map(({ line }) => line)).toEqual(['/kehoach xac nhan'])
  })

  it('is taken with all proposals only as they were shown', async () => {
    await app.linkedCouncil()
    await send(SMALL_PLAN.replace('Trước ngày 15/3/2025', 'Trước ngày 15/3/2024'))
    await press('Xem điểm cần xác nhận')
    const shown = await press('Nhận cả 2 đề xuất')
    await says('/kehoach xác nhận')
    await press('Giữ như văn bản')
    at = shown
    await press('Đúng, nhận cả 2')
    expect(at.text).toContain('Nhận cả 1 đề xuất sau đây?')
    expect(await app.db.deadline.count({ where: { decidedOn: { not: null } } })).toBe(1)
  })
})

describe('a row is corrected by a typed line', () => {
  const row = async (place: string) => {
    await says('/kehoach toàn bộ')
    return at.text.split('\n').filter((_, index, all) =>
      all
        .slice(0, index + 1)
        .findLast((one) => /^PL\d/.test(one))
        ?.startsWith(`${place}:`),
    )
  }

  it.each([
    [
      'mục 2: trước ngày 20/3/2025',
      'Trước: Trước ngày 15/3/2025 → hạn cuối 14/3/2025\nSau: trước ngày 20/3/2025 → hạn cuối 19/3/2025',
    ],
    ['mục 2 đơn vị: Y tế phường', 'Trước: Công an phường\nSau: Y tế phường'],
    ['PL1 mục 2 phối hợp: không', 'Trước: Văn phòng UBND\nSau: chưa có'],
    ['muc 2 noi dung: Ký giao ước', 'Trước: Ký giao ước thi đua giữa các tổ dân phố\nSau: Ký giao ước'],
    ['mục 2 bỏ', 'Bỏ dòng: PL1 mục 2: Ký giao ước thi đua giữa các tổ dân phố'],
    [
      'thêm: Hội nghị điển hình; Y tế phường; 20/10/2025',
      'Thêm dòng: Hội nghị điển hình — Y tế phường\n20/10/2025 → hạn cuối 20/10/2025',
    ],
    ['mục 2: đầu xuân năm 2025', '⚠ Chưa hiểu “đầu xuân năm 2025”: giữ nguyên văn, không nhắc theo ngày.'],
    ['mục 2: trước 20/3/2021', 'Sau: ⚠ trước 20/3/2021 → có thể là'],
  ])('%s', async (line, readBack) => {
    await review()
    const before = await app.db.deadline.findMany()
    await press('Sửa một dòng')
    await says(line)
    expect(at.text).toContain(readBack)
    expect(await app.db.deadline.findMany()).toEqual(before)
    await press('Đúng')
    expect(at.text).toContain('✅ Đã sửa.')
    const [log] = await app.say(SECRETARY, '/nhatky kế hoạch')
    expect(log!.text).toContain(`Chị Thư: sửa ${PLAN}`)
  })

  it('shows the row as corrected, and the others as they were', async () => {
    await review()
    await says('/kehoach sửa mục 2: trước ngày 20/3/2025')
    await press('Đúng')
    await says('/kehoach sửa mục 3: chậm nhất 25/3/2025')
    expect(at.choices).toEqual(['Hoàn thành dự thảo trước 05/3/2025', 'Trình Hội đồng trước 20/3/2025', 'Thay tất cả'])
    await press('Trình Hội đồng')
    await press('Đúng')
    await says('/kehoach sửa mục 1 bỏ')
    await press('Đúng')
    await says('/kehoach sửa thêm: Hội nghị điển hình; Y tế phường; 20/10/2025')
    await press('Đúng')
    expect((await row('PL1 mục 2')).at(-1)).toBe('trước ngày 20/3/2025 → hạn cuối 19/3/2025')
    expect((await row('PL1 mục 3')).slice(-2)).toEqual([
      'Hoàn thành dự thảo trước 05/3/2025 → hạn cuối 04/3/2025',
      'chậm nhất 25/3/2025 → hạn cuối 25/3/2025',
    ])
    expect(await row('PL1 mục 1')).toEqual([])
    expect((await row('PL1 việc thứ 7')).slice(0, 3)).toEqual([
      'PL1 việc thứ 7: Hội nghị điển hình',
      'Thực hiện: Y tế phường',
      '20/10/2025 → hạn cuối 20/10/2025',
    ])
  })

  it('not at all where it is refused, or no row is meant; the next words may be one', async () => {
    await review()
    await press('Sửa một dòng')
    await says('hôm nay trời đẹp')
    expect(at.text).toContain('Chưa hiểu “hôm nay trời đẹp”.')
    await says('mục 99: trước ngày 20/3/2025')
    expect(at.text).toContain(`Không có “mục 99” trong ${PLAN}.`)
    await says('mục 2: trước ngày 20/3/2025')
    await press('Không')
    expect(at.text).toBe('Giữ nguyên, chưa có gì thay đổi.')
    expect((await row('PL1 mục 2')).at(-1)).toBe('Trước ngày 15/3/2025 → hạn cuối 14/3/2025')
  })

  it('of the approved plan in a new draft, which is approved as any version', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await says('/kehoach sửa mục 2: trước ngày 20/3/2025')
    expect(at.text).toContain('việc sửa ghi vào một bản nháp mới')
    await press('Đúng')
    const [before] = await app.sayInGroup(STRANGER, '/viec')
    expect(before!.text).toContain('Trước ngày 15/3/2025')
    await press('Duyệt')
    await press('Duyệt, còn 1')
    const [after] = await app.sayInGroup(STRANGER, '/viec')
    expect(after!.text).toContain('trước ngày 20/3/2025')
    expect(after!.text).not.toContain('15/3/2025')
    expect(await app.db.planVersion.groupBy({ by: ['state'], _count: true, orderBy: { state: 'asc' } })).toMatchObject([
      { state: 'approved', _count: 1 },
      { state: 'superseded', _count: 1 },
    ])
    expect(await app.db.quota.count()).toBe(8)
  })
})

describe('two approvals', () => {
  const require = () => app.say(SECRETARY, '/caidat duyệt hai người bật')

  it('cannot be required of one person', async () => {
    await app.linkedCouncil()
    const [said] = await require()
    expect(said!.text).toContain('Hội đồng chỉ có một thư ký')
  })

  it('make a plan live with the second person only, who is asked in private', async () => {
    await review()
    await secondSecretary()
    const [settings] = await require()
    expect(settings!.text).toContain('phê duyệt hai người: bật (trước: tắt)')
    await says('/kehoach xác nhận')
    await press('Là 16/6/2025')
    const mine = at
    const said = await app.press(SECRETARY, mine, 'Duyệt')
    const asked = said.find(({ chat }) => chat === SECOND.id)!
    expect(said.find(({ chat }) => chat === SECRETARY.id)!.text).toContain('có hiệu lực khi một thư ký khác duyệt')
    expect(asked.text).toContain('Chị Thư đã duyệt và đề nghị anh/chị duyệt lần hai')
    expect(asked.choices).toEqual(['Duyệt', 'Xem'])
    await says('/kehoach duyệt')
    expect(at.text).toContain('Anh/chị đã duyệt bản này.')
    expect(await approved()).toBe(0)
    const told = await app.press(SECOND, asked, 'Duyệt')
    expect(await approved()).toBe(1)
    expect(told.find(({ chat }) => chat === SECRETARY.id)!.text).toContain(
      'đã có hiệu lực: Chị Thư và Anh Phó đã duyệt.',
    )
  })

  it('begin anew after a correction', async () => {
    await review()
    await secondSecretary()
    await require()
    await says('/kehoach duyệt')
    const said = await app.press(SECRETARY, at, 'Duyệt, còn 1')
    const asked = said.find(({ chat }) => chat === SECOND.id)!
    expect(asked.choices).toEqual(['Duyệt, còn 1 điểm chờ xác nhận', 'Xem'])
    await says('/kehoach sửa mục 2: trước ngày 20/3/2025')
    await press('Đúng')
    expect(at.text).toContain('nên cần duyệt lại')
    await app.press(SECOND, asked, 'Duyệt, còn 1')
    expect(await approved()).toBe(0)
  })
})

describe('nobody else', () => {
  it('of another council reaches a plan by its ids', async () => {
    await review()
    const version = await app.db.planVersion.findFirstOrThrow()
    const suspect = await app.db.deadline.findFirstOrThrow({ where: { suspectReason: { not: null } } })
    const other = await app.createCouncil('Hội đồng khác')
    await app.say(SECOND, `/start ${other.code}`)
    for (const line of [
      `xem @${version.id}`,
      `toàn bộ @${version.id}`,
      `điểm khác @${version.id}`,
      `xác nhận @${version.id}`,
      `nhận chắc chắn @${version.id} 1`,
      `mốc ${suspect.id} - la`,
      `mốc ${suspect.id} - hoi`,
      `sửa @${version.id} mục 2 bỏ`,
      `sửa chắc chắn @${version.id} remove ${suspect.taskId} -`,
      `duyệt @${version.id} 1`,
      `bỏ @${version.id}`,
    ]) {
      const [said] = await app.say(SECOND, `/kehoach ${line}`)
      expect(said!.text, line).toMatch(/không còn/)
    }
    expect(await app.db.deadline.findUnique({ where: { id: suspect.id } })).toEqual(suspect)
    expect(await app.db.planVersion.findFirst()).toEqual(version)
  })

  it('than the secretariat sees or changes a draft', async () => {
    await review()
    for (const line of ['', ' xem', ' xác nhận', ' duyệt', ' sửa mục 2 bỏ']) {
      const [said] = await app.say(HEAD, `/kehoach${line}`)
      expect(said!.text).not.toContain('07/KH-UBND')
    }
  })
})
