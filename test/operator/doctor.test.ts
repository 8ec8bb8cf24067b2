import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startWeb } from '#bot/http.ts'
import type { Probed } from '#commands/operator/doctor.ts'
import { runProgram, type Terminal } from '#commands/operator/program.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { ConfigError, readConfig } from '../../config.ts'
import { temporaryFile } from '../support/database.ts'

const now = new Date('2026-11-21T09:00:00+07:00')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const DAY = 24 * 60
const TELEGRAM = { TELEGRAM_BOT_TOKEN: '123456:ABC-def' }
const ZALO_OA = {
  ZALO_OA_APP_ID: '123',
  ZALO_OA_APP_SECRET: 'appsecret123',
  ZALO_OA_SECRET_KEY: 'oasecret1234',
  PUBLIC_URL: 'http://127.0.0.1:59917',
  PORT: '59917',
}
const KNOWN: Probed = { platform: 'telegram', findings: [{ state: 'well', what: 'the bot is @tdkt' }] }

/** An installation with these settings; its database is there where rows are given. */
async function given(settings: Record<string, string>, rows?: (db: Database) => Promise<unknown>) {
  const file = temporaryFile('doctor.db')
  const open = async <T>(work: (db: Database) => Promise<T>) => {
    const db = await openDatabase(`file:${file}`)
    return work(db).finally(() => db.$disconnect())
  }
  if (rows) await open(rows)
  const examine = async (more: Partial<Terminal> = {}, ...options: string[]) => {
    const out: string[] = []
    const terminal: Terminal = {
      print: (line) => out.push(line),
      now: () => now,
      lines: () => expect.fail('nothing is read'),
      defaults: () => expect.fail('nothing is made'),
      withDatabase: open,
      serve: () => expect.fail('nothing is served'),
      settings: () => readConfig({ DATABASE_URL: `file:${file}`, ...settings }),
      probe: () => Promise.resolve([KNOWN]),
      authorizeZalo: () => expect.fail('nothing is authorized'),
      ...more,
    }
    const code = await runProgram(['doctor', ...options], terminal, (line) => expect.fail(line))
    return { code, out: out.join('\n') }
  }
  return { file, examine }
}

const jobRan = (minutes: number, failure?: string) => (db: Database) =>
  db.jobRun.create({ data: { job: 'remind', startedAt: ago(minutes), ...(failure ? { failure } : {}) } })
const nothing = () => Promise.resolve()

describe('an installation that is well', () => {
  it('has a line for each thing, and exit code 0', async () => {
    const { file, examine } = await given(TELEGRAM, jobRan(1))
    const { code, out } = await examine()
    expect(out.replace(/\([\d.]+ MB\)/, '(1 MB)').split('\n')).toEqual([
      'ok     settings: set up for telegram',
      `ok     database: ${file} opens, is sound and can be written (1 MB)`,
      `note   backups: there is none in ${path.dirname(file)}/backups yet  → the bot makes one every night, and at its start`,
      'ok     telegram: the bot is @tdkt',
      'note   web: PUBLIC_URL is not set: no webhooks, no calendar addresses, no files by link  → set it if you need them',
      'ok     clock: it is 09:00 21/11/2026 in Asia/Ho_Chi_Minh',
      'ok     jobs: jobs run, last at 08:59 21/11/2026',
    ])
    expect(code).toBe(0)
  })

  it('is told as JSON, too', async () => {
    const { examine } = await given(TELEGRAM, jobRan(1))
    const { out } = await examine({}, '--json')
    const examined = JSON.parse(out) as object[]
    expect(examined[0]).toEqual({ about: 'settings', state: 'well', what: 'set up for telegram' })
    expect(examined).toContainEqual({ about: 'telegram', state: 'well', what: 'the bot is @tdkt' })
  })
})

