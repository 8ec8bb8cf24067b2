import { once } from 'node:events'
import type { ChildProcess } from 'node:child_process'
import type { Message, Update } from 'grammy/types'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakeTelegram } from '../support/fake-telegram.ts'
import { freePort } from '../support/local-server.ts'
import { startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const ASKED = 60
const CHATS = 20
/** Four starts of a process take a while on a busy machine. */
const PATIENCE_MS = 120_000

/** The bot as a process of its own in front of Telegram, and people who ask it all at once. */
async function given(settings: Record<string, string> = {}) {
  const telegram = new FakeTelegram()
  telegram.slowness = () => 30
  const root = await telegram.listen()
  onTestFinished(() => telegram.close())
  const url = await databaseUrl(temporaryFile('stop.db'))
  const env = {
    DATABASE_URL: url,
    TELEGRAM_BOT_TOKEN: '123:TEST',
    TELEGRAM_API_ROOT: root,
    LOG_LEVEL: 'silent',
    ...settings,
  }
  const ask = () => {
    for (let one = 0; one < ASKED; one += 1) {
      const id = 100 + (one % CHATS)
      telegram.say({ id, type: 'private', first_name: 'An' }, { id, is_bot: false, first_name: 'An' }, '/trogiup')
    }
  }
  const answers = () =>
    [...telegram.messages.values()].filter(({ text }: Message) => text?.includes('Có thể hỏi')).length
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  const states = async () => ({
    unanswered: await db.inbox.count({ where: { doneAt: null } }),
    half: await db.outbox.count({ where: { state: { in: ['sending', 'uncertain'] } } }),
    waiting: await db.outbox.count({ where: { state: 'waiting' } }),
  })
  return { telegram, ask, answers, states, serve: () => startProcess(['serve'], env) }
}

/** Asks a process to stop, and waits until it has. */
async function stopped(child: ChildProcess): Promise<number | null> {
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  const [code] = (await closed) as [number | null]
  return code
}

it(
  'loses nothing when it is stopped under load while it fetches updates, and says nothing twice',
  async () => {
    const { telegram, ask, answers, states, serve } = await given()
    const first = serve()
    await until(() => telegram.called('getUpdates').length > 0, 60)
    ask()
    await until(() => answers() > 3, 40)
    expect(await stopped(first)).toBe(0)
    expect(answers()).toBeLessThan(ASKED)
    expect(await states()).toMatchObject({ half: 0 })
    const second = serve()
    await until(() => answers() === ASKED, 60)
    await until(async () => (await states()).unanswered === 0, 40)
    await stopped(second)
    expect([answers(), await states()]).toEqual([ASKED, { unanswered: 0, half: 0, waiting: 0 }])
  },
  PATIENCE_MS,
)

it(
  'loses nothing when it is stopped under load while Telegram delivers updates',
  async () => {
    const port = String(await freePort())
    const { telegram, ask, answers, states, serve } = await given({
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    })
    const first = serve()
    await until(() => telegram.called('setWebhook').length > 0, 60)
    await until(
      () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      60,
    )
    ask()
    const delivering = deliverAll(telegram)
    await until(() => answers() > 3, 40)
    expect(await stopped(first)).toBe(0)
    expect(answers()).toBeLessThan(ASKED)
    expect(await states()).toMatchObject({ half: 0 })
    const second = serve()
    await until(() => answers() === ASKED, 60)
    await delivering
    await stopped(second)
    expect([answers(), await states()]).toEqual([ASKED, { unanswered: 0, half: 0, waiting: 0 }])
  },
  PATIENCE_MS,
)

/** Brings each update to the address that the bot gave, again and again until it is taken, as Telegram does. */
async function deliverAll(telegram: FakeTelegram) {
  const { url, secret_token: secret } = telegram.called('setWebhook')[0] as Record<string, string>
  const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret! }
  const deliver = (update: Update) => async () => {
    const answer = await fetch(url!, { method: 'POST', headers, body: JSON.stringify(update) }).catch(() => undefined)
    return answer?.ok
  }
  await Promise.all(telegram.pending.map((update) => until(deliver(update), 60)))
}
