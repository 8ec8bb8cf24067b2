import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { openDatabase, type Database } from '#prisma/database.ts'

/** The path of a file in a folder that goes when the test ends. */
export function temporaryFile(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, name)
}

/** A real SQLite database of the current schema that goes when the test ends. */
export async function testDatabase(): Promise<Database> {
  const db = await openDatabase(`file:${temporaryFile('test.db')}`)
  onTestFinished(() => db.$disconnect())
  return db
}
