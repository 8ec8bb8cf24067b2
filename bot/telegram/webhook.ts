import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { z } from 'zod'
import { mostBytes } from '../most-bytes.ts'
import type { Log } from '../log.ts'
import { requestOf } from '../request-id.ts'
import type { WebhookSecret } from '../webhook-secret.ts'

const MOST_BYTES = 1024 * 1024
const AnyUpdate = z.looseObject({ update_id: z.number().int() })

/**
 * Where Telegram delivers updates: answers 200 only once the update is safe, so that Telegram delivers it again otherwise. `deliver` rejects
 * where it is not. Nor is anything safe while the secret is not known.
 */
export function webhookRoutes(
  secret: Pick<WebhookSecret, 'matches'>,
  deliver: (update: Update) => Promise<void>,
  log: Log,
): Hono {
  const routes = new Hono()
  routes.post('/webhook', async (c, next) => {
    const matches = secret.matches(c.req.header('x-telegram-bot-api-secret-token'))
    if (matches) return next()
    return c.body(null, matches === undefined ? 503 : 401)
  })
  routes.post('/webhook', mostBytes(MOST_BYTES), async (c) => {
    const update = AnyUpdate.safeParse(await c.req.json().catch(() => undefined))
    if (!update.success) return c.body(null, 400)
    try {
      await deliver(update.data)
      return c.body(null, 200)
    } catch (error) {
      const fields = { request: requestOf(c), externalId: update.data.update_id }
      log.error({ ...fields, err: error }, 'An update cannot be kept yet')
      return c.body(null, 500)
    }
  })
  return routes
}
