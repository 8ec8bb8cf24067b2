import { beforeEach, describe, expect, it } from 'vitest'
import { calendarRoutes } from '#bot/calendar-route.ts'

let asked: string[]
beforeEach(() => {
  asked = []
})
const routes = calendarRoutes((token) => {
  asked.push(token)
  return Promise.resolve(token === 'known_-1' ? 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' : undefined)
})

describe('the address of a calendar', () => {
  it('answers with the file, and with nothing to whoever has it already', async () => {
    const answer = await routes.request('/known_-1.ics')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(await answer.text()).toBe('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')
    const etag = answer.headers.get('etag')!
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await routes.request('/known_-1.ics', { headers: { 'If-None-Match': known } })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
    }
    const other = await routes.request('/known_-1.ics', { headers: { 'If-None-Match': '"other"' } })
    expect(other.status).toBe(200)
  })

  it.each(['/unknown.ics', '/x.ics', '/known_-1', '/known_-1.txt', '/a/known_-1.ics', '/..%2fknown.ics', '/'])(
    'tells nothing at %s',
    async (path) => {
      const answer = await routes.request(path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('etag')).toBeNull()
    },
  )

  it('can be asked whether it is there, and takes nothing in', async () => {
    const head = await routes.request('/known_-1.ics', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect((await routes.request('/known_-1.ics', { method: 'POST' })).status).toBe(404)
  })
})
