import type { Browser } from 'playwright-core'
import { findChromium } from '../../tools/chromium.ts'

/** The browser to test with; where there is none, says so once. */
export function chromiumOrWarning(): string | undefined {
  const found = findChromium(process.env['PATH'] ?? '')
  if (!found) console.warn('test/browser is skipped: no chromium on the search path (Debian: apt-get install chromium)')
  return found
}

/** Somebody in front of the playground's page, shown in Vietnamese. */
export async function takeSeat(browser: Browser, url: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(url)
  await page.getByRole('heading', { name: 'Chạy thử trợ lý' }).waitFor()
  const log = page.getByRole('log')
  const box = page.getByRole('textbox', { name: 'Soạn tin' })
  return {
    page,
    /** What the browser complained about. */
    faults,
    log,
    box,
    clock: page.locator('#now'),
    bubble: (text: string) => log.locator('.bubble', { hasText: text }),
    speakAs: (name: string) => page.getByLabel('Nói với tư cách').selectOption({ label: name }),
    write: async (text: string) => {
      await box.fill(text)
      await box.press('Enter')
    },
    moveClock: async (wall: string) => {
      await page.locator('summary').click()
      await page.getByLabel('Chuyển đồng hồ đến').fill(wall)
      await page.getByRole('button', { name: 'Chuyển', exact: true }).click()
    },
    leave: () => context.close(),
  }
}
