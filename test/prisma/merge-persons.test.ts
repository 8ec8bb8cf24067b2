import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CouncilId, PersonId, UnitId } from '#domain/ids.ts'
import type { Database } from '#prisma/database.ts'
import { Prisma } from '#prisma/generated/client.ts'
import { mergePersons, PERSON_COLUMNS } from '#prisma/merge-persons.ts'
import { addMembership, seePerson } from '#prisma/persons.ts'
import { testDatabase } from '../support/database.ts'

const NOW = new Date('2025-03-10T09:00:00+07:00')
const LATER = new Date('2025-03-11T09:00:00+07:00')

let db: Database
let council: CouncilId
let unit: UnitId
let an: PersonId
let same: PersonId
beforeEach(async () => {
  db = await testDatabase()
  const made = await db.council.create({
    data: { name: 'Hội đồng', locale: 'vi', timeZone: 'Asia/Ho_Chi_Minh', createdAt: NOW },
  })
  council = made.id as CouncilId
  const police = await db.unit.create({
    data: { councilId: council, name: 'Công an', key: 'cong an', createdAt: NOW },
  })
  unit = police.id as UnitId
  an = await seePerson(db, { platform: 'telegram', externalId: '1', name: 'An' }, NOW)
  same = await seePerson(db, { platform: 'zalo-oa', externalId: 'z1', name: 'An Nguyễn' }, NOW)
})

const merge = () => db.$transaction((tx) => mergePersons(tx, { from: same, into: an }))

describe('the columns that hold a person', () => {
  it('are all known to the merging, so that nobody is forgotten by half', () => {
    const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8')
    expect([...PERSON_COLUMNS].map((column) => column.join('.')).sort()).toEqual(personColumnsOf(schema).sort())
  })

  it('are found by their names and by their relations', () => {
    const schema =
      'model A {\n  x String\n  y Person @relation(fields: [x], references: [id])\n  doneBy String?\n  title String\n}'
    expect(personColumnsOf(schema)).toEqual(['A.x', 'A.doneBy'])
  })
})

/** Every column that a relation to a person uses, or whose name says that it holds one. */
function personColumnsOf(schema: string): string[] {
  const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)]
  return models.flatMap(([, model = '', body = '']) => {
    const related = new Set([...body.matchAll(/\sPerson\??\s+@relation\(fields: \[(\w+)\]/g)].map((found) => found[1]))
    const strings = [...body.matchAll(/^ {2}(\w+)\s+String\??(?:\s|$)/gm)].map((found) => found[1]!)
    return strings
      .filter((name) => name !== 'claimedBy') // a process
      .filter((name) => related.has(name) || /(?:^personId|By|ById|(?:person|creator|author)Id)$/i.test(name))
      .map((name) => `${model}.${name}`)
  })
}

describe('merging two persons', () => {
  it('leaves nothing that names the other one, wherever it stood', async () => {
    await everywhere(same)
    await merge()
    expect(await placesOf(same)).toEqual([])
    expect((await placesOf(an)).sort()).toEqual(
      [...PERSON_COLUMNS.map((column) => column.join('.')), 'Person.id', 'Audit.details'].sort(),
    )
  })

  it('keeps what both have once', async () => {
    await everywhere(an)
    await everywhere(same)
    await merge()
    expect(await db.membership.count()).toBe(1)
    expect(await db.receipt.count()).toBe(1)
    expect(await db.question.findMany({ select: { line: true } })).toEqual([{ line: `/viec ${an}` }])
    expect(await db.person.count()).toBe(1)
    expect((await db.receipt.findFirstOrThrow()).at).toEqual(NOW)
  })

  it('keeps different roles, the name and the wish of the one who stays', async () => {
    await addMembership(db, { councilId: council, personId: an, role: 'head', unitId: unit }, NOW)
    await addMembership(db, { councilId: council, personId: same, role: 'secretariat', unitId: undefined }, NOW)
    await db.person.update({ where: { id: same }, data: { preferred: 'zalo-oa' } })
    await merge()
    expect((await db.membership.findMany()).map(({ role }) => role).sort()).toEqual(['head', 'secretariat'])
    expect(await db.person.findFirstOrThrow()).toMatchObject({ id: an, name: 'An', preferred: 'zalo-oa' })
  })

  it('takes the other name where the one who stays has none', async () => {
    await db.person.update({ where: { id: an }, data: { name: '' } })
    await merge()
    expect((await db.person.findFirstOrThrow()).name).toBe('An Nguyễn')
  })
})

