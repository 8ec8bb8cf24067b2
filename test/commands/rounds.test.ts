import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId, RoundId, UnitId } from '#domain/ids.ts'
import type { Counts } from '#domain/rounds/counts.ts'
import { addVersion, findRound } from '#prisma/rounds.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { ROUND_PLAN } from '../support/round-plan.ts'

let app: TestApp
let council: { id: CouncilId }
/** Thursday 20/11/2025 at 09:00. */
beforeEach(async () => {
  app = await createTestApp('2025-11-20T09:00:00+07:00')
  council = await app.linkedCouncil(ROUND_PLAN)
})
afterEach(() => app.stop())

const say = async (text: string) => (await app.say(SECRETARY, text))[0]!
const press = async (under: Seen, label: string) => (await app.press(SECRETARY, under, label))[0]!
/** What only this chat was told. */
const inChat = (seen: Seen[], chat: string) => seen.filter((each) => each.chat === chat).map(({ text }) => text)
const audits = (action: string) => app.db.audit.count({ where: { action } })

async function openRound(line = '/dot mở yêu nước hạn 5/12') {
  const opened = await press(await say(line), 'Mở đợt')
  expect(opened.text).toContain('Đã mở đợt')
  return theRound()
}

async function theRound(state = 'open') {
  const { id } = await app.db.round.findFirstOrThrow({ where: { state }, orderBy: { createdAt: 'desc' } })
  return (await findRound(app.db, council.id, id as RoundId))!
}

async function makeHead(unit = 'Công an phường', who = HEAD) {
  await app.sayInGroup(SECRETARY, `/moi trưởng ${unit}`, { replyTo: { externalId: who.id, name: who.name } })
  await app.say(who, '/trogiup')
}

/** What a unit hands in, as the other command stores it. */
async function handIn(unit: string, counts: Counts, more: { request?: boolean; movement?: string; by?: string } = {}) {
  const round = await theRound()
  const movement = round.movements.find(({ name }) => name.includes(more.movement ?? 'yêu nước'))!
  const { id: unitId } = round.units.find(({ name }) => name === unit)!
  await addVersion(app.db, round.id, {
    movementId: movement.id,
    unitId,
    act: 'said',
    said: counts,
    counts,
    request: more.request ?? false,
    reason: more.request ? 'nhiều thành tích' : undefined,
    personId: undefined,
    personName: more.by ?? 'Anh Công',
    behalf: false,
    at: app.now,
    source: undefined,
  })
  return { round, movementId: movement.id, unitId }
}

const limitsOf = async (name: string) => {
  const round = await theRound()
  const unit = round.units.find((one) => one.name === name)!
  return round.asked.find(({ unitId }) => unitId === unit.id)!.limits
}

