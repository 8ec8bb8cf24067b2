import type { Chat, Update, User } from 'grammy/types'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createTelegram } from '#bot/telegram/index.ts'
import type { Inbound } from '#domain/messages.ts'
import type { Database } from '#prisma/database.ts'
import { testDatabase } from '../../support/database.ts'
import { FakeTelegram } from '../../support/fake-telegram.ts'
import { memoryLog } from '../../support/memory-log.ts'
import { until } from '../../support/until.ts'

const ann: User = { id: 7, is_bot: false, first_name: 'Ann' }
const chat: Chat = { id: 7, type: 'private', first_name: 'Ann' }
const menus = [{ scope: 'private' as const, commands: [{ command: 'viec', description: 'Việc đến hạn' }] }]

let network: FakeTelegram
let db: Database
let log: ReturnType<typeof memoryLog>
let heard: string[]
let apiRoot: string
const hear = (inbound: Inbound) => {
  heard.push(inbound.event.kind === 'text' ? inbound.event.text : inbound.event.kind)
  return Promise.resolve()
}

beforeEach(async () => {
  network = new FakeTelegram()
  log = memoryLog()
  heard = []
  apiRoot = await network.listen()
  onTestFinished(() => network.close())
  db = await testDatabase()
})

function telegram(more: object = {}) {
  const sleep = () => new Promise<void>((resolve) => setImmediate(resolve))
  const platform = createTelegram({
    token: '123:TEST',
    apiRoot,
    menus,
    db,
    clock: () => new Date(),
    log,
    sleep,
    ...more,
  })
  onTestFinished(() => platform.stop())
  return platform
}

describe('long polling', () => {
  it('asks for what it reads, and keeps what waited while the bot was away', async () => {
    network.say(chat, ann, 'khi bot vắng')
    await telegram().start(hear)
    await until(() => heard.length === 1)
    expect(network.called('deleteWebhook')).toEqual([{}])
    expect(network.called('getUpdates')[0]).toMatchObject({
      allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
    })
  })

  it('confirms an update only when it is safe, and tries until it is', async () => {
    const pendingAtTry: number[] = []
    await telegram().start((inbound) => {
      pendingAtTry.push(network.pending.length)
      return pendingAtTry.length < 3 ? Promise.reject(new Error('database is locked')) : hear(inbound)
    })
    network.say(chat, ann, 'một')
    await until(() => network.pending.length === 0)
    expect(pendingAtTry).toEqual([1, 1, 1])
    expect(heard).toEqual(['một'])
    expect(log.lines.filter(({ message }) => message === 'An update cannot be kept yet')).toHaveLength(2)
  })

  it('confirms what is safe when it stops, and leaves what is not', async () => {
    const platform = telegram()
    for (const text of ['một', 'hai', 'ba']) network.say(chat, ann, text)
    let stopped: Promise<void> | undefined
    await platform.start((inbound) => {
      if (heard.length === 1) stopped = platform.stop()
      return hear(inbound)
    })
    await until(() => stopped !== undefined)
    await stopped
    expect(heard).toEqual(['một', 'hai'])
    expect(network.pending).toHaveLength(1)
  })

  it('does not fetch beside a long poll that it breaks off: Telegram would take it for a second receiver', async () => {
    const platform = telegram()
    await platform.start(hear)
    network.say(chat, ann, 'một')
    await until(() => network.called('getUpdates').length === 2)
    await platform.stop()
    expect(network.called('getUpdates')).toHaveLength(2)
    expect(network.pending).toEqual([])
  })

  it('survives an unknown token, another receiver and a broken network, and tells the operator', async () => {
    network.failNext('getMe', { kind: 'error', code: 401, description: 'Unauthorized' })
    network.failNext('getUpdates', { kind: 'error', code: 409, description: 'Conflict' })
    await telegram().start(hear)
    network.say(chat, ann, 'sau cùng')
    await until(() => heard.length === 1)
    const advice = log.lines.map(({ message }) => message)
    expect(advice).toContain('Telegram does not know this token: check TELEGRAM_BOT_TOKEN with @BotFather')
    expect(advice).toContain('Another process receives for this bot, or a webhook is set: stop the other one')
    expect(JSON.stringify(log.lines)).not.toContain('123:TEST')
  })

  it('waits as long as Telegram asks before it fetches again', async () => {
    const waits: number[] = []
    const sleep = (ms: number) => {
      waits.push(ms)
      return new Promise<void>((resolve) => setImmediate(resolve))
    }
    const flood = {
      kind: 'error' as const,
      code: 429,
      description: 'Too Many Requests',
      parameters: { retry_after: 35 },
    }
    network.failNext('getUpdates', flood)
    await telegram({ sleep }).start(hear)
    await until(() => waits.length > 0)
    expect(waits[0]).toBe(35_000)
  })

  it('answers a pressed button at once, even a forged one, and goes on when that fails', async () => {
    await telegram().start(hear)
    network.failNext('answerCallbackQuery', { kind: 'error', code: 400, description: 'Bad Request: query is too old' })
    const message = { message_id: 1, date: 1, chat, from: network.me }
    network.press(message, ann, 'forged')
    network.press(message, ann, 'b9a7a2f0-0000-4000-8000-000000000000:1')
    await until(() => heard.length === 1)
    await until(() => network.called('answerCallbackQuery').length === 2)
    expect(heard).toEqual(['choice'])
  })

  it('answers a press once, though its update comes twice', async () => {
    const platform = telegram()
    await platform.start(hear)
    network.press({ message_id: 1, date: 1, chat, from: network.me }, ann, 'forged')
    network.pending.push(network.pending[0]!)
    network.say(chat, ann, 'sau đó')
    await until(() => heard.length === 1)
    await platform.stop()
    expect(network.called('answerCallbackQuery')).toHaveLength(1)
  })

  it('does not stumble over an update that it cannot read', async () => {
    await telegram().start(hear)
    network.push({ message: { message_id: 1, from: ann } } as unknown as Update)
    network.say(chat, ann, 'sau đó')
    await until(() => heard.length === 1)
  })

  it('sets the menus, and again where that failed', async () => {
    network.failNext('getMyCommands', { kind: 'html', code: 502 })
    await telegram().start(hear)
    await until(() => network.called('setMyCommands').length === 1)
    expect(network.called('setMyCommands')).toMatchObject([
      { scope: { type: 'all_private_chats' }, commands: menus[0]?.commands },
    ])
  })

  it('knows the link that opens it with a code, once it knows its own name', async () => {
    const platform = telegram()
    expect(platform.inviteLink?.('MA123')).toBeUndefined()
    await platform.start(hear)
    expect(platform.inviteLink?.('MA123')).toBe('https://t.me/test_bot?start=MA123')
  })
})

