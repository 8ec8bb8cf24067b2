import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { openDatabase, type Database } from '#prisma/database.ts'

/** The path of a file in a folder that goes when the test ends. */
export function temporaryFile(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return path.join(folder, name)
}

const databases = new Map<string, Promise<string>>()
const made: string[] = []

/**
 * The address of the test database that stands for a file: the file itself, migrated already where it was not there, or where the tests run on PostgreSQL a
 * database of its own there.
 */
export function databaseUrl(file: string): Promise<string> {
  const known = databases.get(file) ?? makeDatabase(file)
  databases.set(file, known)
  return known
}

async function makeDatabase(file: string): Promise<string> {
  const root = process.env['TEST_POSTGRES']
  if (root === undefined) return sqliteFile(file)
  const name = `test_${process.pid}_${databases.size}_${Math.floor(performance.now())}`
  const client = new pg.Client({ connectionString: `${root}/postgres` })
  await client.connect()
  // Those of earlier tests, which nobody is connected to any more: each is some megabytes.
  for (const old of made.splice(0, Math.max(0, made.length - 2)))
    await client.query(`DROP DATABASE ${old}`).catch(() => made.unshift(old))
  await client.query(`CREATE DATABASE ${name} TEMPLATE tdkt STRATEGY FILE_COPY`)
  await client.end()
  made.push(name)
  return `${root}/${name}`
}

function sqliteFile(file: string): string {
  const template = process.env['TEST_SQLITE']
  if (template !== undefined && !existsSync(file)) copyFileSync(template, file)
  return `file:${file}`
}

/** A real database of the current schema that goes when the test ends. */
export async function testDatabase(): Promise<Database> {
  const db = await openDatabase(await databaseUrl(temporaryFile('test.db')))
  onTestFinished(() => db.$disconnect())
  return db
}