describe('opening a round', () => {
  it('takes a few presses: movements, deadline, preview', async () => {
    const movements = await say('/dot mở')
    expect(movements.choices).toEqual([
      '☐ Thi đua yêu nước',
      '☐ Hiến máu tình nguyện',
      '☐ Xây dựng nếp sống văn minh',
      'Tất cả',
      'Phong trào khác',
    ])
    const ticked = await press(await press(movements, 'yêu nước'), 'Hiến máu')
    expect(ticked.id).toBe(movements.id)
    expect(ticked.choices.slice(0, 3)).toEqual([
      '☑ Thi đua yêu nước',
      '☑ Hiến máu tình nguyện',
      '☐ Xây dựng nếp sống văn minh',
    ])
    const deadlines = await press(ticked, 'Tiếp tục')
    expect(deadlines.choices).toEqual([
      '17:00 thứ Sáu 21/11/2025',
      '17:00 thứ Năm 27/11/2025',
      '17:00 thứ Sáu 28/11/2025',
      '17:00 thứ Năm 04/12/2025',
      'Ngày khác',
    ])
    const preview = await press(deadlines, '04/12')
    expect(preview.text).toContain('Xem trước, chưa gửi.')
    expect(preview.text).toContain('2 phong trào, Kế hoạch 07/KH-UBND')
    expect(preview.text).toContain('hạn 17:00 thứ Năm 04/12/2025')
    expect(preview.text).toContain('Hỏi 4 đơn vị.')
    expect(preview.text).toContain('Đăng trong nhóm: Nhóm Hội đồng.')
    expect(preview.text).toContain('Chưa có trưởng hoặc phó nhận được tin nhắn riêng: Văn phòng UBND · Công an phường')
    expect(preview.choices).toEqual(['Mở đợt', 'Sửa hạn', 'Hủy'])
    const opened = await press(preview, 'Mở đợt')
    expect(opened.text).toBe(
      'Đã mở đợt 2 phong trào, Kế hoạch 07/KH-UBND, hạn 17:00 thứ Năm 04/12/2025. Tin của đợt sẽ có trong 1 nhóm.',
    )
    const round = await theRound()
    expect(round.deadline.toISOString()).toBe('2025-12-04T10:00:00.000Z')
    expect(await app.db.roundCard.count({ where: { roundId: round.id } })).toBe(1)
    expect(await audits('round-opened')).toBe(1)
  })

  it('shows the card exactly as the group will see it', async () => {
    const preview = await say('/dot mở yêu nước hạn 5/12')
    const { text } = preview
    await press(preview, 'Mở đợt')
    await app.runJob(roundCards)
    const card = app.platform.seen.find(({ chat }) => chat === GROUP)!
    expect(text).toContain(card.text)
  })

  it('takes one typed line', async () => {
    const preview = await say('/dot mo yeu nuoc, hien mau han 16h30 5/12')
    expect(preview.text).toContain('2 phong trào')
    expect(preview.text).toContain('hạn 16:30 thứ Sáu 05/12/2025')
  })

  it('asks every unit of the table for its own quota, and all of them where there is only a total', async () => {
    await openRound('/dot mở tất cả hạn 5/12')
    const { movements, units, asked } = await theRound()
    const of = (at: number) => asked.filter(({ movementId }) => movementId === movements[at]!.id)
    const named = (id: UnitId) => units.find((unit) => unit.id === id)!.name
    expect(of(0).map(({ unitId, limits }) => [named(unitId), limits])).toEqual([
      ['Văn phòng UBND', { collective: { max: 1, of: null }, individual: { max: 4, of: null } }],
      ['Công an phường', { collective: { max: 3, of: null }, individual: { max: 5, of: null } }],
      ['Y tế phường', { individual: { max: 2, of: null } }],
      ['Hội CCB; Hội LHPN', { collective: { max: 1, of: 2 }, individual: { max: 2, of: 2 } }],
    ])
    expect(of(1).map(({ limits }) => limits)).toEqual([undefined, undefined, undefined, undefined])
    expect(movements[1]!.total).toEqual({ collective: { max: 2, of: null }, individual: { max: 3, of: null } })
    expect(movements[2]).toMatchObject({ basis: 'by-proposal', total: undefined })
    expect(of(2)).toHaveLength(4)
  })

  it('takes a movement that is in no plan, and a deadline in words', async () => {
    const asked = await press(await say('/dot mở'), 'Phong trào khác')
    expect(asked.text).toContain('ghi tên phong trào')
    const named = await say('Nuôi con khỏe, dạy con ngoan')
    expect(named.choices).toContain('☑ Nuôi con khỏe, dạy con ngoan')
    await press(await press(named, 'Tiếp tục'), 'Ngày khác')
    const unclear = await say('khi nào cũng được')
    expect(unclear.text).toContain('Không hiểu hạn “khi nào cũng được”')
    const preview = await say('thứ 6 tuần sau')
    expect(preview.text).toContain('Nuôi con khỏe, dạy con ngoan 2025')
    expect(preview.text).toContain('17:00 thứ Sáu 28/11/2025')
    await press(preview, 'Mở đợt')
    expect(await theRound()).toMatchObject({ movements: [{ basis: 'by-proposal', total: undefined }] })
  })

  it.each([
    ['/dot mở yêu nước hạn 31/02', 'Không hiểu hạn'],
    ['/dot mở yêu nước hạn 5/12/2024', 'Không hiểu hạn'],
  ])('%s is refused', async (line, expected) => {
    const answer = await say(line)
    expect([answer.text.includes(expected), answer.choices.includes('Mở đợt')]).toEqual([true, false])
  })

  it('can be given another deadline before it is opened, or be cancelled', async () => {
    const preview = await say('/dot mở yêu nước hạn 5/12')
    const changed = await press(await press(preview, 'Sửa hạn'), '27/11')
    expect(changed.text).toContain('hạn 17:00 thứ Năm 27/11/2025')
    expect((await press(changed, 'Hủy')).text).toBe('Đã hủy, chưa có gì được gửi.')
    expect(await app.db.round.count({ where: { state: { in: ['draft', 'open'] } } })).toBe(0)
  })

  it('makes one round, however often the choice is pressed', async () => {
    const preview = await say('/dot mở yêu nước hạn 5/12')
    const before = { ...preview }
    await app.press(SECRETARY, before, 'Mở đợt')
    expect(await app.press(SECRETARY, before, 'Mở đợt')).toEqual([])
    expect(await app.db.round.count({ where: { state: 'open' } })).toBe(1)
    expect(await audits('round-opened')).toBe(1)
  })

  it('chooses among several groups', async () => {
    await app.sayInGroup(SECRETARY, '/lienket', {}, 'group-2')
    const groups = await say('/dot mở yêu nước hạn 5/12')
    expect(groups.choices).toEqual(['☑ Nhóm Hội đồng', '☑ Nhóm Hội đồng', 'Tiếp tục'])
    const preview = await press(await press(groups, '☑ Nhóm Hội đồng'), 'Tiếp tục')
    await press(preview, 'Mở đợt')
    const cards = await app.db.roundCard.findMany({ include: { chat: true } })
    expect(cards.map(({ chat }) => chat.externalId)).toEqual(['group-2'])
  })

  it('goes on in private where it is begun in a group', async () => {
    const seen = await app.sayInGroup(SECRETARY, '/dot mở yêu nước hạn 5/12')
    expect(inChat(seen, GROUP)).toEqual(['Đã trả lời trong tin nhắn riêng.'])
    const preview = seen.find(({ chat }) => chat === SECRETARY.id)!
    expect((await press(preview, 'Mở đợt')).text).toContain('Đã mở đợt')
  })

  it('is of the council of the group, though the secretary has another one at hand in private', async () => {
    const other = await app.createCouncil('Hội đồng khác')
    await app.say(SECRETARY, `/start ${other.code}`)
    await press(await say('/hoidong'), 'Hội đồng khác')
    const seen = await app.sayInGroup(SECRETARY, '/dot mở')
    const ticked = await press(
      seen.find(({ chat }) => chat === SECRETARY.id)!,
      'yêu nước',
    )
    const preview = await press(await press(ticked, 'Tiếp tục'), '27/11')
    await press(preview, 'Mở đợt')
    expect(await app.db.round.findMany({ where: { state: 'open' } })).toMatchObject([{ councilId: council.id }])
  })

  it('warns of a movement that is in no plan', async () => {
    expect((await say('/dot mở phong trào lạ hạn 5/12')).text).toContain('Không có trong kế hoạch đã duyệt')
  })

  it('names rows of the plan that no unit answers to', async () => {
    await press(await say('/donvi bỏ Y tế phường'), 'Bỏ đơn vị')
    const preview = await say('/dot mở yêu nước hạn 5/12')
    expect(preview.text).toContain('chưa khớp với đơn vị nào, nên không được hỏi: Y tế phường.')
    expect(preview.text).toContain('Hỏi 3 đơn vị.')
  })
})

