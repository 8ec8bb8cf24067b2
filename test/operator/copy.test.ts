import { writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { DIRECTIONS, emptyDatabase, opened, runStatement } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'
import type { Copied } from '#prisma/copy-database.ts'
import { runProcess } from '../support/process.ts'
import { runProgram, type Terminal } from '#commands/operator/program.ts'

const aCouncil = { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }

/** Runs `tdkt copy` in this process. */
async function runCopy(...options: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = { print: (line: string) => out.push(line), now: () => new Date() } as unknown as Terminal
  const code = await runProgram(['copy', ...options], terminal, (line) => err.push(line))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe.each(DIRECTIONS)('tdkt copy from %s to %s', (first, second) => {
  it('prints what was copied and what to do next', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.council.createMany({ data: [aCouncil, aCouncil] })
    await db.fact.create({ data: { platform: 'telegram', key: 'name', value: 'bot' } })
    await db.close()
    const shown = await runCopy('--from', from, '--to', to)
    expect(shown).toMatchObject({ code: 0, err: '' })
    expect(shown.out.split('\n').slice(0, 3)).toEqual([
      'Council           2',
      'Fact              1',
      'verified          3',
    ])
    expect(shown.out).toContain('Now set DATABASE_URL to the target and start the bot.')
  })

  it('prints JSON with a checksum for each table, and answers a second try in one line', async () => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    await db.council.create({ data: aCouncil })
    await db.close()
    const done = await runProcess(['copy', '--from', from, '--to', to, '--json'], {})
    const { tables, rows } = JSON.parse(done.out) as Copied
    expect(rows).toBe(1)
    expect(tables).toContainEqual({
      table: 'Council',
      rows: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(tables).toContainEqual({ table: 'Outbox', rows: 0, sha256: expect.any(String) as string })
    const again = await runProcess(['copy', '--from', from, '--to', to], {})
    expect(again).toEqual({ code: 2, out: '', err: 'error: the target is not empty: Council has rows\n' })
  })

  it.each([
    ['earlier', (names: string[]) => `DELETE FROM "_prisma_migrations" WHERE migration_name = '${names.at(-1)!}'`],
    [
      'later',
      (names: string[]) => `UPDATE "_prisma_migrations" SET migration_name = '9' WHERE migration_name = '${names[0]!}'`,
    ],
  ])('refuses a source of a version that is %s', async (which, change) => {
    const [from, to] = [await emptyDatabase(first), await emptyDatabase(second)]
    const db = await opened(from)
    const names = await db.$queryRawUnsafe<{ migration_name: string }[]>(
      'SELECT migration_name FROM "_prisma_migrations" ORDER BY migration_name',
    )
    await db.$executeRawUnsafe(change(names.map(({ migration_name }) => migration_name)))
    await db.close()
    const shown = await runCopy('--from', from, '--to', to)
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toMatch(
      which === 'earlier'
        ? /^error: the source is of an earlier version: start the bot of this version on it once, and stop it$/
        : /^error: the source was used by a later version: copy with that one$/,
    )
  })
})

const NO_ADDRESS = 'is no address: write special characters of the password as %23 for # and so on'

describe('bad input is answered in one line, with exit code 2', () => {
  const file = (name: string) => `file:${temporaryFile(name)}`
  const notADatabase = () => {
    const path = temporaryFile('letter.txt')
    writeFileSync(path, 'Kính gửi Hội đồng '.repeat(100))
    return `file:${path}`
  }

  it.each([
    ['no source', () => ['--to', file('b.db')], "error: required option '--from <url>' not specified"],
    ['no target', () => ['--from', file('a.db')], "error: required option '--to <url>' not specified"],
    ['a path', () => ['--from', 'data/a.db', '--to', file('b.db')], '--from must start with file: or postgresql://'],
    ['no address', () => ['--from', file('a.db'), '--to', 'postgresql://['], `--to ${NO_ADDRESS}`],
    ...['s#cret', 's/cret', 's?cret', '1#cret', '1/cret', '1?cret'].map(
      (password): [string, () => string[], string] => [
        `the password ${password}`,
        () => ['--from', `postgresql://user:${password}@db.example/tdkt`, '--to', file('b.db')],
        `error: --from ${NO_ADDRESS}`,
      ],
    ),
    ['no such source', () => ['--from', file('a.db'), '--to', file('b.db')], 'there is no database at '],
    ['a letter', () => ['--from', notADatabase(), '--to', file('b.db')], 'cannot be read: file is not a database'],
    [
      'no server',
      () => ['--from', 'postgresql://user:secret@127.0.0.1:1/tdkt', '--to', file('b.db')],
      'error: the source 127.0.0.1:1/tdkt cannot be read: ECONNREFUSED',
    ],
  ])('%s', async (_, options, told) => {
    const shown = await runCopy(...options())
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toContain(told)
    expect(shown.err.split('\n')).toHaveLength(1)
    expect(shown.err).not.toContain('cret')
  })

  it('no server for the target', async () => {
    const from = await emptyDatabase('SQLite')
    await (await opened(from)).close()
    const shown = await runCopy('--from', from, '--to', 'postgresql://user:secret@127.0.0.1:1/tdkt')
    expect(shown.err).toBe('error: the target 127.0.0.1:1/tdkt cannot be used: ECONNREFUSED')
    const same = await runCopy('--from', from, '--to', from.replace('file:', 'file:/.'))
    expect(same.err).toBe('error: the source and the target are the same database')
  })

  it('a target where no folder can be made', async () => {
    const from = await emptyDatabase('SQLite')
    await (await opened(from)).close()
    const shown = await runProcess(['copy', '--from', from, '--to', `${notADatabase()}/data/b.db`], {})
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toMatch(/^error: the target cannot be used: ENOTDIR: .*\n$/)
  })

  it.skipIf(!process.env['TEST_POSTGRES'])('a server that does not let the user in, or make tables', async () => {
    const root = process.env['TEST_POSTGRES']!
    const from = await emptyDatabase('SQLite')
    await (await opened(from)).close()
    await runStatement(`${root}/postgres`, 'CREATE ROLE guest LOGIN')
    onTestFinished(() => runStatement(`${root}/postgres`, 'DROP ROLE guest'))
    const to = await emptyDatabase('PostgreSQL')
    await runStatement(to, 'REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    const told = async (url: string) => runProcess(['copy', '--from', from, '--to', url], {})
    const guests = (url: string) => url.replace('postgres@', 'guest:secret@')
    const denied = 'error: the target cannot be used: permission denied for schema public\n'
    expect(await told(guests(to))).toEqual({ code: 2, out: '', err: denied })
    const missing = await told(guests(`${root}/nowhere`))
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.err).toMatch(/^error: the target \S+\/nowhere cannot be used: database "nowhere" does not exist\n$/)
  })
})
