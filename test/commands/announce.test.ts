import { read, utils } from '@e965/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Inbound, RichText } from '#domain/messages.ts'
import { announce } from '#scheduler/announce.ts'
import { createTestApp, GROUP, HEAD, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen, Speaker } from '../support/fake-platform.ts'
import { ROUND_PLAN } from '../support/round-plan.ts'

const OTHER_SECRETARY: Speaker = { id: 'sec-2', name: 'Anh Phó' }

let app: TestApp
let council: { id: string }
/** Thursday 20/11/2025 at 09:00. */
beforeEach(async () => {
  app = await createTestApp('2025-11-20T09:00:00+07:00')
  council = await app.linkedCouncil(ROUND_PLAN)
})
afterEach(() => app.stop())

const last = (seen: Seen[]) => seen.at(-1)!
const say = async (text: string, who = SECRETARY) => last(await app.say(who, text))
const press = async (under: Seen, label: string, who = SECRETARY) => last(await app.press(who, under, label))
const audits = (action: string) => app.db.audit.count({ where: { action } })
const deliver = () => app.runJob(announce)
const theDraft = () => app.db.announcement.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })

/** What a chat was told by the delivery. */
async function delivered(chat: string): Promise<Seen[]> {
  const before = app.platform.seen.length
  await deliver()
  return app.platform.seen.slice(before).filter((seen) => seen.chat === chat)
}

let files = 0
/** Sends a file in private. */
const sendFile = (more: Partial<Extract<Inbound['event'], { kind: 'file' }>> = {}, who = SECRETARY) => {
  const fileId = `file-${++files}`
  const event = { kind: 'file' as const, messageId: 'm', fileId, name: `${fileId}.pdf`, size: 10, ...more }
  return app.deliver(who, { externalId: who.id, kind: 'private' }, event)
}

/** Says something marked in private. */
const sayMarked = ({ text, spans }: RichText) =>
  app.deliver(
    SECRETARY,
    { externalId: SECRETARY.id, kind: 'private' },
    { kind: 'text', text, spans, messageId: 'm', addressed: 'private' },
  )

async function makeHead(unit = 'Công an phường', who = HEAD, talks = true) {
  await app.sayInGroup(SECRETARY, `/moi trưởng ${unit}`, { replyTo: { externalId: who.id, name: who.name } })
  if (talks) await app.say(who, '/trogiup')
}

async function makeSecretary(who = OTHER_SECRETARY) {
  await app.sayInGroup(SECRETARY, '/moi thư ký', { replyTo: { externalId: who.id, name: who.name } })
  await app.say(who, '/trogiup')
}

/** A draft with this text, its summary on the screen. */
const draftOf = async (text: string) => press(await say(`/thongbao ${text}`), 'Xem trước')

/** The summary of a draft that goes to these. */
async function draftTo(text: string, ...labels: string[]) {
  let menu = await press(await draftOf(text), 'Người nhận')
  for (const label of labels) menu = await press(menu, label)
  return press(menu, 'Xong')
}

