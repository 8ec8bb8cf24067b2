import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { databaseFindings } from '#commands/operator/doctor-database.ts'
import { lookAtDatabase } from '#prisma/look-at-database.ts'
import { openDatabase } from '#prisma/database.ts'
import { migratePostgres } from '#prisma/migrate-postgres.ts'
import { MIGRATIONS } from '#prisma/migration-files.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'

const SCHEMA = new URL('../../prisma/postgres/schema.prisma', import.meta.url)

it('has the schema that is made from the first', () => {
  const before = readFileSync(SCHEMA, 'utf8')
  execFileSync(process.execPath, ['tools/postgres-schema.mjs'])
  expect(readFileSync(SCHEMA, 'utf8')).toBe(before)
})

describe.skipIf(!process.env['TEST_POSTGRES'])('PostgreSQL (npm run test:postgres)', () => {
  const open = async () => {
    const url = await databaseUrl(temporaryFile('db'))
    const db = await openDatabase(url)
    onTestFinished(() => db.$disconnect())
    return { url, db }
  }
  const aCouncil = { id: 'c', name: '', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }

  it('is migrated once, however many processes start at a time', async () => {
    const { url } = await open()
    expect(await Promise.all([1, 2, 3, 4].map(() => migratePostgres(url, MIGRATIONS.postgres)))).toEqual([
      [],
      [],
      [],
      [],
    ])
    expect(await lookAtDatabase(url)).toMatchObject({ missing: [], unknown: [], fault: undefined })
  })

  it('does both of two transactions that change what the other one read', async () => {
    const { db } = await open()
    await db.council.create({ data: aCouncil })
    const count = () =>
      db.$transaction(async (tx) => {
        const { name } = await tx.council.findUniqueOrThrow({ where: { id: 'c' } })
        await tx.council.update({ where: { id: 'c' }, data: { name: String(Number(name) + 1) } })
      })
    await Promise.all(Array.from({ length: 8 }, count))
    expect(await db.council.findUniqueOrThrow({ where: { id: 'c' } })).toMatchObject({ name: '8' })
  })

  it('takes nothing of a transaction that failed, and does not try it again', async () => {
    const { db } = await open()
    let tries = 0
    const failing = db.$transaction(async (tx) => {
      tries += 1
      await tx.council.create({ data: aCouncil })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(tries).toBe(1)
    expect(await db.council.count()).toBe(0)
  })

  it('that cannot be reached is told by its address, without who connects', async () => {
    const found = await lookAtDatabase('postgresql://user:secret@127.0.0.1:1/tdkt')
    expect(found).toMatchObject({ path: '127.0.0.1:1/tdkt', fault: 'ECONNREFUSED' })
  })

  it.each([
    ['/nowhere', 'database "nowhere" does not exist'],
    ['/tdkt', 'role "nobody-here" does not exist'],
  ])("that refuses is told in the server's own words, with where to look: %s", async (name, fault) => {
    const root = process.env['TEST_POSTGRES']!
    const user = name === '/tdkt' ? 'nobody-here:secret@' : 'postgres@'
    const found = await lookAtDatabase(`${root.replace('postgres@', user)}${name}`)
    expect(found.fault).toBe(fault)
    expect(databaseFindings(found)).toMatchObject([{ advice: 'start the server, and look at DATABASE_URL' }])
  })
})
