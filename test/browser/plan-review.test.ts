import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumOrWarning, takeSeat } from './seat.ts'
import { startWholeApp, type WholeApp } from './start-whole-app.ts'

const chromium = chromiumOrWarning()
const HANOI = new URL('../../../shared/plans/001_1fd602e1b0c2be66.pdf', import.meta.url)

describe.skipIf(!chromium || !existsSync(HANOI))(
  'the review of a real plan in the playground (plan in ../shared)',
  () => {
    let app: WholeApp
    beforeAll(async () => {
      app = await startWholeApp(chromium!)
    })
    afterAll(() => app.stop())

    it('goes from the file to the approval in six presses', async () => {
      const { page, faults, bubble, write, leave } = await takeSeat(app.browser, app.url)
      await page.getByRole('button', { name: /Riêng với bot/ }).click()
      const file = { name: 'KH-357.pdf', mimeType: 'application/pdf', buffer: readFileSync(HANOI) }
      await page.getByLabel('Gửi tệp').setInputFiles(file)
      await write('')
      await bubble('52 nhiệm vụ · 60 mốc thời gian').waitFor()
      let presses = 0
      const press = async (label: string) => {
        presses += 1
        await page.getByRole('button', { name: label, exact: true }).click()
      }
      await press('Xem điểm cần xác nhận')
      for (const date of ['15/4/2025', '05/6/2025', '16/6/2025', '30/3/2025']) await press(`Là ${date}`)
      await bubble('đã xác nhận 4/4 mốc').waitFor()
      await press('Duyệt')
      await bubble('Đã duyệt Kế hoạch 357/KH-UBND').waitFor()
      expect([presses, faults]).toEqual([6, []])
      await leave()
    })
  },
)
