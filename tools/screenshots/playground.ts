import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { createLogger } from '../../logger.ts'
import { savePicture } from './camera.ts'

type Asked = [person: string, question: string]
const OVERDUE: Asked = ['tam', '@tdkt_bot có việc gì quá hạn không?']
const JUNE: Asked = ['hai', '@tdkt_bot tháng 6 có việc gì?']
/** Where the sample council's clock begins. */
const NOW = new Date('2025-02-20T08:00:05+07:00')

/** Takes the README's pictures: the playground as it opens, asked some questions, at a desk and on a phone. */
export async function shootPlayground(browser: Browser) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-screenshots-'))
  const settings = { DATABASE_URL: `file:${folder}/council.db`, PORT: '0', PLAYGROUND_CLOCK: NOW.toISOString() }
  const app = await startApp({ config: readConfig(settings), log: createLogger('warn'), realNow: () => NOW })
  try {
    await take(browser, app.url, { width: 1280, height: 900 }, 'playground', [OVERDUE, JUNE])
    await take(browser, app.url, { width: 375, height: 760 }, 'playground-phone', [JUNE])
  } finally {
    await app.stop()
    rmSync(folder, { recursive: true })
  }
}

type Size = Record<'width' | 'height', number>

async function take(browser: Browser, url: string, size: Size, name: string, asked: Asked[]) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2, colorScheme: 'light' })
  await page.goto(url)
  const answers = page.locator('.message.bot .choices')
  for (const [person, question] of asked) {
    const before = await answers.count()
    await page.locator('#person').selectOption(person)
    await page.locator('#text').fill(question)
    await page.locator('#text').press('Enter')
    await answers.nth(before).waitFor()
  }
  await page.evaluate('document.activeElement.blur()')
  await savePicture(name, await page.screenshot())
  await page.close()
}
