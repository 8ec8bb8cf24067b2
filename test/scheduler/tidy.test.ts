import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAccountCode } from '#prisma/account-codes.ts'
import { createCalendarToken, revokeCalendarTokens } from '#prisma/calendar-tokens.ts'
import { lastRuns } from '#prisma/health.ts'
import { createInvite } from '#prisma/invites.ts'
import { appendMessage } from '#prisma/playground.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import { tidy } from '#scheduler/tidy.ts'
import { createTestApp, SECRETARY, STRANGER, type TestApp } from '../support/app.ts'
import { begun } from '../support/announcements.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { makeHead } from '../support/rounds.ts'

const START = new Date('2025-02-20T08:00:00+07:00')
const DAY_MS = 86_400_000

let app: TestApp
let councilId: CouncilId
beforeEach(async () => {
  app = await createTestApp(START.toISOString())
  councilId = (await app.linkedCouncil(SMALL_PLAN)).id
})
afterEach(() => app.stop())

const personOf = async (externalId: string) =>
  (await app.db.account.findFirst({ where: { externalId } }))?.personId as PersonId | undefined
const secretary = async () => (await personOf(SECRETARY.id))!
const after = (days: number) => (app.now = new Date(START.getTime() + days * DAY_MS))
const tidied = async (days: number) => {
  after(days)
  return (await app.runJob(tidy))!
}

/** Something that is kept for a while: how it comes about, on which day it is still there and on which it is not, and how the job counts it. */
const TERMS: [what: string, counted: string, kept: number, gone: number, make: () => Promise<unknown>][] = [
  ['a code', 'invites', 66, 68, () => createInvite(app.db, { councilId, role: 'member', unitId: undefined }, app.now)],
  [
    'a code for an account',
    'accountCodes',
    0.03,
    0.05,
    async () => createAccountCode(app.db, await secretary(), app.now),
  ],
  [
    'a calendar address that was revoked',
    'calendars',
    59,
    61,
    async () => {
      const createdBy = await secretary()
      await createCalendarToken(app.db, { councilId, unitId: undefined, createdBy }, app.now)
      await revokeCalendarTokens(app.db, { councilId, createdBy }, app.now)
    },
  ],
  [
    'a "remind me" of a plan that is not in force',
    'snoozes',
    60,
    62,
    async () => {
      const [chat, deadline] = [await app.db.chat.findFirstOrThrow(), await app.db.deadline.findFirstOrThrow()]
      await app.db.snooze.create({ data: { chatId: chat.id, deadlineId: deadline.id, on: '2025-02-21' } })
    },
  ],
  [
    'a phone number in an announcement',
    'phones',
    59,
    61,
    async () => {
      await app.say(SECRETARY, '/donvi thêm Công an phường')
      await app.say(SECRETARY, '/donvi điện thoại Công an phường: 0912 345 678')
      await begun(app, councilId, { audience: { heads: 'all' } })
    },
  ],
  [
    "the playground's talk",
    'transcript',
    59,
    61,
    () => appendMessage(app.db, { chat: 'x', body: { text: 'Xin chào' } }, app.now),
  ],
  [
    'a request that was counted',
    'requests',
    0.9,
    1.1,
    () => app.db.apiRequest.create({ data: { platform: 'zalo-oa', bot: 1, at: app.now, spare: false } }),
  ],
  ['a stranger', 'strangers', 59, 61, () => app.say(STRANGER, '/start')],
]

describe.each(TERMS)('%s', (_, counted, kept, gone, make) => {
  it(`is there after ${kept} days and gone after ${gone}`, async () => {
    const others = (await app.runJob(tidy))![counted]
    expect(others).toBe(0)
    await make()
    const [before, then] = [await tidied(kept), await tidied(gone)]
    // The secretary's own code ran out with it.
    expect([before[counted], then[counted]]).toEqual([0, counted === 'invites' ? 2 : 1])
  })
})

describe('strangers', () => {
  it('go with their account and private chat, and are strangers when they write again', async () => {
    await app.say(STRANGER, '/start')
    await tidied(61)
    expect(await personOf(STRANGER.id)).toBeUndefined()
    expect(await app.db.chat.count({ where: { externalId: STRANGER.id } })).toBe(0)
    expect((await app.say(STRANGER, '/start'))[0]!.text).toContain('Hội đồng')
  })

  it('stay as long as they write', async () => {
    await app.say(STRANGER, '/start')
    after(30)
    await app.say(STRANGER, '/start')
    await tidied(61)
    expect(await personOf(STRANGER.id)).toBeDefined()
    await tidied(91)
    expect(await personOf(STRANGER.id)).toBeUndefined()
  })

  it('are none of those whom the council or its log knows', async () => {
    await app.say(SECRETARY, '/donvi thêm Công an phường')
    await makeHead(app, { id: 'head', name: 'Anh Công' }, 'Công an phường')
    const head = (await personOf('head'))!
    await app.db.membership.deleteMany({ where: { personId: head } })
    await tidied(400)
    expect(await personOf(SECRETARY.id)).toBeDefined()
    expect(await personOf('head')).toBe(head)
  })
})

describe('runs of jobs', () => {
  const begins = (job: string, failure?: string) =>
    app.db.jobRun.create({ data: { job, startedAt: app.now, ...(failure ? { failure } : {}) } })
  const runsOf = (job: string) => app.db.jobRun.count({ where: { job } })

  it('go after a week', async () => {
    for (const day of [0, 1, 2]) {
      after(day)
      await begins('announce')
    }
    expect((await tidied(7))['runs']).toBe(0)
    expect((await tidied(8.5))['runs']).toBe(2)
    expect(await runsOf('announce')).toBe(1)
  })

  it('stay as long as no later one tells how the job last ended', async () => {
    await begins('remind')
    await begins('remind', 'TypeError')
    await tidied(400)
    expect(await lastRuns(app.db)).toMatchObject([
      { job: 'remind', startedAt: START, failure: 'TypeError' },
      { job: 'tidy' },
    ])
    expect(await runsOf('remind')).toBe(1)
  })
})

it('keeps the phone number of the unit itself, and those of an announcement that has not begun', async () => {
  await app.say(SECRETARY, '/donvi thêm Công an phường')
  await app.say(SECRETARY, '/donvi điện thoại Công an phường: 0912 345 678')
  await tidied(400)
  expect((await app.db.unit.findFirstOrThrow({ where: { name: 'Công an phường' } })).phone).toBeTruthy()
})
