import { inspect } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { startWeb } from '#bot/http.ts'
import { authorizeRoutes } from '#bot/zalo/oa/authorize-route.ts'
import { authorizeInTerminal, finishInTerminal } from '#bot/zalo/oa/authorize-terminal.ts'
import { beginAuthorization, finishAuthorization, type AuthorizeOptions } from '#bot/zalo/oa/authorize.ts'
import { createTokens } from '#bot/zalo/oa/tokens.ts'
import { readCredential } from '#prisma/credentials.ts'
import { knownBots, rememberBot } from '#prisma/known-bots.ts'
import { testDatabase } from '../../../support/database.ts'
import { FakeTime } from '../../../support/fake-time.ts'
import { FakeZaloOAuth } from '../../../support/fake-zalo-oauth.ts'
import { freePort } from '../../../support/local-server.ts'
import { memoryLog } from '../../../support/memory-log.ts'
import { until } from '../../../support/until.ts'

const PUBLIC_URL = 'https://bot.test'
const REDIRECT = `${PUBLIC_URL}/zalo/oa/callback`

async function given(more: Partial<AuthorizeOptions> = {}) {
  const oauth = new FakeZaloOAuth()
  const oauthRoot = await oauth.listen()
  const db = await testDatabase()
  const time = new FakeTime('2026-11-20T08:00:00Z')
  const log = memoryLog()
  const printed: string[] = []
  const { appId, appSecret } = oauth
  const { clock, sleep } = time
  const options = { db, clock, log, appId, appSecret, oauthRoot, ...more }
  const terminal = {
    ...options,
    sleep,
    print: (line: string) => void printed.push(line),
    publicUrl: PUBLIC_URL,
    path: '/zalo/oa',
  }
  const tokens = createTokens({ ...options, sleep })
  onTestFinished(async () => {
    await oauth.close()
    const said = inspect(log.lines, { depth: Infinity }) + printed.join('\n')
    expect([...oauth.secrets].filter((secret) => said.includes(secret))).toEqual([])
    expect(oauth.complaints).toEqual([])
  })
  const begin = () => beginAuthorization(options, REDIRECT)
  return { oauth, db, time, log, printed, options, terminal, tokens, begin }
}

/** What the network's callback brings. */
function read(address: URL) {
  const { code, state, oa_id: oaId } = Object.fromEntries(address.searchParams)
  return { code, state, oaId }
}

it('gives the tokens to the bot when an administrator agrees', async () => {
  const { oauth, options, tokens, begin } = await given()
  const callback = read(oauth.agree(await begin()))
  expect(await finishAuthorization(options, callback)).toEqual({ state: 'done', oaId: '4100' })
  expect(await tokens.access()).toBe(oauth.accessToken)
})

it('makes links that cannot be guessed, to the address that is registered', async () => {
  const { begin } = await given()
  const [one, two] = [new URL(await begin()).searchParams, new URL(await begin()).searchParams]
  expect(one.get('redirect_uri')).toBe(REDIRECT)
  for (const name of ['state', 'code_challenge']) expect(one.get(name)).not.toBe(two.get(name))
  expect(one.get('code_challenge')).toMatch(/^[\w-]{43}$/)
})

it('heals lost tokens, also for a process that runs', async () => {
  const { oauth, options, tokens, begin, db } = await given()
  await finishAuthorization(options, read(oauth.agree(await begin())))
  oauth.failNext({ kind: 'error', code: -14020, status: 200 })
  await expect(tokens.renew(oauth.accessToken)).rejects.toMatchObject({ lost: true })
  await finishAuthorization(options, read(oauth.agree(await begin())))
  expect(await tokens.access()).toBe(oauth.accessToken)
  expect(await tokens.state()).toMatchObject({ state: 'good' })
  expect(await db.credential.findFirst()).toMatchObject({ failure: null, failures: 0, pending: null })
})