describe('writing', () => {
  it('takes text, pictures and documents one after the other and shows them exactly as they will look', async () => {
    const asked = await press(await say('/thongbao'), 'Soạn thông báo')
    expect(asked.text).toContain('Gửi nội dung thông báo')
    const bold = { style: 'bold' as const, offset: 3, length: 2 }
    const first = last(await sayMarked({ text: '  A BB', spans: [bold] }))
    expect(first.text).toBe('Đã thêm (1 phần). Gửi thêm, hoặc chọn “Xem trước”.')
    expect(first.choices).toEqual(['Xem trước', 'Xóa phần cuối', 'Hủy'])
    await sendFile({ picture: true, caption: 'Sơ đồ', spans: [{ ...bold, offset: 0, length: 2 }] })
    const third = last(await sendFile())
    expect(third.text).toContain('(3 phần)')
    const [text, picture, paper, summary] = await app.press(SECRETARY, third, 'Xem trước')
    expect(text!.message.body).toEqual({ text: 'A BB', spans: [{ ...bold, offset: 1 }] })
    expect(picture!.message.body).toEqual({ text: 'Sơ đồ', spans: [{ style: 'bold', offset: 0, length: 2 }] })
    expect(picture!.message.media).toEqual([{ kind: 'photo', fileId: `file-${files - 1}` }])
    expect(paper!.message.media).toEqual([{ kind: 'document', fileId: `file-${files}` }])
    expect(summary!.text).toBe('Chưa chọn người nhận.')
  })

  it('keeps an album together and answers it once', async () => {
    await say('/thongbao soạn')
    const answers = [
      ...(await sendFile({ picture: true, album: 'a', caption: 'Hội nghị' })),
      ...(await sendFile({ picture: true, album: 'a' })),
      ...(await sendFile({ picture: true, album: 'a' })),
    ]
    expect(answers.map(({ text }) => text)).toEqual(['Đã thêm (1 phần). Gửi thêm, hoặc chọn “Xem trước”.'])
    const [added] = await app.say(SECRETARY, 'Kính gửi các đơn vị')
    expect(added!.text).toContain('(2 phần)')
    const [album, text] = await app.press(SECRETARY, added!, 'Xem trước')
    expect(album!.message.media).toHaveLength(3)
    expect(album!.text).toBe('Hội nghị')
    expect(text!.text).toBe('Kính gửi các đơn vị')
  })

  it('loses nothing of an album that comes all at once', async () => {
    await say('/thongbao soạn')
    await Promise.all(Array.from({ length: 6 }, () => sendFile({ picture: true, album: 'a' })))
    const { parts } = await theDraft()
    expect(await app.db.announcement.count()).toBe(1)
    expect(parts).toMatchObject([{ media: { length: 6 } }])
  })

  it('goes on after a restart in the middle', async () => {
    await say('/thongbao soạn')
    await say('Phần một')
    await app.restart()
    const added = await say('Phần hai')
    expect(added.text).toContain('(2 phần)')
    await app.restart()
    const shown = await app.press(SECRETARY, added, 'Xem trước')
    expect(shown.map(({ text }) => text).slice(0, 2)).toEqual(['Phần một', 'Phần hai'])
  })

  it('takes the last part out again', async () => {
    await say('/thongbao Phần một')
    const removed = await press(await say('Phần hai'), 'Xóa phần cuối')
    expect(removed.text).toBe('Đã xóa phần cuối, còn 1 phần.')
    const shown = await app.press(SECRETARY, await say('Phần ba'), 'Xem trước')
    expect(shown.map(({ text }) => text).slice(0, 2)).toEqual(['Phần một', 'Phần ba'])
  })

  it('says politely what is too much, and keeps what is there', async () => {
    expect((await say(`/thongbao ${'a'.repeat(4097)}`)).text).toContain('tối đa 4096 ký tự')
    expect(await app.db.announcement.count()).toBe(0)
    await say('/thongbao Phần 1')
    expect((await say('b'.repeat(4097))).text).toContain('tối đa 4096 ký tự')
    expect((await say('b'.repeat(4096))).text).toContain('(2 phần)')
    expect(last(await sendFile({ caption: 'c'.repeat(1025) })).text).toContain('tối đa 1024 ký tự')
    for (let part = 3; part <= 10; part++) await say(`Phần ${part}`)
    const refused = await say('Phần 11')
    expect(refused.text).toContain('tối đa 10 phần')
    expect(refused.choices).toEqual(['Xem trước', 'Xóa phần cuối', 'Hủy'])
    expect((await theDraft()).parts).toHaveLength(10)
  })

  it('may begin with a picture whose caption is the command', async () => {
    const added = last(await sendFile({ picture: true, caption: '/thongbao Sơ đồ chỗ ngồi' }))
    const [picture] = await app.press(SECRETARY, added, 'Xem trước')
    expect(picture!.text).toBe('Sơ đồ chỗ ngồi')
    expect(picture!.message.media).toHaveLength(1)
  })

  it('stops at "Hủy": later words are no part of it', async () => {
    expect((await press(await say('/thongbao Nháp'), 'Hủy')).text).toBe('Đã hủy thông báo, không gửi cho ai.')
    expect((await say('cuối cùng')).text).toContain('Chưa hiểu câu hỏi')
    expect((await theDraft()).state).toBe('dropped')
  })
})

