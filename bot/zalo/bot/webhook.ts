import { Hono } from 'hono'
import { z } from 'zod'
import { mostBytes } from '../../most-bytes.ts'
import type { Log } from '../../log.ts'
import { requestOf } from '../../request-id.ts'
import type { WebhookSecret } from '../../webhook-secret.ts'

const MOST_BYTES = 1024 * 1024
/** Wrapped as the documents say, or bare as some have seen it. */
const Wrapped = z.looseObject({ result: z.looseObject({}) })
const Bare = z.looseObject({ event_name: z.string() })

/**
 * Where Zalo delivers updates. What does not have the secret, and what is none, such as the probe when the webhook is set, is answered with 200 and
 * passed over: another answer could end the webhook. 500 where an update is not safe: `deliver` rejected, or the secret is not
 * known yet.
 */
export function webhookRoutes(
  secret: Pick<WebhookSecret, 'matches'>,
  deliver: (update: unknown) => Promise<void>,
  log: Log,
): Hono {
  let forged = 0
  const routes = new Hono()
  const limit = mostBytes(MOST_BYTES)
  routes.on('POST', ['/webhook', '/'], limit, async (c) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    const update = readBody(body)
    if (update === undefined) return c.body(null, 200)
    const matches = secret.matches(c.req.header('x-bot-api-secret-token'))
    if (matches === undefined) return c.body(null, 500)
    if (!matches) {
      forged += 1
      if (Number.isInteger(Math.log10(forged)))
        log.warn({ request: requestOf(c), forged }, 'Updates without the secret of the webhook came')
      return c.body(null, 200)
    }
    try {
      await deliver(update)
      return c.body(null, 200)
    } catch (error) {
      log.error({ request: requestOf(c), err: error }, 'An update cannot be kept yet')
      return c.body(null, 500)
    }
  })
  return routes
}

function readBody(body: unknown): unknown {
  const wrapped = Wrapped.safeParse(body)
  return wrapped.success ? wrapped.data.result : Bare.safeParse(body).data
}
