import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { calendarRoutes, type CalendarOf } from './calendar-route.ts'
import { fileRoutes, type FileOf } from './file-route.ts'
import type { Log } from './log.ts'
import type { Platform } from './platform.ts'
import { requestId, type Requested } from './request-id.ts'
import { watchRoutes, type Watched } from './watch-routes.ts'

export interface WebOptions {
  host: string
  /** 0: any free one. */
  port: number
  platforms: Pick<Platform, 'name' | 'path' | 'routes'>[]
  /** Set: calendars are served at `/calendar/<token>.ics`. */
  calendarOf?: CalendarOf | undefined
  /** Set: files that a chat network cannot carry are served at `/files/<token>/<name>`. */
  fileOf?: FileOf | undefined
  /** Set: `/healthz`, `/readyz` and `/metrics` are served. */
  watched?: Watched
  log: Log
}

export interface Web {
  /** Where it answers, without a slash at the end. */
  url: string
  /** Stops listening and closes every connection at once. */
  stop(): Promise<void>
}

/** Serves each platform's routes at its path, calendars, shared files, and what whoever watches it asks for. Throws an Error with advice where the address cannot be listened on. */
export async function startWeb({ host, port, ...served }: WebOptions): Promise<Web> {
  const listener = getRequestListener(webApp(served).fetch, { overrideGlobalObjects: false })
  const server = createServer((request, response) => void listener(request, response))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return {
    url: urlOf(server.address() as AddressInfo),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function webApp({ platforms, calendarOf, fileOf, watched, log }: Omit<WebOptions, 'host' | 'port'>): Hono<Requested> {
  const app = new Hono<Requested>({ strict: false }) // `/playground/` is `/playground`
  app.use(requestId())
  for (const { path, routes } of platforms) if (routes) app.route(path, routes)
  if (platforms.some(({ name }) => name === 'playground')) app.get('/', (c) => c.redirect('/playground/'))
  if (calendarOf) app.route('/calendar', calendarRoutes(calendarOf))
  if (fileOf) app.route('/files', fileRoutes(fileOf))
  if (watched) app.route('/', watchRoutes(watched))
  app.notFound((c) => c.text('Not found', 404))
  app.onError((error, c) => {
    const request = c.get('request')
    log.error({ err: error, request }, 'a web request failed')
    return c.text(`Unexpected error ${request}`, 500)
  })
  return app
}

function urlOf({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const advice: Record<string, string> = {
    EADDRINUSE: `port ${port} is in use on ${host}: stop the other program, or set PORT`,
    EACCES: `not allowed to listen on port ${port}: set PORT to 1024 or higher`,
    EADDRNOTAVAIL: `this machine has no address ${host}: set HOST`,
  }
  return new Error(`the web server cannot start: ${advice[error.code ?? ''] ?? error.message}`, { cause: error })
}
