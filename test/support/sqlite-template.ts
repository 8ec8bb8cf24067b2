import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase } from '#prisma/database.ts'

/** Makes a migrated SQLite file for a whole run of tests, from which others are copied. */
export default async function makeTemplate(): Promise<() => void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-template-'))
  const file = path.join(folder, 'template.db')
  await (await openDatabase(`file:${file}`)).$disconnect()
  process.env['TEST_SQLITE'] = file
  return () => rmSync(folder, { recursive: true, force: true })
}
