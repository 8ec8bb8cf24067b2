import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/i
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

const HEADERS = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/**
 * Answers only the machine's own browser: whoever opens the playground may speak as anybody in it. The socket's address keeps the network
 * out, the Host header keeps out pages elsewhere that rebind their name to 127.0.0.1, the Origin header their forms, and a forwarding header
 * gives away a proxy in front. Others get 403.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header('host') ?? ''
  const origin = c.req.header('origin')
  const own =
    LOOPBACK_ADDRESS.test(socketAddress(c)) &&
    LOOPBACK_HOST.test(host) &&
    FORWARDED.every((header) => c.req.header(header) === undefined) &&
    (c.req.method === 'GET' || origin === undefined || origin === `http://${host}`)
  if (!own) return c.text('Forbidden', 403)
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
}

function socketAddress(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? ''
  } catch {
    return '' // no socket: not a request of the web server
  }
}
