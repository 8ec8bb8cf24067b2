import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createZaloBot, type ZaloBotOptions } from '#bot/zalo/bot/index.ts'
import type { Outbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { monthOf, useOf } from '#prisma/monthly-use.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeZaloBot, TOKEN, type Fault } from '../../../support/fake-zalo-bot.ts'
import { memoryLog } from '../../../support/memory-log.ts'

const NOW = new Date('2026-11-20T02:00:00Z')
let network: FakeZaloBot
let db: Database
let log: ReturnType<typeof memoryLog>
let apiRoot: string

beforeEach(async () => {
  network = new FakeZaloBot()
  log = memoryLog()
  apiRoot = await network.listen()
  onTestFinished(() => network.close())
  db = await testDatabase()
})

const zaloBot = (more: Partial<ZaloBotOptions> = {}) =>
  createZaloBot({ token: TOKEN, apiRoot, db, clock: () => NOW, log, ...more })
const message = (text: string, more: Partial<Outbound> = {}): Outbound => ({
  chat: 'zgr-1',
  body: { text, spans: [] },
  choices: [],
  ...more,
})
const used = (sent: number, received = 0, month = monthOf(NOW)) =>
  db.monthlyUse.create({ data: { platform: 'zalo-bot', month, sent, received } })
const useNow = () => useOf(db, { platform: 'zalo-bot', bot: 1 }, monthOf(NOW))
const photo = { kind: 'photo' as const, fileId: 'https://a.vn/1.jpg' }

describe('a message', () => {
  it('goes as plain text, and is counted', async () => {
    expect(await zaloBot().send(message('Đã nhận'))).toEqual({ state: 'sent', messageId: 'b1' })
    expect(network.called('sendMessage')).toEqual([{ chat_id: 'zgr-1', text: 'Đã nhận' }])
    expect(await useNow()).toEqual({ sent: 1, received: 0 })
  })

  it('that is long goes as several, each counted', async () => {
    const outcome = await zaloBot().send(message('Kế hoạch thi đua. '.repeat(150), { choices: [['Có', 'Không']] }))
    expect(outcome).toEqual({ state: 'sent', messageId: 'b1,b2' })
    expect(network.messages.get('b2')?.['text']).toMatch(/\n\n1\. Có\n2\. Không$/)
    expect((await useNow()).sent).toBe(2)
  })

  it('of which only a part went may have arrived', async () => {
    network.failNext('sendPhoto', { kind: 'error', code: 500 })
    const long = message('Kế hoạch. '.repeat(300), { media: [photo] })
    expect(await zaloBot().send(long)).toEqual({ state: 'uncertain', reason: '2 of 3 went: 500' })
    expect((await useNow()).sent).toBe(2)
  })

  it('shows photos that have an address, with its text under the first', async () => {
    const media = [photo, { ...photo, fileId: 'https://a.vn/2.jpg' }]
    expect(await zaloBot().send(message('Quyết định', { media }))).toEqual({ state: 'sent', messageId: 'b1,b2' })
    expect(network.called('sendPhoto')).toEqual([
      { chat_id: 'zgr-1', photo: 'https://a.vn/1.jpg', caption: 'Quyết định' },
      { chat_id: 'zgr-1', photo: 'https://a.vn/2.jpg' },
    ])
    expect(await zaloBot().send(message('', { media: [photo] }))).toMatchObject({ state: 'sent' })
  })

  it.each([
    ['cannot-edit', { edits: 'b1' }],
    ['cannot-delete', { deletes: 'b1' }],
    ['file-type', { file: { name: 'a.pdf', mime: 'application/pdf', base64: '' } }],
    ['file-type', { media: [{ kind: 'document' as const, fileId: 'https://a.vn/a.pdf' }] }],
    ['file-type', { media: [{ kind: 'photo' as const, fileId: 'AgACAgUAAx' }] }],
    ['nothing to say', { body: { text: ' ', spans: [] } }],
  ])('is refused with "%s"', async (reason, more) => {
    expect(await zaloBot().send(message('Đã nhận', more))).toEqual({ state: 'refused', reason })
    expect(network.calls).toEqual([])
  })
})

describe('a send that fails', () => {
  const error = (code: number, status?: number): Fault => ({
    kind: 'error',
    code,
    description: 'so',
    ...(status && { status }),
  })
  it.each<[string, Fault, object]>([
    ['the token', error(401), { state: 'later', everything: true, down: true, reason: 'token-lost' }],
    ['an internal error', error(403), { state: 'later', afterMs: 2000, reason: '403 so' }],
    ['the address', error(404), { state: 'later', everything: true }],
    ['the chat', error(410, 200), { state: 'refused', reason: 'not-our-group', chatGone: true }],
    ['too many messages', error(429), { state: 'later', afterMs: 30_000, everything: true, reason: '429 so' }],
    ['the message', error(400, 200), { state: 'refused', reason: '400 so' }],
    ['a time-out of the network', error(408), { state: 'uncertain' }],
    ['a machine before it', { kind: 'html', code: 502 }, { state: 'later', afterMs: 2000 }],
    ['a time-out of that machine', { kind: 'html', code: 504 }, { state: 'uncertain' }],
    ['no sensible answer', { kind: 'html', code: 200 }, { state: 'uncertain' }],
    ['a lost answer', { kind: 'lost' }, { state: 'uncertain' }],
  ])('by %s', async (_, fault, outcome) => {
    network.failNext('sendMessage', fault)
    const got = await zaloBot().send(message('Đã nhận'))
    expect(got).toMatchObject(outcome)
    expect((await useNow()).sent).toBe(got.state === 'uncertain' ? 1 : 0)
  })

  it('by the network: it never left', async () => {
    await network.close()
    expect(await zaloBot().send(message('Đã nhận'))).toMatchObject({
      state: 'later',
      everything: true,
      reason: 'ECONNREFUSED',
    })
  })

  it('as the month is used up, or nearly so by our count: nothing goes until it is over', async () => {
    await used(2800, 60)
    network.failNext('sendMessage', error(429))
    expect(await zaloBot().send(message('Đã nhận'), 'reply')).toEqual({
      state: 'later',
      afterMs: 3_600_000,
      reason: 'quota',
      everything: true,
      down: true,
    })
  })
})

describe('the messages of a month', () => {
  const kinds = ['upkeep', 'announcement', 'reminder', 'reply'] as const
  it.each([
    [2399, ['sent', 'sent', 'sent', 'sent']],
    [2400, ['monthly-reserve', 'sent', 'sent', 'sent']],
    [2700, ['monthly-reserve', 'monthly-reserve', 'sent', 'sent']],
    [3100, ['monthly-reserve', 'monthly-reserve', 'sent', 'sent']],
  ])('are kept for what matters: %i used', async (count, expected) => {
    await used(count - 100, 100)
    const outcomes = []
    for (const kind of kinds) outcomes.push(await zaloBot().send(message('Đã nhận'), kind))
    expect(outcomes.map((one) => (one.state === 'refused' ? one.reason : one.state))).toEqual(expected)
  })

  it('are warned of at 80, 90 and 100 percent, once each', async () => {
    const told: number[] = []
    const onBudget = ({ used: count, of }: { used: number; of: number }) => void told.push((100 * count) / of)
    await used(2398)
    const platform = zaloBot({ onBudget })
    for (const sent of [2698, 2998, 3100]) {
      await Promise.all([1, 2, 3].map(() => platform.send(message('Đã nhận'), 'reply')))
      await db.monthlyUse.updateMany({ data: { sent } })
    }
    expect(told.map(Math.floor)).toEqual([80, 90, 100])
    expect(log.lines.map(({ message: line }) => /^\d+ %/.exec(line)?.[0])).toEqual(['80 %', '90 %', '100 %'])
  })

  it('begin anew with the month in Viet Nam, and so do the warnings', async () => {
    const told: number[] = []
    const newYear = new Date('2026-12-31T17:00:00Z')
    let now = new Date(newYear.getTime() - 1)
    const platform = zaloBot({ clock: () => now, onBudget: ({ used: count }) => void told.push(count) })
    await used(2399, 0, '2026-12')
    await used(2399, 0, '2027-01')
    await platform.send(message('Đã nhận'))
    now = newYear
    await platform.send(message('Đã nhận'))
    expect(told).toEqual([2400, 2400])
    expect(await useOf(db, { platform: 'zalo-bot', bot: 1 }, '2027-01')).toEqual({ sent: 2400, received: 0 })
  })

  it('are counted though the warning cannot be given: it is tried again', async () => {
    await used(2400)
    let tries = 0
    const platform = zaloBot({
      onBudget: () => ((tries += 1) === 1 ? Promise.reject(new Error('database is locked')) : undefined),
    })
    for (let i = 0; i < 3; i += 1) expect(await platform.send(message('Đã nhận'))).toMatchObject({ state: 'sent' })
    expect(tries).toBe(2)
    expect((await useNow()).sent).toBe(2403)
  })
})
