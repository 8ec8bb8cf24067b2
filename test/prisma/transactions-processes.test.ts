import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { factOf, keepFact } from '#prisma/facts.ts'
import { databaseUrl, temporaryFile } from '../support/database.ts'

const BOT = { platform: 'telegram', bot: 1 } as const
const COUNTING = fileURLToPath(new URL('../support/counting-process.ts', import.meta.url))

it('two processes that read and then write the same row wait for each other: nothing fails, nothing is overwritten', async () => {
  const url = await databaseUrl(temporaryFile('test.db'))
  const db = await openDatabase(url)
  onTestFinished(() => db.$disconnect())
  await keepFact(db, BOT, 'count', '0')
  const count = () => promisify(execFile)(process.execPath, ['--import', 'tsx', COUNTING, url, '100'])
  await Promise.all([count(), count()])
  expect(await factOf(db, BOT, 'count')).toBe('200')
})