describe('the audience', () => {
  it('is chosen by toggles, counted with how they are reached', async () => {
    await makeHead()
    await makeHead('Y tế phường', STRANGER, false)
    const summary = await draftOf('Kính mời họp')
    expect(summary.choices).toEqual([
      'Gửi ngay',
      'Hẹn giờ',
      'Người nhận',
      'Lặp lại: không',
      'Xác nhận đã nhận: tắt',
      'Sửa',
      'Lưu làm mẫu',
      'Hủy',
    ])
    const menu = await press(summary, 'Người nhận')
    expect(menu.id).toBe(summary.id)
    expect(menu.choices).toEqual([
      '☐ Tất cả nhóm (1)',
      '☐ Trưởng tất cả đơn vị (4)',
      'Chọn từng đơn vị',
      '☐ Mọi thành viên Hội đồng',
      'Xong',
    ])
    const all = await press(await press(menu, 'Tất cả nhóm'), 'Trưởng tất cả')
    expect(all.choices[1]).toBe('☑ Trưởng tất cả đơn vị (4)')
    const units = await press(all, 'Chọn từng đơn vị')
    expect(units.choices.filter((label) => label.startsWith('☑'))).toHaveLength(4)
    const fewer = await press(units, 'Văn phòng UBND')
    expect(fewer.choices.filter((label) => label.startsWith('☑'))).toHaveLength(3)
    const done = await press(fewer, 'Xong')
    expect(done.text).toContain('Gửi tới: 1 nhóm, 3 trưởng đơn vị (1 qua Telegram, 2 chưa nhắn được).')
    expect(done.text).toContain('Dự kiến xong trong 1 giây.')
  })

  it('shows units by eight', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `Tổ dân phố ${index + 1}`)
    await app.say(SECRETARY, `/donvi thêm ${names.join('; ')}`)
    const first = await press(await press(await draftOf('Họp'), 'Người nhận'), 'Chọn từng đơn vị')
    expect(first.choices.filter((label) => label.startsWith('☐'))).toHaveLength(8)
    expect(first.text).toContain('Trang 1/2')
    const second = await press(first, 'Trang sau')
    const chosen = await press(second, 'Tổ dân phố 9')
    expect(chosen.text).toContain('Trang 2/2')
    expect(chosen.choices).toContain('☑ Tổ dân phố 9')
  })

  it('can be those whom an open round misses', async () => {
    await makeHead()
    await press(await say('/dot mở yêu nước hạn 5/12'), 'Mở đợt')
    const summary = await draftTo('Đề nghị gửi', 'Chưa gửi: Phong trào thi đua yêu nước 2025')
    expect(summary.text).toContain('trưởng đơn vị (1 qua Telegram')
    const menu = await press(summary, 'Người nhận')
    expect(menu.choices.find((label) => label.includes('Chưa gửi'))).toMatch(/^☑/)
  })

  it('has to be chosen before anything is sent or scheduled', async () => {
    const refused = await press(await draftOf('Họp'), 'Gửi ngay')
    expect(refused.text).toBe('Chưa chọn người nhận.')
    expect(refused.choices).toEqual(['Người nhận'])
    expect((await press(await draftOf('Họp'), 'Hẹn giờ')).text).toBe('Chưa chọn người nhận.')
    expect(await app.db.announcement.count({ where: { state: 'draft' } })).toBe(2)
    expect(await app.db.announcementRecipient.count()).toBe(0)
  })
})

