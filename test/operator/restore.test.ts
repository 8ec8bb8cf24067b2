import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '#prisma/database.ts'
import type { Restored } from '#prisma/restore.ts'
import { ask, ENGINE, run, startWriter } from '../support/backups.ts'
import { contentsOf, emptyDatabase, opened, runStatement } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'
import { killHard, startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const KEPT = '.before-restore-20261121T090000Z'
const aCouncil = { name: 'Trước', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }
const aChat = { id: 'chat', platform: 'telegram', externalId: '1', kind: 'private', createdAt: new Date(0) }
const row = { platform: 'telegram', chatId: 'chat', kind: 'reply', priority: 0, payload: {}, notBefore: new Date(0) }
const seconds = (count: number) => new Date(NOW.getTime() + count * 1000)

/** A backup of a database with a council, made after `more` was done to it. */
async function aBackup(more: (db: Database) => Promise<unknown> = () => Promise.resolve()): Promise<string> {
  const url = await emptyDatabase(ENGINE)
  const db = await opened(url)
  await db.council.create({ data: aCouncil })
  await more(db)
  await db.close()
  const file = temporaryFile('backup.db')
  expect(await run(url, ['backup', file])).toMatchObject({ code: 0 })
  return file
}

/** A SQLite database with a council of later, and its file. */
async function aLaterOne() {
  const url = await emptyDatabase('SQLite')
  const db = await opened(url)
  await db.council.create({ data: { ...aCouncil, name: 'Sau' } })
  const file = url.replace('file:', '')
  return { url, db, file, beside: () => readdirSync(path.dirname(file)).sort() }
}

const restored = async (url: string, file: string): Promise<Restored> => {
  const shown = await run(url, ['restore', file, '--json'], NOW)
  expect(shown).toMatchObject({ code: 0, err: '' })
  return JSON.parse(shown.out) as Restored
}

const names = (file: string) => ask(file, 'SELECT name FROM Council').flat()

describe.skipIf(ENGINE === 'PostgreSQL')('into a SQLite file', () => {
  it('takes its place, keeps what was there beside it, and says what to do next', async () => {
    const backup = await aBackup()
    const before = readFileSync(backup)
    const { url, db, file, beside } = await aLaterOne()
    await db.close()
    chmodSync(file, 0o640)
    const { code, out, err } = await run(url, ['restore', backup], NOW)
    expect([code, err]).toEqual([0, ''])
    expect(out).toContain(`What was there is kept as ${file}${KEPT}.`)
    expect(out).toContain('Now start the bot.')
    expect([names(file), names(`${file}${KEPT}`)]).toEqual([['Trước'], ['Sau']])
    expect(beside()).toEqual([path.basename(file), `${path.basename(file)}${KEPT}`])
    expect((statSync(file).mode & 0o777).toString(8)).toBe('640')
    expect(readFileSync(backup).equals(before)).toBe(true)
    expect(await contentsOf(url)).toEqual(await contentsOf(`file:${backup}`))
  })

  it('makes the database where there is none, with its folder', async () => {
    const file = path.join(temporaryFile('data'), 'council.db')
    expect(await restored(`file:${file}`, await aBackup())).toMatchObject({ kept: null, uncertain: 0, rows: 1 })
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
    expect(names(file)).toEqual(['Trước'])
  })

  it('folds in what a killed process left in the write-ahead log, and applies nothing of it to what is put back', async () => {
    const { url, db, file, beside } = await aLaterOne()
    await db.close()
    const writer = await startWriter(url)
    await until(() => writer.written() > 60, 60)
    await writer.kill()
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    const { kept } = await restored(url, await aBackup())
    expect(names(kept!).length).toBeGreaterThan(60)
    expect(beside()).toEqual([path.basename(file), path.basename(kept!)])
    expect(names(file)).toEqual(['Trước'])
    expect(await contentsOf(url)).toMatchObject({ Audit: [] })
  })

  it('takes the place of a damaged one, and of one that was lost but for its log', async () => {
    const { url, db, file, beside } = await aLaterOne()
    await db.close()
    writeFileSync(file, 'không còn là cơ sở dữ liệu '.repeat(400))
    for (const ending of ['-wal', '-shm', '-journal']) writeFileSync(`${file}${ending}`, ending)
    const { kept } = await restored(url, await aBackup())
    expect(names(file)).toEqual(['Trước'])
    expect(readFileSync(kept!, 'utf8')).toContain('không còn là cơ sở dữ liệu')
    expect(beside().filter((name) => !name.startsWith(path.basename(kept!)))).toEqual([path.basename(file)])
    for (const name of beside()) if (name !== path.basename(file)) rmSync(path.join(path.dirname(file), name))
    rmSync(file)
    writeFileSync(`${file}-wal`, 'left')
    await restored(url, await aBackup())
    expect(names(file)).toEqual(['Trước'])
    expect(beside()).toEqual([path.basename(file), `${path.basename(file)}${KEPT}-wal`])
  })

  it.each([
    ['a lease', { lease: { name: 'serve:one', holder: 'a', until: seconds(10) } }],
    [
      'a message on its way',
      { outbox: { ...row, dedupeKey: 'm', state: 'sending', createdAt: NOW, claimedUntil: seconds(4) } },
    ],
  ])('is refused while %s lasts', async (_, rows) => {
    const { url, db, file } = await aLaterOne()
    await db.chat.create({ data: aChat })
    for (const [table, data] of Object.entries(rows)) await db[table as 'lease'].create({ data: data as never })
    await db.close()
    const backup = await aBackup()
    expect(await run(url, ['restore', backup], NOW)).toEqual({
      code: 2,
      out: '',
      err: 'error: the database is in use: stop the bot, or wait a minute where it was killed',
    })
    expect(names(file)).toEqual(['Sau'])
    expect(await run(url, ['restore', backup], seconds(60))).toMatchObject({ code: 0 })
  })

  it('is refused while any process has it open and writes, which loses nothing', { timeout: 120_000 }, async () => {
    const { url, db, file, beside } = await aLaterOne()
    await db.close()
    const backup = await aBackup()
    const writer = await startWriter(url)
    const shown = await run(url, ['restore', backup], NOW)
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toMatch(/^error: the database is in use: /)
    const before = writer.written()
    await until(() => writer.written() > before + 5, 60)
    expect(beside().filter((name) => !/-(wal|shm)$/.test(name))).toEqual([path.basename(file)])
    await writer.kill()
    expect(names(file).length).toBeGreaterThan(before)
  })

  it('is refused while the bot runs, and goes through once that has stopped', { timeout: 120_000 }, async () => {
    const { url, db, file } = await aLaterOne()
    await db.close()
    const backup = await aBackup()
    const bot = startProcess(['serve'], { DATABASE_URL: url, PORT: '0', PLAYGROUND: 'on' })
    await new Promise((resolve) => bot.stdout!.once('data', resolve))
    const shown = await run(url, ['restore', backup], new Date())
    expect(shown.err).toMatch(/^error: the database is in use: /)
    const ended = new Promise((resolve) => bot.once('exit', resolve))
    bot.kill('SIGTERM')
    await ended
    expect(await run(url, ['restore', backup], new Date())).toMatchObject({ code: 0, err: '' })
    expect(names(file)).toEqual(['Trước'])
  })

  it(
    'that was killed in the middle has touched nothing, and the one after it says what to do',
    { timeout: 120_000 },
    async () => {
      const backup = await aBackup(async (db) => {
        const bytes = new Uint8Array(5_000_000).fill(7)
        const shared = { name: '', mime: '', createdAt: new Date(0), expiresAt: new Date(0), bytes }
        for (const key of Array.from({ length: 8 }).keys())
          await db.sharedFile.create({ data: { ...shared, tokenHash: `${key}` } })
      })
      const { url, db, file } = await aLaterOne()
      await db.close()
      const child = startProcess(['restore', backup], { DATABASE_URL: url })
      await until(() => existsSync(`${file}.restoring`), 60)
      await killHard(child)
      expect(names(file)).toEqual(['Sau'])
      expect((await run(url, ['restore', backup], NOW)).err).toMatch(/\.restoring is there: .* remove it$/)
      rmSync(`${file}.restoring`)
      await restored(url, backup)
    },
  )

  it.each<[string, (file: string, backup: string) => Promise<string> | string, RegExp]>([
    ['a file that is not there', (file) => `${file}.none`, /^error: there is no file \S+\.none$/],
    ['a folder', (file) => path.dirname(file), /^error: there is no file /],
    ['something behind a file', (file) => `${file}/x`, /^error: (there is no file|\S+ cannot be read: ENOTDIR)/],
    ['the database itself', (file) => file, /is the database itself: give a backup$/],
    ['a letter', () => letter('Kính gửi Hội đồng '.repeat(100)), /cannot be read: file is not a database$/],
    ['an empty file', () => letter(''), /is no backup of the bot$/],
    [
      'another program’s database',
      async () => {
        const other = temporaryFile('other.db')
        await runStatement(`file:${other}`, 'CREATE TABLE payroll (id INTEGER)')
        return other
      },
      /is no backup of the bot$/,
    ],
    [
      'a backup of a later version',
      async (_, backup) => {
        await runStatement(
          `file:${backup}`,
          `UPDATE _prisma_migrations SET migration_name = '2999' WHERE migration_name LIKE '%wrong_codes'`,
        )
        return backup
      },
      /is of a later version: restore it with that one$/,
    ],
    ['half a backup', (_, backup) => cut(backup), /(cannot be read: database disk image is malformed|damaged.*)$/],
    [
      'a backup with rows that point at nothing',
      async (_, backup) => {
        await runStatement(
          `file:${backup}`,
          `PRAGMA foreign_keys = OFF; INSERT INTO CouncilBot VALUES ('none', 'telegram', 1)`,
        )
        return backup
      },
      /^error: what was read is damaged: 1 rows point at nothing$/,
    ],
  ])('refuses %s in one line, and leaves all as it is', async (_, prepare, line) => {
    const { url, db, file, beside } = await aLaterOne()
    await db.close()
    const given = await prepare(file, await aBackup())
    const shown = await run(url, ['restore', given], NOW)
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toMatch(line)
    expect(shown.err.split('\n')).toHaveLength(1)
    expect(beside()).toEqual([path.basename(file)])
    expect(names(file)).toEqual(['Sau'])
  })
})

function letter(text: string): string {
  const file = temporaryFile('letter.txt')
  writeFileSync(file, text)
  return file
}

function cut(file: string): string {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, bytes.length / 2))
  return file
}

