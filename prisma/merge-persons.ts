import type { PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** Every column that holds a person's id. A test compares it with the schema. */
export const PERSON_COLUMNS: readonly (readonly [table: string, column: string])[] = [
  ['Account', 'personId'],
  ['AccountCode', 'personId'],
  ['WrongCode', 'personId'],
  ['Membership', 'personId'],
  ['PlanVersion', 'firstApprovedBy'],
  ['Completion', 'personId'],
  ['Nomination', 'personId'],
  ['Announcement', 'createdBy'],
  ['Receipt', 'personId'],
  ['Question', 'personId'],
  ['Prompt', 'personId'],
  ['Prompt', 'askedById'],
  ['Invite', 'usedById'],
  ['CalendarToken', 'createdBy'],
  ['Audit', 'personId'],
]

/**
 * Makes one person of two who turned out to be the same: whatever was `from`'s is `into`'s, nothing twice, and `from` is gone. To be called in a
 * transaction.
 */
export async function mergePersons(db: Db, { from, into }: { from: PersonId; into: PersonId }) {
  await renameReceivers(db, from, into)
  await dropDoubles(db, from, into)
  for (const [table, column] of PERSON_COLUMNS) {
    const [inTable, at] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    await db.$executeRaw`UPDATE ${inTable} SET ${at} = ${into} WHERE ${at} = ${from}`
  }
  const [old, kept] = [
    await db.person.findUniqueOrThrow({ where: { id: from } }),
    await db.person.findUniqueOrThrow({ where: { id: into } }),
  ]
  await db.person.update({
    where: { id: into },
    data: { name: kept.name || old.name, preferred: kept.preferred ?? old.preferred },
  })
  await db.person.delete({ where: { id: from } })
}

/** What both have is kept once, as the one who stays has it. */
async function dropDoubles(db: Db, from: PersonId, into: PersonId) {
  const kept = await db.membership.findMany({ where: { personId: into } })
  const old = await db.membership.findMany({ where: { personId: from } })
  const doubles = old.filter((one) => kept.some((other) => isSameRole(one, other)))
  await db.membership.deleteMany({ where: { id: { in: doubles.map(({ id }) => id) } } })
  await db.$executeRaw`
    DELETE FROM "Receipt" WHERE "personId" = ${from}
      AND "recipientId" IN (SELECT "recipientId" FROM "Receipt" WHERE "personId" = ${into})`
  await db.$executeRaw`
    DELETE FROM "Question" WHERE "personId" = ${from}
      AND "chatId" IN (SELECT "chatId" FROM "Question" WHERE "personId" = ${into})`
}

interface HeldRole {
  councilId: string
  role: string
  unitId: string | null
}
const isSameRole = (one: HeldRole, other: HeldRole) =>
  one.councilId === other.councilId && one.role === other.role && one.unitId === other.unitId

/** The audit log names in its details to whom a role was given. */
async function renameReceivers(db: Db, from: PersonId, into: PersonId) {
  const councils = await db.membership.findMany({ where: { personId: from }, select: { councilId: true } })
  const councilIds = councils.map(({ councilId }) => councilId)
  const given = await db.audit.findMany({ where: { councilId: { in: councilIds }, action: 'role-given' } })
  for (const { id, details } of given) {
    const known = details as Record<string, string | number>
    if (known['receiver'] === from)
      await db.audit.update({ where: { id }, data: { details: { ...known, receiver: into } } })
  }
}