describe('what is wrong', () => {
  it('with the settings is told line by line, and nothing else is looked at', async () => {
    const { examine } = await given({})
    const settings = () => {
      throw new ConfigError('PORT must be a number\nPUBLIC_URL must be an http(s) address')
    }
    const { code, out } = await examine({ settings, probe: () => expect.fail('nobody is asked') })
    expect(out.split('\n')).toEqual([
      'FAULT  settings: PORT must be a number  → see .env.example',
      'FAULT  settings: PUBLIC_URL must be an http(s) address  → see .env.example',
    ])
    expect(code).toBe(1)
  })

  it.each<[string, Record<string, string>, ((db: Database) => Promise<unknown>) | undefined, string, number]>([
    ['no network', {}, nothing, 'note   settings: no chat network is set up', 0],
    [
      'Zalo OA that nobody reaches',
      { ...ZALO_OA, PUBLIC_URL: '' },
      nothing,
      'FAULT  settings: Zalo OA hands messages',
      1,
    ],
    [
      'Zalo OA without tokens',
      ZALO_OA,
      nothing,
      'FAULT  zalo-oa: not authorized yet  → npm run --silent tdkt -- zalo',
      1,
    ],
    ['no database yet', TELEGRAM, undefined, 'note   database: there is no database at', 0],
    [
      'a bot that stands still',
      TELEGRAM,
      jobRan(60),
      'note   jobs: the last job ran at 08:00 21/11/2026: the bot is not',
      0,
    ],
    [
      'a job that failed',
      TELEGRAM,
      jobRan(1, 'TypeError'),
      'FAULT  jobs: the job remind failed at 08:59 21/11/2026',
      1,
    ],
    [
      'a clock that was put back',
      TELEGRAM,
      jobRan(-60),
      'FAULT  clock: a job ran at 10:00 21/11/2026, which is still',
      1,
    ],
    [
      'an address without TLS',
      { ...TELEGRAM, PUBLIC_URL: 'http://bot.invalid', PORT: '59917' },
      nothing,
      'FAULT  web: PUBLIC_URL is not https',
      1,
    ],
    [
      'an address that is nowhere',
      { ...TELEGRAM, PUBLIC_URL: 'https://bot.invalid', PORT: '59917' },
      nothing,
      'FAULT  web: PUBLIC_URL cannot be reached',
      1,
    ],
    [
      'a bot that does not run',
      { ...TELEGRAM, PUBLIC_URL: 'http://127.0.0.1:59917', PORT: '59917' },
      nothing,
      'note   web: nobody answers at http://127.0.0.1:59917',
      0,
    ],
  ])('is told of %s', async (_, settings, rows, line, code) => {
    const { examine } = await given(settings, rows)
    const shown = await examine()
    expect(shown.out.split('\n').map((one) => one.slice(0, line.length))).toContain(line)
    expect(shown.code).toBe(code)
  })

  it('with a network is told by the network', async () => {
    const { examine } = await given(TELEGRAM, nothing)
    const finding = { state: 'fault', what: 'the token is wrong', advice: 'copy it again' } as const
    const shown = await examine({ probe: () => Promise.resolve([{ platform: 'telegram', findings: [finding] }]) })
    expect(shown.out).toContain('FAULT  telegram: the token is wrong  → copy it again')
    expect(shown.code).toBe(1)
    const broken = await examine({ probe: () => Promise.reject(new Error('no such module')) })
    expect(broken.out).toContain('FAULT  networks: they cannot be asked: no such module')
  })

  it('with a network that takes nothing is told until it does', async () => {
    const outage = { platform: 'telegram', since: ago(90), reason: '401 Unauthorized', down: true }
    const { examine } = await given(TELEGRAM, (db) => db.outage.create({ data: outage }))
    const { code, out } = await examine()
    expect(out).toContain('FAULT  telegram: takes nothing since 07:30 21/11/2026 (401 Unauthorized)')
    expect(code).toBe(1)
    const over = await given(TELEGRAM, (db) => db.outage.create({ data: { ...outage, endedAt: ago(5) } }))
    expect((await over.examine()).code).toBe(0)
  })
})

