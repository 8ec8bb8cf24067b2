import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { applyMigrations } from '#prisma/apply-migrations.ts'
import { temporaryFile } from '../support/database.ts'

const TABLES = `CREATE TABLE "Parent" ("id" INTEGER PRIMARY KEY);
  CREATE TABLE "Child" ("id" INTEGER PRIMARY KEY, "parentId" INTEGER NOT NULL REFERENCES "Parent" ("id") ON DELETE CASCADE);`

/** What Prisma writes to change a table: a new one, the rows copied, the old one dropped. */
const REDEFINE = `PRAGMA foreign_keys=OFF;
  CREATE TABLE "new_Parent" ("id" INTEGER PRIMARY KEY, "name" TEXT);
  INSERT INTO "new_Parent" ("id") SELECT "id" FROM "Parent";
  DROP TABLE "Parent";
  ALTER TABLE "new_Parent" RENAME TO "Parent";
  PRAGMA foreign_keys=ON;`

function given() {
  const file = temporaryFile('council.db')
  const folder = path.join(path.dirname(file), 'migrations')
  const add = (name: string, script: string) => {
    mkdirSync(path.join(folder, name), { recursive: true })
    writeFileSync(path.join(folder, name, 'migration.sql'), script)
  }
  add('1_tables', TABLES)
  return { file, folder, add }
}

function query(file: string, sql: string): unknown[] {
  const db = new Database(file)
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

describe('bringing a database to the current schema', () => {
  it('applies what is missing, once', () => {
    const { file, folder } = given()
    expect(applyMigrations(file, folder)).toEqual(['1_tables'])
    expect(applyMigrations(file, folder)).toEqual([])
  })

  it('keeps the children of a table that is defined anew', () => {
    const { file, folder, add } = given()
    applyMigrations(file, folder)
    query(file, 'INSERT INTO "Parent" VALUES (1) RETURNING id')
    query(file, 'INSERT INTO "Child" VALUES (1, 1) RETURNING id')
    add('2_redefine', REDEFINE)
    expect(applyMigrations(file, folder)).toEqual(['2_redefine'])
    expect(query(file, 'SELECT * FROM "Child"')).toHaveLength(1)
  })

  it('takes everything back where one script fails', () => {
    const { file, folder, add } = given()
    add('2_good', 'CREATE TABLE "Other" ("id" INTEGER)')
    add('3_bad', 'CREATE TABLE "Half" ("id" INTEGER); NOT SQL')
    expect(() => applyMigrations(file, folder)).toThrow(/syntax error/)
    expect(query(file, `SELECT name FROM sqlite_master WHERE type = 'table'`)).toEqual([])
  })

  it('refuses a migration that was changed after it was applied', () => {
    const { file, folder, add } = given()
    applyMigrations(file, folder)
    add('1_tables', `${TABLES} -- changed`)
    expect(() => applyMigrations(file, folder)).toThrow('1_tables was changed')
  })

  it('refuses to leave rows that point at nothing', () => {
    const { file, folder, add } = given()
    add('2_orphan', 'INSERT INTO "Child" VALUES (1, 99)')
    expect(() => applyMigrations(file, folder)).toThrow('1 rows point at missing rows')
  })
})
