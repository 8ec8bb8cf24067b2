import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { copied, opened } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'

const rightsOf = (file: string) => (statSync(file).mode & 0o777).toString(8)
const aCouncil = { name: 'Phường', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }

/** As most systems have it: what is made may be read by all. */
let before = 0
beforeEach(() => void (before = process.umask(0o022)))
afterEach(() => void process.umask(before))

/** The rights of everything in a folder, the folder itself first. */
const rightsIn = (folder: string) => ({
  '.': rightsOf(folder),
  ...Object.fromEntries(readdirSync(folder).map((name) => [name, rightsOf(path.join(folder, name))])),
})

it('a database that is made is its owner’s alone, with its folders and what lies beside it', async () => {
  const folder = path.join(temporaryFile('var'), 'data')
  const db = await opened(`file:${path.join(folder, 'council.db')}`)
  await db.council.create({ data: aCouncil })
  expect(rightsIn(folder)).toEqual({
    '.': '700',
    'council.db': '600',
    'council.db-shm': '600',
    'council.db-wal': '600',
  })
  expect(rightsOf(path.dirname(folder))).toBe('700')
})

it('one that is there keeps its rights, and so does its folder', async () => {
  const folder = temporaryFile('data')
  mkdirSync(folder, { mode: 0o755 })
  const file = path.join(folder, 'council.db')
  writeFileSync(file, '')
  chmodSync(file, 0o640)
  const db = await opened(`file:${file}`)
  await db.council.create({ data: aCouncil })
  expect(rightsIn(folder)).toEqual({
    '.': '755',
    'council.db': '640',
    'council.db-shm': '640',
    'council.db-wal': '640',
  })
})

it('a copy is its owner’s alone', async () => {
  const from = `file:${temporaryFile('council.db')}`
  const db = await opened(from)
  await db.council.create({ data: aCouncil })
  await db.close()
  const folder = temporaryFile('copies')
  await copied(from, `file:${path.join(folder, 'copy.db')}`)
  expect(rightsIn(folder)).toEqual({ '.': '700', 'copy.db': '600' })
})

it('a link to a file that is not there yet is followed', async () => {
  const file = temporaryFile('link.db')
  const there = temporaryFile('council.db')
  symlinkSync(there, file)
  await opened(`file:${file}`)
  expect(rightsOf(there)).toBe('600')
})
