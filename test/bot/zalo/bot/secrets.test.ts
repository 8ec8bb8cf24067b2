import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { createZaloBot } from '#bot/zalo/bot/index.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeZaloBot, TOKEN, type Fault } from '../../../support/fake-zalo-bot.ts'
import { memoryLog } from '../../../support/memory-log.ts'
import { until } from '../../../support/until.ts'

const SECRET = 'bi-mat-cua-webhook'
const TEXT = 'đồng chí Nguyễn Văn A, 0912 345 678'
const group = { id: 'zgr-1', group: true }
const FAULTS: Fault[] = [
  { kind: 'error', code: 400, description: `bad /bot${TOKEN}/getUpdates` },
  { kind: 'error', code: 401, description: TOKEN },
  { kind: 'error', code: 429 },
  { kind: 'html', code: 502 },
  { kind: 'lost' },
]

it('writes neither token nor secret nor what people say to the log, nor gives them away as a reason', async () => {
  const network = new FakeZaloBot()
  const [apiRoot, db, log] = [await network.listen(), await testDatabase(), memoryLog()]
  onTestFinished(() => network.close())
  const sleep = () => new Promise<void>((resolve) => setImmediate(resolve))
  const options = { token: TOKEN, apiRoot, db, clock: () => new Date(), log, sleep, webhookSecret: SECRET }
  const [polling, hooked] = [createZaloBot(options), createZaloBot({ ...options, publicUrl: 'https://bot.vn' })]
  const reasons: unknown[] = []

  let tries = 0
  for (const fault of FAULTS) for (const method of ['getMe', 'getUpdates']) network.failNext(method, fault)
  await polling.start(() => ((tries += 1) === 1 ? Promise.reject(new Error('database is locked')) : Promise.resolve()))
  for (const kind of ['text', 'sticker', 'image', 'odd'])
    network.push(network.event(kind, group, { text: TEXT, caption: TEXT, odd: TEXT }))
  network.push(network.said(group, `@Bot Thi đua /viec ${TEXT}`))
  await until(() => tries === 3)

  network.failNext('setWebhook', FAULTS[0]!)
  await hooked.start(() => Promise.reject(new Error('database is locked')))
  for (const secret of [SECRET, 'sai']) {
    const headers = { 'x-bot-api-secret-token': secret, 'content-type': 'application/json' }
    await hooked.routes!.request('/webhook', {
      method: 'POST',
      headers,
      body: JSON.stringify(network.said(group, TEXT)),
    })
  }
  const message = { chat: 'zgr-1', body: { text: TEXT, spans: [] }, choices: [] }
  for (const fault of FAULTS) {
    network.failNext('sendMessage', fault)
    reasons.push(await polling.send(message))
  }
  await Promise.all([polling.stop(), hooked.stop()])
  await network.close()
  reasons.push(await polling.send(message), await polling.probe())

  expect(log.lines.length).toBeGreaterThan(12)
  const written = inspect([log.lines, reasons], { depth: 12 })
  for (const word of [TOKEN, TOKEN.split(':')[1]!, SECRET, 'Nguyễn', '0912', 'Thi đua'])
    expect(written).not.toContain(word)
})