it('makes the refresh token of the settings worthless', async () => {
  const seed = 'refresh-token-of-the-settings'
  const { oauth, options, begin, terminal } = await given({ seed })
  await finishAuthorization(options, read(oauth.agree(await begin())))
  expect(await createTokens({ ...terminal, seed }).access()).toBe(oauth.accessToken)
  expect(oauth.refreshes).toBe(0)
})

it.each<[string, (callback: ReturnType<typeof read>) => object, string]>([
  ['another state', () => ({ state: 'guessed' }), 'wrong-state'],
  ['no state', () => ({ state: undefined }), 'wrong-state'],
  ['no code', () => ({ code: undefined }), 'no-code'],
])('does not let a callback with %s use the link up', async (_, change, state) => {
  const { oauth, options, begin } = await given()
  const callback = read(oauth.agree(await begin()))
  expect(await finishAuthorization(options, { ...callback, ...change(callback) })).toEqual({ state })
  expect(await finishAuthorization(options, callback)).toMatchObject({ state: 'done' })
})

it('takes a callback once', async () => {
  const { oauth, options, begin } = await given()
  const callback = read(oauth.agree(await begin()))
  const ends = await Promise.all(Array.from({ length: 5 }, () => finishAuthorization(options, callback)))
  expect(ends.map(({ state }) => state).sort()).toEqual(['done', ...Array<string>(4).fill('not-begun')])
})

it('takes no callback after ten minutes', async () => {
  const { oauth, options, begin, time } = await given()
  const callback = read(oauth.agree(await begin()))
  time.advance(600_001)
  expect(await finishAuthorization(options, callback)).toEqual({ state: 'expired' })
})

it.each([
  ['a wrong secret', { kind: 'error' as const, code: -14004, status: 200 }, '-14004'],
  ['a busy gateway', { kind: 'html' as const, status: 502 }, 'http-502'],
  ['a cut answer', { kind: 'lost' as const }, 'ECONNRESET'],
])('tells that no tokens came: %s', async (_, fault, reason) => {
  const { oauth, options, begin, tokens } = await given()
  oauth.failNext(fault)
  const ended = await finishAuthorization(options, read(oauth.agree(await begin())))
  expect(ended).toEqual({ state: 'not-exchanged', reason })
  expect(await tokens.state()).toEqual({ state: 'none' })
})

