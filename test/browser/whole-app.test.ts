import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOrWarning, takeSeat } from './seat.ts'
import { startWholeApp, type WholeApp } from './start-whole-app.ts'

const chromium = chromiumOrWarning()

describe.skipIf(!chromium)('the playground with the whole bot behind it', () => {
  let app: WholeApp
  beforeAll(async () => {
    app = await startWholeApp(chromium!)
  })
  afterAll(() => app.stop())

  it('is asked, paged, asked by another person and on another day', async () => {
    const { page, faults, log, bubble, speakAs, write, moveClock, clock, leave } = await takeSeat(app.browser, app.url)
    await write('@tdkt_bot quý này có gì đến hạn?')
    await bubble('Việc đến hạn trong Quý I/2025').waitFor()
    await page.getByRole('button', { name: 'Quý II/2025 ›' }).click()
    await bubble('Việc đến hạn trong Quý II/2025').getByText('Trước ngày 31/6/2025').waitFor()
    expect(await log.locator('.message.bot').count()).toBe(1)

    await speakAs('Cao Văn Khách · Người ngoài Hội đồng')
    await write('quý này có gì đến hạn?')
    await log.locator('.message.bot').waitFor()
    expect(await bubble('31/6/2025').count()).toBe(0)

    await speakAs('Bùi Minh Tâm · Thành viên')
    await moveClock('2025-06-02T08:00')
    await clock.filter({ hasText: 'Thứ Hai, 02/6/2025' }).waitFor()
    await write('tháng này có việc gì?')
    await bubble('hôm nay 02/6/2025').waitFor()
    expect(faults).toEqual([])
    await leave()
  })
})
