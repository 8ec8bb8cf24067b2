import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, GROUP, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import type { Seen } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'

let app: TestApp
beforeEach(async () => {
  app = await createTestApp('2025-03-06T09:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
  await app.runJob(remind)
})
afterEach(() => app.stop())

async function remindedAt(instant: string): Promise<Seen> {
  app.now = new Date(instant)
  const before = app.platform.seen.length
  await app.runJob(remind)
  return app.platform.seen.slice(before).find(({ chat }) => chat === GROUP)!
}

describe('when a newer reminder comes', () => {
  it('the choices under the older go, its text stays, and they cannot be taken any more', async () => {
    const older = await remindedAt('2025-03-07T08:00:00+07:00')
    const asItWas = { ...older }
    const newer = await remindedAt('2025-03-11T08:00:00+07:00')
    expect(older.text).toBe(asItWas.text)
    expect(older.choices).toEqual([])
    expect(newer.choices).not.toEqual([])
    expect(await app.press(SECRETARY, asItWas, 'Đã xong: PL1 mục 2')).toEqual([])
    expect(await app.db.completion.count()).toBe(0)
  })

  it('an older one that was never sent is left alone', async () => {
    app.platform.outcomes.push({ state: 'refused', reason: '400' })
    await remindedAt('2025-03-07T08:00:00+07:00')
    await remindedAt('2025-03-10T08:00:00+07:00')
    expect(await app.db.outbox.count({ where: { kind: 'upkeep' } })).toBe(0)
  })
})

describe('"details"', () => {
  it('asks which task where there are several, and shows it in full', async () => {
    const reminder = await remindedAt('2025-03-07T08:00:00+07:00')
    const [which] = await app.press(STRANGER, reminder, 'Chi tiết')
    expect(which!.choices).toEqual(['PL1 mục 3', 'PL1 mục 2'])
    const [shown] = await app.press(STRANGER, which!, 'PL1 mục 3')
    expect(shown!.text).toBe(
      [
        'Lập danh sách gương người tốt, việc tốt',
        'Mục: I. Quý I',
        'Thực hiện: Y tế phường',
        '',
        'Thời hạn',
        '❗ Hoàn thành dự thảo trước 05/3/2025: 04/3/2025, quá hạn 3 ngày',
        '⏳ Trình Hội đồng trước 20/3/2025: 19/3/2025, còn 12 ngày',
        '',
        'PL1 mục 3 · Kế hoạch 07/KH-UBND ngày 10/01/2025',
      ].join('\n'),
    )
  })

  it.each([
    ['6', '⏳ 25 hàng tháng: 25/3/2025, còn 19 ngày'],
    ['4', '⚠ Trước ngày 16/6/2024: có thể là 16/6/2025, chờ thư ký xác nhận'],
    ['5', '⏳ Tháng 6/2025: 01/6/2025 - 30/6/2025, còn 116 ngày'],
    ['7', '⏳ Khi có phát sinh: không ấn định ngày'],
    ['99', 'Không tìm thấy việc “99”'],
    ['', 'Ghi số mục trong kế hoạch'],
  ])('of task "%s" typed by hand', async (place, line) => {
    const [shown] = await app.sayInGroup(STRANGER, `/chitiet ${place}`)
    expect(shown!.text).toContain(line)
  })

  it('says who marked it done and when', async () => {
    await app.say(SECRETARY, '/xong PL1 mục 2')
    const [shown] = await app.say(SECRETARY, '/details PL1 mục 2')
    expect(shown!.text).toContain('✅ Trước ngày 15/3/2025: đã xong')
    expect(shown!.text).toContain('✅ Cả việc xong lúc 09:00 ngày 06/3/2025, ghi nhận bởi Chị Thư')
  })
})