describe('what is put back', () => {
  it('of an earlier version is brought to this one', async () => {
    const backup = await aBackup()
    const earlier = `DROP TABLE "WrongCode"; DELETE FROM _prisma_migrations WHERE migration_name LIKE '%wrong_codes'`
    await runStatement(`file:${backup}`, earlier)
    const url = await emptyDatabase(ENGINE)
    expect(await restored(url, backup)).toMatchObject({ rows: 1 })
    const db = await opened(url)
    expect([await db.wrongCode.count(), await db.council.count()]).toEqual([0, 1])
  })

  it('is nobody’s: what waited or was on its way is in doubt, updates are free, and no lease is left', async () => {
    const claim = { claimedBy: 'lane', claimedUntil: seconds(10) }
    const update = { platform: 'telegram', chatKey: 'telegram:1', payload: {}, receivedAt: NOW }
    const outbox = (dedupeKey: string, state: string) => ({ ...row, dedupeKey, state, createdAt: NOW })
    const backup = await aBackup(async (db) => {
      await db.chat.create({ data: aChat })
      await db.outbox.createMany({
        data: [
          outbox('waits', 'waiting'),
          { ...outbox('on its way', 'sending'), ...claim },
          { ...outbox('said', 'sent'), finishedAt: new Date(1), externalId: '5' },
        ],
      })
      await db.inbox.createMany({ data: [{ ...update, externalId: 'half', ...claim }] })
      await db.lease.create({ data: { name: 'serve:one', holder: 'lane', until: seconds(10) } })
      await db.credential.create({ data: { platform: 'zalo-oa', lockedUntil: seconds(10), refreshToken: 'r' } })
    })
    const url = await emptyDatabase(ENGINE)
    expect(await restored(url, backup)).toMatchObject({ uncertain: 2 })
    const db = await opened(url)
    const doubt = {
      state: 'uncertain',
      reason: 'restored',
      claimedBy: null,
      claimedUntil: null,
      finishedAt: NOW,
      reported: false,
    }
    expect(await db.outbox.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { dedupeKey: 'waits', ...doubt },
      { dedupeKey: 'on its way', ...doubt },
      { dedupeKey: 'said', state: 'sent', finishedAt: new Date(1) },
    ])
    expect(await db.inbox.findMany()).toMatchObject([{ claimedBy: null, claimedUntil: null, doneAt: null }])
    expect(await db.lease.count()).toBe(0)
    expect(await db.credential.findMany()).toMatchObject([{ refreshToken: 'r', lockedUntil: null }])
  })

  it('has its cards written anew where they can be: they may show what came after the backup', async () => {
    const backup = await aBackup(async (db) => {
      const { id: councilId } = await db.council.findFirstOrThrow()
      await db.council.updateMany({ data: { cardsOn: '2026-11-21' } })
      await db.chat.createMany({ data: [aChat, { ...aChat, id: 'zalo', platform: 'zalo-oa' }] })
      const round = { councilId, title: '', deadline: NOW, createdAt: NOW }
      for (const state of ['open', 'closed']) await db.round.create({ data: { ...round, id: state, state } })
      const shows = { roundId: 'open', shows: 'a digest', version: 1 }
      await db.roundCard.createMany({ data: ['chat', 'zalo'].map((chatId) => ({ ...shows, chatId })) })
    })
    const url = await emptyDatabase(ENGINE)
    await restored(url, backup)
    const db = await opened(url)
    expect(await db.council.findMany()).toMatchObject([{ cardsOn: null }])
    expect(await db.round.findMany({ orderBy: { id: 'asc' } })).toMatchObject([
      { id: 'closed', stale: false },
      { id: 'open', stale: true },
    ])
    expect(await db.roundCard.findMany({ orderBy: { chatId: 'asc' } })).toMatchObject([
      { chatId: 'chat', shows: '' },
      { chatId: 'zalo', shows: 'a digest' },
    ])
  })
})

