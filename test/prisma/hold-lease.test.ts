import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '#prisma/database.ts'
import { holdLease } from '#prisma/hold-lease.ts'
import { dropLease, renewLease, takeLease } from '#prisma/leases.ts'
import { testDatabase } from '../support/database.ts'
import { memoryLog } from '../support/memory-log.ts'
import { until } from '../support/until.ts'

const NAME = 'send:telegram'
const LENGTH_MS = 15_000
const now = new Date('2025-03-07T01:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

let db: Database
let log: ReturnType<typeof memoryLog>
beforeEach(async () => {
  db = await testDatabase()
  log = memoryLog()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(() => void vi.useRealTimers())

const row = () => db.lease.findUnique({ where: { name: NAME } })
const heldUntil = async (seconds: number) => (await row())?.until.getTime() === later(seconds).getTime()

/** Somebody who takes the lease; `pass` lets the seconds go by on his clock, in which his timer runs or does not. */
async function holder() {
  let seconds = 0
  const clock = () => later(seconds)
  const lease = await holdLease({ db, clock, log }, NAME, LENGTH_MS)
  return {
    lease: lease!,
    pass: (more: number) => {
      seconds += more
      vi.advanceTimersByTime(more * 1000)
    },
    freeze: (more: number) => void (seconds += more),
  }
}
const take = (who: string, at: number, end = at + 15) => takeLease(db, NAME, who, later(at), later(end))

describe('a lease', () => {
  it('is had by one at a time, until it runs out or is given back', async () => {
    expect([await take('A', 0), await take('B', 14), await take('B', 15), await take('A', 16)]).toEqual([
      true,
      false,
      true,
      false,
    ])
    await dropLease(db, NAME, 'A')
    expect(await take('A', 16)).toBe(false)
    await dropLease(db, NAME, 'B')
    expect(await take('A', 16)).toBe(true)
  })

  it('goes to one of those who ask at once', async () => {
    const asked = await Promise.all(['A', 'B', 'C', 'D'].map((who) => take(who, 0)))
    expect(asked.filter(Boolean)).toHaveLength(1)
  })

  it('is renewed by its holder alone, even late, as long as nobody else took it', async () => {
    await take('A', 0)
    expect([await renewLease(db, NAME, 'B', later(20)), await renewLease(db, NAME, 'A', later(90))]).toEqual([
      false,
      true,
    ])
    await dropLease(db, NAME, 'A')
    expect(await renewLease(db, NAME, 'A', later(90))).toBe(false)
  })

  it('of a clock that was set back since is free', async () => {
    await take('A', 3600)
    expect(await take('B', 0)).toBe(true)
  })
})

describe('who holds a lease', () => {
  it('keeps it by renewing it every third of its time, and gives it back', async () => {
    const { lease, pass } = await holder()
    for (const seconds of [20, 25, 30, 35]) {
      pass(5)
      await until(() => heldUntil(seconds))
      await lease.keep() // until it has heard so itself
    }
    expect(await take('another', 34)).toBe(false)
    expect(lease.surely()).toBe(true)
    await lease.release()
    expect([await row(), vi.getTimerCount(), lease.lost.aborted]).toEqual([null, 0, false])
  })

  it('stops the second one who asks', async () => {
    await holder()
    expect(await holdLease({ db, clock: () => now, log }, NAME, LENGTH_MS)).toBeUndefined()
  })

  it('learns at the next renewal that it is somebody else’s, and leaves that one alone', async () => {
    const { lease, pass } = await holder()
    await db.lease.updateMany({ data: { holder: 'another', until: later(30) } })
    pass(5)
    await until(() => lease.lost.aborted)
    expect([lease.surely(), vi.getTimerCount()]).toEqual([false, 0])
    await lease.release()
    expect(await row()).toEqual({ name: NAME, holder: 'another', until: later(30) })
  })

  it('has lost it when it could not be renewed in time, and is not sure of it shortly before', async () => {
    const { lease, pass } = await holder()
    const renewal = vi.spyOn(db.lease, 'updateMany').mockRejectedValue(new Error('the disk is full'))
    pass(5)
    await until(() => log.lines.length === 1)
    expect(lease.surely()).toBe(true)
    pass(7)
    await until(() => log.lines.length === 2)
    expect([lease.surely(), lease.lost.aborted]).toEqual([false, false])
    pass(3)
    await until(() => lease.lost.aborted)
    renewal.mockRestore()
    await lease.release()
    expect(await row()).toBeNull()
  })

  it('has lost it when the database does not answer in time', async () => {
    const { lease, pass } = await holder()
    let answer!: (rows: { count: number }) => void
    vi.spyOn(db.lease, 'updateMany').mockReturnValueOnce(new Promise((resolve) => (answer = resolve)) as never)
    for (let times = 0; times < 3; times += 1) pass(5)
    expect(lease.lost.aborted).toBe(true)
    answer({ count: 1 })
    await lease.release()
    expect(lease.surely()).toBe(false)
  })

  it('is not sure of it when he wakes after his time, and goes on with it where nobody took it', async () => {
    const { lease, freeze } = await holder()
    freeze(60)
    expect(lease.surely()).toBe(false)
    await lease.keep()
    expect([lease.surely(), lease.lost.aborted]).toEqual([true, false])
  })

  it('has lost it when he wakes after his time and somebody took it, be it only for a while', async () => {
    const { lease, freeze } = await holder()
    await take('another', 20)
    await dropLease(db, NAME, 'another')
    freeze(60)
    await lease.keep()
    expect([lease.surely(), lease.lost.aborted]).toEqual([false, true])
  })
})
