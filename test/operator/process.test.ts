import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFile } from '../support/database.ts'
import { runProcess } from '../support/process.ts'

it('runs from a command line: facts on standard output, exit code 0', async () => {
  const done = await runProcess(['plan', 'explain', '-'], {}, 'Trước ngày 15/3\t2025\n')
  expect(done.code).toBe(0)
  expect(JSON.parse(done.out)).toMatchObject({ deadlines: [{ kind: 'before', to: '2025-03-15', dueOn: '2025-03-14' }] })
})

it('answers bad input with one line on standard error and exit code 2', async () => {
  const done = await runProcess(['plan', 'read', '/no/such/file.txt'], {})
  expect(done).toEqual({ code: 2, out: '', err: 'error: cannot open /no/such/file.txt: there is no such file\n' })
})

it('names a setting that cannot be used, and not its value', async () => {
  const settings = { DATABASE_URL: `file:${temporaryFile('x.db')}`, TELEGRAM_BOT_TOKEN: 'half-a-secret' }
  const done = await runProcess(['serve'], settings)
  expect(done).toEqual({ code: 2, out: '', err: 'settings: TELEGRAM_BOT_TOKEN must look like 123456:ABC-def\n' })
})

it('says that its settings cannot be read', () => {
  const file = temporaryFile('.env')
  mkdirSync(file)
  const main = fileURLToPath(new URL('../../main.ts', import.meta.url))
  const command = ['--import', import.meta.resolve('tsx'), main, 'serve']
  const done = spawnSync(process.execPath, command, { cwd: path.dirname(file), encoding: 'utf8' })
  expect([done.status, done.stderr]).toEqual([
    2,
    'settings: .env cannot be read: give the user of the bot the right to\n',
  ])
})

it('says what a part of the bot needs', async () => {
  const settings = { DATABASE_URL: `file:${temporaryFile('x.db')}` }
  const done = await runProcess(['serve', '--only', 'web'], settings)
  const told = 'settings: serve --only web needs the token of a platform, such as TELEGRAM_BOT_TOKEN\n'
  expect(done).toEqual({ code: 2, out: '', err: told })
})

it('says in a line that the file of the database cannot be opened', async () => {
  const folder = temporaryFile('folder')
  mkdirSync(folder)
  const done = await runProcess(['serve'], { DATABASE_URL: `file:${folder}` })
  expect(done).toMatchObject({ code: 1, out: '' })
  expect(done.err).toMatch(/^the database cannot be used \(.+\): see who else has it open, .+\n$/)
})