describe.skipIf(ENGINE === 'SQLite')('into PostgreSQL', () => {
  it('only into an empty database, and says how to make one', async () => {
    const backup = await aBackup()
    const url = await emptyDatabase('PostgreSQL')
    const db = await opened(url)
    await db.council.create({ data: { ...aCouncil, name: 'Sau' } })
    await db.close()
    const shown = await run(url, ['restore', backup], NOW)
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toBe(
      'error: the database is not empty: Council has rows: make an empty one with createdb (or CREATE DATABASE) and set DATABASE_URL to it',
    )
    const empty = await emptyDatabase('PostgreSQL')
    expect(await restored(empty, backup)).toMatchObject({ kept: null, rows: 1 })
    expect((await contentsOf(empty))['Council']).toEqual((await contentsOf(`file:${backup}`))['Council'])
  })

  it('refuses a server that is away in one line', async () => {
    const shown = await run('postgresql://user:secret@127.0.0.1:1/tdkt', ['restore', await aBackup()], NOW)
    expect(shown).toEqual({
      code: 2,
      out: '',
      err: 'error: the database 127.0.0.1:1/tdkt cannot be used: ECONNREFUSED',
    })
    const backup = await run('postgresql://user:secret@127.0.0.1:1/tdkt', ['backup', temporaryFile('b.db')], NOW)
    expect(backup).toEqual({ code: 2, out: '', err: 'error: 127.0.0.1:1/tdkt cannot be read: ECONNREFUSED' })
  })
})
