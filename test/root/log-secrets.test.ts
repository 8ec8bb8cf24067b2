import { createHash } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakeTelegram } from '../support/fake-telegram.ts'
import { FakeZaloBot, TOKEN } from '../support/fake-zalo-bot.ts'
import { freePort, listenLocally } from '../support/local-server.ts'
import { startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const SECRETS = {
  TELEGRAM_BOT_TOKEN: '123:Telegram-secret-of-the-bot',
  ZALO_BOT_TOKEN: TOKEN,
  ZALO_OA_APP_SECRET: 'AppSecretOfAccount',
  ZALO_OA_SECRET_KEY: 'SecretKeyOfAccount',
  ZALO_OA_REFRESH_TOKEN: 'refresh-token-of-the-account-1234567890',
  WEBHOOK_SECRET: 'secret-of-the-webhook',
}
const APP_ID = '28100'
/** A process of its own and four networks take a while on a busy machine. */
const PATIENCE_MS = 120_000
const SAID = 'Điều bí mật của phường, gọi 0912 345 678'
const NAME = 'Nguyễn Văn Kín'

/** A network that fails at everything and repeats in its answer all that it was told. */
async function echoing(): Promise<{ root: string; asked: () => number }> {
  let asked = 0
  const server: Server = createServer((request, response) => {
    asked += 1
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const told = JSON.stringify([request.url, request.headers, Buffer.concat(chunks).toString()])
      response.writeHead(asked % 2 ? 500 : 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: -14003, error_name: told, error_description: told, message: told }))
    })
  })
  onTestFinished(() => void server.close())
  return { root: await listenLocally(server), asked: () => asked }
}

async function given() {
  const [telegram, zaloBot, account] = [new FakeTelegram(), new FakeZaloBot(), await echoing()]
  const port = String(await freePort())
  const settings = {
    ...SECRETS,
    ZALO_OA_APP_ID: APP_ID,
    DATABASE_URL: await databaseUrl(temporaryFile('secrets.db')),
    ...{ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}`, LOG_LEVEL: 'debug' },
    ...{ TELEGRAM_API_ROOT: await telegram.listen(), ZALO_BOT_API_ROOT: await zaloBot.listen() },
    ...{ ZALO_OA_API_ROOT: account.root, ZALO_OAUTH_ROOT: account.root },
  }
  onTestFinished(() => Promise.all([telegram.close(), zaloBot.close()]).then(() => undefined))
  const db = await openDatabase(settings.DATABASE_URL)
  onTestFinished(() => db.$disconnect())
  const child = startProcess(['serve'], settings)
  let log = ''
  child.stderr!.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const hand = async (path: string, body: object, headers: Record<string, string>) => {
    const given = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }
    return fetch(`${settings.PUBLIC_URL}${path}`, given)
  }
  return { telegram, zaloBot, account, db, child, hand, log: () => log, settings }
}

const person = { id: 7, is_bot: false, first_name: NAME }
const onTelegram = (update_id: number) => ({
  update_id,
  message: {
    message_id: update_id,
    date: 1,
    chat: { id: 7, type: 'private', first_name: NAME },
    from: person,
    text: SAID,
  },
})
const onAccount = () => ({
  ...{ app_id: APP_ID, event_name: 'user_send_text', timestamp: String(Date.now()) },
  ...{ sender: { id: '88001122334455' }, recipient: { id: '41000' }, message: { msg_id: 'm1', text: SAID } },
})
const signed = (event: object & { timestamp: string }) => {
  const text = `${APP_ID}${JSON.stringify(event)}${event.timestamp}${SECRETS.ZALO_OA_SECRET_KEY}`
  return { 'x-zevent-signature': `mac=${createHash('sha256').update(text).digest('hex')}` }
}

it(
  'holds no secret, no text, no name and no phone number, whatever fails',
  async () => {
    const { telegram, zaloBot, account, db, child, hand, log } = await given()
    telegram.failNext('getMe', {
      kind: 'error',
      code: 502,
      description: `no way to /bot${SECRETS.TELEGRAM_BOT_TOKEN}/getMe`,
    })
    zaloBot.failNext('getMe', { kind: 'html', code: 502 })
    await until(() => log().includes('Telegram is connected') && log().includes('The Zalo bot is connected'), 60)
    await until(() => account.asked() > 1)
    const hook = { 'x-telegram-bot-api-secret-token': SECRETS.WEBHOOK_SECRET }
    telegram.failNext('sendMessage', {
      kind: 'error',
      code: 400,
      description: `Bad Request: /bot${SECRETS.TELEGRAM_BOT_TOKEN}`,
    })
    await hand('/telegram/webhook', onTelegram(1), hook)
    zaloBot.failNext('sendMessage', { kind: 'lost' })
    zaloBot.push(zaloBot.said({ id: 'u-1' }, SAID))
    const event = onAccount()
    await hand('/zalo/oa/webhook', event, signed(event))
    await hand('/zalo/oa/webhook', event, { 'x-zevent-signature': 'mac=forged' })
    const outcomes = () =>
      ['telegram', 'zalo-oa', 'zalo-bot'].filter((bot) => log().includes(`"bot":"${bot}","outcome"`))
    await until(() => log().includes('A message is refused') && outcomes().length === 3, 40)
    await db.$executeRawUnsafe('ALTER TABLE "Prompt" RENAME TO "NoPrompt"')
    await db.$executeRawUnsafe('ALTER TABLE "Outbox" RENAME TO "NoOutbox"')
    await hand('/telegram/webhook', onTelegram(2), hook)
    await until(
      () => log().includes('an update is not answered yet') && log().includes('The outbox cannot be read'),
      40,
    )
    await db.$executeRawUnsafe('ALTER TABLE "Inbox" RENAME TO "NoInbox"')
    const unsafe = await hand('/telegram/webhook', onTelegram(3), hook)
    await until(() => log().includes('An update cannot be kept yet'))
    child.kill('SIGKILL')

    const lines = log()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(unsafe.status).toBe(500)
    const kept = lines.find(({ msg }) => msg === 'An update cannot be kept yet')
    expect(kept).toMatchObject({
      request: unsafe.headers.get('x-request-id'),
      err: { type: expect.any(String) as string },
    })
    expect(lines.find(({ msg }) => msg === 'an update is answered')).toMatchObject({
      ...{ update: expect.any(Number) as number, ms: expect.any(Number) as number, bot: expect.any(String) as string },
    })
    expect(lines.find(({ msg }) => msg === 'A message is refused')).toMatchObject({
      message: expect.any(Number) as number,
    })
    const forbidden = [
      ...Object.values(SECRETS),
      SAID,
      NAME,
      'bí mật',
      'Kín',
      '912 345 678',
      '912345678',
      '88001122334455',
    ]
    expect(forbidden.filter((one) => log().includes(one))).toEqual([])
  },
  PATIENCE_MS,
)
