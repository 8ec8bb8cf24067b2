import { mkdtempSync, rmSync } from 'node:fs'
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

describe.skipIf(!chromium)('the playground with the whole bot behind it', () => {
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

  it('is asked, paged, asked by another person and on another day', async () => {
    const { page, faults, log, bubble, speakAs, write, moveClock, clock, leave } = await takeSeat(browser, app.url!)
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
