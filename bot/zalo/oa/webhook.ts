import { Hono, type Context } from 'hono'
import { mostBytes } from '../../most-bytes.ts'
import { readJson } from '../../json.ts'
import type { Log } from '../../log.ts'
import { requestOf } from '../../request-id.ts'
import { Event } from './event.ts'
import { isSigned, type Signed } from './signature.ts'

/** An Official Account whose events come in here. */
export interface Receiving {
  appId: string
  /** The Official Account's secret key. */
  secretKey: string
  /** The Official Account's id, once it is known. */
  oaId: () => Promise<string | undefined>
  /** Resolves once the event is safe; rejects where it is not. */
  deliver: (event: Event) => Promise<void>
}

const MOST_BYTES = 1024 * 1024
/** Of many false signatures every so manieth is logged, after the first. */
const LOG_EVERY = 100

/**
 * Where Zalo delivers events: whichever of these addresses it calls, as an app has one for all its Official Accounts; `accounts` may still grow. It takes
 * an address only where its unsigned probe is answered 200, and gives up one that refuses events: so whatever is not signed is answered 200, too, and
 * nothing is done. What cannot be kept is answered 500.
 */
export function webhookRoutes(accounts: readonly Receiving[], log: Log): Hono {
  let forged = 0
  const passOver = (request: string | undefined) => {
    forged += 1
    if (forged % LOG_EVERY === 1) {
      log.warn({ request, forged }, 'An event is not signed as Zalo would: check ZALO_OA_APP_ID and ZALO_OA_SECRET_KEY')
    }
  }
  const take = async (c: Context) => {
    const request = requestOf(c)
    const raw = Buffer.from(await c.req.arrayBuffer())
    const event = Event.safeParse(readJson(raw)).data
    if (!event) return c.body(null, 200)
    const signature = c.req.header('x-zevent-signature') ?? ''
    const timestamps = [event.timestamp, c.req.header('x-zevent-timestamp')]
    const signed = accounts.filter((one) => isOfApp(event, one) && isSignedFor({ raw, signature, timestamps }, one))
    if (signed.length === 0) {
      passOver(request)
      return c.body(null, 200)
    }
    try {
      const account = await accountOf(event, signed)
      if (account) await account.deliver(event)
      else
        log.warn(
          { request, kind: event.event_name },
          'An event is for none of our Official Accounts, or not surely for one',
        )
      return c.body(null, 200)
    } catch (error) {
      log.error({ request, kind: event.event_name, err: error }, 'An event cannot be kept yet')
      return c.body(null, 500)
    }
  }
  const limit = mostBytes(MOST_BYTES)
  const routes = new Hono()
  for (const path of ['/', '/webhook']) routes.post(path, limit, take)
  return routes
}

const isOfApp = (event: Event, { appId }: Receiving) => event.app_id === undefined || event.app_id === appId

const isSignedFor = (signed: Signed, { appId, secretKey }: Receiving) => isSigned(signed, appId, secretKey)

/**
 * The account that an event is for: the one with its id, which in private is at least that of the recipient, or else the only one whose id is not known yet. What is said to several in doubt is left to their
 * catch-up.
 */
async function accountOf(
  { oa_id: id, recipient }: Event,
  accounts: readonly Receiving[],
): Promise<Receiving | undefined> {
  const to = id ?? recipient?.id
  const known = await Promise.all(accounts.map(async (account) => ({ account, id: await account.oaId() })))
  const possible = known.filter((one) => id === undefined || one.id === undefined || one.id === id)
  const sure = possible.filter((one) => to !== undefined && one.id === to)
  const [only, ...others] = sure.length > 0 ? sure : possible
  return others.length === 0 ? only?.account : undefined
}
