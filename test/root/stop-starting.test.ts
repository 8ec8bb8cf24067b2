import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakePlatform } from '../support/fake-platform.ts'
import { freePort } from '../support/local-server.ts'
import { until } from '../support/until.ts'

const quiet = () => undefined

/** A start in front of a network that takes the connection and never answers. */
async function given() {
  const url = await databaseUrl(temporaryFile('test.db'))
  const port = String(await freePort())
  const calls: string[] = []
  const platform = Object.assign(new FakePlatform(), {
    start: () => {
      calls.push('start')
      return new Promise<void>(quiet)
    },
    stop: () => Promise.resolve(void calls.push('stop')),
  })
  const stopping = new AbortController()
  const start = () =>
    startApp({
      config: readConfig({ DATABASE_URL: url, PORT: port }),
      log: { info: quiet, debug: quiet, warn: quiet, error: quiet } as never,
      stopping: stopping.signal,
      rings: false,
      platforms: () =>
        Promise.resolve({
          platforms: [platform],
          clock: () => new Date('2025-02-20T08:00+07:00'),
          onClockMoved: quiet,
        }),
    })
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`)
    return [answer.status, await answer.text()]
  }
  const leases = async () => {
    const db = await openDatabase(url)
    onTestFinished(() => db.$disconnect())
    return db.lease.count()
  }
  return { start, stopping, calls, ready, leases }
}

it('is not ready while a network does not answer, and gives the start up when it is to stop', async () => {
  const { start, stopping, calls, ready, leases } = await given()
  const starting = start()
  await until(() => calls.includes('start'))
  expect(await ready()).toEqual([503, 'starting'])
  stopping.abort()
  const app = await starting
  expect(await ready()).toEqual([503, 'stopping'])
  await app.stop()
  expect(calls).toEqual(['start', 'stop'])
  await expect(ready()).rejects.toThrow()
  expect(await leases()).toBe(0)
})

it('goes to no network when it is to stop before', async () => {
  const { start, stopping, calls } = await given()
  stopping.abort()
  const app = await start()
  await app.stop()
  expect(calls).toEqual(['stop'])
})