describe('the open rounds', () => {
  it('are listed for everybody, with choices for the secretariat', async () => {
    expect((await say('/dot')).text).toContain('Chưa có đợt đề nghị khen thưởng nào đang mở.')
    await openRound()
    const own = await say('/dot')
    expect(own.text).toContain('Phong trào thi đua yêu nước 2025 · hạn 17:00 thứ Sáu 05/12/2025')
    expect(own.text).toContain('Đã gửi 0/4 đơn vị')
    expect(own.choices).toEqual(
      ['Xem', 'Nhắc', 'Gia hạn', 'Tổng hợp', 'Đóng', 'Mở đợt mới'].map(
        (label) => expect.stringContaining(label) as string,
      ),
    )
    const [inGroup] = await app.sayInGroup(STRANGER, '/dot')
    expect(inGroup!.choices).toEqual(['Xem'])
  })

  it('are numbered where there are several, and asked for where a line does not tell which', async () => {
    await openRound('/dot mở yêu nước hạn 5/12')
    await openRound('/dot mở hiến máu hạn 28/11')
    expect((await say('/dot')).choices).toContain('Nhắc (2)')
    const which = await say('/dot gia hạn 12/12')
    expect(which.text).toBe('Đợt nào?')
    const extended = await press(which, 'hiến máu')
    expect(extended.text).toContain(
      'hiến máu tình nguyện 2025: từ 17:00 thứ Sáu 28/11/2025 sang 17:00 thứ Sáu 12/12/2025',
    )
    expect((await say('/dot xem yêu nước')).text).toContain('Phong trào thi đua yêu nước 2025')
  })

  it('are told apart by the card that is replied to', async () => {
    await openRound('/dot mở yêu nước hạn 5/12')
    await openRound('/dot mở hiến máu hạn 28/11')
    await app.runJob(roundCards)
    const card = app.platform.seen.find(({ chat, text }) => chat === GROUP && text.includes('yêu nước'))!
    const seen = await app.sayInGroup(SECRETARY, '/dot gia hạn 12/12', { repliesTo: card.id })
    expect(inChat(seen, GROUP)[0]).toContain('Đã đổi hạn của Phong trào thi đua yêu nước 2025')
  })

  it('show names of the missing to the secretariat in private only', async () => {
    await openRound()
    await handIn('Công an phường', { collective: 3, individual: 5 })
    expect((await say('/dot xem')).text).toContain('Văn phòng UBND')
    const [inGroup] = await app.sayInGroup(STRANGER, '/dot xem')
    expect(inGroup!.text).toContain('Công an phường')
    expect(inGroup!.text).not.toContain('Văn phòng UBND')
  })
})

