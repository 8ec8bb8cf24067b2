import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import type { Inbound } from '#domain/messages.ts'
import type { Db } from '#prisma/database.ts'
import { findFile, listMessages, newestMessages } from '#prisma/playground.ts'
import type { Log } from '../log.ts'
import { requestOf } from '../request-id.ts'
import type { PlaygroundClock } from './clock.ts'
import type { PageEvents } from './events.ts'
import { loopbackOnly } from './loopback.ts'
import { pages } from './pages.ts'
import type { Cast } from './people.ts'
import { change, press, Refusal, say } from './receive.ts'
import { Change, FileId, JSON_LIMIT, Messages, MoveClock, Press, Say, UPLOAD_LIMIT, UploadForm } from './requests.ts'
import { BOT_NAME } from './to-inbound.ts'
import { toView } from './transcript.ts'

const SHOWN_MESSAGES = 300
const FORM_OVERHEAD = 16 * 1024

export interface RoutesDeps {
  db: Db
  cast: Cast
  clock: PlaygroundClock
  movable: boolean
  timeZone: string
  events: PageEvents
  hand: (inbound: Inbound) => Promise<void>
  log: Log
}

/** The page and what it asks for. */
export function playgroundRoutes(deps: RoutesDeps): Hono {
  const routes = new Hono()
  routes.use(loopbackOnly)
  routes.onError((error, c) => failure(error, c, deps.log))
  routes.route('/api', reading(deps))
  routes.route('/api', acting(deps))
  routes.route('/', pages())
  return routes
}

function reading({ db, cast, clock, movable, timeZone, events }: RoutesDeps): Hono {
  const routes = new Hono()
  routes.get('/state', async (c) => {
    const newest = await newestMessages(db)
    return c.json({ ...cast, bot: BOT_NAME, movable, timeZone, now: clock.now().toISOString(), newest })
  })
  routes.get('/messages', async (c) => {
    const { chat } = Messages.parse(c.req.query())
    return c.json({ messages: (await listMessages(db, chat, SHOWN_MESSAGES)).map(toView) })
  })
  routes.get('/files/:id', async (c) => {
    const file = await findFile(db, FileId.parse(c.req.param()).id)
    if (!file) throw new Refusal('no such file')
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`
    return c.body(Buffer.from(file.base64, 'base64'), 200, {
      'Content-Type': /^[\w.+-]+\/[\w.+-]+$/.test(file.mime) ? file.mime : 'application/octet-stream',
      'Content-Disposition': disposition,
    })
  })
  routes.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      await new Promise<void>((close) => {
        const tell = ({ event, data }: { event: string; data: object }) =>
          void stream.writeSSE({ event, data: JSON.stringify(data) }).catch(close)
        const leave = events.listen({ tell, close })
        stream.onAbort(() => (leave(), close()))
        tell({ event: 'clock', data: { now: clock.now().toISOString() } })
      })
    }),
  )
  return routes
}

function acting(deps: RoutesDeps): Hono {
  const { clock, events, movable } = deps
  const show = (message: ReturnType<typeof toView>) => events.publish({ event: 'message', data: { message } })
  const receiving = { ...deps, show, now: () => clock.now() }
  const json = bodyLimit({ maxSize: JSON_LIMIT })
  const routes = new Hono()
  routes.post('/say', json, async (c) => {
    await say(receiving, Say.parse(await body(c)))
    return c.json({})
  })
  routes.post('/change', json, async (c) => {
    await change(receiving, Change.parse(await body(c)))
    return c.json({})
  })
  routes.post('/press', json, async (c) => {
    await press(receiving, Press.parse(await body(c)))
    return c.json({})
  })
  routes.post('/upload', bodyLimit({ maxSize: UPLOAD_LIMIT + FORM_OVERHEAD }), async (c) => {
    const { file, caption, ...act } = UploadForm.parse(await c.req.parseBody())
    const bytes = new Uint8Array(await file.arrayBuffer())
    await say(receiving, { ...act, text: caption, file: { name: file.name, mime: file.type, bytes } })
    return c.json({})
  })
  routes.post('/clock', json, async (c) => {
    if (!movable) throw new Refusal('the clock does not move')
    await clock.move(new Date(MoveClock.parse(await body(c)).to))
    const now = clock.now().toISOString()
    events.publish({ event: 'clock', data: { now } })
    return c.json({ now })
  })
  return routes
}

const body = (c: Context) => c.req.json<unknown>().catch(() => undefined)

function failure(error: Error, c: Context, log: Log) {
  if (error instanceof HTTPException) return error.getResponse()
  if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
  if (error instanceof Refusal) return c.json({ error: error.message }, 404)
  const request = requestOf(c)
  log.error({ err: error, request }, 'a request of the playground page failed')
  return c.json({ error: `unexpected error ${request}` }, 500)
}
