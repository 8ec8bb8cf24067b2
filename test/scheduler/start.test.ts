import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import type { Database } from '#prisma/database.ts'
import { takeLease } from '#prisma/leases.ts'
import { JOBS } from '#scheduler/index.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startJobs } from '#scheduler/start.ts'
import { testDatabase } from '../support/database.ts'
import { memoryLog } from '../support/memory-log.ts'

const NOW = new Date('2025-03-10T01:00:00Z')

let db: Database
beforeEach(async () => {
  db = await testDatabase()
})

const given = () => ({ db, clock: () => NOW, log: memoryLog(), say: createSay(loadTranslators()) })
const runs = async () => (await db.jobRun.findMany({ select: { job: true } })).map(({ job }) => job).sort()
const all = JOBS.map(({ name }) => name).sort()

it('does at the start what another process holds, as soon as that one is found to be dead', async () => {
  const dead = new Date(NOW.getTime() + 15_000)
  expect(await takeLease(db, 'job:remind', 'a dead process', NOW, dead)).toBe(true)
  const naps: number[] = []
  const sleep = async (ms: number) => {
    naps.push(ms)
    await db.lease.deleteMany({ where: { name: 'job:remind' } })
  }
  let rung = 0
  const jobs = startJobs({ ...given(), sleep, afterRun: () => (rung += 1) })
  onTestFinished(() => jobs.stop())
  while (rung < JOBS.length + 1) await new Promise((resolve) => setImmediate(resolve))
  expect([naps, await runs()]).toEqual([[10_000], all])
})

it('stops when nothing runs any more, and begins nothing then', async () => {
  const jobs = startJobs({ ...given(), sleep: () => Promise.resolve(), afterRun: () => undefined })
  await jobs.stop()
  const before = await runs()
  expect(await db.lease.count()).toBe(0)
  expect(await db.jobRun.count({ where: { finishedAt: null } })).toBe(0)
  expect(await runs()).toEqual(before)
})

it('leaves the councils that a job had not begun when the process stops', async () => {
  const morning = { locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: NOW, remindedThrough: '2025-03-07' }
  for (const name of ['Một', 'Hai', 'Ba']) await db.council.create({ data: { name, ...morning } })
  const behind = () => db.council.count({ where: { remindedThrough: '2025-03-07' } })
  expect(await runJob({ ...given(), signal: AbortSignal.abort() }, remind)).toEqual({
    councils: 0,
    messages: 0,
    failed: 0,
  })
  expect(await behind()).toBe(3)
  expect(await runJob(given(), remind)).toMatchObject({ councils: 3, failed: 0 })
  expect(await behind()).toBe(0)
})
