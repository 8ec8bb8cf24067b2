import { expect, it } from 'vitest'
import { remind } from '#scheduler/remind.ts'
import { createTestApp, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { SMALL_PLAN } from '../support/plans.ts'

/** The numbers of an app, by name and labels. */
async function read(app: TestApp): Promise<(name: string) => number | undefined> {
  const answer = await fetch(`${app.url}/metrics`)
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const numbers = new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
  return (name) => numbers.get(name)
}

it('counts what came in and how it was answered, for each app on its own', async () => {
  const [app, other] = [await createTestApp(), await createTestApp()]
  await app.say(SECRETARY, '/trogiup')
  await app.say(STRANGER, '/viec')
  const [number, elsewhere] = [await read(app), await read(other)]
  expect(number('tdkt_updates_total{bot="telegram"}')).toBe(2)
  expect(number('tdkt_answers_total{bot="telegram",outcome="answered"}')).toBe(1)
  expect(number('tdkt_answers_total{bot="telegram",outcome="refused"}')).toBe(1)
  expect(number('tdkt_answers_total{bot="telegram",outcome="failed"}')).toBe(0)
  expect(number('tdkt_answer_seconds_count')).toBe(2)
  expect(number('process_resident_memory_bytes')).toBeGreaterThan(0)
  expect(elsewhere('tdkt_updates_total{bot="telegram"}')).toBe(0)
  await Promise.all([app.stop(), other.stop()])
})

it('counts faults', async () => {
  const app = await createTestApp()
  app.platform.fetchFile = () => Promise.reject(new Error('broken'))
  await app.linkedCouncil()
  const chat = { externalId: SECRETARY.id, kind: 'private' as const }
  await app.deliver(SECRETARY, chat, { kind: 'file', messageId: 'f', fileId: 'f', name: 'ke-hoach.txt', size: 10 })
  const number = await read(app)
  expect(number('tdkt_answers_total{bot="telegram",outcome="failed"}')).toBe(1)
  await app.stop()
})

it('tells what waits, what is late and how jobs ended', async () => {
  const app = await createTestApp('2025-02-20T07:00:00+07:00')
  await app.linkedCouncil(SMALL_PLAN)
  await app.runJob(remind)
  const chat = await app.db.chat.findFirstOrThrow({ where: { kind: 'group' } })
  const due = (kind: string, state: string, minutes: number, dedupeKey: string) => ({
    ...{ platform: 'telegram', chatId: chat.id, kind, state, priority: 1, payload: {}, dedupeKey },
    ...{ notBefore: new Date(app.now.getTime() - minutes * 60_000), createdAt: app.now },
  })
  // Claimed by nobody, and meant for later: nothing of it is sent meanwhile.
  await app.db.outbox.createMany({
    data: [
      due('reminder', 'uncertain', 60, 'uncertain'),
      due('reminder', 'waiting', -60, 'later'),
      {
        ...due('reminder', 'sending', 20, 'late'),
        claimedBy: 'other',
        claimedUntil: new Date(app.now.getTime() + 9000),
      },
    ],
  })
  await app.db.jobRun.create({ data: { job: 'tidy', startedAt: app.now, finishedAt: app.now, failure: 'Error' } })
  await app.db.jobRun.create({ data: { job: 'cards', startedAt: app.now } })
  await app.db.credential.create({
    data: {
      ...{ platform: 'zalo-oa', bot: 2, refreshedAt: new Date(app.now.getTime() - 5000) },
      expiresAt: new Date(app.now.getTime() + 7000),
    },
  })
  app.now = new Date(app.now.getTime() + 2000)
  const number = await read(app)
  expect(number('tdkt_outbox_messages{bot="telegram",state="waiting"}')).toBe(1)
  expect(number('tdkt_outbox_messages{bot="telegram",state="sending"}')).toBe(1)
  expect(number('tdkt_outbox_messages{bot="telegram",state="uncertain"}')).toBe(1)
  expect(number('tdkt_outbox_oldest_seconds{bot="telegram"}')).toBe(0)
  expect(number('tdkt_reminders_late')).toBe(1)
  expect(number('tdkt_job_last_run_seconds{job="remind"}')).toBe(2)
  expect(number('tdkt_job_failed{job="remind"}')).toBe(0)
  expect(number('tdkt_job_failed{job="tidy"}')).toBe(1)
  expect(number('tdkt_job_failed{job="cards"}')).toBeUndefined()
  expect(number('tdkt_token_age_seconds{bot="zalo-oa:2"}')).toBe(7)
  expect(number('tdkt_token_expires_seconds{bot="zalo-oa:2"}')).toBe(5)
  await app.stop()
})

it('is not ready any more where the database is away', async () => {
  const app = await createTestApp()
  const { url } = app
  expect(await (await fetch(`${url}/readyz`)).text()).toBe('ok')
  app.db.lease.findFirst = (() => Promise.reject(new Error('away'))) as never
  const away = await fetch(`${url}/readyz`)
  expect([away.status, await away.text()]).toEqual([503, 'database'])
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  await app.stop()
})
