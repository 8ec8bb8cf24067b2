import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openDatabase } from '#prisma/database.ts'
import { temporaryFile } from '../support/database.ts'

const AT = new Date('2025-02-20T01:00:00Z')
const onSqlite = process.env['TEST_POSTGRES'] === undefined

it.runIf(onSqlite)('what is removed, however long it was, is not in the file any more', async () => {
  const file = temporaryFile('test.db')
  const db = await openDatabase(`file:${file}`)
  for (let index = 0; index < 60; index += 1) {
    const text = `${'lời rất dài '.repeat(index % 2 === 0 ? 2000 : 1)} secret-${index}-end`
    const data = { platform: 'telegram', externalId: `e${index}`, chatKey: 'chat', payload: { text }, receivedAt: AT }
    await db.inbox.create({ data })
  }
  const secrets = () => readFileSync(file, 'utf8').match(/secret-\d+-end/g)?.length ?? 0
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  expect(secrets()).toBe(60)
  await db.inbox.deleteMany()
  await db.$queryRaw`PRAGMA wal_checkpoint(TRUNCATE)`
  expect(secrets()).toBe(0)
  await db.$disconnect()
})
