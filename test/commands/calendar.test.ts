import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { readIcs } from '../support/ics.ts'
import { SMALL_PLAN } from '../support/plans.ts'

const PUBLIC_URL = 'https://bot.example/'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-02-20T08:00:00+07:00', { PUBLIC_URL, PORT: '0' })
})
afterEach(() => app.stop())

const inFile = ({ message }: Seen) => readIcs(Buffer.from(message.file!.base64, 'base64').toString())
/** The pledge to be signed, item 2 of the plan. */
const pledge = ({ events }: ReturnType<typeof readIcs>) => events.find(({ summary }) => summary.includes('giao ước'))!
const brief = (seen: Seen) => inFile(seen).events.map(({ start, status, summary }) => `${start} ${status} ${summary}`)

async function joinAsHead(speaker: Speaker, unit: string) {
  const [code] = await app.say(SECRETARY, `/moi trưởng ${unit}`)
  await app.say(speaker, /\/start \S+/.exec(code!.text)![0])
}

/** The address that is handed out, on the test's own server. */
async function addressOf(speaker: Speaker, line = '/lich địa chỉ'): Promise<string> {
  const [answer] = await app.say(speaker, line)
  const path = /https:\/\/bot\.example(\/calendar\/[\w-]{32}\.ics)/.exec(answer!.text)![1]!
  return `${app.url}${path}`
}

describe('/lich', () => {
  it('sends the approved plans as a calendar file, to whoever asks in the group', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.sayInGroup(STRANGER, '/lich')
    expect(answer!.text).toBe(
      [
        'Lịch của Hội đồng TĐKT phường Thử: 6 mốc thời gian. Mở tệp này để đưa vào lịch trên điện thoại hoặc máy tính. Khi kế hoạch thay đổi, mở tệp mới để cập nhật.',
        '⚠ Chưa đưa vào lịch 1 mốc chờ thư ký xác nhận ngày.',
        'Ngoài ra có 1 việc không ấn định ngày.',
      ].join('\n'),
    )
    expect(answer!.message.file).toMatchObject({ name: 'lich-hoi-dong-tdkt-phuong-thu.ics', mime: 'text/calendar' })
    expect(brief(answer!)).toEqual([
      '2025-01-14 CONFIRMED Trước ngày 15/01/2025: Tổng kết phong trào thi đua năm 2024',
      '2025-01-25 CONFIRMED 25 hàng tháng: Báo cáo kết quả phong trào',
      '2025-03-04 CONFIRMED Hoàn thành dự thảo trước 05/3/2025: Lập danh sách gương người tốt, việc tốt',
      '2025-03-14 CONFIRMED Trước ngày 15/3/2025: Ký giao ước thi đua giữa các tổ dân phố',
      '2025-03-19 CONFIRMED Trình Hội đồng trước 20/3/2025: Lập danh sách gương người tốt, việc tốt',
      '2025-06-01 CONFIRMED Tháng 6/2025: Sơ kết 6 tháng đầu năm',
    ])
    const { description, categories } = pledge(inFile(answer!))
    expect(description).toBe(
      [
        'Ký giao ước thi đua giữa các tổ dân phố',
        'Thời hạn: Trước ngày 15/3/2025',
        'Thực hiện: Công an phường',
        'Phối hợp: Văn phòng UBND',
        'Vị trí trong kế hoạch: PL1 mục 2',
        'Kế hoạch 07/KH-UBND',
      ].join('\n'),
    )
    expect(categories).toEqual(['Thi đua - Khen thưởng', 'Công an phường'])
  })

  it('of one unit has what it leads and supports, also for its head without naming it', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await joinAsHead(HEAD, 'Công an phường')
    const [named] = await app.sayInGroup(STRANGER, '/calendar cong an')
    const [mine] = await app.say(HEAD, '/lich của tôi')
    expect(brief(named!)).toEqual([
      '2025-01-14 CONFIRMED Trước ngày 15/01/2025: Tổng kết phong trào thi đua năm 2024',
      '2025-01-25 CONFIRMED 25 hàng tháng: Báo cáo kết quả phong trào',
      '2025-03-14 CONFIRMED Trước ngày 15/3/2025: Ký giao ước thi đua giữa các tổ dân phố',
    ])
    expect(brief(mine!)).toEqual(brief(named!))
    expect(mine!.message.file!.name).toBe('lich-cong-an-phuong.ics')
  })

  it('of one plan is asked for by its number', async () => {
    const council = await app.linkedCouncil(SMALL_PLAN)
    await app.importPlan(council.id, SMALL_PLAN.replaceAll('07/KH-UBND', '08/KH-UBND'))
    const [both] = await app.say(SECRETARY, '/lich')
    const [one] = await app.say(SECRETARY, '/lich 08/kh-ubnd')
    expect(inFile(both!).events).toHaveLength(12)
    expect(inFile(one!).events.map(({ description }) => description.split('\n').at(-1))).toEqual(
      Array(6).fill('Kế hoạch 08/KH-UBND'),
    )
  })

  it('updates what changed in a new version under the same name, and cancels what went', async () => {
    const council = await app.linkedCouncil(SMALL_PLAN)
    const [before] = await app.say(SECRETARY, '/lich')
    app.now = new Date('2025-02-21T08:00:00+07:00')
    const row = /^5\t.*\n/m.exec(SMALL_PLAN)![0]
    await app.importPlan(
      council.id,
      SMALL_PLAN.replace('Trước ngày 15/3/2025', 'Trước ngày 22/3/2025').replace(row, ''),
    )
    const [after] = await app.say(SECRETARY, '/lich')
    const [old, now] = [inFile(before!).events, inFile(after!).events]
    const [due, moved] = [pledge(inFile(before!)), pledge(inFile(after!))]
    expect(now.map(({ uid }) => uid).sort()).toEqual(old.map(({ uid }) => uid).sort())
    expect(moved.uid).toBe(due.uid)
    expect(moved.start).toBe('2025-03-21')
    expect(moved.sequence).toBeGreaterThan(due.sequence)
    expect([due.modified, moved.modified]).toEqual(['2025-02-20T01:00:00Z', '2025-02-21T01:00:00Z'])
    expect(now.filter(({ status }) => status === 'CANCELLED').map(({ summary }) => summary)).toEqual([
      'Tháng 6/2025: Sơ kết 6 tháng đầu năm',
    ])
  })

  it('cancels what is done, and takes it up again when that is undone', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const seen = []
    for (const line of ['', '/xong PL1 mục 2', '/chuaxong PL1 mục 2']) {
      if (line) await app.say(SECRETARY, line)
      const [answer] = await app.say(SECRETARY, '/lich')
      seen.push(pledge(inFile(answer!)))
    }
    expect(seen.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED', 'CONFIRMED'])
    expect(new Set(seen.map(({ uid }) => uid)).size).toBe(1)
    const sequences = seen.map(({ sequence }) => sequence)
    expect(sequences).toEqual([...new Set(sequences)].sort((one, other) => one - other))
  })

  it.each([
    ['/lich Hội Nông dân', 'Không tìm thấy đơn vị “Hội Nông dân”.'],
    ['/lich của tôi', 'Anh/chị chưa được ghi là người của đơn vị nào.'],
    ['/lich thu hồi', 'Anh/chị không có địa chỉ lịch nào đang dùng.'],
  ])('%s is told what is wrong', async (line, sentence) => {
    await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.say(SECRETARY, line)
    expect(answer!.text).toContain(sentence)
    expect(answer!.message.file).toBeUndefined()
  })

  it('has nothing for a council without a plan, nor for a person without a council', async () => {
    await app.linkedCouncil()
    const [none] = await app.say(SECRETARY, '/lich')
    const [stranger] = await app.say(STRANGER, '/lich')
    expect(none!.text).toContain('Hội đồng chưa có kế hoạch nào được duyệt.')
    expect(stranger!.text).toContain('Anh/chị chưa tham gia hội đồng nào ở đây.')
  })
})

