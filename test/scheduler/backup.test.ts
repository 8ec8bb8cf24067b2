import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createSay } from '#commands/say.ts'
import { loadTranslators } from '#locales/translate.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { dailyBackup } from '#scheduler/backup.ts'
import { runJob } from '#scheduler/run-job.ts'
import { ask } from '../support/backups.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { memoryLog } from '../support/memory-log.ts'

const aCouncil = { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }
/** The bell of the 21st, when it is the 22nd in Việt Nam. */
const BELL = new Date('2026-11-21T19:10:00Z')
const hours = (count: number, from = BELL) => new Date(from.getTime() + count * 3_600_000)

let db: Database
let url: string
let dir: string
beforeEach(async () => {
  url = await databaseUrl(temporaryFile('council.db'))
  db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  await db.council.create({ data: aCouncil })
  dir = path.join(temporaryFile('data'), 'backups')
})

async function ring(now: Date, more: { keep?: number; signal?: AbortSignal } = {}) {
  const { keep = 14, signal } = more
  const log = memoryLog()
  const job = dailyBackup({ url, dir, keep, timeZone: 'Asia/Ho_Chi_Minh' })
  const given = { db, clock: () => now, log, say: createSay(loadTranslators()), signal }
  return { counts: await runJob(given, job), log }
}

const files = () => readdirSync(dir).sort()

describe('at its hour', () => {
  it('makes the backup of the day in the council’s zone, dated, for the owner alone, and one only', async () => {
    const { counts } = await ring(BELL)
    expect(counts).toMatchObject({ backups: 1, removed: 0 })
    expect(files()).toEqual(['tdkt-2026-11-22.db'])
    const file = path.join(dir, 'tdkt-2026-11-22.db')
    const { mode, mtime } = statSync(file)
    expect([(mode & 0o777).toString(8), mtime]).toEqual(['600', BELL])
    expect((statSync(dir).mode & 0o777).toString(8)).toBe('700')
    expect(ask(file, 'SELECT name FROM Council')).toEqual([['Hội đồng']])
    expect((await ring(hours(0.1))).counts).toEqual({ backups: 0 })
    expect((await ring(hours(24))).counts).toMatchObject({ backups: 1 })
    expect(files()).toEqual(['tdkt-2026-11-22.db', 'tdkt-2026-11-23.db'])
  })

  it('keeps the newest by number, and touches nothing that it has not named itself', async () => {
    mkdirSync(dir, { recursive: true })
    const others = ['tdkt-2026-11-22.db.bak', 'before-the-move.db', 'tdkt-2025.db', 'other.db.part']
    const days = ['01', '18', '19', '20'].map((day) => `tdkt-2026-11-${day}.db`)
    const left = ['', '-wal', '-shm', '-journal'].map((ending) => `tdkt-2026-11-21.db.part${ending}`)
    for (const name of [...others, ...days, ...left]) writeFileSync(path.join(dir, name), name)
    mkdirSync(path.join(dir, 'tdkt-2026-11-02.db'))
    expect((await ring(BELL, { keep: 3 })).counts).toMatchObject({ backups: 1, removed: 2 })
    const kept = ['tdkt-2026-11-19.db', 'tdkt-2026-11-20.db', 'tdkt-2026-11-22.db']
    expect(files()).toEqual([...others, ...kept, 'tdkt-2026-11-02.db'].sort())
    expect(readFileSync(path.join(dir, 'tdkt-2026-11-20.db'), 'utf8')).toBe('tdkt-2026-11-20.db')
  })

  it('is made and kept whatever a clock that was ahead, or somebody else, has put there', async () => {
    mkdirSync(dir, { recursive: true })
    const others = ['tdkt-2027-11-22.db', 'tdkt-2027-11-23.db', 'tdkt-2026-13-45.db', 'tdkt-0000-00-00.db']
    for (const name of others) writeFileSync(path.join(dir, name), name)
    for (const day of [0, 1])
      expect((await ring(hours(24 * day), { keep: 1 })).counts).toMatchObject({ backups: 1, removed: day })
    expect(files()).toEqual([...others, 'tdkt-2026-11-23.db'].sort())
  })

  it('makes none where there is no council', async () => {
    await db.council.deleteMany()
    expect((await ring(BELL)).counts).toEqual({ backups: 0 })
    expect(existsSync(dir)).toBe(false)
  })
})

