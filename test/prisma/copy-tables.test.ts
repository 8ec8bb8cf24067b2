import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { COPIED_TABLES, POINTS_AT_ITS_OWN, TABLES_LEFT_OUT } from '#prisma/copy-tables.ts'
import { openDatabase } from '#prisma/database.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { temporaryFile } from '../support/database.ts'

it('has a place for every model of the schema, once', () => {
  const places = [...COPIED_TABLES, ...TABLES_LEFT_OUT]
  expect(places.toSorted()).toEqual(Object.values(Prisma.ModelName).toSorted())
})

it('puts every table after those that it points at, and knows those that point at themselves', async () => {
  const file = temporaryFile('schema.db')
  await (await openDatabase(`file:${file}`)).$disconnect()
  const db = new Database(file, { readonly: true })
  const pointers = (table: string) => db.pragma(`foreign_key_list("${table}")`) as { table: string; from: string }[]
  const own: Record<string, string> = {}
  const tooEarly: string[] = []
  for (const [place, name] of COPIED_TABLES.entries())
    for (const { table, from } of pointers(name)) {
      if (table === name) own[name] = from
      else if (!(COPIED_TABLES.slice(0, place) as string[]).includes(table)) tooEarly.push(`${name} before ${table}`)
    }
  db.close()
  expect(tooEarly).toEqual([])
  expect(own).toEqual(POINTS_AT_ITS_OWN)
})
