import { Hono } from 'hono'

/** Finds the file that a token opens; undefined where it opens none. */
export type FileOf = (token: string) => Promise<{ name: string; mime: string; bytes: Uint8Array } | undefined>

/**
 * Serves files that a chat network cannot carry at `/files/<token>/<name>`, always as a download. The token alone decides: the name is there for the
 * people who see the link. An unknown token and one whose time is over get the same answer as a page that does not exist.
 */
export function fileRoutes(fileOf: FileOf): Hono {
  const routes = new Hono()
  routes.get('/:token{[\\w-]+}/:name', async (c) => {
    const file = await fileOf(c.req.param('token'))
    if (file === undefined) return c.text('Not found', 404, { 'Cache-Control': 'no-store' })
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': file.mime,
      'Content-Disposition': attachment(file.name),
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Robots-Tag': 'noindex',
      'Referrer-Policy': 'no-referrer',
    })
  })
  return routes
}

/** The name in plain letters for old programs, and as it is (RFC 6266, RFC 5987). */
function attachment(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const whole = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(/[!'()*]/g, (mark) => `%${hex(mark)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

const hex = (mark: string) => mark.charCodeAt(0).toString(16).toUpperCase()
