import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { lookAtDatabase } from '#prisma/look-at-database.ts'
import { MIGRATIONS } from '#prisma/migration-files.ts'
import { openDatabase } from '#prisma/database.ts'
import { remind } from '#scheduler/remind.ts'
import { runJob } from '#scheduler/run-job.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { temporaryFile } from '../support/database.ts'
import { FakePlatform } from '../support/fake-platform.ts'
import { hasPostgres } from '../support/has-postgres.ts'
import startServer from '../support/postgres-server.ts'
import { killHard } from '../support/process.ts'
import { until } from '../support/until.ts'
import { oldPostgres, oldSqlite, rowCounts, type OldDatabase } from './old-database.ts'

const MIGRATE = fileURLToPath(new URL('../support/migrate-process.ts', import.meta.url))
const GROUP = { externalId: 'group-1', kind: 'group' as const }
const HEAD = { externalId: 'head', name: 'Anh Công' }

describe('a SQLite database of version 0.1.0', () => upgrades(() => Promise.resolve(oldSqlite()), 'sqlite'))

describe.skipIf(!hasPostgres())('a PostgreSQL database of version 0.1.0', () => {
  beforeAll(async () => {
    if (process.env['TEST_POSTGRES']) return undefined
    const stop = await startServer()
    return () => {
      delete process.env['TEST_POSTGRES']
      stop()
    }
  })
  upgrades(() => oldPostgres(process.env['TEST_POSTGRES']!), 'postgres')
})

function upgrades(given: () => Promise<OldDatabase>, engine: keyof typeof MIGRATIONS) {
  it('has rows in every table, and keeps all of them', async () => {
    const old = await given()
    const before = await rowCounts(old)
    expect(Object.values(before)).not.toContain(0)
    const db = await openDatabase(old.url)
    await db.$disconnect()
    expect(await rowCounts(old)).toMatchObject(before)
    expect(await lookAtDatabase(old.url)).toMatchObject({ missing: [], unknown: [], fault: undefined })
    if (engine === 'sqlite') expect(await old.query('PRAGMA foreign_key_check')).toEqual([])
  })

  it('goes on: what waited is sent, a question and an old button are answered', async () => {
    const { url, query } = await given()
    const { platform, hear, shown } = await serve(url)
    await until(() => shown().length === 3)
    expect(shown().toSorted()).toEqual([
      expect.stringContaining('Có thể hỏi và làm ở đây'),
      'Tin còn chờ',
      'Tin đang gửi',
    ])
    const [button] = await query(
      `SELECT "externalId", "promptId" FROM "Outbox" WHERE "promptId" IS NOT NULL AND "dedupeKey" LIKE 'reply:%'
        AND "chatId" IN (SELECT id FROM "Chat" WHERE kind = 'group') ORDER BY id DESC LIMIT 1`,
    )
    platform.seen.length = 0
    const text = '/viec'
    await hear({ kind: 'text', text, messageId: 'new', addressed: 'command' })
    await until(() => shown().some((one) => one.includes('Kế hoạch 07/KH-UBND')))
    platform.seen.length = 0
    await hear({
      ...{ kind: 'choice', messageId: String(button!['externalId']), index: 0 },
      prompt: String(button!['promptId']),
    })
    await until(() => shown().length > 0)
    expect(shown()).toEqual([expect.stringContaining('Quý IV/2024')])
  })

  it('says the next morning once', async () => {
    const { url } = await given()
    const { app, shown, time, platform } = await serve(url)
    await until(() => shown().length === 3)
    platform.seen.length = 0
    time.now = new Date('2025-02-21T08:05:00+07:00')
    const given2 = {
      db: app.db,
      clock: () => time.now,
      log: { error: () => expect.fail('the job failed') },
      say: createSay(loadTranslators()),
    }
    await runJob(given2, remind)
    await runJob(given2, remind)
    app.wake()
    const mornings = () => platform.seen.filter(({ chat }) => chat === 'group-1')
    await until(() => mornings().length > 0)
    await until(async () => (await app.db.outbox.count({ where: { state: { in: ['waiting', 'sending'] } } })) === 0)
    expect(mornings().map(({ text }) => text)).toEqual([expect.stringContaining('25 hàng tháng')])
  })

  it('stays as it was where the upgrade is killed, and is upgraded at the next start', async () => {
    const old = await given()
    const history = 'SELECT migration_name FROM _prisma_migrations ORDER BY 1'
    const [rows, migrations] = [await rowCounts(old), await old.query(history)]
    await killedUpgrade(old.url, engine)
    expect([await rowCounts(old), await old.query(history)]).toEqual([rows, migrations])
    const db = await openDatabase(old.url)
    expect(await db.council.findMany({ select: { name: true } })).toEqual([{ name: 'Hội đồng TĐKT phường Cũ' }])
    await db.$disconnect()
  })
}

/** The bot on a database, an hour after it was left. */
async function serve(url: string) {
  const time = { now: new Date('2025-02-20T09:30:00+07:00') }
  const platform = new FakePlatform('telegram')
  const complaints: unknown[] = []
  const complain = (fields: object, message: string) => void complaints.push({ ...fields, message })
  const begun = performance.now()
  /** Goes on: what may have been sent before is sent again a little later. */
  const clock = () => new Date(time.now.getTime() + performance.now() - begun)
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url, PORT: '0' }),
    log: { info: () => undefined, debug: () => undefined, warn: () => undefined, error: complain } as never,
    realNow: clock,
    rings: false,
    platforms: () => Promise.resolve({ platforms: [platform], clock, onClockMoved: () => undefined }),
  })
  onTestFinished(() => app.stop())
  let count = 0
  const hear = (event: Parameters<FakePlatform['deliver']>[0]['event']) =>
    platform.deliver({ chat: GROUP, sender: HEAD, event, externalId: `after-${++count}` })
  return { app, platform, time, hear, shown: () => platform.seen.map(({ text }) => text) }
}

/** All migrations of this version and one that takes long, by a process that is killed in its middle. */
async function killedUpgrade(url: string, engine: keyof typeof MIGRATIONS) {
  const folder = path.join(path.dirname(temporaryFile('migrations')), 'migrations')
  cpSync(MIGRATIONS[engine], folder, { recursive: true })
  mkdirSync(path.join(folder, '99999999000000_slow'))
  const slow =
    engine === 'sqlite'
      ? `CREATE TABLE "Slow" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000000)
         SELECT i, hex(randomblob(200)) AS filler FROM n`
      : 'CREATE TABLE "Slow" (i INTEGER); SELECT pg_sleep(5)'
  writeFileSync(path.join(folder, '99999999000000_slow', 'migration.sql'), slow)
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), MIGRATE, url, folder])
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'close').then(() => expect.fail('the upgrade was over before it was killed'))
  ended.catch(() => undefined)
  await Promise.race([ended, until(() => isUnderWay(url))])
  await killHard(child)
}

async function isUnderWay(url: string): Promise<boolean> {
  if (!url.startsWith('file:')) return postgresSleeps(url)
  const log = `${url.slice('file:'.length)}-wal`
  return existsSync(log) && statSync(log).size > 4_000_000
}

async function postgresSleeps(url: string): Promise<boolean> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`,
  )
  await client.end()
  return rowCount === 1
}
