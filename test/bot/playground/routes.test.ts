import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPlayground } from '#bot/playground/index.ts'
import type { PromptId } from '#domain/ids.ts'
import { GROUP, openPlayground } from './open-playground.ts'

let playground: Awaited<ReturnType<typeof openPlayground>>
beforeAll(async () => {
  playground = await openPlayground()
})
beforeEach(() => {
  playground.inbound.length = 0
})
afterAll(() => playground.close())

interface Shown {
  messages: { id: number; text: string; sender: string | null; choices: string[][]; file: { id: number } | null }[]
}
const shown = async (chat: string) =>
  ((await (await playground.request(`/api/messages?chat=${chat}`)).json()) as Shown).messages
const act = { person: 'lan', chat: GROUP, language: 'vi' }

describe('who is answered', () => {
  it.each([
    ['127.0.0.1', 'localhost:3000', {}, 200],
    ['127.0.0.1', '127.0.0.1:3000', {}, 200],
    ['::1', '[::1]:3000', {}, 200],
    ['::ffff:127.0.0.1', 'LOCALHOST', {}, 200],
    ['192.168.1.5', 'localhost:3000', {}, 403],
    ['::ffff:192.168.1.5', 'localhost:3000', {}, 403],
    ['2001:db8::1', 'localhost:3000', {}, 403],
    ['127.0.0.1', 'evil.example', {}, 403],
    ['127.0.0.1', 'localhost.evil.example:3000', {}, 403],
    ['127.0.0.1', '127.0.0.1.evil.example', {}, 403],
    ['127.0.0.1', '', {}, 403],
    ['127.0.0.1', 'localhost:3000', { 'x-forwarded-for': '203.0.113.9' }, 403],
  ])('from %s asking for host %s with %o: %i', async (socket, host, headers, status) => {
    for (const where of ['/api/state', '/style.css', '/']) {
      const answer = await playground.request(where, { headers: { host, ...headers } }, socket)
      expect(answer.status).toBe(status)
    }
  })

  it('nobody where the socket is unknown', async () => {
    const answer = await playground.platform.routes.request('/api/state', { headers: { host: 'localhost' } })
    expect(answer.status).toBe(403)
  })

  it.each([
    ['http://localhost:3000', 200],
    ['http://localhost:4000', 403],
    ['http://evil.example', 403],
    ['https://localhost:3000', 403],
    ['null', 403],
  ])('a post from a page of %s: %i', async (origin, status) => {
    const body = JSON.stringify({ ...act, text: 'chào' })
    expect((await playground.request('/api/say', { method: 'POST', body, headers: { origin } })).status).toBe(status)
  })

  it('with headers that let the page run nothing but its own files', async () => {
    const answer = await playground.request('/')
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('the page', () => {
  it('is served with its parts and nothing else', async () => {
    expect(await (await playground.request('/')).text()).toContain('<html lang="vi">')
    expect((await playground.request('/app.js')).headers.get('content-type')).toContain('text/javascript')
    for (const where of ['/tsconfig.json', '/..%2findex.ts', '/none.js', '/%2e%2e%2frouting.js']) {
      expect((await playground.request(where)).status).toBe(404)
    }
  })
})

describe('saying', () => {
  it('shows a remark in the group without bothering the bot', async () => {
    await playground.post('/api/say', { ...act, text: 'chào cả nhà' })
    expect((await shown(GROUP)).at(-1)).toMatchObject({ text: 'chào cả nhà', sender: 'lan' })
    expect(playground.inbound).toEqual([])
  })

  it('hands on what is addressed to the bot', async () => {
    await playground.post('/api/say', { ...act, text: '@tdkt_bot quý này có gì?' })
    expect(playground.inbound).toMatchObject([
      { sender: { externalId: 'lan', language: 'vi' }, event: { kind: 'text' } },
    ])
  })

  it('takes a reply to the bot as addressed', async () => {
    const sent = await playground.platform.send({ chat: GROUP, body: { text: 'Gửi số liệu', spans: [] }, choices: [] })
    const replyTo = sent.state === 'sent' ? Number(sent.messageId) : 0
    await playground.post('/api/say', { ...act, text: '3tt 5cn', replyTo })
    expect(playground.inbound).toMatchObject([{ event: { addressed: 'reply', text: '3tt 5cn' } }])
  })

  it.each([
    ['no text', { ...act, text: '  ' }, 400],
    ['too much text', { ...act, text: 'x'.repeat(4097) }, 400],
    ['an unknown language', { ...act, language: 'fr', text: 'x' }, 400],
    ['an unknown person', { ...act, person: 'nobody', text: 'x' }, 404],
    ['an unknown chat', { ...act, chat: 'nowhere', text: 'x' }, 404],
    ["another person's private chat", { ...act, chat: 'hai', text: 'x' }, 404],
    ['a stranger in the group', { ...act, person: 'khach', text: 'x' }, 404],
    ['a reply to nothing', { ...act, text: 'x', replyTo: 999_999 }, 404],
    ['no JSON', undefined, 400],
  ])('refuses %s', async (_, body, status) => {
    expect((await playground.post('/api/say', body)).status).toBe(status)
    expect(playground.inbound).toEqual([])
  })

  it('refuses a flood', async () => {
    expect((await playground.post('/api/say', { ...act, text: 'x'.repeat(70_000) })).status).toBe(413)
  })
})

describe('changing', () => {
  const say = async (text: string, more: object = {}) => {
    await playground.post('/api/say', { ...act, text, ...more })
    const message = (await shown(GROUP)).at(-1)!.id
    const before = playground.inbound.length
    return { message, news: () => playground.inbound.slice(before) }
  }

  it('shows the new text in place of the old, and hands it on', async () => {
    const { message, news } = await say('@tdkt_bot 3tt 5cn')
    expect((await playground.post('/api/change', { ...act, message, text: '@tdkt_bot 3tt 4cn' })).status).toBe(200)
    expect((await shown(GROUP)).at(-1)).toMatchObject({ id: message, text: '@tdkt_bot 3tt 4cn', edited: true })
    expect(news()).toMatchObject([
      { sender: { externalId: 'lan' }, event: { text: '3tt 4cn', messageId: String(message), edited: true } },
    ])
  })

  it('counts every change higher than all that was said before', async () => {
    const { message, news } = await say('@tdkt_bot 3tt 5cn')
    await playground.post('/api/change', { ...act, message, text: '@tdkt_bot 4cn' })
    const other = await say('@tdkt_bot việc')
    await playground.post('/api/change', { ...act, message, text: '@tdkt_bot 3cn' })
    const revisions = news().map(({ event }) => (event.kind === 'text' ? event.revision! : 0))
    expect(revisions).toHaveLength(3)
    expect(revisions).toEqual(revisions.toSorted((a, b) => a - b))
    expect(new Set(news().map(({ externalId }) => externalId)).size).toBe(3)
    expect(revisions[1]).toBe(other.message)
  })

  it('of a reply is still one', async () => {
    const sent = await playground.platform.send({ chat: GROUP, body: { text: 'Thẻ', spans: [] }, choices: [] })
    const card = sent.state === 'sent' ? sent.messageId : ''
    const { message, news } = await say('3tt 5cn', { replyTo: card })
    await playground.post('/api/change', { ...act, message, text: '3tt 4cn' })
    expect(news()).toMatchObject([{ event: { addressed: 'reply', repliesTo: card, text: '3tt 4cn' } }])
  })

  it('of a remark is shown without bothering the bot', async () => {
    const { message, news } = await say('chào cả nhà')
    await playground.post('/api/change', { ...act, message, text: 'chào mọi người' })
    expect((await shown(GROUP)).at(-1)).toMatchObject({ text: 'chào mọi người' })
    expect(news()).toEqual([])
  })

  it.each([
    ['of another person', { person: 'hai' }, 404],
    ['in another chat', { chat: 'lan' }, 404],
    ['that is not there', { message: 999_999 }, 404],
    ['to nothing', { text: ' ' }, 400],
  ])('is refused for a message %s', async (_, more, status) => {
    const { message, news } = await say('@tdkt_bot 3tt 5cn')
    expect((await playground.post('/api/change', { ...act, message, text: '4cn', ...more })).status).toBe(status)
    expect((await shown(GROUP)).at(-1)).toMatchObject({ text: '@tdkt_bot 3tt 5cn' })
    expect(news()).toEqual([])
  })

  it('is refused for the bot’s messages', async () => {
    const sent = await playground.platform.send({ chat: GROUP, body: { text: 'Thẻ', spans: [] }, choices: [] })
    const message = sent.state === 'sent' ? Number(sent.messageId) : 0
    expect((await playground.post('/api/change', { ...act, message, text: 'của tôi' })).status).toBe(404)
  })
})

describe('pressing', () => {
  const card = { chat: GROUP, body: { text: 'Trang 1', spans: [] }, prompt: 'p1' as PromptId }

  it('gives the bot the button, counted through all rows', async () => {
    const sent = await playground.platform.send({ ...card, choices: [['Trước', 'Sau'], ['Chi tiết']] })
    const message = sent.state === 'sent' ? Number(sent.messageId) : 0
    expect((await playground.post('/api/press', { ...act, message, index: 2 })).status).toBe(200)
    expect(playground.inbound).toMatchObject([{ event: { kind: 'choice', prompt: 'p1', index: 2 } }])
    expect((await playground.post('/api/press', { ...act, message, index: 3 })).status).toBe(404)
  })

  it('does nothing once the message was edited without buttons', async () => {
    const sent = await playground.platform.send({ ...card, choices: [['Sau']] })
    const edits = sent.state === 'sent' ? sent.messageId : ''
    await playground.platform.send({ chat: GROUP, body: { text: 'Xong', spans: [] }, choices: [], edits })
    const pressed = await playground.post('/api/press', { ...act, message: Number(edits), index: 0 })
    expect(pressed.status).toBe(404)
    expect((await shown(GROUP)).at(-1)).toMatchObject({ text: 'Xong', choices: [] })
  })
})

describe('files', () => {
  const upload = (file: File, rest: Record<string, string> = {}) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...act, chat: 'lan', caption: '', ...rest })) form.set(name, value)
    form.set('file', file)
    return playground.request('/api/upload', { method: 'POST', body: form })
  }

  it('go up to the bot and come down again, byte for byte', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
    expect((await upload(new File([bytes], 'kế hoạch "1".docx'))).status).toBe(200)
    const event = playground.inbound[0]!.event
    expect(event).toMatchObject({ kind: 'file', name: 'kế hoạch "1".docx', size: 1000 })
    const fileId = event.kind === 'file' ? event.fileId : ''
    expect(await playground.platform.fetchFile(fileId)).toEqual(bytes)
    const down = await playground.request(`/api/files/${fileId}`)
    expect(new Uint8Array(await down.arrayBuffer())).toEqual(bytes)
    expect(down.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''k%E1%BA%BF/)
  })

  it('are refused when empty or larger than 20 MB', async () => {
    expect((await upload(new File([], 'empty.docx'))).status).toBe(400)
    expect((await upload(new File([new Uint8Array(20 * 1024 * 1024 + 1)], 'large.docx'))).status).toBe(400)
    expect((await upload(new File([new Uint8Array(21 * 1024 * 1024)], 'larger.docx'))).status).toBe(413)
  })

  it('that do not exist are not found, whatever the id', async () => {
    for (const id of ['999999', '0', 'x', '1e300']) {
      expect((await playground.request(`/api/files/${id}`)).status).toBeGreaterThanOrEqual(400)
    }
    expect(playground.faults).toEqual([])
    await expect(playground.platform.fetchFile('999999')).rejects.toThrow('no file')
  })
})

