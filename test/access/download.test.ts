import { expect, it } from 'vitest'
import { fileRoutes } from '#bot/file-route.ts'
import { HOSTILE } from './hostile.ts'

it.each(Object.entries(HOSTILE))('a file whose name is %s is a download under that name', async (_, words) => {
  const name = `${words}.xlsx`
  const routes = fileRoutes(() => Promise.resolve({ name, mime: 'text/html', bytes: new Uint8Array([60]) }))
  const { headers, status } = await routes.request('http://bot.example/token/whatever')
  expect(status).toBe(200)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  const [, plain, whole] = /^attachment; filename="([\w .()-]*)"; filename\*=UTF-8''([\w.~%!$&+^`|#-]+)$/.exec(
    headers.get('content-disposition')!,
  )!
  expect(plain).not.toBe('')
  expect(decodeURIComponent(whole!)).toBe(name.replace(/\p{Surrogate}/gu, '_'))
})
