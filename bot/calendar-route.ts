import { createHash } from 'node:crypto'
import { Hono } from 'hono'

/** Finds the calendar file that a token opens; undefined where it opens none. */
export type CalendarOf = (token: string) => Promise<string | undefined>

/**
 * Serves calendars to programs that subscribed to `/calendar/<token>.ics`. An unknown token and a revoked one get the same answer as a page that
 * does not exist. Nothing is kept on the way: after a revocation no cache may go on answering.
 */
export function calendarRoutes(calendarOf: CalendarOf): Hono {
  const routes = new Hono()
  routes.get('/:file{[\\w-]+\\.ics}', async (c) => {
    const file = await calendarOf(c.req.param('file').slice(0, -'.ics'.length))
    if (file === undefined) return c.text('Not found', 404, { 'Cache-Control': 'no-store' })
    const etag = `"${createHash('sha256').update(file).digest('base64url')}"`
    const headers = { 'Cache-Control': 'private, no-cache', ETag: etag }
    if (isKnown(c.req.header('if-none-match'), etag)) return c.body(null, 304, headers)
    return c.body(file, 200, {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="calendar.ics"',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    })
  })
  return routes
}

/** Whether the file is the one that the program has (RFC 9110 13.1.2). */
function isKnown(given: string | undefined, etag: string): boolean {
  const tags = given?.split(',').map((tag) => tag.trim().replace(/^W\//, '')) ?? []
  return tags.includes(etag) || tags.includes('*')
}
