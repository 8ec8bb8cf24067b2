import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../../tools/chromium.ts'
import { chromiumOrWarning, takeSeat } from './seat.ts'
import { startTestPlayground, type TestPlayground } from './start-test-playground.ts'

const chromium = chromiumOrWarning()

let browser: Browser
let playground: TestPlayground
let seat: Awaited<ReturnType<typeof takeSeat>>

beforeAll(async () => {
  if (chromium) browser = await launchChromium(chromium)
})
afterAll(() => browser?.close())

async function open(options: Parameters<typeof takeSeat>[2] = {}) {
  playground = await startTestPlayground()
  seat = await takeSeat(browser, playground.url, options)
}

async function close() {
  await seat.leave()
  await playground.stop()
  expect(seat.faults).toEqual([])
  expect(playground.faults).toEqual([])
}

/** Run in the page: whether the focused element, or the label around it, is ringed; if not, which it is. */
const RING = `[document.activeElement, document.activeElement.parentElement]
  .some((element) => getComputedStyle(element).outlineStyle !== 'none') ? 'ring' : document.activeElement.outerHTML`

describe.skipIf(!chromium)('the playground at a desk', () => {
  beforeEach(() => open())
  afterEach(close)

  it('answers a question in the group and turns its pages in place', async () => {
    const { page, log, bubble, write } = seat
    await write('@tdkt_bot quý này có gì đến hạn?')
    await page.getByRole('button', { name: 'Quý II/2025 ›' }).click()
    await page.getByRole('button', { name: 'Quý III/2025 ›' }).click()
    await bubble('Việc đến hạn trong Quý III/2025').waitFor()
    expect(await log.locator('.bubble').count()).toBe(2)
    expect(await log.locator('.choices button').allTextContents()).toEqual(['Quý IV/2025 ›'])
    expect(await bubble('Quý III/2025').locator('strong').textContent()).toBe('Việc đến hạn trong Quý III/2025')
  })

  it('takes the buttons away with the last page', async () => {
    const { page, log, bubble, write } = seat
    await write('@tdkt_bot quý này có gì đến hạn?')
    for (const quarter of ['II', 'III', 'IV']) await page.getByRole('button', { name: `Quý ${quarter}/2025 ›` }).click()
    await bubble('Việc đến hạn trong Quý IV/2025').waitFor()
    expect(await log.locator('.choices').count()).toBe(0)
  })

  it('shows a remark to everybody in the group and leaves the bot out of it', async () => {
    const { bubble, write } = seat
    await write('hôm qua họp 15/3 vui quá mọi người ơi')
    await bubble('vui quá').waitFor()
    await write('@tdkt_bot việc')
    await bubble('Quý I/2025').waitFor()
    expect(playground.inbound.map(({ event }) => event)).toMatchObject([{ text: 'việc' }])
  })

  it('speaks as another person, whose private chat is another one', async () => {
    const { page, bubble, speakAs, write } = seat
    await page.getByRole('button', { name: /Riêng với bot/ }).click()
    await write('việc của tôi')
    await bubble('Quý I/2025').waitFor()
    await speakAs('Trần Quang Hải · Trưởng Công an phường')
    await page.getByText('Chỉ Trần Quang Hải').waitFor()
    expect(await bubble('việc của tôi').count()).toBe(0)
    await write('việc của đơn vị tôi')
    await bubble('Quý I/2025').waitFor()
    expect(playground.inbound.map(({ sender, chat }) => [sender?.externalId, chat.externalId])).toEqual([
      ['lan', 'lan'],
      ['hai', 'hai'],
    ])
  })

  it('marks a chat with news', async () => {
    const { page, bubble } = seat
    await page.getByRole('button', { name: /Riêng với bot/ }).click()
    await playground.platform.send({ chat: 'group-council', body: { text: 'Nhắc việc', spans: [] }, choices: [] })
    const entry = page.getByRole('button', { name: /có tin mới/ })
    await entry.click()
    await bubble('Nhắc việc').waitFor()
    expect(await entry.count()).toBe(0)
  })

  it('moves the clock', async () => {
    const { page, log, clock, write, moveClock } = seat
    await moveClock('2025-03-07T08:00')
    await clock.filter({ hasText: 'Thứ Sáu, 07/3/2025 · 08:00' }).waitFor()
    await page.getByRole('button', { name: 'Thứ Hai tới, 08:00' }).click()
    await clock.filter({ hasText: 'Thứ Hai, 10/3/2025' }).waitFor()
    await page.getByRole('button', { name: 'Thêm 1 ngày' }).click()
    await clock.filter({ hasText: 'Thứ Ba, 11/3/2025' }).waitFor()
    await page.keyboard.press('Escape')
    await write('@tdkt_bot việc')
    await log.getByText('Thứ Ba, 11/3/2025').waitFor()
  })

  it('shows the same after a reload: messages, person, chat and language', async () => {
    const { page, bubble, speakAs, write } = seat
    await speakAs('Trần Quang Hải · Trưởng Công an phường')
    await page.getByRole('button', { name: /Riêng với bot/ }).click()
    await write('việc của đơn vị tôi')
    await page.getByRole('button', { name: 'Quý II/2025 ›' }).click()
    await bubble('Quý II/2025').waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.reload()
    await bubble('Việc đến hạn trong Quý II/2025').waitFor()
    expect(await page.getByText('Only Trần Quang Hải').isVisible()).toBe(true)
    expect(await page.getByLabel('Speak as').inputValue()).toBe('hai')
    await page.getByRole('button', { name: 'Quý III/2025 ›' }).click()
    await bubble('Quý III/2025').waitFor()
  })

  it('sends a file and gives one back', async () => {
    const { page, bubble, write } = seat
    await page.getByRole('button', { name: /Riêng với bot/ }).click()
    await page
      .getByLabel('Gửi tệp')
      .setInputFiles({ name: 'KH-2025.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    await page.getByRole('button', { name: 'Gửi', exact: true }).click()
    await bubble('Đã nhận tệp KH-2025.txt').waitFor()
    await write('bảng tổng hợp')
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /bang-tong-hop\.csv/ }).click()
    expect((await download).suggestedFilename()).toBe('bang-tong-hop.csv')
  })

  it('shows markup as text', async () => {
    const { bubble, write } = seat
    await write('<img src=x onerror="document.title=1"> <b>đậm</b>')
    expect(await bubble('<b>đậm</b>').locator('img, b:has-text("đậm")').count()).toBe(0)
  })
})

