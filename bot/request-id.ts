import { randomUUID } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'

/** What each web request carries: the id by which its lines in the log are found. */
export interface Requested {
  Variables: { request: string }
}

/** Names each request, and tells the name in its answer. One that came with the request is not taken over: it could be anything. */
export function requestId(): MiddlewareHandler<Requested> {
  return async (c, next) => {
    const id = randomUUID()
    c.set('request', id)
    c.header('X-Request-Id', id)
    await next()
  }
}

/** The name of a request, for the log; undefined where its routes are served on their own. */
export const requestOf = (c: Context): string | undefined => c.get('request') as string | undefined
