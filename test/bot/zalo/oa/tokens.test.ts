import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { TokenFault } from '#bot/zalo/oa/token-fault.ts'
import { createTokens } from '#bot/zalo/oa/tokens.ts'
import { storeTokens } from '#prisma/credentials.ts'
import type { Database } from '#prisma/database.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeTime } from '../../../support/fake-time.ts'
import { FakeZaloOAuth, type OAuthFault } from '../../../support/fake-zalo-oauth.ts'
import { memoryLog } from '../../../support/memory-log.ts'
import { until } from '../../../support/until.ts'

const HOUR = 3_600_000
const LIFE = 25 * HOUR

/** A network with tokens that were stored an hour ago, or with none; everything that is logged is searched for secrets at the end. */
async function given(options: { stored?: boolean } = {}) {
  const oauth = new FakeZaloOAuth()
  const oauthRoot = await oauth.listen()
  const db = await testDatabase()
  const time = new FakeTime('2026-11-20T08:00:00Z')
  if (options.stored !== false) await store(db, oauth, time.clock())
  const log = memoryLog()
  const create = (more: { seed?: string; appSecret?: string; db?: Database } = {}) => {
    const { appId, appSecret } = oauth
    const { clock, sleep } = time
    const tokens = createTokens({ db, clock, log, sleep, appId, appSecret, oauthRoot, ...more })
    onTestFinished(() => tokens.stop())
    return tokens
  }
  onTestFinished(async () => {
    await oauth.close()
    const said = inspect(log.lines, { depth: Infinity })
    expect([...oauth.secrets].filter((secret) => said.includes(secret))).toEqual([])
    expect(oauth.complaints).toEqual([])
  })
  const alarms = () => log.lines.filter(({ level }) => level === 'error').map(({ message }) => message)
  return { oauth, db, time, log, create, alarms }
}

async function store(db: Database, { accessToken, refreshToken }: FakeZaloOAuth, now: Date) {
  const refreshedAt = new Date(now.getTime() - HOUR)
  await storeTokens(
    db,
    { platform: 'zalo-oa', bot: 1 },
    {
      accessToken,
      refreshToken,
      refreshedAt,
      expiresAt: new Date(now.getTime() + LIFE),
    },
  )
}

const faultOf = (promise: Promise<string>) =>
  promise.then(
    () => {
      throw new Error('there was no fault')
    },
    (fault: unknown) => {
      expect(fault).toBeInstanceOf(TokenFault)
      return fault as TokenFault
    },
  )

it('gives the stored token while it is good, and asks nobody', async () => {
  const { oauth, time, create } = await given()
  const tokens = create()
  expect(await tokens.access()).toBe('access-token-number-1')
  time.advance(20 * HOUR)
  expect(await tokens.access()).toBe('access-token-number-1')
  expect(oauth.refreshes).toBe(0)
})

it('has none where nobody authorized it', async () => {
  const { create, log } = await given({ stored: false })
  const tokens = create()
  await tokens.start()
  expect(log.lines).toMatchObject([{ level: 'warn', message: 'there are no tokens yet: run `tdkt zalo authorize`' }])
  expect((await faultOf(tokens.access())).lost).toBe(true)
  expect(await tokens.state()).toEqual({ state: 'none' })
})

it('refreshes once for a hundred who ask at the moment it expires', async () => {
  const { oauth, time, create } = await given()
  const tokens = create()
  time.advance(LIFE)
  const got = await Promise.all(Array.from({ length: 100 }, () => tokens.access()))
  expect(new Set(got)).toEqual(new Set(['access-token-number-2']))
  expect(oauth).toMatchObject({ refreshes: 1, reused: 0 })
  expect(await tokens.state()).toEqual({
    state: 'good',
    refreshedAt: time.clock(),
    expiresAt: new Date(time.clock().getTime() + LIFE),
  })
})

it('refreshes once for a hundred whose token was refused, late ones and early ones', async () => {
  const { oauth, create } = await given()
  const tokens = create()
  const got = await Promise.all(Array.from({ length: 100 }, () => tokens.renew('access-token-number-1')))
  got.push(await tokens.renew('access-token-number-1'), await tokens.access())
  expect(new Set(got)).toEqual(new Set(['access-token-number-2']))
  expect(oauth.refreshes).toBe(1)
})