describe('the clock', () => {
  it('moves to any day and is kept', async () => {
    const moved = await playground.post('/api/clock', { to: '2025-03-07T08:00:00+07:00' })
    expect(await moved.json()).toEqual({ now: '2025-03-07T01:00:00.000Z' })
    const state = (await (await playground.request('/api/state')).json()) as { now: string }
    expect(state.now).toBe('2025-03-07T01:00:00.000Z')
  })

  it.each(['2025-03-07', 'tomorrow', '2025-13-01T00:00:00Z'])('refuses %s', async (to) => {
    expect((await playground.post('/api/clock', { to })).status).toBe(400)
  })

  it('stays where it is when the playground is not alone', async () => {
    const { routes } = createPlayground({ ...playground.options, movable: false })
    const init = {
      method: 'POST',
      body: JSON.stringify({ to: '2025-05-01T00:00:00Z' }),
      headers: { host: 'localhost' },
    }
    const answer = await routes.request('/api/clock', init, { incoming: { socket: { remoteAddress: '127.0.0.1' } } })
    expect(answer.status).toBe(404)
  })
})

it('streams what happens until the playground stops', async () => {
  const own = await openPlayground()
  const { body } = await own.request('/api/events')
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toContain('event: clock')
  await own.post('/api/say', { ...act, text: 'chào cả nhà' })
  expect((await reader.read()).value).toMatch(/event: message\n.*chào cả nhà/)
  await own.close()
  expect(await reader.read()).toEqual({ done: true, value: undefined })
})