describe('who may', () => {
  it.each([
    'mở',
    'nhắc',
    'gia hạn',
    'đóng',
    'bỏ',
    'chỉ tiêu Công an phường 9tt',
    'mở lại',
    'bản nháp mở',
    'quyet a b 1 nhan',
    'tong a nhan',
  ])('only the secretariat: /dot %s', async (words) => {
    await openRound()
    await makeHead()
    const before = await theRound()
    const [refused] = await app.say(HEAD, `/dot ${words}`)
    expect(refused!.text).toContain('Anh/chị chưa được giao việc này.')
    expect(await theRound()).toEqual(before)
  })

  it('nobody of another council, whatever ids the line holds', async () => {
    await openRound()
    const { round, movementId, unitId } = await handIn('Công an phường', { individual: 9 }, { request: true })
    const other = await app.createCouncil('Hội đồng khác')
    const stranger = { id: 'other', name: 'Bà Khác' }
    await app.say(stranger, `/start ${other.code}`)
    const before = await theRound()
    const lines = [
      `xem @${round.id}`,
      `gia hạn @${round.id} 12/12`,
      `dong chac chan @${round.id}`,
      `quyet ${movementId} ${unitId} 1 nhan`,
      `tong ${movementId} nhan`,
      `chi tieu @${movementId} Công an phường 9tt`,
      `ban nhap mo @${round.id} chats=`,
    ]
    for (const line of lines) {
      const [answer] = await app.say(stranger, `/dot ${line}`)
      expect(answer!.text).not.toContain('yêu nước')
      expect(answer!.choices).toEqual([])
    }
    expect(await theRound()).toEqual(before)
  })
})

