import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { describe, expect, it, onTestFinished } from 'vitest'
import { councilCreate } from '#commands/operator/council-create.ts'
import type { Inbound } from '#domain/messages.ts'
import { CopyRefused } from '#prisma/copy-checks.ts'
import { openDatabase } from '#prisma/database.ts'
import { journal } from '#prisma/inbox.ts'
import { startApp } from '../../app.ts'
import { ConfigError, readConfig } from '../../config.ts'
import type { Role } from '../../roles.ts'
import { SECRETARY } from '../support/app.ts'
import { copied } from '../support/copied.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakePlatform } from '../support/fake-platform.ts'
import { SMALL_PLAN } from '../support/plans.ts'
import { until } from '../support/until.ts'

const PUBLIC_URL = 'https://bot.example'

/** Processes of one installation, on one database, at a time that the test sets. */
async function given() {
  const url = await databaseUrl(temporaryFile('test.db'))
  const time = { now: new Date('2025-02-20T08:00:00+07:00') }
  const logged: string[] = []
  const keep = (_: object, message: string) => void logged.push(message)
  const running = () => time.now
  const start = async (role: Role, platforms: FakePlatform[], settings: Record<string, string> = {}, now = running) => {
    const app = await startApp({
      config: readConfig({ DATABASE_URL: url, PORT: '0', PUBLIC_URL, ...settings }),
      log: { info: () => undefined, debug: () => undefined, warn: keep, error: keep } as never,
      role,
      realNow: now,
      rings: false,
      platforms: () => Promise.resolve({ platforms, clock: now, onClockMoved: () => undefined }),
    })
    let stopped: Promise<void> | undefined
    const stop = () => (stopped ??= app.stop())
    onTestFinished(stop)
    return { ...app, stop }
  }
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  const council = () => councilCreate(db, { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh' }, time.now)
  return { start, url, db, time, logged, council }
}

const network = (intake: FakePlatform['intake'], name: FakePlatform['name'] = 'telegram') =>
  Object.assign(new FakePlatform(name), { intake })

const chat = { externalId: SECRETARY.id, kind: 'private' as const }
const sender = { externalId: SECRETARY.id, name: SECRETARY.name }
const words = (text: string, externalId: string) => ({
  ...{ chat, sender, externalId },
  event: { kind: 'text' as const, text, messageId: externalId, addressed: 'private' as const },
})
const planFile: Omit<Inbound, 'platform'> = {
  ...{ chat, sender, externalId: 'plan' },
  event: { kind: 'file', messageId: 'plan', fileId: 'plan', name: 'ke-hoach.txt', size: 1000 },
}
const firstLines = ({ seen }: FakePlatform) => seen.map(({ text }) => text.split('\n')[0])

describe('a process', () => {
  it.each<[Role, string[], number]>([
    ['all', ['webhook', 'fetch'], 200],
    ['web', ['webhook'], 200],
    ['work', ['fetch'], 404],
  ])('with the role %s takes in by %j, and says that it is there', async (role, intakes, page) => {
    const { start } = await given()
    const routes = new Hono().get('/', (c) => c.text('page'))
    const platforms = [Object.assign(network('webhook'), { routes }), network('fetch', 'zalo-bot')]
    const app = await start(role, platforms)
    expect(platforms.filter(({ started }) => started).map(({ intake }) => intake)).toEqual(intakes)
    expect((await fetch(`${app.url}/readyz`)).status).toBe(200)
    expect((await fetch(`${app.url}/telegram`)).status).toBe(page)
  })

  it.each<[Role, FakePlatform[], Record<string, string>, string]>([
    ['web', [], {}, 'serve --only web needs the token of a platform, such as TELEGRAM_BOT_TOKEN'],
    ['work', [], {}, 'serve --only work needs the token of a platform, such as TELEGRAM_BOT_TOKEN'],
    ['web', [network('fetch')], { PUBLIC_URL: '' }, 'serve --only web has nothing to serve without PUBLIC_URL'],
  ])('with the role %s that has nothing to do says so', async (role, platforms, settings, told) => {
    const { start } = await given()
    const begun = start(role, platforms, settings)
    await expect(begun).rejects.toThrow(ConfigError)
    await expect(begun).rejects.toThrow(told)
  })

  it('whose port is in use begins nothing', async () => {
    const { start, db, time } = await given()
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    await journal(db, { platform: 'telegram', ...words('/trogiup', '1') }, time.now)
    const platform = network('webhook')
    const begun = start('all', [platform], { PORT: String((other.address() as AddressInfo).port) })
    await expect(begun).rejects.toThrow('is in use')
    expect(platform.started).toBe(false)
    expect(await db.inbox.findMany()).toMatchObject([{ claimedBy: null, doneAt: null }])
  })
})

describe('a copy of the database', () => {
  it.each<Role>(['all', 'web', 'work'])('is refused while a process with the role %s runs', async (role) => {
    const { start, url, time } = await given()
    const copying = () => copied(url, `file:${temporaryFile('copy.db')}`, time.now)
    const app = await start(role, [network('webhook')])
    await until(() => copying().then(() => false, isInUse))
    await app.stop()
    await copying()
  })

  it('is not in the way of one that could not start, and forgets one that died', async () => {
    const { start, url, db, time } = await given()
    const dead = { name: 'serve:dead', holder: 'dead', until: new Date(time.now.getTime() - 61_000) }
    await db.lease.create({ data: dead })
    await expect(start('web', [])).rejects.toThrow(ConfigError)
    expect(await db.lease.findMany()).toEqual([])
    await copied(url, `file:${temporaryFile('copy.db')}`, time.now)
  })
})

const isInUse = (error: unknown) => error instanceof CopyRefused && error.message.includes('the source is in use')

describe('the web process and the one that works', () => {
  it('answer together: what comes in at the one is sent by the other', async () => {
    const { start, council } = await given()
    const [atWeb, atWork] = [network('webhook'), network('webhook')]
    await start('web', [atWeb])
    await start('work', [atWork])
    const { code } = await council()
    await atWeb.deliver(words(`/start ${code}`, '1'))
    await atWeb.deliver(words('/trogiup', '2'))
    await until(() => atWork.seen.length === 2)
    expect(firstLines(atWork)[0]).toContain('Đã ghi nhận Chị Thư là thư ký')
    expect(atWeb.seen).toEqual([])
  })
})

describe('two processes with all roles', () => {
  /** A secretary, whose plan file a process is fetching when its clock stops. */
  async function stuck() {
    const world = await given()
    const [first, second] = [network('webhook'), network('webhook')]
    const frozen = world.time.now
    const a = await world.start('all', [first], {}, () => frozen)
    const { code } = await world.council()
    await first.deliver(words(`/start ${code}`, '1'))
    await a.idle()
    let arrive: () => void = () => undefined
    const bytes = new TextEncoder().encode(SMALL_PLAN)
    const fetching = new Promise<void>((fetched) => {
      first.fetchFile = () => {
        fetched()
        return new Promise((resolve) => (arrive = () => resolve(bytes)))
      }
    })
    second.files.set('plan', bytes)
    await first.deliver(planFile)
    await fetching
    const b = await world.start('all', [second])
    const plans = () => world.db.plan.count()
    const left = () => world.db.inbox.count({ where: { doneAt: null } })
    return { ...world, a, b, first, second, arrive: () => arrive(), plans, left }
  }

  it('answer a chat one after the other', async () => {
    const { b, second, arrive, plans, left, db } = await stuck()
    await second.deliver(words('/trogiup', '3'))
    await b.idle()
    expect(await left()).toBe(2)
    arrive()
    await until(async () => (await left()) === 0)
    expect(await plans()).toBe(1)
    const replies = await db.outbox.findMany({ where: { kind: 'reply' }, orderBy: { id: 'asc' } })
    expect(replies.map(({ dedupeKey }) => dedupeKey)).toEqual(['reply:1:0', 'reply:2:0', 'reply:3:0'])
  })

  it('take over from one that froze, whose late answer changes and says nothing', async () => {
    const { a, b, time, arrive, plans, left, db, logged } = await stuck()
    time.now = new Date(time.now.getTime() + 15_000)
    await until(async () => (await left()) === 0)
    await b.idle()
    const said = await db.outbox.count()
    arrive()
    await a.idle()
    expect([await plans(), await db.outbox.count()]).toEqual([1, said])
    expect(logged).toContain('an update was taken over by another process')
  })

  it('hand over what waits when one stops', async () => {
    const { a, second, arrive, left, plans } = await stuck()
    await second.deliver(words('/trogiup', '3'))
    const stopped = a.stop()
    arrive()
    await stopped
    await until(async () => (await left()) === 0)
    expect(await plans()).toBe(1)
  })
})
