import { createServer as createHttp, Agent, type RequestListener } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { call, NetworkError } from '#bot/telegram/transport.ts'
import { until } from '../../support/until.ts'

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
const http = (listener: RequestListener) => listening(createHttp(listener))
const post = (url: string, more: object = {}) =>
  call({ url, agent: new Agent(), timeoutMs: 200, mostBytes: 1000, method: 'POST', body: '{"text":"x"}', ...more })

describe('a request', () => {
  it('brings the status and the body', async () => {
    const url = await http((request, response) => void request.pipe(response.writeHead(418)))
    const { status, body } = await post(url)
    expect([status, body.toString()]).toEqual([418, '{"text":"x"}'])
  })

  it.each<[string, () => Promise<string>, boolean]>([
    ['nobody listens', () => Promise.resolve('http://127.0.0.1:1/'), false],
    ['the name is unknown', () => Promise.resolve('http://nowhere.invalid/'), false],
    ['the answer never comes', () => http(() => undefined), true],
    ['the answer is lost', () => http((_, response) => void response.destroy()), true],
    [
      'the answer is cut',
      () =>
        http(
          (_, response) => void response.writeHead(200, { 'content-length': 9 }).write('x', () => response.destroy()),
        ),
      true,
    ],
    ['the answer is endless', () => http((_, response) => void response.end('x'.repeat(1001))), true],
  ])('when %s: did it leave?', async (_, place, mayHaveArrived) => {
    const error: unknown = await post(await place()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ mayHaveArrived })
  })

  it('that hangs in a handshake has not left', async () => {
    const url = await listening(createTcp(() => undefined))
    const { HttpsProxyAgent } = await import('https-proxy-agent')
    const error: unknown = await post('http://127.0.0.1:9/', { agent: new HttpsProxyAgent(url) }).catch(
      (e: unknown) => e,
    )
    expect(error).toMatchObject({ name: 'NetworkError', mayHaveArrived: false })
  })

  it('ends at once when it is broken off', async () => {
    let arrived = false
    const url = await http(() => (arrived = true))
    const stop = new AbortController()
    const answer = post(url, { signal: stop.signal, timeoutMs: 60_000 })
    await until(() => arrived)
    stop.abort()
    await expect(answer).rejects.toMatchObject({ message: 'aborted', mayHaveArrived: true })
    await expect(post(url, { signal: stop.signal })).rejects.toMatchObject({ mayHaveArrived: false })
  })

  it('goes through a proxy', async () => {
    const seen: string[] = []
    const target = await http((_, response) => void response.end('through'))
    const proxy = createHttp()
    proxy.on('connect', (request: { url?: string }, client: Socket) => {
      seen.push(request.url ?? '')
      const { hostname, port } = new URL(target)
      void import('node:net').then(({ connect }) => {
        const upstream = connect(Number(port), hostname, () => {
          client.write('HTTP/1.1 200 OK\r\n\r\n')
          upstream.pipe(client).pipe(upstream)
        })
        upstream.on('error', () => client.destroy())
        client.on('error', () => upstream.destroy())
      })
    })
    const proxyUrl = await listening(proxy)
    const { agentFor } = await import('#bot/telegram/proxy.ts')
    const { body } = await post(target, { agent: agentFor(target, proxyUrl), timeoutMs: 5000 })
    expect(body.toString()).toBe('through')
    expect(seen).toEqual([new URL(target).host])
  })
})
