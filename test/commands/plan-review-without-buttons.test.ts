import { afterEach, expect, it } from 'vitest'
import type { PlatformName } from '#domain/messages.ts'
import { GROUP, SECRETARY, STRANGER, TestApp } from '../support/app.ts'
import { FakePlatform, type Seen } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
let at: Seen

async function startOn(name: PlatformName) {
  app = new TestApp('2025-02-20T08:00:00+07:00')
  app.platform = new FakePlatform(name)
  await app.start()
  return app.linkedCouncil()
}

afterEach(async () => {
  const changed = app.platform.seen.filter(({ message, edited }) => edited > 0 || message.edits !== undefined)
  await app.stop()
  expect(changed).toEqual([])
})

const says = async (text: string): Promise<Seen> => (at = (await app.say(SECRETARY, text)).at(-1)!)

/** Answers with the number of the line with this label. */
async function answers(label: string): Promise<Seen> {
  const index = at.choices.findIndex((line) => line.startsWith(label))
  expect(at.choices.slice(index)[0] ?? at.choices).toMatch(new RegExp(`^${label}`))
  return says(String(index + 1))
}

const approved = () => app.db.planVersion.count({ where: { state: 'approved' } })

it('goes from the file to the approval by numbers, each line saying what it does', async () => {
  await startOn('zalo-oa')
  const bytes = new TextEncoder().encode(SMALL_PLAN)
  app.platform.files.set('f1', bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: 'f1', name: 'ke-hoach.txt', size: bytes.length }
  at = (await app.deliver(SECRETARY, { externalId: SECRETARY.id, kind: 'private' }, event)).at(-1)!
  expect(at.text).toContain('Đã đọc: Kế hoạch 07/KH-UBND')
  expect(at.choices).toEqual([
    'Xem điểm cần xác nhận',
    'Xem toàn bộ',
    'Sửa một dòng',
    'Tải bảng Excel',
    'Duyệt kế hoạch này',
    'Bỏ bản nháp này',
  ])
  expect(at.message.hint).toBe('Trả lời bằng số:')
  await answers('Duyệt')
  expect(at.text).toContain('Còn 1 điểm chờ xác nhận')
  await answers('Về tổng quan')
  await answers('Sửa một dòng')
  await says('mục 3: trước ngày 20/3/2025')
  await answers('Thay tất cả')
  await answers('Đúng')
  expect(at.text).toContain('✅ Đã sửa.')
  await answers('Về tổng quan')
  await answers('Xem điểm cần xác nhận')
  expect(at.choices).toEqual(['Là 16/6/2025', 'Giữ như văn bản', 'Ngày khác', 'Để sau'])
  await answers('Ngày khác')
  await says('20/6/2025')
  expect(at.text).toContain('xác nhận hạn cuối 19/6/2025')
  await answers('Xác nhận lại')
  await answers('PL1 mục 4')
  await answers('Là 16/6/2025')
  expect(at.text).toContain('xác nhận hạn cuối 15/6/2025')
  expect(await approved()).toBe(0)
  await answers('Duyệt')
  expect(at.text).toContain('Đã duyệt Kế hoạch 07/KH-UBND')
  const [due] = await app.sayInGroup(STRANGER, '/viec tháng 6', {}, GROUP)
  expect(due!.text).toContain('thư ký xác nhận hạn cuối 15/6/2025')
})

it('goes on with a plan in force where no file can be sent', async () => {
  const council = await startOn('zalo-bot')
  await app.importPlan(council.id, SMALL_PLAN)
  await says('/kehoach')
  await answers('Kế hoạch 07/KH-UBND')
  await answers('Sửa một dòng')
  await says('mục 2 đơn vị: Văn phòng UBND')
  await answers('Đúng')
  await answers('Duyệt')
  expect(at.text).toContain('Còn 1 điểm chờ xác nhận')
  await answers('Duyệt, còn 1 điểm')
  expect(at.text).toContain('đã được cập nhật: 1 việc đổi đơn vị')
  expect(await approved()).toBe(1)
})