describe('sending', () => {
  it('tells everybody chosen what was shown, and shows how it went', async () => {
    await makeHead()
    const sent = await press(await draftTo('Kính mời họp 8h', 'Tất cả nhóm', 'Trưởng tất cả'), 'Gửi ngay')
    expect(sent.text).toContain('Đang gửi “Kính mời họp 8h” tới 1 nhóm, 4 trưởng đơn vị.')
    expect(sent.choices).toEqual(['Dừng', 'Danh sách'])
    const before = app.platform.seen.length
    await deliver()
    await deliver()
    const told = app.platform.seen.slice(before)
    expect(told.filter(({ text }) => text === 'Kính mời họp 8h').map(({ chat }) => chat)).toEqual([GROUP, HEAD.id])
    expect(told.filter(({ chat }) => chat === SECRETARY.id)).toHaveLength(1)
    expect(await audits('announcement-sent')).toBe(1)
    const overview = await say('/thongbao')
    expect(overview.text).toContain('Đã gửi gần đây\n1. Kính mời họp 8h · đã gửi 09:00 thứ Năm 20/11/2025')
    const shown = await press(overview, '1. Kính mời')
    expect(shown.text).toContain('Đã gửi 2/5')
    expect(shown.text).toContain('Chưa nhắn được (chưa có trưởng hoặc phó): 3')
    expect(shown.text).not.toContain('chưa nhắn cho bot lần nào')
    expect((await press(shown, 'Danh sách')).text).toContain('Chưa có trưởng hoặc phó\n')
  })

  it('sends once, however often and by whomever it is pressed', async () => {
    await makeSecretary()
    const mine = await draftTo('Họp', 'Tất cả nhóm')
    const theirs = await press(
      await press(await say('/thongbao', OTHER_SECRETARY), '1. Họp', OTHER_SECRETARY),
      'Xem trước',
      OTHER_SECRETARY,
    )
    await press(mine, 'Gửi ngay')
    expect(await app.press(SECRETARY, mine, 'Gửi ngay').catch(() => [])).toEqual([])
    const late = await press(theirs, 'Gửi ngay', OTHER_SECRETARY)
    expect(late.text).toContain('vừa được xử lý rồi')
    expect(await delivered(GROUP)).toHaveLength(1)
    expect(await delivered(GROUP)).toHaveLength(0)
    expect(await audits('announcement-sent')).toBe(1)
  })

  it('sends once when two press at the same moment', async () => {
    await makeSecretary()
    const mine = await draftTo('Họp', 'Tất cả nhóm')
    const shown = await press(await say('/thongbao', OTHER_SECRETARY), '1. Họp', OTHER_SECRETARY)
    const theirs = await press(shown, 'Xem trước', OTHER_SECRETARY)
    await Promise.all([press(mine, 'Gửi ngay'), press(theirs, 'Gửi ngay', OTHER_SECRETARY)])
    expect(await app.db.announcementRecipient.count()).toBe(1)
    expect(await audits('announcement-sent')).toBe(1)
    expect(await delivered(GROUP)).toHaveLength(1)
  })

  it('takes a press from nobody else, wherever the message is shown', async () => {
    await makeHead()
    const summary = await draftTo('Họp', 'Tất cả nhóm')
    const event = { kind: 'choice' as const, messageId: summary.id, prompt: summary.message.prompt!, index: 0 }
    for (const chat of [
      { externalId: HEAD.id, kind: 'private' as const },
      { externalId: SECRETARY.id, kind: 'private' as const },
      { externalId: GROUP, kind: 'group' as const },
    ])
      expect(await app.deliver(HEAD, chat, event)).toEqual([])
    expect((await theDraft()).state).toBe('draft')
  })

  it('asks once more in quiet hours', async () => {
    const summary = await draftTo('Họp', 'Tất cả nhóm')
    app.now = new Date('2025-11-20T21:00:00+07:00')
    const asked = await press(summary, 'Gửi ngay')
    expect(asked.text).toBe('Đang trong giờ yên lặng (20:00 - 07:00). Vẫn gửi ngay?')
    await press(asked, 'Vẫn gửi ngay')
    expect((await theDraft()).state).toBe('sending')
  })

  it('can be stopped and continued by another of the secretariat', async () => {
    await makeSecretary()
    await press(await draftTo('Họp', 'Tất cả nhóm'), 'Gửi ngay')
    const running = await press(await say('/thongbao', OTHER_SECRETARY), '1. Họp', OTHER_SECRETARY)
    const stopped = await press(running, 'Dừng', OTHER_SECRETARY)
    expect(stopped.text).toContain('Đã dừng gửi “Họp”')
    expect(await delivered(GROUP)).toEqual([])
    await press(stopped, 'Gửi tiếp', OTHER_SECRETARY)
    expect((await delivered(GROUP)).map(({ text }) => text)).toEqual(['Họp'])
    expect(await Promise.all(['announcement-stopped', 'announcement-continued'].map(audits))).toEqual([1, 1])
  })

  it('tries those anew whom it did not reach, and nobody else', async () => {
    await makeHead()
    await press(await draftTo('Họp', 'Tất cả nhóm', 'Trưởng tất cả'), 'Gửi ngay')
    // The progress is told first.
    app.platform.outcomes.push({ state: 'sent', messageId: 'progress' })
    app.platform.outcomes.push({ state: 'refused', reason: 'Forbidden: bot was blocked by the user' })
    await deliver()
    await deliver()
    const shown = await press(await say('/thongbao'), '1. Họp')
    expect(shown.text).toContain('Không gửi được: 1')
    const listed = await press(shown, 'Danh sách')
    expect(listed.text).toContain('người nhận đã chặn bot')
    const again = await press(await press(listed, 'Xem thông báo'), 'Gửi lại chưa đến')
    expect(again.text).toContain('Gửi lại “Họp” tới 1 nơi.')
    const before = app.platform.seen.length
    await deliver()
    expect(app.platform.seen.slice(before).filter(({ text }) => text === 'Họp')).toHaveLength(1)
    expect(await audits('announcement-retried')).toBe(1)
  })
})

