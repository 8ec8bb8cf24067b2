import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { startWeb } from '#bot/http.ts'

const routes = new Hono()
  .get('/', (c) => c.text('page'))
  .get('/fails', () => {
    throw new Error('broken')
  })
  .get('/endless', (c) => c.body(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array([10])) })))

const start = (names: ('playground' | 'telegram')[], port = 0, faults: object[] = []) =>
  startWeb({
    host: '127.0.0.1',
    port,
    platforms: names.map((name) => ({ name, path: `/${name}`, routes })),
    log: { info: () => {}, warn: () => {}, error: (fields) => void faults.push(fields) },
  })

it("serves each platform's routes under its name, and leads to the playground", async () => {
  const web = await start(['playground', 'telegram'])
  expect(await (await fetch(`${web.url}/telegram`)).text()).toBe('page')
  expect((await fetch(web.url)).url).toBe(`${web.url}/playground/`)
  expect((await fetch(`${web.url}/zalo`)).status).toBe(404)
  await web.stop()
})

it('has nothing at the root without a playground', async () => {
  const web = await start(['telegram'])
  expect((await fetch(web.url)).status).toBe(404)
  await web.stop()
})

it('answers a fault with its id only', async () => {
  const faults: object[] = []
  const web = await start(['telegram'], 0, faults)
  const answer = await fetch(`${web.url}/telegram/fails`)
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).not.toContain('broken')
  expect(faults).toMatchObject([{ request: text.split(' ').at(-1) }])
  expect(answer.headers.get('x-request-id')).toBe(text.split(' ').at(-1))
  await web.stop()
})

it('says what to do where the port is taken', async () => {
  const web = await start(['telegram'])
  const port = Number(new URL(web.url).port)
  await expect(start(['telegram'], port)).rejects.toThrow(`port ${port} is in use on 127.0.0.1`)
  await web.stop()
})

it('closes open streams when it stops', async () => {
  const web = await start(['telegram'])
  const { body } = await fetch(`${web.url}/telegram/endless`)
  const reader = body!.getReader()
  await reader.read()
  const next = reader.read()
  await web.stop()
  await expect(next).rejects.toThrow()
})
