import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import { publicHolidays } from '#domain/holidays.ts'
import { unitConcerned } from '#domain/units.ts'
import { workingDays } from '#domain/working-days.ts'
import { councilRows, COUNCILS, MORNING, TELEGRAM_BOTS, type Country } from '../../bench/country/country.ts'
import { fillCountry } from '../../bench/country/fill.ts'
import { placeName } from '../../bench/country/names.ts'
import type { Rows } from '../../bench/country/rows.ts'
import { openDatabase, type Database } from '#prisma/database.ts'
import { databaseUrl } from '../support/database.ts'

const COUNTRY: Country = { seed: 7, date: MORNING, bots: TELEGRAM_BOTS }
const HERE = 90
const TABLES = Object.keys(councilRows(COUNTRY, 1)) as (keyof Rows)[]

/** The rows of a table as text, in an order of their own. */
async function textOf(db: Database, table: keyof Rows): Promise<string[]> {
  const rows = await (db[table] as unknown as { findMany: () => Promise<object[]> }).findMany()
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value)
  return rows.map((row) => JSON.stringify(row, plain)).sort()
}

describe('a country to practise on', () => {
  it('is the same for the same seed, and another one for another', () => {
    const councils = [1, 2, 3000].map((number) => councilRows(COUNTRY, number))
    expect([1, 2, 3000].map((number) => councilRows({ ...COUNTRY }, number))).toEqual(councils)
    expect(councilRows({ ...COUNTRY, seed: 8 }, 1)).not.toEqual(councils[0])
    expect(councils[1]!.council[0]!.id).not.toBe(councils[0]!.council[0]!.id)
  })

  it('has a name for each of its places, and no address twice', () => {
    const names = Array.from({ length: COUNCILS }, (_, index) => placeName(index + 1))
    expect(new Set(names).size).toBe(COUNCILS)
    const chats = Array.from({ length: 150 }, (_, index) => councilRows(COUNTRY, index + 1)).flatMap(({ chat }) => chat)
    expect(new Set(chats.map(({ platform, externalId }) => `${platform} ${externalId}`)).size).toBe(chats.length)
  })

  it('is said on a working day', () => {
    expect(workingDays(publicHolidays, new Map()).isWorking(MORNING)).toBe(true)
  })
})

