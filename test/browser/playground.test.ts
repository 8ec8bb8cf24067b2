import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RichText } from '#domain/messages.ts'
import { launchChromium } from '../../tools/chromium.ts'
import { png } from '../support/png.ts'
import { chromiumOrWarning, takeSeat } from './seat.ts'
import { startTestPlayground, type TestPlayground } from './start-test-playground.ts'

const chromium = chromiumOrWarning()

type Span = RichText['spans'][number]
const NATURAL_WIDTH = (image: unknown) => (image as { naturalWidth: number }).naturalWidth

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

  it('shows a picture that the bot sends', async () => {
    const { page, bubble, write } = seat
    await write('@tdkt_bot biểu đồ')
    const picture = bubble('Chỉ tiêu và đề nghị').getByRole('img', { name: 'bieu-do.png' })
    await picture.waitFor()
    expect(await picture.evaluate(NATURAL_WIDTH)).toBe(1200)
    const { width, height } = (await picture.boundingBox())!
    expect(width / height).toBeCloseTo(2, 1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280)
  })

  it('replies to a message of the bot, or does not after all', async () => {
    const { page, log, bubble, box, write } = seat
    await write('@tdkt_bot việc')
    const answer = bubble('Quý I/2025')
    await answer.hover()
    await answer.getByRole('button', { name: 'Trả lời tin của tdkt-bot' }).click()
    await page.locator('#replying', { hasText: 'Trả lời tdkt-bot: Việc đến hạn' }).waitFor()
    await page.getByRole('button', { name: 'Bỏ trả lời' }).click()
    expect(await page.locator('#replying').isVisible()).toBe(false)
    await answer.getByRole('button', { name: 'Trả lời tin của tdkt-bot' }).click()
    await box.fill('3tt 5cn')
    await box.press('Enter')
    await log.locator('.quote', { hasText: 'Việc đến hạn trong Quý I/2025' }).waitFor()
    await expect.poll(() => playground.inbound.length).toBe(2)
    const message = await log.locator('.message.bot').first().getAttribute('id')
    expect(playground.inbound[1]?.event).toMatchObject({ addressed: 'reply', text: '3tt 5cn' })
    expect(playground.inbound[1]?.event).toHaveProperty('repliesTo', message?.replace('message-', ''))
  })

  it('changes an own text, which the bot hears, and gives back what was being written', async () => {
    const { page, log, bubble, box, write } = seat
    const own = log.locator('.message.own')
    await write('@tdkt_bot 3 tập thể 5 cá nhân')
    await bubble('Quý I/2025').waitFor()
    await box.fill('còn dở')
    await own.hover()
    await page.getByRole('button', { name: 'Sửa tin đã gửi' }).click()
    await page.locator('#replying', { hasText: 'Sửa tin: @tdkt_bot 3 tập thể 5 cá nhân' }).waitFor()
    expect(await box.inputValue()).toBe('@tdkt_bot 3 tập thể 5 cá nhân')
    await box.press('Escape')
    expect(await box.inputValue()).toBe('còn dở')

    await own.hover()
    await page.getByRole('button', { name: 'Sửa tin đã gửi' }).click()
    await write('@tdkt_bot 3 tập thể 4 cá nhân')
    await own.getByText('đã sửa').waitFor()
    expect(await own.locator('.text').textContent()).toBe('@tdkt_bot 3 tập thể 4 cá nhân')
    expect(await box.inputValue()).toBe('còn dở')
    await log.locator('.message.bot').nth(1).waitFor()
    const [before, after] = playground.inbound.map(({ event }) => (event.kind === 'text' ? event : undefined))
    expect(after).toMatchObject({ messageId: before?.messageId, text: '3 tập thể 4 cá nhân', edited: true })
    expect(after?.revision).toBeGreaterThan(before!.revision!)
  })

  it('lets nobody change what others or the bot said, or a file', async () => {
    const { page, log, bubble, speakAs, write } = seat
    await write('@tdkt_bot việc')
    await bubble('Quý I/2025').waitFor()
    expect(await log.getByRole('button', { name: 'Sửa tin đã gửi' }).count()).toBe(1)
    await speakAs('Trần Quang Hải · Trưởng Công an phường')
    await bubble('Quý I/2025').waitFor()
    await log.getByRole('button', { name: 'Sửa tin đã gửi' }).waitFor({ state: 'detached' })
    const file = { name: 'KH.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }
    await page.getByLabel('Gửi tệp').setInputFiles(file)
    await write('kế hoạch')
    await log.locator('.message.own .file').waitFor()
    await log.getByRole('button', { name: 'Sửa tin đã gửi' }).waitFor({ state: 'detached' })
  })

  it('shows what is marked, also in each other, and leads only to pages and mail', async () => {
    const { page, bubble } = seat
    const text = 'Mời họp: giấy mời, không in, mã HD-7, bấm đây'
    const span = (style: Span['style'], part: string, url?: string) =>
      ({ style, offset: text.indexOf(part), length: part.length, ...(url && { url }) }) as const
    const spans: Span[] = [
      span('bold', 'Mời họp: giấy'),
      span('underline', 'họp'),
      span('italic', 'giấy mời'),
      span('strike', 'không in'),
      span('code', 'HD-7'),
      span('link', 'giấy mời', 'https://example.vn/giay-moi'),
      span('link', 'bấm đây', 'javascript:document.title="x"'),
    ]
    await playground.platform.send({ chat: 'group-council', body: { text, spans }, choices: [] })
    const shown = bubble('Mời họp').locator('.text')
    await shown.waitFor()
    expect(await shown.textContent()).toBe(text)
    const parts = async (tag: string) => (await shown.locator(tag).allTextContents()).join('|')
    expect(await Promise.all(['strong', 'strong u', 's', 'code', 'a'].map(parts))).toEqual([
      'Mời họp: giấy',
      'họp',
      'không in',
      'HD-7',
      'giấy| mời',
    ])
    const link = shown.locator('a').first()
    expect(await link.getAttribute('href')).toBe('https://example.vn/giay-moi')
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await page.title()).not.toBe('x')
  })

  it('shows pictures that were sent together in one bubble, and takes it away again', async () => {
    const { page, log, bubble, write } = seat
    await page.getByRole('button', { name: /Riêng với bot/ }).click()
    const sizes = [
      [1200, 600],
      [300, 500],
      [640, 640],
    ]
    const pictures = sizes.map(([width = 1, height = 1], index) => ({
      name: `anh-${index + 1}.png`,
      mimeType: 'image/png',
      buffer: png({ width, height }),
    }))
    await page.getByLabel('Gửi tệp').setInputFiles(pictures)
    await page.locator('#attached', { hasText: 'anh-1.png, anh-2.png, anh-3.png' }).waitFor()
    await write('ảnh')
    await bubble('Đã nhận tệp anh-3.png').waitFor()
    const sent = playground.inbound.flatMap(({ event }) => (event.kind === 'file' ? [event] : []))
    expect(sent.map(({ name, picture, caption }) => [name, picture, caption])).toEqual([
      ['anh-1.png', true, 'ảnh'],
      ['anh-2.png', true, undefined],
      ['anh-3.png', true, undefined],
    ])
    expect(new Set(sent.map(({ album }) => album)).size).toBe(1)
    expect(sent[0]?.album).toBeTruthy()
    const media = sent.map(({ fileId }) => ({ kind: 'photo' as const, fileId }))
    const told = { chat: 'group-council', body: { text: 'Ảnh buổi họp', spans: [] }, choices: [], media }
    const outcome = await playground.platform.send(told)
    await page.getByRole('button', { name: /Nhóm/ }).click()
    const album = bubble('Ảnh buổi họp')
    await expect.poll(() => album.locator('img').count()).toBe(3)
    for (const image of await album.locator('img').all())
      await expect.poll(() => image.evaluate(NATURAL_WIDTH)).not.toBe(0)
    const edges = await Promise.all((await album.locator('img').all()).map((image) => image.boundingBox()))
    expect(new Set(edges.map((edge) => edge!.y)).size).toBe(1)

    const id = outcome.state === 'sent' ? outcome.messageId : ''
    await playground.platform.send({ ...told, edits: id, body: { text: 'Ảnh buổi họp 15/3', spans: [] } })
    await bubble('Ảnh buổi họp 15/3').waitFor()
    expect(await album.locator('img').count()).toBe(3)
    await write('cảm ơn')
    await bubble('cảm ơn').waitFor()
    await playground.platform.send({ ...told, deletes: id })
    await expect.poll(() => album.count()).toBe(0)
    expect(await log.locator('.day').count()).toBe(1)
    expect(await bubble('cảm ơn').count()).toBe(1)
  })

  it('greets anew where the only message was taken away', async () => {
    const { page, bubble } = seat
    const told = { chat: 'group-council', body: { text: 'Nhắc việc', spans: [] }, choices: [] }
    const outcome = await playground.platform.send(told)
    await bubble('Nhắc việc').waitFor()
    await playground.platform.send({ ...told, deletes: outcome.state === 'sent' ? outcome.messageId : '' })
    await page.getByRole('heading', { name: 'Chạy thử trợ lý' }).waitFor()
    expect(await bubble('Nhắc việc').count()).toBe(0)
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
    const kept = { name: 'anh.png', mimeType: 'image/png', buffer: png({ width: 1200, height: 600 }) }
    await page.getByLabel('Gửi tệp').setInputFiles(kept)
    await seat.write('@tdkt_bot ảnh')
    const image = seat.log.locator('.own img')
    await image.waitFor()
    const fileId = (await image.getAttribute('src'))!.split('/').at(-1)!
    const media = Array.from({ length: 3 }, () => ({ kind: 'photo' as const, fileId }))
    const body = { text: 'Ảnh buổi họp', spans: [] }
    await playground.platform.send({ chat: 'group-council', body, choices: [], media })
    await bubble('Ảnh buổi họp').waitFor()
    for (const wide of ['document.documentElement', 'document.getElementById("scroll")'])
      expect(await page.evaluate(`${wide}.scrollWidth`)).toBe(360)
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