it('finds another token for who was refused the one that a refresh under way brings', async () => {
  const { oauth, create } = await given()
  const tokens = create()
  const open = oauth.hold()
  const first = tokens.renew('access-token-number-1')
  const second = tokens.renew('access-token-number-2')
  open()
  expect(await first).toBe('access-token-number-2')
  expect(await second).toBe('access-token-number-3')
})

it('refreshes by itself seven hours ahead of the end', async () => {
  const { oauth, time, create } = await given()
  const tokens = create()
  await tokens.start()
  const asleep = () => until(() => time.sleeping > 0)
  const refreshes = []
  for (let hour = 1; hour <= 20; hour += 1) {
    await asleep()
    time.advance(HOUR)
    await asleep()
    refreshes.push(oauth.refreshes)
  }
  expect(refreshes).toEqual([...Array<number>(17).fill(0), 1, 1, 1])
  expect(await tokens.access()).toBe('access-token-number-2')
})

it.each([
  ['a string', '90000', LIFE],
  ['a number', 3600, HOUR],
  ['missing', '', LIFE],
])('reads a life that is %s', async (_, lifeSeconds, ms) => {
  const { oauth, time, create } = await given()
  oauth.lifeSeconds = lifeSeconds
  const tokens = create()
  await tokens.renew('access-token-number-1')
  expect((await tokens.state()).expiresAt).toEqual(new Date(time.clock().getTime() + ms))
})

it('uses the half of a short life before it refreshes by itself', async () => {
  const { oauth, time, create } = await given()
  oauth.lifeSeconds = 3600
  const tokens = create()
  await tokens.renew('access-token-number-1')
  await tokens.start()
  const asleep = () => until(() => time.sleeping > 0)
  const refreshes = []
  for (let third = 1; third <= 2; third += 1) {
    await asleep()
    time.advance(HOUR / 3)
    await asleep()
    refreshes.push(oauth.refreshes)
  }
  expect(refreshes).toEqual([1, 2])
})

const REFUSED = (code: number, status = 200): OAuthFault => ({ kind: 'error', code, status })
const GATEWAY: OAuthFault = { kind: 'html', status: 503 }

it.each<[string, OAuthFault, { failure: string; state: 'good' | 'lost'; lost: boolean; again: 'ok' | 'never' }]>([
  ['used up', REFUSED(-14020), { failure: '-14020', state: 'lost', lost: true, again: 'never' }],
  [
    'used up, with an error status',
    REFUSED(-14020, 400),
    { failure: '-14020', state: 'lost', lost: true, again: 'never' },
  ],
  ['a wrong secret', REFUSED(-14004), { failure: '-14004', state: 'lost', lost: true, again: 'ok' }],
  ['another refusal', REFUSED(-14005, 500), { failure: '-14005', state: 'lost', lost: true, again: 'ok' }],
  ['a busy gateway', GATEWAY, { failure: 'http-503', state: 'good', lost: false, again: 'ok' }],
  ['a lost answer', { kind: 'lost' }, { failure: 'uncertain', state: 'lost', lost: false, again: 'never' }],
  ['an unreadable answer', { kind: 'garbage' }, { failure: 'uncertain', state: 'lost', lost: false, again: 'never' }],
])('tells %s', async (_, fault, expected) => {
  const { oauth, time, create } = await given()
  const tokens = create()
  oauth.failNext(fault)
  expect((await faultOf(tokens.renew('access-token-number-1'))).lost).toBe(expected.lost)
  expect(await tokens.state()).toMatchObject({ state: expected.state, failure: expected.failure })
  time.advance(60_000)
  const again = tokens.renew('access-token-number-1')
  if (expected.again === 'ok') expect(await again).toBe('access-token-number-2')
  else expect((await faultOf(again)).lost).toBe(true)
})