describe('two processes', () => {
  it('fetch one after the other: who waits goes on where the first one stopped', async () => {
    const [first, second] = [telegram(), telegram()]
    await first.start(hear)
    await until(() => network.called('getUpdates').length === 1)
    await second.start(hear)
    network.say(chat, ann, 'một')
    await until(() => heard.length === 1)
    await until(() => network.called('getUpdates').length === 2)
    await first.stop()
    network.say(chat, ann, 'hai')
    await until(() => heard.length === 2)
    expect(heard).toEqual(['một', 'hai'])
    expect(log.lines.filter(({ level }) => level !== 'info')).toEqual([])
  })

  it('announce the same secret where none is set', async () => {
    const both = [telegram({ publicUrl: 'https://bot.example' }), telegram({ publicUrl: 'https://bot.example' })]
    await Promise.all(both.map((platform) => platform.start(hear)))
    const secrets = network.called('setWebhook').map((call) => (call as { secret_token: string }).secret_token)
    expect(secrets).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), secrets[0]])
  })
})

describe('the webhook', () => {
  const update = { update_id: 1, message: { message_id: 1, date: 1, chat, from: ann, text: 'xin chào' } }
  const post = (platform: ReturnType<typeof telegram>, body: string, secret = 's3cret') =>
    platform.routes?.request('/webhook', {
      method: 'POST',
      body,
      headers: { 'x-telegram-bot-api-secret-token': secret, 'content-type': 'application/json' },
    })
  const started = async (onInbound = hear) => {
    const platform = telegram({ publicUrl: 'https://bot.example', webhookSecret: 's3cret' })
    await platform.start(onInbound)
    return platform
  }

  it('is announced with its secret', async () => {
    await started()
    expect(network.called('setWebhook')).toMatchObject([
      {
        url: 'https://bot.example/telegram/webhook',
        secret_token: 's3cret',
        allowed_updates: ['message', 'edited_message', 'callback_query', 'my_chat_member'],
      },
    ])
    expect(network.called('getUpdates')).toEqual([])
  })

  it('takes an update and answers when it is safe', async () => {
    const platform = await started()
    expect((await post(platform, JSON.stringify(update)))?.status).toBe(200)
    expect(heard).toEqual(['xin chào'])
  })

  it.each<[string, string, string, number]>([
    ['a wrong secret', JSON.stringify(update), 'guess', 401],
    ['no secret', JSON.stringify(update), '', 401],
    ['no JSON', '{"update_id":', 's3cret', 400],
    ['no update', '[]', 's3cret', 400],
    ['a body without end', JSON.stringify({ ...update, pad: 'x'.repeat(1024 * 1024) }), 's3cret', 413],
    ['an update of an unknown kind', '{"update_id":2,"new_kind":{}}', 's3cret', 200],
  ])('hands nothing on from %s', async (_, body, secret, status) => {
    expect((await post(await started(), body, secret))?.status).toBe(status)
    expect(heard).toEqual([])
  })

  it('lets Telegram deliver again what is not safe', async () => {
    const platform = await started(() => Promise.reject(new Error('database is locked')))
    expect((await post(platform, JSON.stringify(update)))?.status).toBe(500)
  })

  it('takes nothing before it was started and after it was stopped', async () => {
    const early = telegram({ publicUrl: 'https://bot.example', webhookSecret: 's3cret' })
    expect((await post(early, JSON.stringify(update)))?.status).toBe(500)
    const platform = await started()
    await platform.stop()
    expect((await post(platform, JSON.stringify(update)))?.status).toBe(500)
    expect(heard).toEqual([])
  })

  it('takes nothing while its secret is not known', async () => {
    const early = telegram({ publicUrl: 'https://bot.example' })
    expect((await post(early, JSON.stringify(update)))?.status).toBe(503)
  })
})
