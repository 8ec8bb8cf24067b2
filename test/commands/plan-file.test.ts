import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestApp, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Speaker } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp()
})
afterEach(() => app.stop())

async function send(speaker: Speaker, content: string | Uint8Array, name = 'ke-hoach.txt') {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  app.platform.files.set('f1', bytes)
  const event = { kind: 'file' as const, messageId: 'm', fileId: 'f1', name, size: bytes.length }
  return app.deliver(speaker, { externalId: speaker.id, kind: 'private' }, event)
}

describe('the secretariat sends a plan in private', () => {
  it('sees what was read, approves it, and the group is answered from it', async () => {
    await app.linkedCouncil()
    const [review] = await send(SECRETARY, SMALL_PLAN)
    expect(review!.text).toContain('Đã đọc: Kế hoạch 07/KH-UBND ngày 10/01/2025')
    expect(review!.text).toContain('7 nhiệm vụ · 8 mốc thời gian · 4 chỉ tiêu')
    expect(review!.text).toContain('⚠ 1 mốc cần xác nhận ngày')
    const [before] = await app.sayInGroup(STRANGER, '/viec')
    expect(before!.text).toBe(
      'Hội đồng chưa có kế hoạch nào được duyệt. Thư ký Hội đồng gửi tệp kế hoạch trong tin nhắn riêng với bot rồi duyệt.',
    )
    const [open] = await app.press(SECRETARY, review!, 'Duyệt')
    const [approved] = await app.press(SECRETARY, open!, 'Duyệt, còn 1 điểm')
    expect(approved!.text).toContain('Đã duyệt Kế hoạch 07/KH-UBND ngày 10/01/2025.')
    const [after] = await app.sayInGroup(STRANGER, '/viec')
    expect(after!.text).toContain('PL1 mục 2')
  })

  it('can drop it, and then it cannot be approved any more', async () => {
    await app.linkedCouncil()
    const [review] = await send(SECRETARY, SMALL_PLAN)
    const [list] = await app.say(SECRETARY, '/kehoach')
    await app.press(SECRETARY, review!, 'Bỏ')
    const [stale] = await app.press(SECRETARY, list!, '07/KH-UBND')
    expect(stale!.choices).toEqual([])
    expect(await app.db.planVersion.count({ where: { state: 'approved' } })).toBe(0)
  })

  it('that has the units of the quota table after the approval', async () => {
    await app.linkedCouncil()
    const [review] = await send(SECRETARY, SMALL_PLAN)
    const [open] = await app.press(SECRETARY, review!, 'Duyệt')
    await app.press(SECRETARY, open!, 'Duyệt, còn 1 điểm')
    const [units] = await app.say(SECRETARY, '/donvi')
    expect(units!.text).toContain('Đơn vị của Hội đồng TĐKT phường Thử (4)')
    const [bodies] = await app.say(SECRETARY, '/donvi Hội CCB')
    expect(bodies!.text).toContain('Gồm: Hội CCB; Hội LHPN')
  })

  it.each([
    ['an empty file', '', 'Tệp này không có chữ nào.'],
    ['a text of 10 MB', 'Kế hoạch '.repeat(1_200_000), 'Tệp quá lớn. Tệp văn bản kế hoạch thường dưới 2 MB.'],
    [
      'a binary file',
      new Uint8Array([0x4d, 0x5a, 0, 1, 2, 0, 0, 255, 254]),
      'Tệp này không phải văn bản thuần, chưa đọc được.',
    ],
    ['a poem', 'Trăm năm trong cõi người ta\nChữ tài chữ mệnh khéo là ghét nhau\n', 'Không thấy nhiệm vụ, chỉ tiêu'],
  ])('%s gets one clear sentence and nothing is stored', async (_, content, sentence) => {
    await app.linkedCouncil()
    const [answer] = await send(SECRETARY, content)
    expect(answer!.text).toContain(sentence)
    expect(await app.db.plan.count()).toBe(0)
  })
})

describe('anybody else', () => {
  it('who sends a file is told who may, and the file is not even fetched', async () => {
    await app.linkedCouncil()
    const [answer] = await send(STRANGER, SMALL_PLAN)
    expect(answer!.text).toBe('Chưa nhận tệp này: chỉ thư ký Hội đồng gửi tệp kế hoạch.')
    expect(await app.db.plan.count()).toBe(0)
  })
})
