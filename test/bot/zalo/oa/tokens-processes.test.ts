import { expect, it, onTestFinished } from 'vitest'
import { createTokens } from '#bot/zalo/oa/tokens.ts'
import { storeTokens } from '#prisma/credentials.ts'
import { openDatabase } from '#prisma/database.ts'
import { databaseUrl, temporaryFile } from '../../../support/database.ts'
import { FakeTime } from '../../../support/fake-time.ts'
import { FakeZaloOAuth } from '../../../support/fake-zalo-oauth.ts'
import { memoryLog } from '../../../support/memory-log.ts'
import { killHard } from '../../../support/process.ts'
import { startTokenProcess } from '../../../support/token-processes.ts'
import { until } from '../../../support/until.ts'

const NOON = '2026-11-20T12:00:00Z'
const HOUR = 3_600_000

/** Tokens in a database that processes share, of which the access token lives for so long yet. */
async function given(leftMs: number) {
  const oauth = new FakeZaloOAuth()
  const root = await oauth.listen()
  onTestFinished(() => oauth.close())
  const { appId, appSecret, accessToken, refreshToken } = oauth
  const url = await databaseUrl(temporaryFile('test.db'))
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  const now = new Date(NOON)
  const refreshedAt = new Date(now.getTime() - 20 * HOUR)
  const expiresAt = new Date(now.getTime() + leftMs)
  await storeTokens(db, { platform: 'zalo-oa', bot: 1 }, { accessToken, refreshToken, refreshedAt, expiresAt })
  const start = () => startTokenProcess(url, { root, appId, appSecret }, now)
  return { oauth, db, root, start }
}

it('refreshes once though two processes ask a hundred times each at the moment the token expires', async () => {
  const { oauth, start } = await given(0)
  const [one, two] = await Promise.all([start(), start()])
  const open = oauth.hold()
  const answers = [one.ask(100), two.ask(100)]
  await until(() => oauth.refreshes > 0)
  open()
  expect(await Promise.all(answers)).toEqual([['access-token-number-2'], ['access-token-number-2']])
  expect(oauth).toMatchObject({ refreshes: 1, reused: 0 })
})

it('refreshes once though both processes are refused their token', async () => {
  const { oauth, start } = await given(HOUR)
  const [one, two] = await Promise.all([start(), start()])
  const refused = oauth.accessToken
  const got = await Promise.all([one.ask(100, refused), two.ask(100, refused)])
  expect(got).toEqual([['access-token-number-2'], ['access-token-number-2']])
  expect(oauth).toMatchObject({ refreshes: 1, reused: 0 })
})

/** A process was killed after the network had exchanged its refresh token. The next one starts, with a clock of its own. */
async function givenKilled() {
  const { oauth, db, root, start } = await given(HOUR)
  const killed = await start()
  oauth.failNext({ kind: 'hang' })
  killed.ask(1, oauth.accessToken).catch(() => undefined)
  await until(() => oauth.refreshes > 0)
  await killHard(killed.child)
  const time = new FakeTime(NOON)
  const log = memoryLog()
  const { appId, appSecret } = oauth
  const tokens = createTokens({ db, clock: time.clock, log, sleep: time.sleep, appId, appSecret, oauthRoot: root })
  onTestFinished(() => tokens.stop())
  const alarms = () => log.lines.filter(({ level }) => level === 'error').map(({ message }) => message)
  return { oauth, time, tokens, alarms }
}

it('raises the alarm at start where a process was killed between refresh and save', async () => {
  const { oauth, time, tokens, alarms } = await givenKilled()
  time.advance(60_000)
  await tokens.start()
  expect(alarms()).toEqual([expect.stringMatching(/a process ended between .*: run `tdkt zalo authorize`/)])
  expect(await tokens.state()).toMatchObject({ state: 'lost', failure: 'interrupted' })
  expect(await tokens.access()).toBe('access-token-number-1')
  time.advance(HOUR)
  await expect(tokens.access()).rejects.toMatchObject({ name: 'TokenFault', lost: true })
  expect(oauth).toMatchObject({ refreshes: 1, reused: 0 })
})

it('says so at once where it restarts right away, and again when it is sure', async () => {
  const { time, tokens, alarms } = await givenKilled()
  await tokens.start()
  expect(alarms()).toEqual([expect.stringContaining('unless it still runs, they are lost')])
  await until(() => time.sleeping > 0)
  time.advance(20_000)
  await until(() => alarms().length > 1)
  expect(alarms().slice(1)).toEqual([expect.stringContaining('a process ended between')])
})
