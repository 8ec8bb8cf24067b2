import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { whileHolding } from '#bot/holding.ts'
import type { Database } from '#prisma/database.ts'
import { testDatabase } from '../support/database.ts'
import { FakeTime } from '../support/fake-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { until } from '../support/until.ts'

const LEASE = 'fetch:telegram'
let db: Database
beforeEach(async () => {
  db = await testDatabase()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => void vi.useRealTimers())

/** A process that notes when it works; its time is its own. */
function worker(name: string, notes: string[]) {
  const time = new FakeTime('2025-03-07T01:00:00Z')
  const log = memoryLog()
  const stopping = new AbortController()
  const { clock, sleep } = time
  const done = whileHolding({ db, clock, log, sleep, signal: stopping.signal, lease: LEASE }, async (signal) => {
    notes.push(`${name} works`)
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    notes.push(`${name} ends`)
  })
  const stop = () => {
    stopping.abort()
    return done
  }
  onTestFinished(stop)
  return { time, log, stop }
}

it('one works, the other waits, and takes over at once when the first one stops', async () => {
  const notes: string[] = []
  const a = worker('A', notes)
  await until(() => notes.length === 1)
  const b = worker('B', notes)
  await until(() => b.time.sleeping === 1)
  await a.stop()
  b.time.advance(1250)
  await until(() => notes.length === 3)
  await b.stop()
  expect(notes).toEqual(['A works', 'A ends', 'B works', 'B ends'])
  expect(await db.lease.count()).toBe(0)
  expect(a.time.sleeping + b.time.sleeping).toBe(0)
})

it('who lost it stops working, waits like any other and begins again', async () => {
  const notes: string[] = []
  const a = worker('A', notes)
  await until(() => notes.length === 1)
  await db.lease.updateMany({ data: { holder: 'B', until: new Date(a.time.clock().getTime() + 5000) } })
  vi.advanceTimersByTime(4000)
  await until(() => a.time.sleeping === 1)
  expect(notes).toEqual(['A works', 'A ends'])
  expect(a.log.lines).toMatchObject([{ level: 'warn', fields: { lease: LEASE } }])
  a.time.advance(5000)
  await until(() => notes.length === 3)
  await a.stop()
  expect(notes).toEqual(['A works', 'A ends', 'A works', 'A ends'])
})

it('waits for a database that does not answer', async () => {
  const notes: string[] = []
  const taking = vi.spyOn(db, '$executeRaw').mockRejectedValueOnce(new Error('the disk is full'))
  const a = worker('A', notes)
  await until(() => a.time.sleeping === 1)
  expect([notes, a.log.lines.length, taking.mock.calls.length]).toEqual([[], 1, 1])
  a.time.advance(1250)
  await until(() => notes.length === 1)
})