describe.skipIf(!chromium)('the playground by keyboard', () => {
  beforeEach(() => open())
  afterEach(close)

  it('is asked, paged and replied to without a mouse', async () => {
    const { page, log, bubble } = seat
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter') // the skip link
    await page.keyboard.type('@tdkt_bot dòng một')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('dòng hai')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Quý II/2025 ›' }).waitFor()
    expect(playground.inbound[0]?.event).toMatchObject({ text: 'dòng một\ndòng hai' })
    await tabBackTo('Quý II/2025 ›')
    await page.keyboard.press('Enter')
    await bubble('Việc đến hạn trong Quý II/2025').waitFor()
    expect(await focused()).toBe('Quý III/2025 ›')
    await tabBackTo('Trả lời')
    await page.keyboard.press('Space')
    await page.keyboard.type('3tt 5cn')
    await page.keyboard.press('Enter')
    await log.locator('.quote', { hasText: 'Việc đến hạn trong Quý II/2025' }).waitFor()
    expect(playground.inbound.at(-1)?.event).toMatchObject({ addressed: 'reply', text: '3tt 5cn' })
  })

  it('shows where the keyboard is', async () => {
    const { page } = seat
    const rings = new Set<string>()
    for (let step = 0; step < 15; step++) {
      await page.keyboard.press('Tab')
      rings.add(await page.evaluate<string>(RING))
    }
    expect([...rings]).toEqual(['ring'])
  })
})

describe.skipIf(!chromium)('the playground on a phone', () => {
  beforeEach(() => open({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }))
  afterEach(close)

  it('fits, and everything can be reached', async () => {
    const { page, clock, bubble } = seat
    await page.getByRole('button', { name: 'Quý này có gì đến hạn?' }).tap()
    await page.getByRole('button', { name: 'Quý II/2025 ›' }).tap()
    await bubble('Việc đến hạn trong Quý II/2025').waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.locator('summary').tap()
    await page.getByRole('button', { name: 'Thêm 1 ngày' }).tap()
    await clock.filter({ hasText: 'Thứ Sáu, 21/02/2025' }).waitFor()
    for (const element of await page.locator('#clock .panel button, #send, #person, #language').all()) {
      const { x, width } = (await element.boundingBox())!
      expect(x).toBeGreaterThanOrEqual(0)
      expect(x + width).toBeLessThanOrEqual(360)
    }
  })
})

async function tabBackTo(name: string) {
  for (let step = 0; step < 20 && (await focused()) !== name; step++) await seat.page.keyboard.press('Shift+Tab')
  expect(await focused()).toBe(name)
}

const focused = () => seat.page.evaluate<string>('document.activeElement.textContent')
