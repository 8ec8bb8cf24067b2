import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readJson } from '../../json.ts'
import type { Log } from '../../log.ts'
import { Event } from './event.ts'
import { isSigned } from './signature.ts'

interface Options {
  appId: string
  /** The Official Account's secret key. */
  secretKey: string
  /** The Official Account's id, once it is known. */
  oaId: () => string | undefined
  /** Resolves once the event is safe; rejects where it is not. */
  deliver: (event: Event) => Promise<void>
  log: Log
}

const MOST_BYTES = 1024 * 1024
/** Of many false signatures every so manieth is logged, after the first. */
const LOG_EVERY = 100

/**
 * Where Zalo delivers events. It takes an address only where its unsigned probe is answered 200, and gives up one that refuses events: so whatever is
 * not signed is answered 200, too, and nothing is done. What cannot be kept is answered 500.
 */
export function webhookRoutes({ appId, secretKey, oaId, deliver, log }: Options): Hono {
  let forged = 0
  const passOver = () => {
    forged += 1
    if (forged % LOG_EVERY === 1) {
      log.warn({ forged }, 'An event is not signed as Zalo would: check ZALO_OA_APP_ID and ZALO_OA_SECRET_KEY')
    }
  }
  const take = async (c: Context) => {
    const raw = Buffer.from(await c.req.arrayBuffer())
    const event = Event.safeParse(readJson(raw)).data
    if (!event) return c.body(null, 200)
    const signature = c.req.header('x-zevent-signature') ?? ''
    const timestamps = [event.timestamp, c.req.header('x-zevent-timestamp')]
    if (!isSigned({ raw, signature, timestamps }, appId, secretKey)) {
      passOver()
      return c.body(null, 200)
    }
    if (!isOurs(event, appId, oaId())) return c.body(null, 200)
    try {
      await deliver(event)
      return c.body(null, 200)
    } catch (error) {
      log.error({ kind: event.event_name, err: error }, 'An event cannot be kept yet')
      return c.body(null, 500)
    }
  }
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => c.body(null, 413) })
  const routes = new Hono()
  for (const path of ['/', '/webhook']) routes.post(path, limit, take)
  return routes
}

/** An app may serve several Official Accounts. */
function isOurs(event: Event, appId: string, oaId: string | undefined): boolean {
  if (event.app_id !== undefined && event.app_id !== appId) return false
  return oaId === undefined || event.oa_id === undefined || event.oa_id === oaId
}