let chatId: string | undefined
let recipientId: string | undefined
beforeEach(() => {
  chatId = undefined
  recipientId = undefined
})

/** One row in every table that can name a person; chats and recipients are those of the first call. */
async function everywhere(id: PersonId) {
  chatId ??= (await db.chat.create({ data: { platform: 'telegram', externalId: 'g', kind: 'group', createdAt: NOW } }))
    .id
  await addMembership(db, { councilId: council, personId: id, role: 'head', unitId: unit }, NOW)
  await db.accountCode.create({ data: { codeHash: `code ${id}`, personId: id, createdAt: NOW, expiresAt: LATER } })
  await db.wrongCode.create({ data: { personId: id, at: NOW } })
  const plan = await db.plan.create({ data: { councilId: council, createdAt: NOW } })
  const version = await db.planVersion.create({
    data: {
      planId: plan.id,
      version: 1,
      state: 'draft',
      sourceName: 'x',
      sourceHash: 'x',
      warnings: [],
      createdAt: NOW,
      firstApprovedBy: id,
    },
  })
  const task = await db.task.create({ data: { versionId: version.id, position: 1, title: 'Việc' } })
  await db.completion.create({ data: { taskId: task.id, personId: id, at: NOW } })
  const round = await db.round.create({
    data: { councilId: council, title: 'Đợt', state: 'open', deadline: LATER, createdAt: NOW },
  })
  const movement = await db.roundMovement.create({
    data: { roundId: round.id, position: 1, name: 'Phong trào', basis: 'quota', wording: '' },
  })
  const nomination = { movementId: movement.id, unitId: unit, version: 1, act: 'said', said: {}, counts: {}, at: NOW }
  await db.nomination.create({ data: { ...nomination, personId: id, personName: 'An' } })
  const announcement = await db.announcement.create({
    data: { councilId: council, state: 'sent', parts: [], audience: {}, createdBy: id, createdAt: NOW },
  })
  recipientId ??= (
    await db.announcementRecipient.create({
      data: { announcementId: announcement.id, position: 0, name: 'Nhóm', state: 'sent' },
    })
  ).id
  await db.receipt.create({ data: { recipientId, personId: id, at: id === an ? NOW : LATER } })
  await db.question.create({ data: { chatId, personId: id, line: `/viec ${an}`, expiresAt: LATER } })
  const prompt = { chatId, choices: [], createdAt: NOW, expiresAt: LATER }
  await db.prompt.create({ data: { ...prompt, personId: id, askedById: id } })
  await db.invite.create({
    data: {
      councilId: council,
      role: 'head',
      codeHash: `invite ${id}`,
      createdAt: NOW,
      expiresAt: LATER,
      usedById: id,
    },
  })
  await db.calendarToken.create({
    data: { councilId: council, tokenHash: `calendar ${id}`, createdBy: id, createdAt: NOW },
  })
  const given = { role: 'head', unit: '', receiver: id }
  await db.audit.create({
    data: { councilId: council, personId: id, action: 'role-given', details: given, at: NOW },
  })
}

/** The columns in which an id stands, with JSON ones; the names of test rows and lines that merely quote it are not looked at. */
async function placesOf(id: PersonId): Promise<string[]> {
  const found = new Set<string>()
  for (const table of Object.values(Prisma.ModelName)) {
    const delegate = db[`${table[0]!.toLowerCase()}${table.slice(1)}` as 'person']
    for (const row of await delegate.findMany())
      for (const [column, value] of Object.entries(row))
        if (!['codeHash', 'tokenHash', 'line'].includes(column) && textOf(value).includes(id))
          found.add(`${table}.${column}`)
  }
  return [...found]
}

const textOf = (value: unknown): string => (typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? ''))