describe('the daily backups', () => {
  it.each<[string, Record<string, string>, string]>([
    [
      'the playground alone',
      {},
      'note   backups: the playground alone makes no backups by itself  → make them yourself:',
    ],
    ['none to keep', { ...TELEGRAM, BACKUP_KEEP: '0' }, 'note   backups: no daily backups are made: BACKUP_KEEP is 0'],
    [
      'a folder that is a file',
      { ...TELEGRAM, BACKUP_DIR: 'package.json' },
      'FAULT  backups: package.json cannot be read: ENOTDIR',
    ],
  ])('%s', async (_, settings, line) => {
    const { examine } = await given(settings, nothing)
    expect((await examine()).out).toContain(line)
  })

  it('are well as long as one was made in two days', async () => {
    const { file, examine } = await given(TELEGRAM, nothing)
    const dir = path.join(path.dirname(file), 'backups')
    mkdirSync(dir)
    for (const name of ['tdkt-2026-11-19.db', 'tdkt-2026-11-18.db', 'mine.db']) writeFileSync(path.join(dir, name), 'x')
    const last = path.join(dir, 'tdkt-2026-11-19.db')
    utimesSync(last, ago(2 * DAY), ago(2 * DAY))
    const told = `backups: the last one was made at 09:00 19/11/2026: ${last} (1 bytes)`
    expect(await examine()).toMatchObject({ code: 0, out: expect.stringContaining(`ok     ${told}`) as string })
    utimesSync(last, ago(2 * DAY + 1), ago(2 * DAY + 1))
    const late = await examine()
    expect(late.out).toMatch(/FAULT {2}backups: the last one was made at 08:59 19\/11\/2026: .* → see the log/)
    expect(late.code).toBe(1)
    // Made by a clock that was ahead.
    writeFileSync(path.join(dir, 'tdkt-2027-11-19.db'), 'x')
    expect((await examine()).out).toBe(late.out)
  })
})