describe('scheduling', () => {
  it('suggests times, takes typed ones and can be taken back', async () => {
    const asked = await press(await draftTo('Họp', 'Tất cả nhóm'), 'Hẹn giờ')
    expect(asked.choices).toEqual([
      '14:00 thứ Năm 20/11/2025',
      '08:00 thứ Sáu 21/11/2025',
      '08:00 thứ Hai 24/11/2025',
      'Quay lại',
    ])
    const scheduled = await say('8h sáng mai')
    expect(scheduled.text).toContain('Đã hẹn gửi lúc 08:00 thứ Sáu 21/11/2025 tới 1 nhóm.')
    expect(await audits('announcement-scheduled')).toBe(1)
    expect((await say('/thongbao')).text).toContain('Đã hẹn giờ\n1. Họp · hẹn gửi 08:00 thứ Sáu 21/11/2025')
    const back = await press(scheduled, 'Bỏ hẹn giờ')
    expect(back.text).toContain('Thông báo trở lại bản nháp.')
    app.now = new Date('2025-11-21T08:00:00+07:00')
    expect(await delivered(GROUP)).toEqual([])
  })

  it('goes out at its time', async () => {
    await press(await press(await draftTo('Họp', 'Tất cả nhóm'), 'Hẹn giờ'), '14:00')
    app.now = new Date('2025-11-20T13:59:00+07:00')
    expect(await delivered(GROUP)).toEqual([])
    app.now = new Date('2025-11-20T14:00:00+07:00')
    expect((await delivered(GROUP)).map(({ text }) => text)).toEqual(['Họp'])
  })

  it.each([
    ['14:00 5/12', '14:00 thứ Sáu 05/12/2025'],
    ['thứ Hai', '08:00 thứ Hai 24/11/2025'],
    ['chiều nay', '14:00 thứ Năm 20/11/2025'],
    ['sang mai', '08:00 thứ Sáu 21/11/2025'],
    ['16h', '16:00 thứ Năm 20/11/2025'],
    ['7h30', '07:30 thứ Sáu 21/11/2025'],
    ['5pm tomorrow', '17:00 thứ Sáu 21/11/2025'],
    ['ngày mai', '08:00 thứ Sáu 21/11/2025'],
  ])('reads "%s"', async (words, expected) => {
    await press(await draftTo('Họp', 'Tất cả nhóm'), 'Hẹn giờ')
    expect((await say(words)).text).toContain(`Đã hẹn gửi lúc ${expected}`)
  })

  it('asks again for what is no time, and once more in quiet hours', async () => {
    await press(await draftTo('Họp', 'Tất cả nhóm'), 'Hẹn giờ')
    expect((await say('lúc nào rảnh')).text).toContain('Chưa hiểu “lúc nào rảnh”')
    const quiet = await say('21h tối nay')
    expect(quiet.text).toContain('nằm trong giờ yên lặng (20:00 - 07:00)')
    expect((await theDraft()).state).toBe('draft')
    const kept = await press(quiet, 'Vẫn hẹn giờ này')
    expect(kept.text).toContain('Đã hẹn gửi lúc 21:00 thứ Năm 20/11/2025')
  })

  it('can go out again every week', async () => {
    const chosen = await press(await press(await draftTo('Họp giao ban', 'Tất cả nhóm'), 'Lặp lại'), 'hằng tuần')
    expect(chosen.text).toContain('Lặp lại hằng tuần.')
    await press(chosen, 'Gửi ngay')
    expect((await say('/thongbao')).text).toContain('hẹn gửi 09:00 thứ Năm 27/11/2025')
  })
})

