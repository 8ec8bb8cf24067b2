import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp, type App } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { launchChromium } from '../../tools/chromium.ts'
import { chromiumOrWarning, takeSeat } from './seat.ts'
import { databaseUrl } from '../support/database.ts'

const chromium = chromiumOrWarning()
const HANOI = new URL('../../../shared/plans/001_1fd602e1b0c2be66.pdf', import.meta.url)

describe.skipIf(!chromium || !existsSync(HANOI))(
  'the review of a real plan in the playground (plan in ../shared)',
  () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-app-'))
    let app: App
    let browser: Browser
    beforeAll(async () => {
      const config = readConfig({ DATABASE_URL: await databaseUrl(`${folder}/council.db`), PORT: '0' })
      app = await startApp({ config, log: createLogger('silent'), rings: false })
      browser = await launchChromium(chromium!)
    })
    afterAll(async () => {
      await browser?.close()
      await app?.stop()
      rmSync(folder, { recursive: true })
    })

    it('goes from the file to the approval in six presses', async () => {
      const { page, faults, bubble, write, leave } = await takeSeat(browser, app.url!)
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
