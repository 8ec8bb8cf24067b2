import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase, type Database } from '#prisma/database.ts'
import { startApp } from '../../app.ts'
import { readConfig } from '../../config.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'
import { FakePlatform } from '../support/fake-platform.ts'
import { until } from '../support/until.ts'

const NOW = new Date('2026-11-21T09:00:00Z')
const aCouncil = { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: new Date(0) }

/** A bot with a council that has just started on this network, whose jobs ring by themselves. */
async function started(network: FakePlatform['name']) {
  const file = temporaryFile('test.db')
  const url = await databaseUrl(file)
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  await db.council.create({ data: aCouncil })
  const dir = path.join(path.dirname(file), 'backups')
  const app = await startApp({
    config: readConfig({ DATABASE_URL: url, BACKUP_DIR: dir, PORT: '0' }),
    log: { info: () => undefined, debug: () => undefined, warn: () => undefined, error: () => undefined } as never,
    realNow: () => NOW,
    platforms: () =>
      Promise.resolve({ platforms: [new FakePlatform(network)], clock: () => NOW, onClockMoved: () => undefined }),
  })
  onTestFinished(() => app.stop())
  return { db, dir, url: app.url }
}

const ended = (db: Database, job: string) =>
  db.jobRun.count({ where: { job, finishedAt: { not: null }, failure: null } })

it('a bot that starts without a backup makes one, and its age is measured', async () => {
  const { db, dir, url } = await started('telegram')
  await until(async () => (await ended(db, 'backup')) === 1)
  expect(readdirSync(dir)).toEqual(['tdkt-2026-11-21.db'])
  expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/^tdkt_backup_age_seconds 0$/m)
})

it('the playground alone makes none', async () => {
  const { db, dir } = await started('playground')
  await until(async () => (await ended(db, 'tidy')) === 1)
  expect(await db.jobRun.count({ where: { job: 'backup' } })).toBe(0)
  expect(existsSync(dir)).toBe(false)
})
