import { copyFileSync } from 'node:fs'
import type BetterSqlite from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { beginPart } from '#prisma/backup-part.ts'
import { openDatabase } from '#prisma/database.ts'
import type * as KeptStatements from '#prisma/kept-statements.ts'
import { exchange } from '#prisma/restore-exchange.ts'
import { ask } from '../support/backups.ts'
import { opened } from '../support/copied.ts'
import { temporaryFile } from '../support/database.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const KEPT = '.before-restore-20261121T090000Z'

/** What happens just after a file was opened, before anything of it was read or locked. */
const after = vi.hoisted(() => ({ migrating: () => {}, using: () => {} }))

vi.mock('better-sqlite3', async (original) => {
  const { default: Database } = await original<{ default: typeof BetterSqlite }>()
  class Noticed extends Database {
    constructor(...args: ConstructorParameters<typeof Database>) {
      super(...args)
      after.migrating()
    }
  }
  return { default: Noticed }
})

vi.mock('#prisma/kept-statements.ts', async (original) => {
  const { keepStatements } = await original<typeof KeptStatements>()
  const noticed: typeof keepStatements = (adapter) => {
    after.using()
    return keepStatements(adapter)
  }
  return { keepStatements: noticed }
})

/** The file of a database with a council of this name. */
async function aDatabase(name: string): Promise<string> {
  const file = temporaryFile('council.db')
  const db = await opened(`file:${file}`)
  await db.council.create({ data: { name, locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: NOW } })
  await db.close()
  return file
}

const names = (file: string) => ask(file, 'SELECT name FROM Council').flat()

it.each(['migrating', 'using'] as const)(
  'a bot that has just opened a database for %s it when that is exchanged does not go on with the one of before',
  async (moment) => {
    const [file, other] = [await aDatabase('Trước'), await aDatabase('Sau')]
    const part = beginPart(`${file}.restoring`)
    copyFileSync(other, part.path)
    after[moment] = () => {
      after[moment] = () => {}
      exchange(part, file, NOW)
    }
    await expect(openDatabase(`file:${file}`)).rejects.toThrow(`${file} was exchanged while it was opened: start again`)
    expect([names(file), names(`${file}${KEPT}`)]).toEqual([['Sau'], ['Trước']])
    const again = await opened(`file:${file}`)
    expect(await again.council.findMany()).toMatchObject([{ name: 'Sau' }])
  },
)

it('a database that was opened is not exchanged, though nobody uses it at that moment', async () => {
  const [file, other] = [await aDatabase('Trước'), await aDatabase('Sau')]
  const db = await opened(`file:${file}`)
  const part = beginPart(`${file}.restoring`)
  copyFileSync(other, part.path)
  expect(() => exchange(part, file, NOW)).toThrow('the database is in use')
  await db.close()
  expect(names(file)).toEqual(['Trước'])
})