it('keeps using the token that is good when another one is not to be had', async () => {
  const { oauth, time, create } = await given()
  const tokens = create()
  oauth.failNext(GATEWAY)
  time.advance(LIFE - 60_000)
  expect(await tokens.access()).toBe('access-token-number-1')
  expect(oauth.refreshes).toBe(1)
})

it('waits longer after each failure, and raises the alarm at the second', async () => {
  const { oauth, time, create, alarms } = await given()
  const tokens = create()
  oauth.failNext(GATEWAY, GATEWAY, GATEWAY)
  const attempts = async (afterMs: number) => {
    time.advance(afterMs)
    const before = oauth.refreshes
    await tokens.renew('access-token-number-1').catch(() => undefined)
    return oauth.refreshes - before
  }
  expect([await attempts(0), await attempts(4_000), alarms().length]).toEqual([1, 0, 0])
  expect([await attempts(1_000), await attempts(20_000)]).toEqual([1, 0])
  expect(alarms()).toEqual([expect.stringContaining('http-503')])
  expect([await attempts(10_000), await attempts(110_000), await attempts(10_000)]).toEqual([1, 0, 1])
  expect(await tokens.access()).toBe('access-token-number-2')
  expect(await tokens.state()).not.toHaveProperty('failure')
})

it('does not hand in a refresh token again of which the answer was lost, while the access token is good', async () => {
  const { oauth, time, create, alarms } = await given()
  const tokens = create()
  oauth.failNext({ kind: 'lost' })
  time.advance(LIFE - 6 * HOUR)
  await tokens.start()
  await until(() => alarms().length > 0)
  expect(alarms()).toEqual([expect.stringContaining('run `tdkt zalo authorize`')])
  for (let minutes = 0; minutes < 60; minutes += 5) {
    await until(() => time.sleeping > 0)
    time.advance(300_000)
    expect(await tokens.access()).toBe('access-token-number-1')
  }
  await until(() => time.sleeping > 0)
  expect(oauth.refreshes).toBe(1)
})

it('tries a lost refresh token once more when the access token is over, and is healed where it was not used', async () => {
  const { oauth, time, create } = await given()
  const tokens = create()
  oauth.failNext({ kind: 'lost' })
  await faultOf(tokens.renew('access-token-number-1'))
  // As where the request had never been acted on.
  Object.assign(oauth, { refreshToken: 'refresh-token-number-1' })
  time.advance(LIFE)
  expect(await tokens.access()).toBe('access-token-number-3')
  expect(await tokens.state()).toMatchObject({ state: 'good' })
})

it('gives a refresh token up whose second answer is lost, too', async () => {
  const { oauth, time, create, alarms } = await given()
  const tokens = create()
  oauth.failNext({ kind: 'lost' }, GATEWAY, { kind: 'lost' })
  const lost = []
  for (let attempt = 0; attempt < 5; attempt += 1) {
    lost.push((await faultOf(tokens.renew('access-token-number-1'))).lost)
    time.advance(HOUR)
  }
  expect(lost).toEqual([false, false, true, true, true])
  expect(oauth.refreshes).toBe(3)
  expect(alarms().at(-1)).toContain('handed in twice')
})

it('waits for the last attempt of another process instead of giving up', async () => {
  const { oauth, time, create } = await given()
  oauth.failNext({ kind: 'lost' })
  await faultOf(create().renew('access-token-number-1'))
  Object.assign(oauth, { refreshToken: 'refresh-token-number-1' })
  const open = oauth.hold()
  const last = create().renew('access-token-number-1')
  await until(() => oauth.refreshes === 2)
  const waiting = create().renew('access-token-number-1')
  await until(() => time.sleeping > 0)
  open()
  expect(await last).toBe('access-token-number-3')
  time.advance(1_000)
  expect(await waiting).toBe('access-token-number-3')
})

it('uses the refresh token of the settings once', async () => {
  const { oauth, create } = await given({ stored: false })
  const seed = oauth.refreshToken
  expect(await create({ seed }).access()).toBe('access-token-number-2')
  const restarted = create({ seed })
  expect(await restarted.access()).toBe('access-token-number-2')
  expect(await restarted.renew('access-token-number-2')).toBe('access-token-number-3')
  expect(oauth).toMatchObject({ refreshes: 2, reused: 0 })
})