describe('a request beyond the quota', () => {
  beforeEach(async () => {
    await makeHead('Y tế phường')
    await openRound()
  })
  const request = async () => {
    await handIn('Y tế phường', { collective: 1, individual: 2 }, { request: true })
    const seen = await app.say(SECRETARY, '/dot xem')
    return seen[1]!
  }
  const countsNow = async () => (await theRound()).versions.at(-1)!

  it('is laid before the secretariat with its reason', async () => {
    const asked = await request()
    expect(asked.text).toContain('Y tế phường đề nghị vượt chỉ tiêu')
    expect(asked.text).toContain('Đề nghị 1 tập thể, 2 cá nhân. Chỉ tiêu: 2 cá nhân. Vượt 1 tập thể.')
    expect(asked.text).toContain('Lý do (Anh Công): nhiều thành tích')
    expect(asked.choices).toEqual(['Chấp nhận', 'Giảm về chỉ tiêu', 'Số khác', 'Từ chối'])
  })

  it.each([
    ['Chấp nhận', 'accepted', { collective: 1, individual: 2 }],
    ['Giảm về chỉ tiêu', 'reduced', { collective: 0, individual: 2 }],
    ['Từ chối', 'refused', {}],
  ])('%s: one press, and the head hears of it', async (label, act, counts) => {
    const asked = await request()
    const seen = await app.press(SECRETARY, asked, label)
    expect(await countsNow()).toMatchObject({ act, counts, request: false, personName: SECRETARY.name })
    expect(seen[0]!.id).toBe(asked.id)
    expect(inChat(seen, HEAD.id)).toEqual([seen[0]!.text])
    expect(await audits('request-decided')).toBe(1)
  })

  it('is given another number in words', async () => {
    await handIn('Công an phường', { collective: 3, individual: 9 }, { request: true })
    const asked = (await app.say(SECRETARY, '/dot xem'))[1]!
    await press(asked, 'Số khác')
    expect((await say('9 tập thể')).text).toContain('nhiều hơn đơn vị đề nghị')
    expect((await say('7 cá nhân')).text).toContain('3 tập thể, 7 cá nhân')
    expect(await countsNow()).toMatchObject({ act: 'reduced', counts: { collective: 3, individual: 7 } })
  })

  it('is decided once: the second secretary hears by whom', async () => {
    const second = { id: 'sec2', name: 'Anh Hai' }
    await app.sayInGroup(SECRETARY, '/moi thư ký', { replyTo: { externalId: second.id, name: second.name } })
    const asked = await request()
    const [, other] = await app.say(second, '/dot xem')
    await app.press(SECRETARY, asked, 'Chấp nhận')
    const [late] = await app.press(second, other!, 'Từ chối')
    expect(late!.text).toContain('Đã được Chị Thư quyết định')
    expect((await countsNow()).act).toBe('accepted')
    expect(await audits('request-decided')).toBe(1)
  })

  it('is not decided on numbers that have changed since', async () => {
    const asked = await request()
    await handIn('Y tế phường', { collective: 2, individual: 2 }, { request: true })
    const [changed, anew] = await app.press(SECRETARY, asked, 'Chấp nhận')
    expect(changed!.text).toContain('vừa gửi số khác: 2 tập thể, 2 cá nhân')
    expect((await countsNow()).act).toBe('said')
    await app.press(SECRETARY, anew!, 'Chấp nhận')
    expect(await countsNow()).toMatchObject({ act: 'accepted', counts: { collective: 2, individual: 2 } })
  })

  it('that was taken back is not waiting any more', async () => {
    const asked = await request()
    await handIn('Y tế phường', { collective: 0, individual: 2 })
    expect((await press(asked, 'Chấp nhận')).text).toContain('Không còn chờ quyết định')
    expect((await countsNow()).act).toBe('said')
  })
})