describe('at a start', () => {
  it.each([
    ['at any time where there is none', undefined, 12, 1],
    ['where the newest is 30 hours old', -40, -10, 1],
    ['where the hour has just been missed', -24, 0.2, 1],
    ['not where one was made in the night', 0, 12, 0],
    ['not where the newest is 20 hours old', -24, -4, 0],
  ])('%s', async (_, last, now, backups) => {
    if (last !== undefined) expect((await ring(hours(last))).counts).toMatchObject({ backups: 1 })
    expect((await ring(hours(now))).counts).toMatchObject({ backups })
  })
})

describe('what goes wrong', () => {
  it('is logged with its reason and recorded, and the next time is tried again', async () => {
    mkdirSync(path.dirname(dir), { recursive: true })
    writeFileSync(dir, 'no folder')
    const { counts, log } = await ring(BELL)
    expect(counts).toBeUndefined()
    expect(JSON.stringify(log.lines.map(({ fields }) => String((fields as { err: Error }).err)))).toMatch(
      /BackupRefused: .*(EEXIST|ENOTDIR)/,
    )
    expect(await db.jobRun.findMany()).toMatchObject([{ job: 'backup', failure: 'BackupRefused' }])
  })

  it('leaves the bot the room that it needs', async () => {
    await ring(hours(-24))
    // What tells how large it becomes: the database where that is a file, else the last backup. A file with a hole of this size takes no room itself.
    truncateSync(url.startsWith('file:') ? url.replace('file:', '') : path.join(dir, 'tdkt-2026-11-21.db'), 4e12)
    const { counts, log } = await ring(BELL)
    expect(counts).toBeUndefined()
    const [fault] = log.lines.map(({ fields }) => String((fields as { err: Error }).err))
    expect(fault).toMatch(/^BackupRefused: .*backups has \d+ MB free, and a backup needs \d+ MB$/)
    expect(files()).toEqual(['tdkt-2026-11-21.db'])
  })

  it('leaves no part behind, and keeps what there was', async () => {
    await ring(hours(-24))
    await db.$executeRawUnsafe(
      `UPDATE "_prisma_migrations" SET migration_name = '2999' WHERE migration_name LIKE '%wrong_codes'`,
    )
    const { counts } = await ring(BELL, { keep: 1 })
    expect(counts).toBeUndefined()
    expect(files()).toEqual(['tdkt-2026-11-21.db'])
  })
})

it('nobody waits for it: the bot goes on writing meanwhile', { timeout: 60_000 }, async () => {
  const bytes = new Uint8Array(5_000_000).fill(7)
  const shared = { name: '', mime: '', createdAt: BELL, expiresAt: BELL, bytes }
  for (const key of Array.from({ length: 6 }).keys())
    await db.sharedFile.create({ data: { ...shared, tokenHash: `${key}` } })
  let isMade = false
  const made = ring(BELL).finally(() => (isMade = true))
  let written = 0
  while (!isMade) {
    await db.council.create({ data: aCouncil })
    written += 1
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect((await made).counts).toMatchObject({ backups: 1 })
  expect(written).toBeGreaterThan(20)
  const [[found]] = ask(path.join(dir, files()[0]!), 'SELECT count(*) FROM Council') as [[number]]
  expect(found).toBeGreaterThan(0)
})

it('that is under way when the process stops leaves nothing', { timeout: 60_000 }, async () => {
  const bytes = new Uint8Array(5_000_000).fill(7)
  const shared = { name: '', mime: '', createdAt: BELL, expiresAt: BELL, bytes }
  for (const key of Array.from({ length: 6 }).keys())
    await db.sharedFile.create({ data: { ...shared, tokenHash: `${key}` } })
  const stopping = new AbortController()
  const run = ring(BELL, { signal: stopping.signal })
  while (!existsSync(path.join(dir, 'tdkt-2026-11-22.db.part'))) await new Promise((resolve) => setImmediate(resolve))
  stopping.abort()
  expect((await run).counts).toEqual({ backups: 0 })
  expect(files()).toEqual([])
  expect((await ring(BELL)).counts).toMatchObject({ backups: 1 })
})
