import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Job } from '#scheduler/job.ts'
import { LEASE_MS, runJob } from '#scheduler/run-job.ts'
import { tidy } from '#scheduler/tidy.ts'
import { journal, finishInbox } from '#prisma/inbox.ts'
import { testDatabase } from '../support/database.ts'

const RENEW_MS = LEASE_MS / 3

const now = new Date('2025-02-20T01:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

async function given() {
  const errors: object[] = []
  const db = await testDatabase()
  const log = { error: (fields: object) => void errors.push(fields) }
  return { db, errors, clock: () => now, log, say: () => Promise.reject(new Error('nothing is said here')) }
}

const job = (run: Job['run']): Job => ({ name: 'sample', cron: '* * * * *', run })

describe('a job', () => {
  it('is recorded with what it counted', async () => {
    const dependencies = await given()
    expect(
      await runJob(
        dependencies,
        job(() => Promise.resolve({ sent: 3 })),
      ),
    ).toEqual({ sent: 3 })
    expect(await dependencies.db.jobRun.findMany()).toMatchObject([
      { job: 'sample', counts: { sent: 3 }, failure: null },
    ])
  })

  it('does not run beside itself', async () => {
    const dependencies = await given()
    let release = () => {}
    const waiting = new Promise<void>((resolve) => (release = resolve))
    const first = runJob(
      dependencies,
      job(() => waiting.then(() => ({ first: 1 }))),
    )
    const second = await runJob(
      dependencies,
      job(() => Promise.resolve({ second: 1 })),
    )
    release()
    expect([await first, second]).toEqual([{ first: 1 }, undefined])
  })

  it('that fails is logged, recorded and runs again', async () => {
    const dependencies = await given()
    await runJob(
      dependencies,
      job(() => Promise.reject(new TypeError('broken'))),
    )
    expect(dependencies.errors).toHaveLength(1)
    expect(await dependencies.db.jobRun.findMany()).toMatchObject([{ failure: 'TypeError' }])
    expect(
      await runJob(
        dependencies,
        job(() => Promise.resolve({ ok: 1 })),
      ),
    ).toEqual({ ok: 1 })
  })

  it('whose process died runs again 15 seconds later', async () => {
    const dependencies = await given()
    const dead = job(() => new Promise(() => {}))
    const next = (seconds: number) =>
      runJob(
        { ...dependencies, clock: () => later(seconds) },
        job(() => Promise.resolve({ ok: 1 })),
      )
    void runJob(dependencies, dead)
    await vi.waitUntil(() => dependencies.db.lease.findFirst())
    expect([await next(14), await next(15)]).toEqual([undefined, { ok: 1 }])
  })
})

describe('a job that takes long', () => {
  afterEach(() => void vi.useRealTimers())

  /** A job under way; `pass` lets time go by until its lease was renewed. */
  async function underWay() {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const dependencies = await given()
    const { db } = dependencies
    let seconds = 0
    const clock = () => later(seconds)
    let end = () => {}
    const waiting = new Promise<void>((resolve) => (end = resolve))
    const first = runJob(
      { ...dependencies, clock },
      job(() => waiting.then(() => ({ first: 1 }))),
    )
    await vi.waitUntil(() => db.jobRun.findFirst())
    const heldUntil = async () => (await db.lease.findFirst())?.until
    return {
      ...{ db, first, end, heldUntil, errors: dependencies.errors },
      second: () =>
        runJob(
          { ...dependencies, clock },
          job(() => Promise.resolve({ second: 1 })),
        ),
      pass: () => {
        seconds += RENEW_MS / 1000
        vi.advanceTimersByTime(RENEW_MS)
      },
    }
  }

  it('keeps its lease for as long as it runs, and gives it back', async () => {
    const { first, second, end, pass, heldUntil } = await underWay()
    for (const seconds of [20, 25, 30, 35]) {
      pass()
      await vi.waitUntil(async () => (await heldUntil())?.getTime() === later(seconds).getTime())
    }
    expect(await second()).toBeUndefined()
    end()
    expect(await first).toEqual({ first: 1 })
    expect(await heldUntil()).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('goes on where its lease passed to another, and leaves that one alone', async () => {
    const { db, first, end, pass } = await underWay()
    await db.lease.updateMany({ data: { holder: 'another', until: later(30) } })
    pass()
    end()
    expect(await first).toEqual({ first: 1 })
    expect(await db.lease.findMany()).toEqual([{ name: 'job:sample', holder: 'another', until: later(30) }])
  })

  it('goes on where its lease cannot be renewed, which is logged', async () => {
    const { db, first, end, pass, errors } = await underWay()
    vi.spyOn(db.lease, 'updateMany').mockRejectedValueOnce(new Error('the disk is full'))
    pass()
    end()
    expect(await first).toEqual({ first: 1 })
    expect(errors).toHaveLength(1)
  })
})

describe('tidying', () => {
  it('removes what is finished and old, and nothing else', async () => {
    const { db, say, log } = await given()
    const inbound = (externalId: string) => ({
      platform: 'telegram' as const,
      externalId,
      chat: { externalId: '1', kind: 'private' as const },
      event: { kind: 'added' as const },
    })
    const finished = async (externalId: string, at: Date) => {
      const row = await journal(db, inbound(externalId), at, { by: 'process', now: at, until: at })
      await finishInbox(db, { id: row!.id, by: 'process' }, at)
    }
    await finished('old', days(-61))
    await journal(db, inbound('old and open'), days(-61))
    await finished('recent', days(-59))
    expect(await tidy.run({ db, now, say, log })).toMatchObject({ inbox: 1 })
    expect((await db.inbox.findMany()).map(({ externalId }) => externalId)).toEqual(['old and open', 'recent'])
  })
})