describe('the total of the council', () => {
  it('is settled by one press, and asked about again when more comes in', async () => {
    await openRound('/dot mở hiến máu hạn 5/12')
    await handIn('Công an phường', { collective: 2, individual: 3 }, { movement: 'hiến máu' })
    await handIn('Y tế phường', { collective: 1, individual: 0 }, { movement: 'hiến máu' })
    const asked = (await app.say(SECRETARY, '/dot xem'))[1]!
    expect(asked.text).toContain(
      'Các đơn vị đề nghị 3 tập thể, 3 cá nhân. Tổng theo kế hoạch: 2 tập thể, 3 cá nhân. Vượt 1 tập thể.',
    )
    const { movements } = await theRound()
    expect((await press(asked, 'Chấp nhận')).text).toBe(
      '✅ Đã chấp nhận tổng của Hiến máu tình nguyện: 3 tập thể, 3 cá nhân.',
    )
    expect((await theRound()).movements[0]!.settled).toEqual({ collective: 3 })
    expect((await say(`/dot tong ${movements[0]!.id} nhan`)).text).toContain('không còn vượt')
    await handIn('Văn phòng UBND', { collective: 1, individual: 0 }, { movement: 'hiến máu' })
    expect((await app.say(SECRETARY, '/dot xem'))[1]!.text).toMatch(
      /Vượt 1 tập thể\.\nĐã chấp nhận trước đó: 3 tập thể\./,
    )
  })

  it('is not settled on numbers that have changed since', async () => {
    await openRound('/dot mở hiến máu hạn 5/12')
    await handIn('Công an phường', { collective: 3 }, { movement: 'hiến máu' })
    const asked = (await app.say(SECRETARY, '/dot xem'))[1]!
    await handIn('Công an phường', { collective: 9 }, { movement: 'hiến máu' })
    const [changed, anew] = await app.press(SECRETARY, asked, 'Chấp nhận')
    expect(changed!.text).toContain('vừa thay đổi')
    expect(anew!.text).toContain('Vượt 7 tập thể')
    expect((await theRound()).movements[0]!.settled).toBeUndefined()
  })
})

describe('a quota in an open round', () => {
  beforeEach(() => openRound())

  it('is entered for a unit and read back; what is not mentioned stays', async () => {
    const changed = await say('/dot chỉ tiêu CA phường 4tt')
    expect(changed.text).toBe(
      'Đã ghi chỉ tiêu của Công an phường (Thi đua yêu nước): 4 tập thể, 5 cá nhân. Trước đó: 3 tập thể, 5 cá nhân.',
    )
    expect(await limitsOf('Công an phường')).toEqual({
      collective: { max: 4, of: null },
      individual: { max: 5, of: null },
    })
    expect(await audits('quota-entered')).toBe(1)
  })

  it('is entered as the total of a movement', async () => {
    expect((await say('/dot chỉ tiêu yêu nước tổng 10tt 20cn')).text).toContain(
      'cả Hội đồng (Thi đua yêu nước): 10 tập thể, 20 cá nhân',
    )
    expect((await theRound()).movements[0]!.total).toEqual({
      collective: { max: 10, of: null },
      individual: { max: 20, of: null },
    })
  })

  it('asks whether the total is meant where no unit is named', async () => {
    const asked = await say('/dot chỉ tiêu yêu nước 10tt')
    expect(asked.text).toContain('Đây là tổng của cả Hội đồng cho Thi đua yêu nước?')
    expect((await press(asked, 'Tổng')).text).toContain('cả Hội đồng (Thi đua yêu nước): 10 tập thể')
  })

  it('is asked for where the line says nothing', async () => {
    await say('/dot chỉ tiêu')
    expect((await say('Y tế phường 1tt 3cn')).text).toContain('Y tế phường (Thi đua yêu nước): 1 tập thể, 3 cá nhân')
  })

  it('asks which movement where several rounds are open', async () => {
    await openRound('/dot mở hiến máu hạn 5/12')
    const which = await say('/dot chỉ tiêu Công an phường 4tt')
    expect(which.choices.toSorted()).toEqual(['Hiến máu tình nguyện', 'Thi đua yêu nước'])
    expect((await press(which, 'Hiến máu')).text).toContain(
      '(Hiến máu tình nguyện): 4 tập thể. Trước đó: không ấn định.',
    )
  })

  it.each([
    ['Công an phường nhiều nhiều', 'Không hiểu chỉ tiêu'],
    ['Sở Ngoại vụ 3tt', 'Không thấy “Sở Ngoại vụ” trong đợt đang mở'],
  ])('%s: %s', async (words, expected) => {
    expect((await say(`/dot chỉ tiêu ${words}`)).text).toContain(expected)
    expect(await audits('quota-entered')).toBe(0)
  })
})

