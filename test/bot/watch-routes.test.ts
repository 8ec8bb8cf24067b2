import { expect, it } from 'vitest'
import { watchRoutes } from '#bot/watch-routes.ts'

const NUMBERS = { type: 'text/plain; version=0.0.4', text: 'tdkt_reminders_late 0\n' }

/** Asks as somebody at an address. */
function given(unready?: string) {
  const routes = watchRoutes({ unready: () => Promise.resolve(unready), metrics: () => Promise.resolve(NUMBERS) })
  return async (path: string, remoteAddress = '127.0.0.1', headers: Record<string, string> = {}) => {
    const incoming = { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } }
    const answer = await routes.request(path, { headers }, { incoming })
    return `${answer.status} ${await answer.text()}`
  }
}

it('says that the process lives, and whether it takes part', async () => {
  const [ready, starting] = [given(), given('starting')]
  expect(await starting('/healthz')).toBe('200 ok')
  expect(await starting('/readyz')).toBe('503 starting')
  expect(await ready('/readyz')).toBe('200 ok')
})

it.each(['127.0.0.1', '::1', '::ffff:10.0.0.7', '172.31.255.1', '192.168.1.5', 'fd00::5', 'fe80::1%eth0'])(
  'tells its numbers to %s',
  async (address) => {
    expect(await given()('/metrics', address)).toBe(`200 ${NUMBERS.text}`)
  },
)

it.each(['8.8.8.8', '172.32.0.1', '::ffff:1.2.3.4', '2001:db8::1', ''])(
  'tells neither numbers nor reasons to %j',
  async (address) => {
    const ask = given('database')
    expect(await ask('/metrics', address)).toBe('404 404 Not Found')
    expect(await ask('/readyz', address)).toBe('503 unready')
  },
)

it.each(['X-Forwarded-For', 'Forwarded', 'Via', 'X-Forwarded-Proto', 'X-Real-IP', 'CF-Connecting-IP'])(
  'tells neither to whoever comes through a proxy (%s)',
  async (name) => {
    const ask = given('database')
    const headers = { [name]: '127.0.0.1' }
    expect(await ask('/metrics', '127.0.0.1', headers)).toBe('404 404 Not Found')
    expect(await ask('/readyz', '127.0.0.1', headers)).toBe('503 unready')
  },
)
