import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId, RoundId } from '#domain/ids.ts'
import { nominateLine } from '#domain/rounds/nominate-line.ts'
import { roundCards } from '#scheduler/round-cards.ts'
import { createTestApp, GROUP, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { CULTURE, makeHead, numbersOf, openRound, SECURITY, SHARE, YEARLY } from '../support/rounds.ts'

const POLICE: Speaker = { id: 'police', name: 'Anh Công' }
const HEALTH: Speaker = { id: 'health', name: 'Chị Y' }
const PEOPLE: Speaker = { id: 'people', name: 'Chị Dân' }

let app: TestApp
let council: CouncilId
let round: RoundId

async function setUp(movements = [YEARLY]) {
  app = await createTestApp('2025-12-01T09:00:00+07:00')
  council = (await app.linkedCouncil()).id
  round = await openRound(app, council, { movements })
  await makeHead(app, POLICE, 'Công an phường')
  await makeHead(app, HEALTH, 'Y tế phường')
  await makeHead(app, PEOPLE, 'Ban Dân số')
  await app.runJob(roundCards)
}
afterEach(() => app.stop())

const numbers = () => numbersOf(app, round)
const card = () => app.platform.seen.findLast(({ chat, text }) => chat === GROUP && text.includes('đơn vị'))!
const underCard = async (speaker: Speaker, text: string, more: object = {}) =>
  (await app.sayInGroup(speaker, text, { addressed: 'reply', repliesTo: card().id, ...more })).find(
    ({ chat }) => chat === GROUP,
  )!
const alone = async (speaker: Speaker, text: string) =>
  (await app.say(speaker, text)).find(({ chat }) => chat === speaker.id)!
const press = async (speaker: Speaker, under: Seen, label: string) =>
  (await app.press(speaker, under, label)).find(({ chat }) => chat === under.chat)

describe('a head', () => {
  beforeEach(() => setUp())

  it('answers the card in one line and reads what is left', async () => {
    const answer = await underCard(POLICE, '3tt 4cn')
    expect(answer.text).toContain('Đã ghi Công an phường: 3 tập thể, 4 cá nhân.')
    expect(answer.text).toContain('Chỉ tiêu: 3 tập thể, 5 cá nhân; còn lại')
    expect((await numbers())['Công an phường']).toBe('3/4/-')
  })

  it.each([
    ['3 tập thể 5 cá nhân', '3/5/-'],
    ['TT: 3, CN: 5', '3/5/-'],
    ['de nghi 02 tap the va 04 ca nhan a', '2/4/-'],
    ['không có', '0/0/-'],
    ['0', '0/0/-'],
    ['ba tập thể, năm cá nhân', '3/5/-'],
  ])('answers in private: %s', async (text, expected) => {
    await alone(POLICE, text)
    expect((await numbers())['Công an phường']).toBe(expected)
  })

  it('is asked for what was not mentioned, and what was mentioned stays', async () => {
    expect((await alone(POLICE, '3tt')).text).toContain('Còn thiếu số cá nhân')
    expect((await numbers())['Công an phường']).toBe('3/-/-')
    await alone(POLICE, '5')
    expect((await numbers())['Công an phường']).toBe('3/5/-')
    await alone(POLICE, 'sửa lại 4 cá nhân')
    expect((await numbers())['Công an phường']).toBe('3/4/-')
  })

  it('says nothing of a category that is not asked', async () => {
    expect((await alone(PEOPLE, '3 cá nhân')).text).toContain('vừa đủ')
    expect((await numbers())['Ban Dân số']).toBe('-/3/-')
  })

  it('takes back everything only after a confirm', async () => {
    await alone(POLICE, '3tt 5cn')
    const asked = await alone(POLICE, 'không có')
    expect((await numbers())['Công an phường']).toBe('3/5/-')
    await press(POLICE, asked, 'Đúng, ghi nhận')
    expect((await numbers())['Công an phường']).toBe('0/0/-')
  })

  it('is asked back where it is not clear, and nothing changes', async () => {
    for (const text of ['chắc 3 hoặc 4 gì đó', '3tt 4tt', '5']) {
      expect((await underCard(POLICE, text)).text).toContain('Chưa ghi nhận')
    }
    expect((await numbers())['Công an phường']).toBe('-/-/-')
  })

  it('completes a bare number by a press', async () => {
    await press(POLICE, await alone(POLICE, '2'), '2 cá nhân')
    expect((await numbers())['Công an phường']).toBe('-/2/-')
  })

  it('corrects by changing the message, once; each of its states is kept', async () => {
    await underCard(POLICE, '3tt 5cn', { messageId: '70', revision: 1 })
    const edited = { messageId: '70', revision: 2, edited: true }
    expect((await underCard(POLICE, '3tt 4cn', edited)).text).toContain('(trước: 3 tập thể, 5 cá nhân)')
    expect(await underCard(POLICE, '3tt 4cn', { ...edited, revision: 3 })).toBeUndefined()
    expect((await numbers())['Công an phường']).toBe('3/4/-')
    expect(await app.db.nomination.count()).toBe(3)
  })

  it('keeps the newer number when updates overtake each other', async () => {
    await underCard(POLICE, '2tt 4cn', { messageId: '71', revision: 12, edited: true })
    await underCard(POLICE, '3tt 5cn', { messageId: '71', revision: 11 })
    expect((await numbers())['Công an phường']).toBe('2/4/-')
  })

  it('cannot claim to have said something later than it was said', async () => {
    const claimed = nominateLine({ roundId: round, message: { id: '1', revision: 1_000_000 }, words: '1tt 1cn' })
    await underCard(POLICE, claimed, { messageId: '80', revision: 5 })
    await underCard(POLICE, '3tt 5cn', { messageId: '81', revision: 6 })
    expect((await numbers())['Công an phường']).toBe('3/5/-')
  })

  it('hands in for no other unit', async () => {
    expect((await underCard(POLICE, 'Y tế phường 1tt 1cn')).text).toContain(
      'chưa được giao gửi số liệu cho Y tế phường',
    )
    expect((await numbers())['Y tế phường']).toBe('-/-/-')
  })

  it('is too late after the deadline, the secretariat is not', async () => {
    app.now = new Date('2025-12-05T17:00:01+07:00')
    expect((await alone(POLICE, '3tt 5cn')).text).toContain('Đã hết hạn gửi')
    const late = await alone(SECRETARY, 'CA phường 3tt 5cn')
    expect((await numbers())['Công an phường']).toBe('3/5/-')
    expect(late.text).not.toContain('trả lời lại trước hạn')
  })

  it('tells how to change it only those who may', async () => {
    expect((await alone(POLICE, '3tt 5cn')).text).toContain('Sửa: trả lời lại trước hạn.')
    expect((await alone(SECRETARY, 'CA phường 2tt 5cn')).text).not.toContain('Sửa:')
  })
})

describe('whoever may not', () => {
  beforeEach(() => setUp())

  it('is refused politely in the group', async () => {
    expect((await underCard(STRANGER, '3tt 5cn')).text).toContain('chưa được giao gửi số liệu')
    expect(await app.db.nomination.count()).toBe(0)
  })

  it('cannot press what was asked of another', async () => {
    const asked = await underCard(HEALTH, '1 tt, 2 cá nhân')
    expect(await app.press(POLICE, asked, 'Đề nghị vượt')).toEqual([])
    expect(await app.db.nomination.count()).toBe(0)
  })

  it('reaches nothing of another council', async () => {
    const other = await app.createCouncil('Hội đồng TĐKT phường Khác')
    const spy: Speaker = { id: 'spy', name: 'Người khác' }
    await app.say(spy, `/start ${other.code}`)
    const answer = await alone(spy, '/denghi Công an phường 3tt 5cn')
    expect(answer.text).toContain('không có đợt')
    expect(await app.db.nomination.count()).toBe(0)
  })
})

describe('beyond the quota', () => {
  beforeEach(() => setUp())

  it('becomes a request with a reason, which the secretariat decides by one press', async () => {
    const asked = await underCard(HEALTH, '1 tt, 2 cá nhân')
    expect(asked.text).toContain('vượt 1 cá nhân')
    expect((await numbers())['Y tế phường']).toBe('-/-/-')
    const why = await press(HEALTH, asked, 'Đề nghị vượt')
    expect(why!.text).toContain('lý do')
    const told = await app.sayInGroup(HEALTH, 'Hai người cứu sống bệnh nhân', {
      addressed: 'reply',
      repliesTo: why!.id,
    })
    expect((await numbers())['Y tế phường']).toBe('1/2/-!')
    const request = told.find(({ chat }) => chat === SECRETARY.id)!
    expect(request.text).toContain('Hai người cứu sống bệnh nhân')
    await app.press(SECRETARY, request, 'Chấp nhận')
    expect((await numbers())['Y tế phường']).toBe('1/2/-')
  })

  it('is not asked again below what was accepted', async () => {
    await alone(HEALTH, '1tt 3cn vì có ba gương cứu người')
    const request = app.platform.seen.findLast(({ chat }) => chat === HEALTH.id)!
    const told = await app.press(HEALTH, request, 'Đề nghị vượt')
    await app.press(
      SECRETARY,
      told.find(({ chat }) => chat === SECRETARY.id)!,
      'Chấp nhận',
    )
    expect((await alone(HEALTH, '2cn')).text).toContain('Đã ghi')
    expect((await numbers())['Y tế phường']).toBe('1/2/-')
  })
})

describe('a round of several movements', () => {
  beforeEach(() => setUp([YEARLY, SECURITY, CULTURE]))

  it('asks for which one, and takes the rest as none by one press', async () => {
    const asked = await alone(POLICE, '3tt 5cn')
    expect(asked.text).toContain('gửi cho phong trào nào')
    const stored = await press(POLICE, asked, 'yêu nước')
    await press(POLICE, stored!, 'Không có ở 2')
    expect((await numbers())['Công an phường']).toBe('3/5/- 0/0/- 0/0/-')
  })

  it('takes all of them in one message', async () => {
    await alone(POLICE, 'Yêu nước: 3tt, 5cn\nAn ninh: 1tt 0cn\nVăn hóa: không có')
    expect((await numbers())['Công an phường']).toBe('3/5/- 1/0/- 0/0/-')
  })

  it('answers a message of several lines in one', async () => {
    const before = app.platform.seen.length
    await app.say(POLICE, 'Yêu nước: 3tt, 5cn\nAn ninh: 1tt 0cn\nVăn hóa: không có')
    const told = app.platform.seen.slice(before).filter(({ chat }) => chat === POLICE.id)
    expect(told.map(({ text }) => text)).toEqual([
      [
        'Đã ghi Công an phường (Thi đua yêu nước): 3 tập thể, 5 cá nhân.',
        'Chỉ tiêu: 3 tập thể, 5 cá nhân, vừa đủ.',
        'Đã ghi Công an phường (Toàn dân bảo vệ an ninh Tổ quốc): 1 tập thể, 0 cá nhân.',
        'Đã ghi Công an phường (Toàn dân đoàn kết xây dựng đời sống văn hóa): không có.',
        'Đơn vị đã gửi đủ 3 phong trào.',
        'Sửa: trả lời lại trước hạn.',
      ].join('\n'),
    ])
  })

  it('takes "the others" as those that are still open, and says so where there are none', async () => {
    await alone(POLICE, 'yêu nước 3tt 5cn')
    await alone(POLICE, 'các phong trào khác không có')
    expect((await numbers())['Công an phường']).toBe('3/5/- 0/0/- 0/0/-')
    expect((await alone(POLICE, 'các phong trào khác không có')).text).toContain('không còn phong trào nào chưa gửi')
    expect((await numbers())['Công an phường']).toBe('3/5/- 0/0/- 0/0/-')
  })

  it.each([
    ['yêu nước 3tt 5cn, còn lại không có', '3/5/- 0/0/- 0/0/-'],
    ['yêu nước 3tt 5cn\nkhông có ở các phong trào còn lại', '3/5/- 0/0/- 0/0/-'],
    ['còn lại không có; an ninh 1tt 2cn', '0/0/- 1/2/- 0/0/-'],
    ['an ninh 1tt 2cn, không có phong trào nào khác', '0/0/- 1/2/- 0/0/-'],
    ['yêu nước 3tt 9cn, còn lại không có', '-/-/- -/-/- -/-/-'],
    ['3tt 5cn, còn lại không có', '-/-/- -/-/- -/-/-'],
  ])('takes the rest after what is said with it, and not before it is stored: %s', async (text, expected) => {
    await alone(POLICE, text)
    expect((await numbers())['Công an phường']).toBe(expected)
  })

  it.each([
    'CA phường an ninh 1tt 2cn, còn lại không có',
    'CA phường an ninh 1tt 2cn\nCông an phường: còn lại không có',
  ])('takes the rest of the unit that the secretariat named: %s', async (text) => {
    await alone(SECRETARY, text)
    expect((await numbers())['Công an phường']).toBe('0/0/- 1/2/- 0/0/-')
  })

  it.each(['Y tế phường không có', 'y te phuong khong co a'])(
    'is told by the secretariat that a unit has nothing: %s',
    async (text) => {
      const asked = await alone(SECRETARY, text)
      await press(SECRETARY, asked, 'Không có ở cả 3 phong trào')
      expect((await numbers())['Y tế phường']).toBe('0/0/- 0/0/- 0/0/-')
      expect((await alone(SECRETARY, 'Ban Dân số an ninh không có')).text).toContain('Đã ghi Ban Dân số')
    },
  )

  it('keeps the movement that was named while it asks for the unit', async () => {
    await makeHead(app, POLICE, 'Văn phòng UBND')
    const asked = await alone(POLICE, 'an ninh 1tt 2cn')
    expect(asked.text).toBe('Số liệu này (1 tập thể, 2 cá nhân) là của đơn vị nào?')
    await press(POLICE, asked, 'Công an phường')
    expect((await numbers())['Công an phường']).toBe('-/-/- 1/2/- -/-/-')
  })

  it('lays what exceeds the total before the secretary who enters it', async () => {
    await alone(POLICE, 'An ninh: 3tt 2cn')
    const told = await app.say(SECRETARY, 'Y tế phường an ninh 2tt 1cn')
    const total = told.find(({ text }) => text.includes('vượt tổng của Hội đồng'))!
    expect((await press(SECRETARY, total, 'Chấp nhận vượt tổng'))!.text).toContain('Đã chấp nhận tổng')
  })

  it('tells the secretariat when the units together exceed the total', async () => {
    await alone(POLICE, 'An ninh: 3tt 2cn')
    await alone(HEALTH, 'An ninh: 2tt 1cn')
    const told = app.platform.seen.findLast(({ chat, text }) => chat === SECRETARY.id && text.includes('tổng'))
    expect(told?.text).toContain('1 tập thể')
    expect((await numbers())['Y tế phường']).toBe('-/-/- 2/1/- -/-/-')
  })
})

describe('a movement by percent', () => {
  beforeEach(() => setUp([SHARE]))

  it('is checked once the base is known', async () => {
    const asked = await alone(POLICE, '4 cá nhân')
    expect(asked.text).toContain('Tổng số làm căn cứ')
    expect((await alone(POLICE, '40')).text).toContain('Chỉ tiêu: 6 cá nhân; còn lại 2 cá nhân')
    expect((await alone(POLICE, '7 cá nhân')).text).toContain('vượt 1 cá nhân')
  })

  it('turns numbers that prove too high into a request', async () => {
    await alone(POLICE, '4 cá nhân')
    const over = await alone(POLICE, '20')
    expect(over.text).toContain('vượt 1 cá nhân')
    expect((await numbers())['Công an phường']).toBe('-/4/-!')
    await press(POLICE, over, 'Đề nghị vượt')
    const told = await app.say(POLICE, 'Đơn vị lập công lớn')
    await app.press(
      SECRETARY,
      told.find(({ chat }) => chat === SECRETARY.id)!,
      'Chấp nhận',
    )
    expect((await numbers())['Công an phường']).toBe('-/4/-')
  })

  it('takes no base for another unit', async () => {
    await alone(POLICE, '4 cá nhân')
    expect((await alone(POLICE, 'khoảng mấy chục người')).text).toContain('một số')
  })
})

describe('two open rounds', () => {
  beforeEach(async () => {
    await setUp()
    await openRound(app, council, { title: 'Đợt chuyên đề', movements: [SECURITY] })
  })

  it('are told apart by the message that is answered, or by a choice', async () => {
    await underCard(POLICE, '3tt 5cn')
    const asked = await alone(POLICE, '1tt 1cn')
    expect(asked.text).toContain('gửi cho đợt nào')
    await press(POLICE, asked, 'Đợt chuyên đề')
    expect(await app.db.nomination.count()).toBe(2)
  })
})