describe('in a database', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-country-'))
  let db: Database
  let other: Database
  beforeAll(async () => {
    db = await openDatabase(await databaseUrl(path.join(folder, 'one.db')))
    other = await openDatabase(await databaseUrl(path.join(folder, 'other.db')))
    await fillCountry(db, COUNTRY, 1, HERE)
    // Cut into other parts.
    await fillCountry(other, COUNTRY, 1, 17)
    await fillCountry(other, COUNTRY, 18, HERE)
  })
  afterAll(async () => {
    await Promise.all([db.$disconnect(), other.$disconnect()])
    rmSync(folder, { recursive: true })
  })

  it('has the same rows in every table, however it was filled', async () => {
    for (const table of TABLES) {
      const rows = await textOf(db, table)
      expect(rows.length, table).toBeGreaterThan(0)
      expect(await textOf(other, table), table).toEqual(rows)
    }
  })

  it('has no row without the one that it belongs to', async () => {
    const rows = (table: string) =>
      (db as unknown as Record<string, { findMany: () => Promise<Row[]> }>)[table]!.findMany()
    for (const [table, column, parent] of BELONGS) {
      const known = new Set((await rows(parent)).map(({ id }) => id))
      for (const row of await rows(table))
        expect(row[column] === null || known.has(row[column]), `${table}.${column}`).toBe(true)
    }
  })

  it('has one approved plan for each council, of the year, nothing in it in doubt', async () => {
    const versions = await db.planVersion.findMany({
      include: { plan: true, tasks: { include: { deadlines: true } }, quotas: true },
    })
    expect(new Set(versions.map(({ plan }) => plan.councilId)).size).toBe(HERE)
    for (const { state, from, to, issuedOn, year, tasks, quotas } of versions) {
      expect(state).toBe('approved')
      expect([year, from, to]).toEqual([2026, '2026-01-01', '2026-12-31'])
      expect(tasks.length).toBeGreaterThanOrEqual(40)
      expect(tasks.length).toBeLessThanOrEqual(60)
      expect(quotas.length).toBeGreaterThanOrEqual(24)
      for (const deadline of tasks.flatMap(({ deadlines }) => deadlines)) {
        expect(deadline.suspectReason).toBeNull()
        expect(deadline.kind).not.toBe('open')
        if (deadline.dueOn) expect(deadline.dueOn > issuedOn! && deadline.dueOn <= to!, deadline.wording).toBe(true)
      }
    }
  })

  it('has 8 to 15 units in each council, and the plan gives every task to one of them', async () => {
    const councils = await db.council.findMany({
      include: {
        units: { include: { aliases: true, bodies: true } },
        plans: { include: { versions: { include: { tasks: true } } } },
      },
    })
    for (const { units, plans } of councils) {
      expect(units.length).toBeGreaterThanOrEqual(8)
      expect(units.length).toBeLessThanOrEqual(15)
      const named = units.map((unit) => ({ ...unit, aliases: unit.aliases.map(({ name }) => name), bodies: [] }))
      const leads = plans.flatMap(({ versions }) => versions.flatMap(({ tasks }) => tasks.map(({ lead }) => lead!)))
      for (const lead of new Set(leads))
        expect(
          named.some((unit) => unitConcerned(unit, lead, null) === 'lead'),
          lead,
        ).toBe(true)
      for (const { name, key } of units) expect(key).toBe(fold(name))
    }
  })

  it('speaks through several bots, each council through one of each network', async () => {
    const bots = await db.councilBot.findMany()
    expect(new Set(bots.filter(({ platform }) => platform === 'telegram').map(({ bot }) => bot)).size).toBe(
      TELEGRAM_BOTS,
    )
    expect(new Set(bots.map(({ platform }) => platform)).size).toBe(3)
    const botOf = new Map(bots.map(({ councilId, platform, bot }) => [`${councilId} ${platform}`, bot]))
    for (const { councilId, platform, bot } of await db.chat.findMany({ where: { kind: 'group' } }))
      expect(botOf.get(`${councilId} ${platform}`)).toBe(bot)
  })

  it('has done much of what is past, nothing of what is to come, and its morning is still to be said', async () => {
    const done = await db.completion.findMany({ include: { deadline: true } })
    for (const { deadline, occurrence } of done) expect((occurrence ?? deadline!.dueOn!) < MORNING).toBe(true)
    const past = await db.deadline.count({ where: { dueOn: { lt: MORNING } } })
    expect(done.filter(({ occurrence }) => occurrence === null).length / past).toBeGreaterThan(0.9)
    expect(await db.council.count({ where: { remindedThrough: addDays(MORNING, -1) } })).toBe(HERE)
  })
})

type Row = Record<string, string | null>

/** Column by column what belongs to what. */
const BELONGS = [
  ['chat', 'councilId', 'council'],
  ['councilBot', 'councilId', 'council'],
  ['account', 'personId', 'person'],
  ['unit', 'councilId', 'council'],
  ['unitAlias', 'unitId', 'unit'],
  ['unitBody', 'unitId', 'unit'],
  ['membership', 'councilId', 'council'],
  ['membership', 'personId', 'person'],
  ['membership', 'unitId', 'unit'],
  ['plan', 'councilId', 'council'],
  ['planVersion', 'planId', 'plan'],
  ['task', 'versionId', 'planVersion'],
  ['deadline', 'taskId', 'task'],
  ['completion', 'taskId', 'task'],
  ['completion', 'deadlineId', 'deadline'],
  ['completion', 'personId', 'person'],
  ['quota', 'versionId', 'planVersion'],
  ['round', 'councilId', 'council'],
  ['roundMovement', 'roundId', 'round'],
  ['roundQuota', 'movementId', 'roundMovement'],
  ['roundQuota', 'unitId', 'unit'],
  ['nomination', 'movementId', 'roundMovement'],
  ['nomination', 'unitId', 'unit'],
  ['nomination', 'personId', 'person'],
] as const