it('is healed by another refresh token in the settings', async () => {
  const { oauth, create, alarms } = await given()
  oauth.failNext({ kind: 'lost' })
  const lost = create()
  await faultOf(lost.renew('access-token-number-1'))
  expect(alarms()).toHaveLength(1)
  oauth.issue()
  const healed = create({ seed: oauth.refreshToken })
  await healed.start()
  expect(await healed.access()).toBe(oauth.accessToken)
  expect(await healed.state()).toMatchObject({ state: 'good' })
  // The process with the older settings goes on with what the other one got.
  expect(await lost.access()).toBe(oauth.accessToken)
})

it('does not take back the settings of a process that started before', async () => {
  const { oauth, create } = await given({ stored: false })
  const old = create({ seed: oauth.refreshToken })
  await old.access()
  oauth.issue()
  await create({ seed: oauth.refreshToken }).access()
  expect(await old.access()).toBe(oauth.accessToken)
  expect(oauth.reused).toBe(0)
})

it('says at every start that the tokens are lost', async () => {
  const { oauth, create, alarms } = await given()
  oauth.failNext(REFUSED(-14020))
  await faultOf(create().renew('access-token-number-1'))
  await create().start()
  expect(alarms()).toHaveLength(2)
})

it('stores the new pair though the database fails for a moment', async () => {
  const { oauth, db, time, create } = await given()
  const flaky = failingUpdates(db, 2)
  const tokens = create({ db: flaky.db })
  const open = oauth.hold()
  const renewed = tokens.renew('access-token-number-1')
  await until(() => oauth.refreshes === 1)
  flaky.begin()
  open()
  for (let failure = 0; failure < 2; failure += 1) {
    await until(() => time.sleeping > 0)
    time.advance(1_000)
  }
  expect(await renewed).toBe('access-token-number-2')
  expect(await create().access()).toBe('access-token-number-2')
})

it('raises the alarm where the new pair cannot be stored at all', async () => {
  const { oauth, db, time, create, alarms } = await given()
  const flaky = failingUpdates(db, Infinity)
  const tokens = create({ db: flaky.db })
  const open = oauth.hold()
  const fault = faultOf(tokens.renew('access-token-number-1'))
  await until(() => oauth.refreshes === 1)
  flaky.begin()
  open()
  for (let failure = 0; failure < 5; failure += 1) {
    await until(() => time.sleeping > 0)
    time.advance(5_000)
  }
  expect((await fault).lost).toBe(true)
  expect(alarms()).toEqual([expect.stringContaining('could not be stored')])
})

it('tells a failing database as no loss', async () => {
  const { db, create, alarms } = await given()
  const flaky = failingUpdates(db, 1)
  flaky.begin()
  const tokens = create({ db: flaky.db })
  expect((await faultOf(tokens.renew('access-token-number-1'))).lost).toBe(false)
  expect(alarms()).toEqual(['the tokens could not be read or stored'])
  expect(await tokens.renew('access-token-number-1')).toBe('access-token-number-2')
})

it('ends only when a refresh under way is stored', async () => {
  const { oauth, db, create } = await given()
  const tokens = create()
  const open = oauth.hold()
  void tokens.renew('access-token-number-1')
  await until(() => oauth.refreshes === 1)
  const stopped = tokens.stop()
  open()
  await stopped
  expect(await db.credential.findFirst()).toMatchObject({ accessToken: 'access-token-number-2', refreshingSince: null })
})

/** The database, of which so many updates of tokens fail once it is told to begin. */
function failingUpdates(db: Database, times: number) {
  let left = 0
  const updateMany: Database['credential']['updateMany'] = (args) => {
    if (left-- > 0) throw new Error('disk full')
    return db.credential.updateMany(args)
  }
  const credential = new Proxy(db.credential, {
    get: (target, name) => (name === 'updateMany' ? updateMany : Reflect.get(target, name)) as unknown,
  })
  const flaky = new Proxy(db, {
    get: (target, name) => (name === 'credential' ? credential : Reflect.get(target, name)) as unknown,
  })
  return { db: flaky, begin: () => void (left = times) }
}
