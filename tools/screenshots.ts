import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { startApp } from '../app.ts'
import { readConfig } from '../config.ts'
import { createLogger } from '../logger.ts'
import { findChromium, launchChromium } from './chromium.ts'

/** Takes the README's pictures of the playground: the app on a database of its own, asked some questions, at a desk and on a phone. */

const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url))
type Asked = [person: string, question: string]
const OVERDUE: Asked = ['tam', '@tdkt_bot có việc gì quá hạn không?']
const JUNE: Asked = ['hai', '@tdkt_bot tháng 6 có việc gì?']

async function take(
  browser: Browser,
  url: string,
  size: { width: number; height: number },
  name: string,
  asked: Asked[],
) {
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
  await page.screenshot({ path: path.join(IMAGES, name) })
  await page.close()
  console.log(`docs/images/${name}`)
}

const chromium = findChromium(process.env['PATH'] ?? '')
if (!chromium) throw new Error('no chromium on the search path (Debian: apt-get install chromium)')
const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-screenshots-'))
const config = readConfig({ DATABASE_URL: `file:${folder}/council.db`, PORT: '0' })
const app = await startApp({ config, log: createLogger('warn') })
const browser = await launchChromium(chromium)
try {
  mkdirSync(IMAGES, { recursive: true })
  await take(browser, app.url!, { width: 1280, height: 900 }, 'playground.png', [OVERDUE, JUNE])
  await take(browser, app.url!, { width: 375, height: 760 }, 'playground-phone.png', [JUNE])
} finally {
  await browser.close()
  await app.stop()
  rmSync(folder, { recursive: true })
}