it('shows the administrator a page with nothing of the address in it', async () => {
  const { oauth, options, begin } = await given()
  const routes = authorizeRoutes([options])
  const callback = oauth.agree(await begin())
  const asked = `/callback${callback.search}&extra=<script>`
  const page = await routes.request(asked)
  const html = await page.text()
  expect([page.status, page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual([
    200,
    'no-store',
    'no-referrer',
  ])
  expect(html).toContain('Đã cấp quyền cho bot. Có thể đóng trang này.')
  expect([...callback.searchParams.values(), '<script>'].filter((value) => html.includes(value))).toEqual([])
  const again = await routes.request(asked)
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('Liên kết này đã được dùng')
})

/** What the terminal prints as the consent link. */
const linkIn = (printed: string[]) => until(() => printed.find((line) => line.includes('/v4/oa/permission')))

it('serves the callback from the terminal where no bot listens', async () => {
  const { oauth, time, terminal, printed } = await given()
  const port = await freePort()
  const done = authorizeInTerminal({ ...terminal, host: '127.0.0.1', port })
  const callback = oauth.agree(await linkIn(printed))
  await fetch(`http://127.0.0.1:${port}/zalo/oa/callback?code=x&state=forged`)
  await fetch(`http://127.0.0.1:${port}/zalo/oa/callback${callback.search}`)
  await ticking(time, done)
  expect(await done).toBe(true)
  expect(printed.at(-1)).toBe('The Official Account is authorized; the bot has its tokens.')
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
})

it('leaves the callback to the bot that runs', async () => {
  const { oauth, time, options, terminal, printed } = await given()
  const platform = { name: 'zalo-oa' as const, path: '/zalo/oa', routes: authorizeRoutes([options]) }
  const bot = await startWeb({ host: '127.0.0.1', port: 0, platforms: [platform], log: options.log })
  onTestFinished(() => bot.stop())
  const done = authorizeInTerminal({ ...terminal, host: '127.0.0.1', port: Number(new URL(bot.url).port) })
  const callback = oauth.agree(await linkIn(printed))
  await fetch(`${bot.url}/zalo/oa/callback${callback.search}`)
  await ticking(time, done)
  expect(await done).toBe(true)
})

it('says that nothing came of a link that was used elsewhere, and that a link is too old', async () => {
  const { oauth, time, options, terminal, printed } = await given()
  const used = authorizeInTerminal({ ...terminal, host: '127.0.0.1', port: 0 })
  oauth.failNext({ kind: 'error', code: -14003, status: 200 })
  await finishAuthorization(options, read(oauth.agree(await linkIn(printed))))
  await ticking(time, used)
  expect(await used).toBe(false)
  expect(printed.at(-1)).toContain('no tokens came of it')
  const old = authorizeInTerminal({ ...terminal, host: '127.0.0.1', port: 0 })
  await ticking(time, old)
  expect(await old).toBe(false)
  expect(printed.at(-1)).toContain('older than 10 minutes')
})

it('takes the address that the browser was led to', async () => {
  const { oauth, terminal, printed, tokens, begin } = await given()
  const address = oauth.agree(await begin()).href
  expect(await finishInTerminal(terminal, 'code=1')).toBe(false)
  expect(await finishInTerminal(terminal, address)).toBe(true)
  expect(printed).toEqual([
    'That is no address: copy all of it, from https:// on, and put it into quotes.',
    'The Official Account is authorized; the bot has its tokens.',
  ])
  expect(await tokens.access()).toBe(oauth.accessToken)
})

/** Lets time go by until it is done. */
async function ticking(time: FakeTime, done: Promise<unknown>) {
  let over = false
  void done.finally(() => (over = true))
  await until(() => {
    if (time.sleeping > 0) time.advance(5_000)
    return over
  })
}

it('ends for the account whose link it was, at the one address of their app', async () => {
  const { oauth, db, options } = await given()
  const second = { ...options, bot: 2 }
  const routes = authorizeRoutes([options, second])
  const callback = oauth.agree(await beginAuthorization(second, REDIRECT))
  expect((await routes.request(`/callback${callback.search}`)).status).toBe(200)
  const [one, two] = [1, 2].map((bot) => readCredential(db, { platform: 'zalo-oa', bot }))
  expect(await one).toBeUndefined()
  expect(await two).toMatchObject({ accessToken: oauth.accessToken })
  expect(await knownBots(db)).toEqual([{ platform: 'zalo-oa', bot: 2, account: '4100' }])
})

it('takes no account that is known here by another number', async () => {
  const { oauth, db, options, tokens, printed, terminal } = await given()
  await rememberBot(db, { platform: 'zalo-oa', bot: 2 }, { account: '4100' })
  const callback = oauth.agree(await beginAuthorization(options, REDIRECT))
  expect(await finishInTerminal(terminal, callback.href)).toBe(false)
  expect(printed.at(-1)).toContain('This Official Account is number 2 here already')
  expect(await tokens.state()).toEqual({ state: 'none' })
})

it('warns where the number was another account before', async () => {
  const { oauth, db, log, options, terminal } = await given()
  await rememberBot(db, { platform: 'zalo-oa', bot: 1 }, { account: '4200' })
  const callback = oauth.agree(await beginAuthorization(options, REDIRECT))
  expect(await finishInTerminal(terminal, callback.href)).toBe(true)
  expect(log.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', message: 'The tokens are of another Official Account than before' }),
  )
})

it('names the number of another account in what is to be run', async () => {
  const { terminal, printed } = await given()
  expect(await finishInTerminal({ ...terminal, bot: 2 }, 'https://x.test/?code=c&state=s')).toBe(false)
  expect(printed.at(-1)).toContain('Run `tdkt zalo authorize --bot 2` again.')
})
