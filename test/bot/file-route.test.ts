import { describe, expect, it } from 'vitest'
import { fileRoutes } from '#bot/file-route.ts'

const asked: string[] = []
const routes = fileRoutes((token) => {
  asked.push(token)
  const file = {
    name: 'Kế hoạch (số 1)\r\n"\uD83D.xlsx',
    mime: 'text/html',
    bytes: new Uint8Array([0x50, 0x4b, 0, 255]),
  }
  return Promise.resolve(token === 'known_-1' ? file : undefined)
})

describe('the link of a file', () => {
  it('downloads it under its name and lets nobody keep, guess or follow it', async () => {
    const answer = await routes.request('/known_-1/ke-hoach.xlsx?zarsrc=30')
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': 'text/html',
      'content-disposition':
        'attachment; filename="K_ ho_ch (s_ 1)____.xlsx"; ' +
        "filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20%28s%E1%BB%91%201%29%0D%0A%22_.xlsx",
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      'referrer-policy': 'no-referrer',
    })
    expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0x50, 0x4b, 0, 255])
  })

  it('tells nothing of a token that opens nothing, and no cache may go on saying so', async () => {
    const answer = await routes.request('/unknown/ke-hoach.xlsx')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('Not found')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('content-disposition')).toBeNull()
  })

  it.each(['/', '/known_-1', '/known_-1/a/b', '/..%2fknown_-1/a', '/kno.wn/a'])(
    'looks nothing up for %s',
    async (path) => {
      asked.length = 0
      expect((await routes.request(path)).status).toBe(404)
      expect(asked).toEqual([])
    },
  )

  it('can be asked whether it is there, and takes nothing in', async () => {
    const head = await routes.request('/known_-1/a.xlsx', { method: 'HEAD' })
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    expect((await routes.request('/known_-1/a.xlsx', { method: 'POST' })).status).toBe(404)
  })
})
