import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { BackedUp } from '#prisma/backup.ts'
import { ask, ENGINE, run, startWriter } from '../support/backups.ts'
import { contentsOf, emptyDatabase, opened, runStatement } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'
import { killHard, startProcess } from '../support/process.ts'
import { until } from '../support/until.ts'

const aCouncil = { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }
const NOW = new Date('2026-11-21T09:00:00Z')

/** A database with two councils, and a folder for its backup. */
async function given() {
  const url = await emptyDatabase(ENGINE)
  const db = await opened(url)
  await db.council.createMany({ data: [aCouncil, aCouncil] })
  await db.fact.create({ data: { platform: 'telegram', key: 'name', value: 'bot' } })
  const file = temporaryFile('backup.db')
  return { url, db, file, folder: path.dirname(file) }
}

it('holds all that is in the database, in one file for the owner alone, dated', async () => {
  const { url, db, file, folder } = await given()
  const shown = await run(url, ['backup', file])
  expect(shown).toMatchObject({ code: 0, err: '' })
  expect(shown.out.split('\n').slice(0, 3)).toEqual([
    'Council           2',
    'Fact              1',
    'verified          3',
  ])
  expect(readdirSync(folder)).toEqual(['backup.db'])
  const { mode, mtime } = statSync(file)
  expect([(mode & 0o777).toString(8), mtime]).toEqual(['600', NOW])
  await db.close()
  expect(await contentsOf(`file:${file}`)).toEqual(await contentsOf(url))
})

it('tells in JSON what it holds, the same sums as a copy has', async () => {
  const { url, db, file } = await given()
  await db.close()
  const { out } = await run(url, ['backup', file, '--json'])
  const made = JSON.parse(out) as BackedUp
  expect(made).toMatchObject({ file, bytes: statSync(file).size, rows: 3 })
  const again = temporaryFile('again.db')
  const { tables } = JSON.parse((await run(`file:${file}`, ['backup', again, '--json'])).out) as BackedUp
  expect(tables).toEqual(made.tables)
  expect(tables).toContainEqual({
    table: 'Council',
    rows: 2,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  })
})

it(
  'is of one moment while another process writes all the time, which goes on meanwhile',
  { timeout: 120_000 },
  async () => {
    const { url, db, file } = await given()
    await db.close()
    const writer = await startWriter(url)
    await until(() => writer.written() > 60, 60)
    const counts: number[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      const before = writer.written()
      const name = `${file}.${turn}`
      expect(await run(url, ['backup', name])).toMatchObject({ code: 0, err: '' })
      const [[councils, entries]] = ask(
        name,
        'SELECT (SELECT count(*) FROM Council) - 2, (SELECT count(*) FROM Audit)',
      ) as [[number, number]]
      expect(councils).toBe(entries)
      expect(councils).toBeGreaterThanOrEqual(before)
      counts.push(councils)
      await until(() => writer.written() > before + 20, 60)
    }
    expect(counts).toEqual([...new Set(counts)].sort((one, other) => one - other))
    expect(writer.isRunning()).toBe(true)
    await writer.kill()
  },
)

it('waits for nobody: not even for who holds the database locked', async () => {
  const { url, db, file } = await given()
  await db.$transaction(async (tx) => {
    await tx.council.create({ data: aCouncil })
    expect(await run(url, ['backup', file])).toMatchObject({ code: 0, err: '' })
  })
  expect(ask(file, 'SELECT count(*) FROM Council')).toEqual([[2]])
})

it(
  'that was killed in the middle has no name yet, and the one after it says what to do',
  { timeout: 120_000 },
  async () => {
    const { url, db, file, folder } = await given()
    const shared = { name: '', mime: '', createdAt: new Date(0), expiresAt: new Date(0) }
    const bytes = new Uint8Array(5_000_000).fill(7)
    for (const key of Array.from({ length: 8 }).keys())
      await db.sharedFile.create({ data: { ...shared, tokenHash: `${key}`, bytes } })
    await db.close()
    const child = startProcess(['backup', file], { DATABASE_URL: url })
    await until(() => statSync(`${file}.part`, { throwIfNoEntry: false }), 60)
    expect((statSync(`${file}.part`).mode & 0o777).toString(8)).toBe('600')
    await killHard(child)
    const left = readdirSync(folder)
    expect(left).toContain('backup.db.part')
    expect(left.filter((name) => !name.startsWith('backup.db.part'))).toEqual([])
    const again = await run(url, ['backup', file])
    expect(again).toMatchObject({ code: 2, out: '' })
    expect(again.err).toMatch(/backup\.db\.part is there: .* remove it$/)
    expect(readdirSync(folder)).toEqual(left)
  },
)