describe('a subscription address', () => {
  it('shows the same calendar as the file, and follows the plan', async () => {
    const council = await app.linkedCouncil(SMALL_PLAN)
    const [answer] = await app.say(SECRETARY, '/lich')
    const [given] = await app.press(SECRETARY, answer!, 'Địa chỉ đăng ký lịch')
    expect(given!.text).toContain('https://bot.example/calendar/')
    const address = await addressOf(SECRETARY)
    const calendar = async () => readIcs(await (await fetch(address)).text())
    expect((await calendar()).events.map(({ uid }) => uid)).toEqual(inFile(answer!).events.map(({ uid }) => uid))
    await app.importPlan(council.id, SMALL_PLAN.replace('Trước ngày 15/3/2025', 'Trước ngày 22/3/2025'))
    expect(pledge(await calendar()).start).toBe('2025-03-21')
  })

  it('can be of one unit', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await joinAsHead(HEAD, 'Công an phường')
    const { name, events } = readIcs(await (await fetch(await addressOf(HEAD, '/lich địa chỉ của tôi'))).text())
    expect(name).toBe('Công an phường - Hội đồng TĐKT phường Thử')
    expect(events).toHaveLength(3)
  })

  it('opens nothing once it is revoked, or its maker has no role any more', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    await joinAsHead(HEAD, 'Công an phường')
    const [revoked, left] = [await addressOf(SECRETARY), await addressOf(HEAD)]
    const [answer] = await app.say(SECRETARY, '/lich thu hồi')
    expect(answer!.text).toContain('Đã thu hồi 1 địa chỉ lịch')
    expect((await fetch(revoked)).status).toBe(404)
    expect((await fetch(left)).status).toBe(200)
    await app.db.membership.deleteMany({ where: { role: 'head' } })
    expect((await fetch(left)).status).toBe(404)
    const [unknown, known] = [await fetch(`${app.url}/calendar/${'x'.repeat(32)}.ics`), await fetch(revoked)]
    expect(await unknown.text()).toBe(await known.text())
  })

  it('is not kept where it could be read, only its hash', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const token = /([\w-]{32})\.ics/.exec(await addressOf(SECRETARY))![1]!
    expect(JSON.stringify(await app.db.calendarToken.findMany())).not.toContain(token)
    expect(JSON.stringify(await app.db.audit.findMany())).not.toContain(token)
  })

  it('asked for in the group comes in private, and only to a linked person', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const said = await app.sayInGroup(SECRETARY, '/lich địa chỉ')
    const inGroup = said.filter(({ chat }) => chat === GROUP).map(({ text }) => text)
    expect(inGroup).toEqual(['Đã trả lời trong tin nhắn riêng.'])
    expect(said.find(({ chat }) => chat === SECRETARY.id)!.text).toContain('https://bot.example/calendar/')
    const [refused] = await app.sayInGroup(STRANGER, '/lich địa chỉ')
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    expect(await app.db.calendarToken.count()).toBe(1)
  })
})

describe('where nothing of the bot is public', () => {
  beforeEach(async () => {
    await app.stop()
    app = await createTestApp()
  })

  it('there is a file, and no address', async () => {
    await app.linkedCouncil(SMALL_PLAN)
    const [file] = await app.say(SECRETARY, '/lich')
    expect(file!.choices).toEqual([])
    const [answer] = await app.say(SECRETARY, '/lich địa chỉ')
    expect(answer!.text).toContain('máy chủ của bot chưa mở ra Internet')
  })
})
