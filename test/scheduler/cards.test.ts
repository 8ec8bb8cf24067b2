import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cards } from '#scheduler/cards.ts'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, SECRETARY, type TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T07:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
})
afterEach(() => app.stop())

async function at(instant: string): Promise<Seen[]> {
  app.now = new Date(instant)
  await app.runJob(cards)
  return app.platform.seen.filter(({ chat }) => chat === GROUP)
}

describe('the card of a quarter', () => {
  it('comes on a working morning, pinned, and shows what is left', async () => {
    expect(await at('2025-03-06T07:30:00+07:00')).toEqual([])
    const [card, ...more] = await at('2025-03-06T08:00:00+07:00')
    expect(more).toEqual([])
    expect(app.platform.pinned.get(GROUP)).toBe(card!.id)
    expect(card!.text).toBe(
      [
        'Việc trong Quý I/2025 · đến ngày 06/3/2025',
        'Đã xong 0/6 · còn 3 · quá hạn 3',
        '',
        'Quá hạn',
        '❗ Hoàn thành dự thảo trước 05/3/2025 — Lập danh sách gương người tốt, việc tốt — PL1 mục 3',
        '❗ 25 hàng tháng — kỳ 25/02/2025 — Báo cáo kết quả phong trào — PL1 mục 6',
        '❗ Trước ngày 15/01/2025 — Tổng kết phong trào thi đua năm 2024 — PL1 mục 1',
        '',
        'Sắp đến hạn',
        '⏳ Trước ngày 15/3/2025 — Ký giao ước thi đua giữa các tổ dân phố — PL1 mục 2',
        '⏳ Trình Hội đồng trước 20/3/2025 — Lập danh sách gương người tốt, việc tốt — PL1 mục 3',
        '⏳ 25 hàng tháng — kỳ 25/3/2025 — Báo cáo kết quả phong trào — PL1 mục 6',
        '',
        'Ngoài ra có 1 việc không ấn định ngày.',
      ].join('\n'),
    )
  })

  it('is edited in place each morning and when something is done or undone, and only then', async () => {
    const [card] = await at('2025-03-06T08:00:00+07:00')
    await at('2025-03-06T08:01:00+07:00')
    expect(card!.edited).toBe(0)
    await app.say(SECRETARY, '/xong PL1 mục 2')
    expect((await at('2025-03-06T23:00:00+07:00'))[0]!.text).toContain('Đã xong 1/')
    await app.say(SECRETARY, '/chuaxong PL1 mục 2')
    expect((await at('2025-03-07T01:00:00+07:00'))[0]!.text).toContain('Đã xong 0/')
    const [, , ...more] = await at('2025-03-07T08:00:00+07:00')
    expect(more).toEqual([])
    expect(card!.text).toContain('đến ngày 07/3/2025')
    expect(card!.edited).toBe(2)
  })

  it('shows the newest state where an earlier one still waits', async () => {
    const [card] = await at('2025-03-06T08:00:00+07:00')
    await app.say(SECRETARY, '/xong PL1 mục 1')
    app.platform.outcomes.push({ state: 'later', afterMs: 60_000, reason: '429' })
    await at('2025-03-06T09:00:00+07:00')
    await app.say(SECRETARY, '/xong PL1 mục 2')
    await at('2025-03-06T09:02:00+07:00')
    expect(card!.text).toContain('Đã xong 2/')
    expect(card!.edited).toBe(1)
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(2)
  })

  it('is a new one on the first working day of the next quarter, in place of the old', async () => {
    const [first] = await at('2025-03-06T08:00:00+07:00')
    const [, second] = await at('2025-04-01T08:00:00+07:00')
    expect(second!.text).toContain('Quý II/2025')
    expect(second!.message.pin).toEqual({ replaces: first!.id })
    expect(app.platform.pinned.get(GROUP)).toBe(second!.id)
  })

  it('comes anew where somebody deleted it', async () => {
    const [card] = await at('2025-03-06T08:00:00+07:00')
    app.platform.outcomes.push({ state: 'refused', reason: '400 Bad Request: message to edit not found' })
    await at('2025-03-07T08:00:00+07:00')
    const [, again] = await at('2025-03-10T08:00:00+07:00')
    expect(again!.id).not.toBe(card!.id)
    expect(app.platform.pinned.get(GROUP)).toBe(again!.id)
  })

  it('stays unpinned without the right, which the secretariat is told once', async () => {
    app.platform.unpinnable = '400 Bad Request: not enough rights to manage pinned messages in the chat'
    await at('2025-03-06T08:00:00+07:00')
    const reports = []
    for (const day of ['07', '10', '11']) {
      await at(`2025-03-${day}T08:00:00+07:00`)
      await app.runJob(remind)
      reports.push(app.platform.seen.filter(({ chat, text }) => chat === SECRETARY.id && text.includes('Chưa ghim')))
    }
    expect(reports.map(({ length }) => length)).toEqual([1, 1, 1])
    expect(reports[0]![0]!.text).toContain('Nhóm Hội đồng: bot cần quyền ghim tin nhắn trong nhóm')
    delete (app.platform as { unpinnable?: string }).unpinnable
    const [card] = await at('2025-03-12T08:00:00+07:00')
    expect(app.platform.pinned.get(GROUP)).toBe(card!.id)
  })

  it('is not sent where reminders are off, nor on a day off', async () => {
    expect(await at('2025-03-08T08:00:00+07:00')).toEqual([])
    await app.db.chat.updateMany({ data: { reminds: false } })
    expect(await at('2025-03-10T08:00:00+07:00')).toEqual([])
  })
})