it.each<[string, (given: { file: string; folder: string; url: string }) => string, RegExp]>([
  [
    'a file that is there',
    ({ file }) => (writeFileSync(file, 'mine'), file),
    /backup\.db is there already: give another file$/,
  ],
  [
    'a link that leads nowhere',
    ({ file }) => (symlinkSync('/nowhere', file), file),
    /backup\.db is there already: give another file$/,
  ],
  [
    'a folder that is missing',
    ({ folder }) => path.join(folder, 'away', 'b.db'),
    /^error: there is no folder \/.*\/away$/,
  ],
  [
    'a folder that is a file',
    ({ file }) => (writeFileSync(file, 'mine'), path.join(file, 'b.db')),
    /backup\.db is no folder$/,
  ],
  ['a folder', ({ folder }) => folder, /is there already: give another file$/],
  [
    'a folder where nobody writes',
    () => '/proc/b.db',
    /^error: (there is no folder \/proc|\/proc cannot be written to: \w+)$/,
  ],
])('refuses %s in one line, and leaves all as it is', async (_, prepare, line) => {
  const { url, file, folder } = await given()
  const to = prepare({ file, folder, url })
  const before = readdirSync(folder)
  const shown = await run(url, ['backup', to])
  expect(shown).toMatchObject({ code: 2, out: '' })
  expect(shown.err).toMatch(line)
  expect(shown.err.split('\n')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual(before)
})

it.skipIf(ENGINE === 'PostgreSQL').each(['', '-wal', '-shm', '-journal'])(
  'refuses the database itself%s',
  async (ending) => {
    const { url } = await given()
    const database = url.replace('file:', '')
    const link = temporaryFile('link')
    symlinkSync(path.dirname(database), link)
    for (const name of [database, path.join(link, path.basename(database))]) {
      const shown = await run(url, ['backup', `${name}${ending}`])
      expect(shown).toMatchObject({ code: 2, out: '' })
      expect(shown.err).toMatch(/is the database itself: give another file$/)
    }
  },
)

it.skipIf(ENGINE === 'PostgreSQL')('refuses a database that is not there, or is another program’s', async () => {
  const nowhere = temporaryFile('none.db')
  expect((await run(`file:${nowhere}`, ['backup', `${nowhere}.copy`])).err).toBe(
    `error: there is no database at ${nowhere}`,
  )
  const foreign = temporaryFile('foreign.db')
  await runStatement(`file:${foreign}`, 'CREATE TABLE payroll (id INTEGER)')
  const shown = await run(`file:${foreign}`, ['backup', `${foreign}.copy`])
  expect(shown).toMatchObject({ code: 2, err: `error: ${foreign} is no database of the bot` })
  const letter = temporaryFile('letter.txt')
  writeFileSync(letter, 'Kính gửi Hội đồng '.repeat(100))
  expect((await run(`file:${letter}`, ['backup', `${letter}.copy`])).err).toBe(
    `error: ${letter} cannot be read: file is not a database`,
  )
  expect(readdirSync(path.dirname(letter))).toEqual(['letter.txt'])
})

it('refuses a database of a later version', async () => {
  const { url, db, file } = await given()
  await db.$executeRawUnsafe(
    `UPDATE "_prisma_migrations" SET migration_name = '2999_more' WHERE migration_name LIKE '2026%00000_wrong_codes'`,
  )
  const shown = await run(url, ['backup', file])
  expect(shown).toMatchObject({ code: 2, out: '' })
  expect(shown.err).toMatch(/was used by a later version: back it up with that one$/)
})

it('is not made of a damaged database', async () => {
  if (ENGINE === 'PostgreSQL') return
  const { url, db, file, folder } = await given()
  await db.close()
  const database = url.replace('file:', '')
  const bytes = readFileSync(database)
  bytes.fill(0x55, 4096 * 3, 4096 * 60)
  writeFileSync(database, bytes)
  const shown = await run(url, ['backup', file])
  expect(shown).toMatchObject({ code: 2, out: '' })
  expect(shown.err.split('\n')).toHaveLength(1)
  expect(readdirSync(folder)).toEqual([])
})

/** A folder on a disk of two megabytes; undefined where this machine lets nobody make one. */
function smallDisk(): string | undefined {
  const folder = temporaryFile('disk')
  mkdirSync(folder)
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'none', folder]).status !== 0) return undefined
  onTestFinished(() => void spawnSync('umount', [folder]))
  return folder
}

it('leaves nothing on a disk that is full', async ({ skip }) => {
  const disk = smallDisk()
  if (disk === undefined) return skip('no disk can be made here')
  const { url, db } = await given()
  const bytes = new Uint8Array(4_000_000).fill(7)
  await db.sharedFile.create({ data: { tokenHash: '1', name: '', mime: '', bytes, createdAt: NOW, expiresAt: NOW } })
  const shown = await run(url, ['backup', path.join(disk, 'b.db')])
  expect(shown).toMatchObject({ code: 2, out: '' })
  expect(shown.err).toMatch(
    /^error: \S+ cannot be (written|used): (\S+ )?database or disk is full$|^error: .*disk is full$/,
  )
  expect(readdirSync(disk)).toEqual([])
})
