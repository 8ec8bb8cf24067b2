import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { expect, it } from 'vitest'
import { isSameSecret } from '#bot/same-secret.ts'
import { webhookRoutes as telegram } from '#bot/telegram/webhook.ts'
import { webhookRoutes as zaloBot } from '#bot/zalo/bot/webhook.ts'
import { webhookRoutes as zaloOa } from '#bot/zalo/oa/webhook.ts'

const SECRET = 'a-secret-of-the-webhook'
const LIMIT = 1024 * 1024
const log = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined }

/** A webhook that keeps what it takes, with an update of so many bytes as its network would send it. */
interface Webhook {
  routes: (deliver: () => Promise<void>) => Hono
  update: (pad: string) => string
  headers: (body: string) => Record<string, string>
}

const secret = { matches: (given: string | undefined) => isSameSecret(given ?? '', SECRET) }
const TIME = '1741309200000'
const WEBHOOKS: Record<string, Webhook> = {
  Telegram: {
    routes: (deliver) => telegram(secret, deliver, log),
    update: (pad) => JSON.stringify({ update_id: 1, pad }),
    headers: () => ({ 'x-telegram-bot-api-secret-token': SECRET }),
  },
  'the Zalo Bot Platform': {
    routes: (deliver) => zaloBot(secret, deliver, log),
    update: (pad) => JSON.stringify({ event_name: 'message.text.received', pad }),
    headers: () => ({ 'x-bot-api-secret-token': SECRET }),
  },
  'Zalo OA': {
    routes: (deliver) => zaloOa([{ appId: '1', secretKey: SECRET, oaId: () => Promise.resolve('2'), deliver }], log),
    update: (pad) => JSON.stringify({ app_id: '1', oa_id: '2', event_name: 'user_send_text', timestamp: TIME, pad }),
    headers: (body) => ({
      'x-zevent-signature': createHash('sha256').update(`1${body}${TIME}${SECRET}`).digest('hex'),
    }),
  },
}

/** Posts an update of so many bytes, its length told or, as a stream, not. */
async function post({ routes, update, headers }: Webhook, size: number, told: boolean) {
  let taken = 0
  const app = routes(() => Promise.resolve(void (taken += 1)))
  const body = update('x'.repeat(size - update('').length))
  const length: Record<string, string> = told ? { 'content-length': String(body.length) } : {}
  const init = {
    method: 'POST',
    headers: { ...headers(body), ...length },
    body: told ? body : streamOf(body),
    duplex: 'half',
  }
  const { status } = await app.request('/webhook', init as RequestInit)
  return { status, taken }
}

const streamOf = (text: string) => new Blob([text]).stream()

it.each(Object.keys(WEBHOOKS))(
  'the webhook of %s takes a megabyte and refuses more, whether the length is told or not',
  async (name) => {
    const webhook = WEBHOOKS[name]!
    for (const told of [true, false]) {
      expect(await post(webhook, LIMIT, told)).toEqual({ status: 200, taken: 1 })
      expect(await post(webhook, LIMIT + 1, told)).toEqual({ status: 413, taken: 0 })
    }
  },
)