describe('afterwards', () => {
  it('lists who was not reached with a phone number, and exports it safely', async () => {
    await say('/donvi điện thoại Công an phường: 0900 000 000')
    await app.say(SECRETARY, '/donvi thêm =1+1')
    await press(await draftTo('Họp', 'Tất cả nhóm', 'Trưởng tất cả'), 'Gửi ngay')
    await deliver()
    const listed = await press(await press(await say('/thongbao'), '1. Họp'), 'Danh sách')
    expect(listed.text).toContain('• Công an phường · điện thoại 0900000000')
    expect(listed.text).toContain('Đã gửi\n• Nhóm Hội đồng')
    const file = (await press(listed, 'Xuất Excel')).message.file!
    expect(file.name).toBe('thong-bao-hop.xlsx')
    const rows = sheetOf(file.base64)
    expect(rows.find((row) => row.includes('TT'))).toEqual([
      'TT',
      'Người nhận',
      'Đơn vị',
      'Kênh',
      'Trạng thái',
      'Lý do',
      'Số điện thoại',
      'Xác nhận lúc',
    ])
    expect(rows.some((row) => row.includes('=1+1'))).toBe(true)
    expect(rows.some((row) => row.includes('0900000000') && row.includes('Công an phường'))).toBe(true)
  })

  it('corrects a text wherever it was sent', async () => {
    await press(await draftTo('Họp 8h', 'Tất cả nhóm'), 'Gửi ngay')
    const [message] = await delivered(GROUP)
    await deliver()
    await press(await press(await say('/thongbao'), '1. Họp'), 'Sửa nội dung')
    expect((await say('Họp 9h')).text).toContain('đang sửa ở mọi nơi đã gửi')
    await deliver()
    expect(app.platform.seen.find(({ id }) => id === message!.id)!.text).toBe('Họp 9h')
    expect(await audits('announcement-corrected')).toBe(1)
  })

  it('takes it back after one more press', async () => {
    await press(await draftTo('Họp 8h', 'Tất cả nhóm'), 'Gửi ngay')
    await deliver()
    await deliver()
    const asked = await press(await press(await say('/thongbao'), '1. Họp'), 'Thu hồi')
    expect(asked.text).toContain('Thu hồi “Họp 8h” ở mọi nơi đã gửi?')
    expect((await theDraft()).state).toBe('sent')
    await press(asked, 'Thu hồi ở mọi nơi')
    expect((await theDraft()).state).toBe('withdrawn')
    expect(await audits('announcement-withdrawn')).toBe(1)
  })
})

describe('the receipt', () => {
  beforeEach(async () => {
    await makeHead()
    const summary = await draftTo('Họp', 'Tất cả nhóm', 'Trưởng tất cả')
    const on = await press(summary, 'Xác nhận đã nhận')
    expect(on.choices).toContain('Xác nhận đã nhận: bật')
    await press(on, 'Gửi ngay')
    await deliver()
    await deliver()
  })

  const inChat = (chat: string) => app.platform.seen.findLast((seen) => seen.chat === chat && seen.text === 'Họp')!

  it('is pressed in private and in the group, once each, without a word in the group', async () => {
    expect((await press(inChat(HEAD.id), 'Đã nhận', HEAD)).text).toBe('Đã ghi nhận anh/chị đã nhận thông báo.')
    expect(await app.press(HEAD, inChat(HEAD.id), 'Đã nhận')).toEqual([])
    expect(await app.press(STRANGER, inChat(GROUP), 'Đã nhận')).toEqual([])
    expect(await app.press(HEAD, inChat(GROUP), 'Đã nhận')).toEqual([])
    expect(await app.db.receipt.count()).toBe(3)
    const listed = await press(await press(await say('/thongbao'), '1. Họp'), 'Danh sách')
    expect(listed.text).toContain('• Anh Công (Công an phường) · ✅ Anh Công')
  })

  it('may be a reply', async () => {
    const { id } = inChat(GROUP)
    expect(await app.sayInGroup(STRANGER, 'Đã nhận ạ', { addressed: 'reply', repliesTo: id })).toEqual([])
    expect(await app.db.receipt.count()).toBe(1)
    await app.sayInGroup(STRANGER, 'cảm ơn', { addressed: 'reply', repliesTo: id })
    expect(await app.db.receipt.count()).toBe(1)
  })

  it('counts only where it was sent', async () => {
    const { id } = await theDraft()
    await say(`/thongbao da-nhan ${id}`).catch(() => undefined)
    await app.sayInGroup(STRANGER, `/thongbao da-nhan ${id}`, {}, 'another-group')
    expect(await app.db.receipt.count()).toBe(0)
  })

  it('can be asked for again', async () => {
    const shown = await press(await say('/thongbao'), '1. Họp')
    const listed = await press(shown, 'Danh sách')
    expect(listed.text).toContain('• Anh Công (Công an phường) · chưa xác nhận')
    expect(listed.text).toMatch(/• Nhóm Hội đồng$/m)
    expect((await press(await press(listed, 'Xem thông báo'), 'Nhắc người chưa')).text).toBe(
      'Đang nhắc 1 người chưa xác nhận.',
    )
    const before = app.platform.seen.length
    await deliver()
    const told = app.platform.seen.slice(before).filter(({ chat }) => chat !== SECRETARY.id)
    expect(told.map(({ chat }) => chat)).toEqual([HEAD.id])
    expect(await audits('announcement-reminded')).toBe(1)
  })
})

