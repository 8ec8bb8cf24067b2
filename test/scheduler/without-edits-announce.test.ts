import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Announcement, Recipient } from '#domain/announcements/announcement.ts'
import { reportOf } from '#domain/announcements/report.ts'
import type { CouncilId } from '#domain/ids.ts'
import { endMessage } from '#locales/announcement-message.ts'
import { loadTranslators } from '#locales/translate.ts'
import { correctText, withdraw } from '#prisma/announcement-changes.ts'
import { recipientsOfAnnouncement, retryFailed } from '#prisma/announcement-delivery.ts'
import { remindUnconfirmed } from '#prisma/receipts.ts'
import { announce } from '#scheduler/announce.ts'
import { addGroups, answering, begun, countsOf, follow, shownIn, textPart } from '../support/announcements.ts'
import { HEAD, SECRETARY, TestApp } from '../support/app.ts'
import { FakePlatform, type Seen } from '../support/fake-platform.ts'
import { makeHead } from '../support/rounds.ts'

const CHATS = 12

describe.each(['zalo-oa', 'zalo-bot'] as const)('an announcement on %s', (name) => {
  let app: TestApp
  let council: CouncilId
  beforeEach(async () => {
    app = new TestApp('2025-03-10T09:00:00+07:00')
    app.platform = new FakePlatform(name)
    await app.start()
    council = (await app.linkedCouncil()).id
    await addGroups(app.db, council, CHATS - 1, app.now)
    await app.db.chat.updateMany({ where: { kind: 'group' }, data: { platform: name } })
  })
  afterEach(async () => {
    const rows = await app.db.outbox.findMany({ select: { payload: true } })
    await app.stop()
    expect(rows.filter(({ payload }) => /"(?:edits|editsRow|deletes|pin)"/.test(JSON.stringify(payload)))).toEqual([])
  })

  const told = (text: string) => app.platform.seen.filter((seen) => seen.text === text)
  const toSecretary = () => shownIn(app, SECRETARY.id)
  const press = async (under: Seen, label: string) => {
    const [answer] = await app.press(SECRETARY, under, label)
    return answer!
  }
  const later = (minutes: number) => (app.now = new Date(app.now.getTime() + minutes * 60_000))

  it('tells the secretariat of its start and its end, and nothing between', async () => {
    const [composing] = await app.say(SECRETARY, '/thongbao Mời họp Hội đồng')
    const preview = await app.press(SECRETARY, composing!, 'Xem trước')
    const menu = await press(preview.at(-1)!, 'Người nhận')
    const summary = await press(await press(menu, 'Tất cả nhóm'), 'Xong')
    app.platform.seen.length = 0
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-9' && app.now < new Date('2025-03-10T09:05:00+07:00')
        ? { state: 'later', afterMs: 60_000, reason: '-32' }
        : undefined,
    )
    await press(summary, 'Gửi ngay')
    for (let minute = 0; minute < 8; minute += 1) {
      await app.runJob(announce)
      later(1)
    }
    expect(toSecretary().map(({ text }) => text)).toEqual([
      'Đang gửi “Mời họp Hội đồng” tới 12 nhóm. Kết quả được báo ở tin sau.',
      'Đã gửi 12/12.',
    ])
  })

  it('that some do not get is reported once more after each new try, though in the same words', async () => {
    let broken = true
    answering(app.platform, ({ chat }) =>
      broken && chat === 'nhom-1' ? { state: 'refused', reason: 'window' } : undefined,
    )
    const id = await begun(app, council)
    await follow(app)
    expect(await retryFailed(app.db, council, id)).toBe(1)
    await follow(app)
    expect(toSecretary().map(({ text }) => text.split('\n')[0])).toEqual(['Đã gửi 11/12.', 'Đã gửi 11/12.'])
    broken = false
    await retryFailed(app.db, council, id)
    await follow(app)
    expect(toSecretary().at(-1)!.text).toBe('Đã gửi 12/12.')
    expect(toSecretary()).toHaveLength(3)
  })

  it('is corrected by a message below it, once for each correction', async () => {
    const id = await begun(app, council, { parts: [textPart('Họp thứ Năm'), textPart('Mang theo hồ sơ')] })
    await follow(app)
    await correctText(app.db, council, id, [textPart('Họp thứ Sáu'), textPart('Mang theo hồ sơ')], app.now)
    await follow(app)
    await follow(app)
    const texts = ['Họp thứ Năm', 'Mang theo hồ sơ', 'Đính chính:\nHọp thứ Sáu']
    expect(shownIn(app, 'nhom-1').map(({ text }) => text)).toEqual(texts)
    expect(told('Đính chính:\nHọp thứ Sáu')).toHaveLength(CHATS)
    later(5)
    await correctText(app.db, council, id, [textPart('Họp thứ Năm'), textPart('Mang theo hồ sơ')], app.now)
    await follow(app)
    expect(told('Đính chính:\nHọp thứ Năm')).toHaveLength(CHATS)
    expect(await countsOf(app, id)).toEqual({ sent: CHATS })
    expect(told('Mang theo hồ sơ')).toHaveLength(CHATS)
  })

  it('is not corrected a second time for a part that was long ago', async () => {
    const id = await begun(app, council, { parts: [textPart('Một'), textPart('Hai')] })
    await follow(app)
    await correctText(app.db, council, id, [textPart('Một!'), textPart('Hai')], app.now)
    await follow(app)
    later(100 * 24 * 60)
    await app.db.outbox.deleteMany({})
    await correctText(app.db, council, id, [textPart('Một!'), textPart('Hai!')], app.now)
    await follow(app)
    expect(shownIn(app, 'nhom-1').map(({ text }) => text)).toEqual([
      'Một',
      'Hai',
      'Đính chính:\nMột!',
      'Đính chính:\nHai!',
    ])
  })

  it('whose correction still waits is corrected by the newer one alone', async () => {
    const id = await begun(app, council)
    await follow(app)
    let isDown = true
    answering(app.platform, ({ chat }) =>
      isDown && chat === 'nhom-1' ? { state: 'later', afterMs: 60_000, reason: '-32' } : undefined,
    )
    await correctText(app.db, council, id, [textPart('Thứ Sáu')], app.now)
    await follow(app)
    await correctText(app.db, council, id, [textPart('Thứ Bảy')], app.now)
    isDown = false
    later(5)
    await follow(app)
    expect(shownIn(app, 'nhom-1').map(({ text }) => text)).toEqual(['Mời họp Hội đồng', 'Đính chính:\nThứ Bảy'])
    expect(told('Đính chính:\nThứ Sáu')).toHaveLength(CHATS - 1)
  })

  it('that waits somewhere comes there in the right words alone', async () => {
    const until = new Date('2025-03-10T09:10:00+07:00')
    answering(app.platform, ({ chat }) =>
      chat === 'nhom-9' && app.now < until ? { state: 'later', afterMs: 60_000, reason: '-32' } : undefined,
    )
    const id = await begun(app, council)
    await app.runJob(announce)
    await correctText(app.db, council, id, [textPart('Mới')], app.now)
    await app.runJob(announce)
    app.now = new Date('2025-03-10T09:11:00+07:00')
    await follow(app)
    expect(shownIn(app, 'nhom-9').map(({ text }) => text)).toEqual(['Mới'])
    expect(told('Đính chính:\nMới')).toHaveLength(CHATS - 1)
  })

  it('keeps every word of a long correction, and its receipt', async () => {
    const id = await begun(app, council, { receipt: true })
    await follow(app)
    const text = 'Nội dung mới. '.repeat(280).trim()
    await correctText(app.db, council, id, [textPart(text)], app.now)
    await follow(app)
    const [, correction] = shownIn(app, 'nhom-1')
    expect(correction).toMatchObject({ text: `Đính chính:\n${text}`, choices: ['Đã nhận'] })
  })

  it('tells before a correction and before taking it back where that means a new message', async () => {
    const id = await begun(app, council)
    await follow(app)
    const asked = await press(toSecretary().at(-1)!, 'Danh sách').then((list) => press(list, 'Xem thông báo'))
    const correct = await press(asked, 'Sửa nội dung')
    expect(correct.text).toContain('Ở 12 nơi không sửa được tin đã gửi')
    const [noted] = await app.say(SECRETARY, 'Dời sang thứ Sáu')
    expect(noted!.text).toContain('Ở 12 nơi không sửa được tin đã gửi: bot gửi thêm tin “Đính chính” ở đó.')
    await follow(app)
    expect(told('Đính chính:\nDời sang thứ Sáu')).toHaveLength(CHATS)
    const [again] = await app.say(SECRETARY, `/thongbao thu-hoi @${id}`)
    expect(again!.text).toContain('Ở 12 nơi không xóa được tin đã gửi')
    await press(again!, 'Thu hồi ở mọi nơi')
    await follow(app)
    expect(told('Thông báo “Dời sang thứ Sáu” ở trên đã được thu hồi.')).toHaveLength(CHATS)
  })

  it('is taken back by a message below it, and what waits is not sent', async () => {
    answering(app.platform, ({ chat, body }) => {
      if (chat === 'nhom-9') return { state: 'later', afterMs: 3_600_000, reason: '-32' }
      return chat === 'nhom-1' && body.text.includes('thu hồi') ? { state: 'refused', reason: 'window' } : undefined
    })
    const id = await begun(app, council)
    await app.runJob(announce)
    expect(await withdraw(app.db, council, id, app.now)).toBe(true)
    await follow(app)
    await follow(app)
    expect(told('Thông báo “Mời họp Hội đồng” ở trên đã được thu hồi.')).toHaveLength(CHATS - 2)
    expect(shownIn(app, 'nhom-9')).toEqual([])
    expect(toSecretary().map(({ text }) => text)).toEqual([
      'Ở 11 nơi không xóa được tin đã gửi. Đã nhắn ở đó rằng thông báo được thu hồi: 10/11 nơi.',
    ])
  })

  it('is confirmed by its choice, again and again, or by saying so to what was said', async () => {
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    await makeHead(app, HEAD, 'Công an phường')
    await app.say(HEAD, '/start')
    const id = await begun(app, council, { audience: { heads: 'all', groups: 'all' }, receipt: true })
    await follow(app)
    const confirmed = async () =>
      (await recipientsOfAnnouncement(app.db, id)).flatMap(({ confirmedBy }) => confirmedBy).sort()
    const inGroup = shownIn(app, 'nhom-1')[0]!
    expect(inGroup.choices).toEqual(['Đã nhận'])
    await app.press(SECRETARY, inGroup, 'Đã nhận')
    await app.press(HEAD, inGroup, 'Đã nhận')
    expect(await confirmed()).toEqual(['Anh Công', 'Chị Thư'])
    expect(await remindUnconfirmed(app.db, council, id)).toBe(1)
    await follow(app)
    const reminder = shownIn(app, HEAD.id).at(-1)!
    expect(reminder.choices).toEqual(['Đã nhận'])
    const [byNumber] = await app.say(HEAD, '1')
    expect(byNumber!.text).toBe('Đã ghi nhận anh/chị đã nhận thông báo.')
    expect(await confirmed()).toEqual(['Anh Công', 'Anh Công', 'Chị Thư'])
    const chat = { externalId: HEAD.id, kind: 'private' as const }
    const words = { kind: 'text' as const, messageId: 'm', text: 'Đã nhận', addressed: 'private' as const }
    // It is known already.
    expect(await app.deliver(HEAD, chat, { ...words, repliesTo: reminder.id })).toEqual([])
    expect(await confirmed()).toHaveLength(3)
  })
})

describe('the report of what was taken back', () => {
  const { vi } = loadTranslators()
  const announcement = { id: 'a', state: 'withdrawn', receipt: false, parts: [] } as unknown as Announcement
  const report = reportOf(
    Array.from({ length: 15 }, () => ({ state: 'sent', confirmedBy: [] }) as unknown as Recipient),
  )

  it.each([
    [undefined, ['Đã thu hồi thông báo ở 15 nơi.']],
    [
      { total: 4, sent: 3 },
      [
        'Đã thu hồi thông báo ở 11 nơi.',
        'Ở 4 nơi không xóa được tin đã gửi. Đã nhắn ở đó rằng thông báo được thu hồi: 3/4 nơi.',
      ],
    ],
    [
      { total: 15, sent: 15 },
      ['Ở 15 nơi không xóa được tin đã gửi. Đã nhắn ở đó rằng thông báo được thu hồi: 15/15 nơi.'],
    ],
  ])('tells apart where it is gone and where it was only told: %o', (notices, lines) => {
    expect(endMessage(announcement, report, notices).head.map((message) => vi(message).text)).toEqual(lines)
  })
})