describe('reminding by hand', () => {
  beforeEach(async () => {
    await makeHead()
    await openRound()
    app.platform.seen.length = 0
  })

  it('reaches missing heads in private, the group with a count, the secretary with names', async () => {
    const seen = await app.say(SECRETARY, '/dot nhắc')
    expect(inChat(seen, HEAD.id)[0]).toContain('Công an phường chưa gửi đề nghị khen thưởng')
    expect(inChat(seen, GROUP)).toEqual([expect.stringContaining('0/4')])
    expect(inChat(seen, GROUP)[0]).not.toContain('Công an')
    expect(inChat(seen, SECRETARY.id)[0]).toContain('Đã nhắc riêng 1 người của 1 đơn vị.')
    expect(inChat(seen, SECRETARY.id)[0]).toContain('Y tế phường')
  })

  it('leaves those alone who have answered', async () => {
    await handIn('Công an phường', { collective: 3, individual: 5 })
    expect(inChat(await app.say(SECRETARY, '/dot nhắc'), HEAD.id)).toEqual([])
  })

  it('nudges nobody twice within an hour', async () => {
    await app.say(SECRETARY, '/dot nhắc')
    app.now = new Date(app.now.getTime() + 59 * 60_000)
    const again = await app.say(SECRETARY, '/dot nhắc')
    expect(again.map(({ chat }) => chat)).toEqual([SECRETARY.id])
    expect(again[0]!.text).toContain('trong vòng một giờ qua')
    app.now = new Date(app.now.getTime() + 2 * 60_000)
    expect(inChat(await app.say(SECRETARY, '/dot nhắc'), HEAD.id)).toHaveLength(1)
  })

  it('waits for a second press in the quiet hours', async () => {
    app.now = new Date('2025-11-20T21:30:00+07:00')
    const seen = await app.say(SECRETARY, '/dot nhắc')
    expect(seen.map(({ text }) => text)).toEqual(['Đang là giờ nghỉ (20:00 đến 07:00). Vẫn nhắc ngay?'])
    expect(inChat(await app.press(SECRETARY, seen[0]!, 'Vẫn nhắc'), HEAD.id)).toHaveLength(1)
  })

  it('is no use after the deadline', async () => {
    app.now = new Date('2025-12-06T09:00:00+07:00')
    const refused = await say('/dot nhắc')
    expect(refused.text).toContain('đã hết hạn')
    expect(refused.choices).toEqual(['Gia hạn'])
  })
})