describe('templates', () => {
  it('ask for their fields one after the other, over a restart', async () => {
    const asked = await press(await press(await say('/thongbao'), 'Mẫu thông báo'), 'Họp Hội đồng')
    expect(asked.text).toContain('Thời gian?')
    expect((await say('8h sáng mai')).text).toContain('Địa điểm?')
    await app.restart()
    expect((await say('Hội trường; tầng 2')).text).toContain('Nội dung?')
    expect((await say('-')).text).toContain('Thành phần?')
    const [notice] = await app.say(SECRETARY, 'Các ủy viên <Hội đồng>')
    expect(notice!.text).toBe(
      [
        'THÔNG BÁO HỌP HỘI ĐỒNG',
        'Thời gian: 8h sáng mai',
        'Địa điểm: Hội trường; tầng 2',
        'Thành phần: Các ủy viên <Hội đồng>',
        'Đề nghị các đồng chí tham dự đầy đủ, đúng giờ.',
      ].join('\n'),
    )
    expect(notice!.message.body.spans[0]).toEqual({ style: 'bold', offset: 0, length: 22 })
  })

  it('take several fields in one message, and are there in English', async () => {
    await app.say(SECRETARY, '/ngonngu en')
    const asked = await press(await press(await say('/announce'), 'Templates'), 'Papers to hand in')
    expect(asked.text).toContain('What?')
    expect((await say('deadline: 5/12\nwhat: nominations\nwith minutes')).text).toContain('Where?')
    const [notice] = await app.say(SECRETARY, 'the office')
    expect(notice!.text).toContain('What: nominations\nwith minutes\nDeadline: 5/12\nWhere: the office')
  })

  it('of the council are kept, used by everybody of the secretariat and removed', async () => {
    await makeSecretary()
    await press(await draftOf('Nhắc giao ban thứ Hai'), 'Lưu làm mẫu')
    expect((await say('Giao ban')).text).toBe('Đã lưu mẫu “Giao ban”.')
    const list = await say('/thongbao mẫu', OTHER_SECRETARY)
    expect(list.choices).toEqual(['Họp Hội đồng', 'Nộp hồ sơ', 'Phát động phong trào', 'Giao ban', 'Xóa mẫu'])
    const [notice] = await app.press(OTHER_SECRETARY, list, 'Giao ban')
    expect(notice!.text).toBe('Nhắc giao ban thứ Hai')
    await press(await press(list, 'Xóa mẫu', OTHER_SECRETARY), 'Xóa', OTHER_SECRETARY)
    expect(await app.db.template.count()).toBe(0)
    expect(await Promise.all(['template-saved', 'template-removed'].map(audits))).toEqual([1, 1])
  })
})

