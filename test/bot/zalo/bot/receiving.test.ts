import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createZaloBot, type ZaloBotOptions } from '#bot/zalo/bot/index.ts'
import type { Inbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { monthOf, useOf } from '#prisma/monthly-use.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeZaloBot, TOKEN } from '../../../support/fake-zalo-bot.ts'
import { memoryLog } from '../../../support/memory-log.ts'
import { until } from '../../../support/until.ts'

const NOW = new Date('2026-11-20T02:00:00Z')
const SECRET = 'bi-mat-cua-webhook'
const lan = { id: 'u-lan' }

let network: FakeZaloBot
let db: Database
let log: ReturnType<typeof memoryLog>
let heard: string[]
let apiRoot: string
const hear = ({ event }: Inbound) => {
  heard.push(event.kind === 'text' ? event.text : event.kind)
  return Promise.resolve()
}
const messages = () => log.lines.map(({ message }) => message)

beforeEach(async () => {
  network = new FakeZaloBot()
  log = memoryLog()
  heard = []
  apiRoot = await network.listen()
  onTestFinished(() => network.close())
  db = await testDatabase()
})

function zaloBot(more: Partial<ZaloBotOptions> = {}) {
  const sleep = () => new Promise<void>((resolve) => setImmediate(resolve))
  const platform = createZaloBot({ token: TOKEN, apiRoot, db, clock: () => NOW, log, sleep, ...more })
  onTestFinished(() => platform.stop())
  return platform
}

describe('two Zalo bots', () => {
  it('each hear for themselves, count their own messages and have an address of their own', async () => {
    const publicUrl = 'https://bot.example.vn'
    const [one, two] = [zaloBot({ publicUrl }), zaloBot({ publicUrl, bot: 2, name: 'Bot Hai' })]
    const inbounds: Inbound[] = []
    for (const platform of [one, two]) await platform.start((inbound) => Promise.resolve(void inbounds.push(inbound)))
    expect([one.path, two.path]).toEqual(['/zalo/bot', '/zalo/bot/2'])
    const [{ url: first }, { url: second }] = network.called('setWebhook') as [{ url: string }, { url: string }]
    expect([first, second]).toEqual([`${publicUrl}/zalo/bot/webhook`, `${publicUrl}/zalo/bot/2/webhook`])
    const secrets = (network.called('setWebhook') as { secret_token: string }[]).map(
      ({ secret_token: secret }) => secret,
    )
    expect(new Set(secrets).size).toBe(2)
    const post = (platform: typeof one, secret: string) =>
      platform.routes!.request('/webhook', {
        method: 'POST',
        headers: { 'x-bot-api-secret-token': secret },
        body: JSON.stringify(network.said(lan, 'chào')),
      })
    await post(two, secrets[0]!)
    await post(two, secrets[1]!)
    await post(one, secrets[0]!)
    expect(inbounds.map(({ bot }) => bot)).toEqual([2, undefined])
    const used = [1, 2].map(async (bot) => (await useOf(db, { platform: 'zalo-bot', bot }, monthOf(NOW))).received)
    expect(await Promise.all(used)).toEqual([1, 1])
  })
})

describe('long polling', () => {
  it('takes the webhook away and asks for one update after the other', async () => {
    network.webhook = { url: 'https://cu.vn', secret_token: SECRET }
    await zaloBot().start(hear)
    network.push(network.said(lan, 'một'))
    network.push(network.said(lan, 'hai'))
    await until(() => heard.length === 2)
    expect(heard).toEqual(['một', 'hai'])
    expect(network.webhook).toBeUndefined()
    expect(network.called('getUpdates')[0]).toEqual({ timeout: '30' })
    await until(async () => (await useOf(db, { platform: 'zalo-bot', bot: 1 }, monthOf(NOW))).received === 2)
  })

  it('does without a webhook to take away', async () => {
    network.failNext('deleteWebhook', { kind: 'error', code: 404 })
    await zaloBot().start(hear)
    await until(() => network.polled)
  })

  it.each([
    ['an HTTP status', { kind: 'error', code: 408 } as const],
    ['an error code under HTTP 200', { kind: 'error', code: 408, status: 200 } as const],
    ['an HTTP status without an envelope', { kind: 'html', code: 408 } as const],
  ])('takes %s for an idle poll', async (_, idle) => {
    network.failNext('getUpdates', idle)
    await zaloBot().start(hear)
    network.push(network.said(lan, 'một'))
    await until(() => heard.length === 1)
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('tells the operator of polls that end at once', async () => {
    for (let i = 0; i < 5; i += 1) network.failNext('getUpdates', { kind: 'error', code: 408 })
    await zaloBot().start(hear)
    await until(() => network.polled)
    expect(messages().filter((message) => message.startsWith('Polls end at once'))).toHaveLength(1)
  })

  it('tries to keep an update until it is safe, and fetches no other meanwhile', async () => {
    const pollsAtTry: number[] = []
    await zaloBot().start((inbound) => {
      pollsAtTry.push(network.called('getUpdates').length)
      return pollsAtTry.length < 4 ? Promise.reject(new Error('database is locked')) : hear(inbound)
    })
    network.push(network.said(lan, 'một'))
    await until(() => heard.length === 1)
    expect(pollsAtTry).toEqual([1, 1, 1, 1])
    await until(() => network.polled)
    expect(heard).toEqual(['một'])
  })

  it('tries a last time when it is stopped', async () => {
    const platform = zaloBot()
    let tries = 0
    await platform.start(() => {
      tries += 1
      if (tries === 2) void platform.stop()
      return Promise.reject(new Error('database is locked'))
    })
    network.push(network.said(lan, 'một'))
    await until(() => messages().includes('An update is lost: it could not be kept'))
    expect(tries).toBe(3)
  })

  it('gives the same message the same name, however often it comes', async () => {
    const names: string[] = []
    await zaloBot().start(({ externalId }) => Promise.resolve(void names.push(externalId)))
    const update = network.said(lan, 'một')
    network.push(update)
    network.push(update)
    await until(() => names.length === 2)
    expect(new Set(names).size).toBe(1)
  })

  it('survives a wrong token, another receiver, an outage and a broken network, and tells the operator', async () => {
    network.failNext('getMe', { kind: 'error', code: 401 })
    network.failNext('getUpdates', { kind: 'error', code: 400, description: 'another getUpdates is waiting' })
    network.failNext('getUpdates', { kind: 'html', code: 504 })
    await zaloBot().start(hear)
    network.push(network.said(lan, 'sau cùng'))
    await until(() => heard.length === 1)
    expect(messages()).toContainEqual(expect.stringContaining('ZALO_BOT_TOKEN'))
    expect(messages()).toContainEqual(expect.stringContaining('Another process receives'))
    expect(log.lines).toContainEqual(
      expect.objectContaining({ fields: { reason: 'HTTP 504 without an envelope', failures: 2 } }),
    )
  })

  it('ends the poll when it is stopped', async () => {
    const platform = zaloBot()
    await platform.start(hear)
    await until(() => network.polled)
    await platform.stop()
    await until(() => !network.polled)
    expect(network.called('getUpdates')).toHaveLength(1)
  })
})

describe('a webhook', () => {
  const publicUrl = 'https://bot.example.vn'
  const post = (platform: ReturnType<typeof zaloBot>, body: unknown, secret: string | undefined = SECRET) =>
    platform.routes!.request('/webhook', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret !== '' && { 'X-Bot-Api-Secret-Token': secret }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('is set with its secret, and takes updates wrapped and bare', async () => {
    const platform = zaloBot({ publicUrl, webhookSecret: SECRET })
    await platform.start(hear)
    expect(network.webhook).toEqual({ url: 'https://bot.example.vn/zalo/bot/webhook', secret_token: SECRET })
    const statuses = [
      (await post(platform, { ok: true, result: network.said(lan, 'một') })).status,
      (await post(platform, network.said(lan, 'hai'))).status,
    ]
    expect(statuses).toEqual([200, 200])
    expect(heard).toEqual(['một', 'hai'])
    expect(network.called('getUpdates')).toEqual([])
  })

  it.each(['khác-hẳn', ''])('answers the secret "%s" with 200, and never hears what comes with it', async (secret) => {
    const platform = zaloBot({ publicUrl, webhookSecret: SECRET })
    await platform.start(hear)
    for (let i = 0; i < 12; i += 1)
      expect((await post(platform, network.said(lan, 'giả'), encodeURI(secret))).status).toBe(200)
    expect(heard).toEqual([])
    const counts = log.lines.filter(({ level }) => level === 'warn').map(({ fields }) => fields)
    expect(counts).toEqual([{ forged: 1 }, { forged: 10 }])
  })

  it.each(['{}', '', 'không phải JSON', '{"ok":true}', '[]'])(
    'answers what is no update with 200: %s',
    async (body) => {
      const platform = zaloBot({ publicUrl, webhookSecret: SECRET })
      expect((await post(platform, body)).status).toBe(200)
      expect((await post(platform, body, '')).status).toBe(200)
      expect(log.lines).toEqual([])
    },
  )

  it('answers 500 where an update cannot be kept, and before it was started', async () => {
    const platform = zaloBot({ publicUrl, webhookSecret: SECRET })
    expect((await post(platform, network.said(lan, 'sớm'))).status).toBe(500)
    await platform.start(() => Promise.reject(new Error('database is locked')))
    expect((await post(platform, network.said(lan, 'một'))).status).toBe(500)
    await platform.stop()
    expect((await post(platform, network.said(lan, 'muộn'))).status).toBe(500)
  })

  it('tells what the network found at its address', async () => {
    network.verification = { ok: false, outcome: 'timeout', hint: 'the URL has to answer 200' }
    await zaloBot({ publicUrl, webhookSecret: SECRET }).start(hear)
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'error', fields: { hint: 'the URL has to answer 200' } }),
    )
  })

  it('has a secret of its own where the one of the settings is too short', async () => {
    await zaloBot({ publicUrl, webhookSecret: 'ngắn' }).start(hear)
    expect(network.webhook?.secret_token).toMatch(/^[0-9a-f]{64}$/)
  })

  it('has the same secret in every process and after a restart, and takes nothing before it is known', async () => {
    const [first, second] = [zaloBot({ publicUrl }), zaloBot({ publicUrl })]
    expect((await post(first, network.said(lan, 'sớm'))).status).toBe(500)
    await first.start(hear)
    const secret = network.webhook?.secret_token
    await second.start(hear)
    expect(network.webhook?.secret_token).toBe(secret)
    expect((await post(first, network.said(lan, 'một'), secret)).status).toBe(200)
    expect((await post(second, network.said(lan, 'hai'), secret)).status).toBe(200)
    expect(heard).toEqual(['một', 'hai'])
  })

  it('needs https', () => {
    expect(zaloBot({ publicUrl: 'http://bot.example.vn' }).routes).toBeUndefined()
  })
})

it('fetches a picture by its address', async () => {
  const bytes = Buffer.from('ảnh')
  expect(Buffer.from(await zaloBot().fetchFile(network.picture(bytes)))).toEqual(bytes)
  await expect(zaloBot().fetchFile(`${apiRoot}/files/khác.jpg`)).rejects.toThrow()
  await expect(zaloBot().fetchFile('/bot123/getMe')).rejects.toThrow('not the address of a file')
})

describe('a look at the network', () => {
  const states = async (more: Partial<ZaloBotOptions> = {}) =>
    (await zaloBot(more).probe()).map(({ state, what }) => `${state}: ${what}`)

  it('finds everything well', async () => {
    expect(await states({ name: 'Bot Thi đua' })).toEqual([
      'well: Zalo knows the bot as bot.thidua',
      'well: updates are fetched',
      'well: 0 of 3000 messages of this month are used on the Zalo bot',
      'well: people mention the bot as @Bot Thi đua',
    ])
    expect(network.calls.map(({ method }) => method)).toEqual(['getMe', 'getWebhookInfo'])
  })

  it('finds what is missing', async () => {
    network.me = { account_name: 'bot.thidua', can_join_groups: false }
    network.webhook = { url: 'https://cu.vn', secret_token: SECRET }
    await db.monthlyUse.create({ data: { platform: 'zalo-bot', month: monthOf(NOW), sent: 2000, received: 500 } })
    expect(await states()).toEqual([
      'well: Zalo knows the bot as bot.thidua',
      'note: the Zalo bot may not be added to groups',
      'note: a webhook is set',
      'note: 2500 of 3000 messages of this month are used on the Zalo bot',
      'note: the name under which people mention the bot is not known',
    ])
    expect(await states({ publicUrl: 'https://bot.example.vn', name: 'Bot' })).toContain('note: the webhook is not set')
  })

  it('finds that the month is used up, which is not over because Zalo answers', async () => {
    await db.monthlyUse.create({ data: { platform: 'zalo-bot', month: monthOf(NOW), sent: 2900, received: 0 } })
    expect(await states()).toContain('fault: 2900 of 3000 messages of this month are used on the Zalo bot')
  })

  it('finds that the token is wrong', async () => {
    const [finding] = await zaloBot({ token: '1:sai' }).probe()
    expect(finding).toMatchObject({ state: 'fault', advice: expect.stringContaining('ZALO_BOT_TOKEN') as string })
  })
})
