import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'

const MIME = { html: 'text/html', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }
const PAGE_FILE = /^[a-z][a-z-]*\.(?<type>html|css|js|svg)$/

/** Serves the page's own files out of `web/`. */
export function pages(): Hono {
  const routes = new Hono()
  routes.get('/', (c) => {
    const { pathname } = new URL(c.req.url)
    return pathname.endsWith('/') ? page('index.html') : c.redirect(`${pathname}/`) // its links are relative
  })
  routes.get('/:name', (c) => page(c.req.param('name')))
  return routes
}

async function page(name: string): Promise<Response> {
  const type = PAGE_FILE.exec(name)?.groups?.['type'] as keyof typeof MIME | undefined
  const text = type && (await readFile(new URL(`./web/${name}`, import.meta.url), 'utf8').catch(() => undefined))
  if (type === undefined || text === undefined) return new Response('Not found', { status: 404 })
  return new Response(text, {
    headers: { 'Content-Type': `${MIME[type]}; charset=utf-8`, 'Cache-Control': 'no-cache' },
  })
}