describe('who may', () => {
  it('a head or member may not', async () => {
    await makeHead()
    expect((await say('/thongbao Họp', HEAD)).text).toContain('Anh/chị chưa được giao việc này.')
    expect(await app.db.announcement.count()).toBe(0)
    const { id } = await (await draftOf('Họp'), theDraft())
    for (const act of ['xem', 'xem-truoc', 'gui', 'huy', 'danh-sach', 'excel'])
      expect((await say(`/thongbao ${act} @${id}`, HEAD)).text).toContain('Anh/chị chưa được giao việc này.')
    expect((await theDraft()).state).toBe('draft')
  })

  it('in a group it is refused without its content', async () => {
    const said = await app.sayInGroup(SECRETARY, '/thongbao Họp kín')
    expect(said.map(({ text }) => text)).toEqual([
      'Việc thông báo làm trong tin nhắn riêng với bot: gõ /thongbao ở đó.',
    ])
    expect(await app.db.announcement.count()).toBe(0)
  })

  it("another council's secretary sees and does nothing, even with the ids", async () => {
    const other = await app.createCouncil('Hội đồng khác')
    await app.say(STRANGER, `/start ${other.code}`)
    await draftTo('Họp kín', 'Tất cả nhóm')
    const { id, councilId } = await theDraft()
    expect(councilId).toBe(council.id)
    expect((await say('/thongbao', STRANGER)).text).not.toContain('Họp kín')
    for (const act of [
      'xem',
      'xem-truoc',
      'soan',
      'gui',
      'gui-du',
      'nhan',
      'huy',
      'danh-sach',
      'excel',
      'thu-hoi-chac',
    ]) {
      const said = await app.say(STRANGER, `/thongbao ${act} @${id} abc`)
      expect(said.map(({ text }) => text)).toEqual([
        'Không thấy thông báo này trong Hội đồng đang chọn. Xem các thông báo: /thongbao',
      ])
    }
    expect((await theDraft()).state).toBe('draft')
    expect((await theDraft()).parts).toHaveLength(1)
  })
})

describe('somebody in two councils', () => {
  beforeEach(async () => {
    const other = await app.createCouncil('Hội đồng khác')
    await app.say(SECRETARY, `/start ${other.code}`)
  })

  it('is asked which one an announcement is of, and loses no word', async () => {
    const added = await press(await say('/thongbao Kính mời họp'), 'Hội đồng TĐKT phường Thử')
    expect(added.text).toContain('(1 phần)')
    expect(await theDraft()).toMatchObject({ councilId: council.id, parts: [{ body: { text: 'Kính mời họp' } }] })
  })

  it('confirms for the council that has told it', async () => {
    await makeHead()
    const other = await app.createCouncil('Hội đồng thứ ba')
    await app.say(HEAD, `/start ${other.code}`)
    await press(await say('/thongbao'), 'Hội đồng TĐKT phường Thử')
    const on = await press(await draftTo('Họp', 'Trưởng tất cả'), 'Xác nhận đã nhận')
    await press(on, 'Gửi ngay')
    const [message] = await delivered(HEAD.id)
    await app.press(HEAD, message!, 'Đã nhận')
    expect(await app.db.receipt.count()).toBe(1)
  })
})

describe("a unit's phone number", () => {
  it('is shown to the secretariat in private alone, and nowhere logged', async () => {
    await makeHead()
    expect((await say('/donvi điện thoại Công an phường: 0900 000.000')).text).toBe(
      'Đã ghi số điện thoại của Công an phường. Chỉ thư ký xem được.',
    )
    expect((await say('/donvi công an')).text).toContain('Điện thoại: 0900000000')
    expect((await say('/donvi công an', HEAD)).text).not.toContain('0900000000')
    expect(last(await app.sayInGroup(SECRETARY, '/donvi công an')).text).not.toContain('0900000000')
    expect(JSON.stringify(await app.db.audit.findMany())).not.toContain('0900000000')
    expect((await say('/donvi điện thoại Công an phường: bỏ')).text).toContain('Đã xóa số điện thoại')
    expect((await say('/donvi công an')).text).not.toContain('Điện thoại')
  })

  it.each(['abc', '12345678901234567', '0912'])('"%s" is none', async (number) => {
    expect((await say(`/donvi điện thoại Công an phường: ${number}`)).text).toContain('Chưa đọc được số điện thoại')
  })
})

/** The rows of the first sheet as texts; what is a formula is not one. */
function sheetOf(base64: string): string[][] {
  const { SheetNames, Sheets } = read(Buffer.from(base64, 'base64'))
  return utils.sheet_to_json<string[]>(Sheets[SheetNames[0]!]!, { header: 1, defval: '', raw: false })
}
