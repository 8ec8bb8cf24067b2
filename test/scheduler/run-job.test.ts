import { describe, expect, it } from 'vitest'
import type { Job } from '#scheduler/job.ts'
import { runJob } from '#scheduler/run-job.ts'
import { tidy } from '#scheduler/tidy.ts'
import { journal, finishInbox } from '#prisma/inbox.ts'
import { testDatabase } from '../support/database.ts'

const now = new Date('2025-02-20T01:00:00Z')
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

  it('whose process died runs again when its lock is over', async () => {
    const dependencies = await given()
    await dependencies.db.jobLock.create({ data: { job: 'sample', lockedUntil: days(-1) } })
    expect(
      await runJob(
        dependencies,
        job(() => Promise.resolve({ ok: 1 })),
      ),
    ).toEqual({ ok: 1 })
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
    const old = await journal(db, inbound('old'), days(-61))
    await finishInbox(db, old!, days(-61))
    await journal(db, inbound('old and open'), days(-61))
    const recent = await journal(db, inbound('recent'), days(-59))
    await finishInbox(db, recent!, days(-59))
    expect(await tidy.run({ db, now, say, log })).toMatchObject({ inbox: 1 })
    expect((await db.inbox.findMany()).map(({ externalId }) => externalId)).toEqual(['old and open', 'recent'])
  })
})