describe('the database', () => {
  it('is not made where there is none', async () => {
    const { file, examine } = await given(TELEGRAM)
    await examine()
    expect(existsSync(file)).toBe(false)
  })

  it.each([
    [
      'of an earlier version stays so',
      "DELETE FROM _prisma_migrations WHERE migration_name LIKE '20261121%'",
      /^note {3}database: .* → back it up \(npm run --silent tdkt -- backup FILE; .*\), then start the bot$/m,
    ],
    [
      'of a later version is left to that',
      "UPDATE _prisma_migrations SET migration_name = '2999_more' WHERE migration_name LIKE '20261121030000%'",
      /^FAULT {2}database: .* → run that version, or a newer one$/m,
    ],
  ])('%s, and nobody is asked for tokens in it', async (_, change, line) => {
    const { file, examine } = await given(TELEGRAM, (db) => db.$executeRawUnsafe(change))
    const before = readFileSync(file)
    const { out } = await examine({ probe: () => expect.fail('nobody is asked') })
    expect(out).toMatch(line)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('that is none is a fault', async () => {
    const { file, examine } = await given(TELEGRAM)
    writeFileSync(file, 'not a database, '.repeat(100))
    const { code, out } = await examine()
    expect(out).toContain(`FAULT  database: ${file} cannot be used: file is not a database  → stop the bot and put`)
    expect(out).toContain('the last backup in its place: npm run --silent tdkt -- restore FILE')
    expect(code).toBe(1)
  })
})

describe('the tokens of the Official Account', () => {
  const good = { accessToken: 'a', refreshToken: 'r', refreshedAt: ago(120), expiresAt: ago(-23 * 60) }
  it.each([
    ['work', good, 'ok     zalo-oa: tokens refreshed 07:00 21/11/2026, access until 08:00 22/11/2026'],
    ['rest too long', { ...good, refreshedAt: ago(80 * DAY) }, 'note   zalo-oa: tokens refreshed 09:00 02/9/2026'],
    ['rested too long', { ...good, refreshedAt: ago(91 * DAY) }, 'FAULT  zalo-oa: tokens refreshed 09:00 22/8/2026'],
    ['were lost', { ...good, refreshingSince: ago(30) }, 'FAULT  zalo-oa: the refresh of 08:30 21/11/2026 never ended'],
    [
      'are being refreshed',
      { ...good, refreshingSince: ago(0), lockedUntil: ago(-1) },
      'ok     zalo-oa: tokens refreshed',
    ],
    [
      'are refused',
      { ...good, refreshingSince: ago(30), failure: '-14020', failures: 2 },
      'FAULT  zalo-oa: the last refresh failed (-14020), 2 in a row',
    ],
    [
      'cannot be asked for',
      { ...good, failure: 'ENOTFOUND', failures: 3 },
      'note   zalo-oa: the last refresh failed (ENOTFOUND)',
    ],
    ['are not fetched yet', { refreshToken: 'r' }, 'note   zalo-oa: the refresh token was not used yet'],
  ])('%s', async (_, row, line) => {
    const { examine } = await given(ZALO_OA, (db) => db.credential.create({ data: { platform: 'zalo-oa', ...row } }))
    const { code, out } = await examine()
    expect(out).toContain(line)
    expect(out).toMatch(/^note {3}web: /m)
    expect(code).toBe(line.startsWith('FAULT') ? 1 : 0)
  })
})

describe('several bots', () => {
  it('are each looked at', async () => {
    const second = {
      ZALO_OA_APP_ID_2: '123',
      ZALO_OA_APP_SECRET_2: 'appsecret123',
      ZALO_OA_SECRET_KEY_2: 'oasecret1234',
    }
    const settings = { ...ZALO_OA, ...second, ...TELEGRAM, TELEGRAM_BOT_TOKEN_2: '7:A' }
    const good = { refreshToken: 'r', accessToken: 'a', refreshedAt: ago(60) }
    const { examine } = await given(settings, async (db) => {
      await db.credential.create({ data: { platform: 'zalo-oa', ...good } })
      await db.outage.create({ data: { platform: 'telegram', bot: 2, since: ago(30), reason: 'HTTP 502' } })
      await db.outage.create({ data: { platform: 'telegram', bot: 3, since: ago(30), reason: 'plan' } })
    })
    const { code, out } = await examine()
    expect(out).toContain('settings: set up for telegram, telegram:2, zalo-oa, zalo-oa:2')
    expect(out).toContain('ok     zalo-oa: tokens refreshed')
    expect(out).toContain('FAULT  zalo-oa:2: not authorized yet  → npm run --silent tdkt -- zalo authorize --bot 2')
    expect(out).toContain('note   telegram:2: takes nothing since 08:30')
    expect(out).not.toContain('telegram:3')
    expect(code).toBe(1)
  })
})

describe('the web server', () => {
  it('is known by its own words, here and at the public address', async () => {
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const web = await startWeb({ host: '127.0.0.1', port: 0, platforms: [], log })
    onTestFinished(() => web.stop())
    const { examine } = await given({ ...TELEGRAM, PUBLIC_URL: `${web.url}/`, PORT: new URL(web.url).port }, nothing)
    const { code, out } = await examine()
    expect(out).toContain(`ok     web: the bot answers at ${web.url}`)
    expect(out).toContain('ok     web: the bot answers at PUBLIC_URL')
    expect(code).toBe(0)
  })

  it('is missed where another program answers', async () => {
    const other = createServer((_, response) => response.writeHead(502).end('<html>'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const { port } = other.address() as AddressInfo
    const { examine } = await given({ ...TELEGRAM, PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: `${port}` }, nothing)
    const { code, out } = await examine()
    expect(out).toContain(`FAULT  web: another program answers at http://127.0.0.1:${port}`)
    expect(out).toContain('note   web: PUBLIC_URL answers, but not the bot does (HTTP 502)')
    expect(code).toBe(1)
  })
})