describe('the end of a round', () => {
  beforeEach(() => openRound())

  it('is extended by a choice or by words', async () => {
    const choices = await say('/dot gia hạn')
    expect(choices.text).toContain('đang là 17:00 thứ Sáu 05/12/2025')
    expect(choices.choices[0]).toBe('17:00 thứ Sáu 12/12/2025')
    expect(choices.text).toContain('hoặc ghi hạn')
    expect((await say('17h thứ 6 12/12')).text).toContain('từ 17:00 thứ Sáu 05/12/2025 sang 17:00 thứ Sáu 12/12/2025')
    expect((await say('/dot gia hạn 31/02')).text).toContain('Không hiểu hạn “31/02”')
    expect((await theRound()).deadline.toISOString()).toBe('2025-12-12T10:00:00.000Z')
    expect(await audits('round-extended')).toBe(1)
  })

  it.each([
    ['thêm 3 ngày', '17:00 thứ Hai 08/12/2025'],
    ['lùi một tuần', '17:00 thứ Sáu 12/12/2025'],
    ['yêu nước đến 12/12', '17:00 thứ Sáu 12/12/2025'],
    ['16h 9/12', '16:00 thứ Ba 09/12/2025'],
  ])('is extended in one line: %s', async (words, expected) => {
    expect((await say(`/dot gia hạn ${words}`)).text).toContain(`sang ${expected}`)
  })

  it.each(['nhắc', 'đóng', 'bỏ', 'xem'])('is not meant by the name of another round: /dot %s', async (verb) => {
    const answer = await say(`/dot ${verb} hiến máu`)
    expect(answer.text).toContain('Không có đợt “hiến máu”')
    expect(answer.choices).toEqual(['Phong trào thi đua yêu nước 2025'])
  })

  it('shows what is missing and undecided, and takes a second press', async () => {
    await handIn('Y tế phường', { collective: 1, individual: 2 }, { request: true })
    const sure = await say('/dot đóng')
    expect(sure.text).toContain('Chưa gửi đủ (3): Văn phòng UBND · Công an phường · Hội CCB; Hội LHPN')
    expect(sure.text).toContain('Y tế phường (Thi đua yêu nước): vượt 1 tập thể, chưa quyết định')
    expect((await theRound()).state).toBe('open')
    const closed = await press(sure, 'Đóng')
    expect(closed.text).toContain('Xem kết quả: /tonghop')
    expect((await theRound('closed')).closedAt).toEqual(app.now)
  })

  it('names the missing in private, though asked in the group', async () => {
    const seen = await app.sayInGroup(SECRETARY, '/dot đóng')
    expect(inChat(seen, SECRETARY.id)[0]).toContain('Công an phường')
    expect(inChat(seen, GROUP)).toEqual(['Đã trả lời trong tin nhắn riêng.'])
  })

  it('is not final: it is reopened with a new deadline, which is an act of its own', async () => {
    await press(await say('/dot đóng'), 'Đóng')
    expect((await say('/dot')).choices).toEqual(['Mở đợt mới', 'Đợt đã đóng'])
    const closed = await press(await say('/dot đã đóng'), 'yêu nước')
    const asked = await press(closed, 'Mở lại')
    expect((await say('hôm nọ')).text).toContain('Không hiểu hạn “hôm nọ”')
    expect((await press(asked, '27/11')).text).toContain('Đã mở lại')
    const round = await theRound()
    expect([round.state, round.closedAt]).toEqual(['open', undefined])
    expect(await audits('round-reopened')).toBe(1)
  })

  it('changes nothing in a closed round', async () => {
    const { movementId, unitId } = await handIn('Y tế phường', { collective: 1, individual: 2 }, { request: true })
    await press(await say('/dot đóng'), 'Đóng')
    expect((await say(`/dot quyet ${movementId} ${unitId} 1 nhan`)).text).toContain('đã đóng')
    expect((await theRound('closed')).versions).toHaveLength(1)
  })

  it('drops a round while nothing was handed in, and tells its groups', async () => {
    const seen = await app.press(SECRETARY, await say('/dot bỏ'), 'Bỏ đợt')
    expect(inChat(seen, GROUP)).toEqual([expect.stringContaining('đã được bỏ')])
    expect((await say('/dot')).text).toContain('Chưa có đợt')
  })

  it('drops none in which somebody answered', async () => {
    const sure = await say('/dot bỏ')
    await handIn('Công an phường', { collective: 3, individual: 5 })
    expect((await press(sure, 'Bỏ đợt')).text).toContain('đã có đơn vị gửi số liệu')
    expect((await theRound()).state).toBe('open')
  })
})

describe('a unit that stands in a round', () => {
  it('is not removed', async () => {
    await openRound()
    expect((await say('/donvi bỏ Công an phường')).text).toContain('Không bỏ được Công an phường')
    expect((await say('/donvi bỏ chắc chắn "Công an phường"')).text).toContain('Không bỏ được Công an phường')
  })

  it('is removed where the round was never opened', async () => {
    await press(await say('/dot mở yêu nước hạn 5/12'), 'Hủy')
    expect((await press(await say('/donvi bỏ Công an phường'), 'Bỏ đơn vị')).text).toContain('Đã bỏ đơn vị')
  })
})

it('ids that name nothing are refused politely', async () => {
  await openRound()
  for (const line of [
    'xem @x',
    'quyet x y 1 nhan',
    'tong x nhan',
    'ban nhap mo @x chats=',
    'abc',
    'quyet',
    'mo @99 preview 5/12',
  ]) {
    const answer = await say(`/dot ${line}`)
    expect(answer.text, line).not.toContain('Có lỗi ngoài ý muốn')
  }
  expect(app.logged).toEqual([])
})
