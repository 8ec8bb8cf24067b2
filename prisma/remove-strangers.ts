import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import { markKey } from './heard.ts'
import { byChunks } from './in-pages.ts'
import { PERSON_COLUMNS } from './merge-persons.ts'
import { REMOVED_IDS } from './removed-person.ts'

/**
 * Removes those who wrote to a bot and never had anything to do with a council: nobody's member, in no log, and not heard of in private since an
 * instant; with them their accounts and private chats. Whoever writes again is a stranger as before. Returns how many.
 */
export async function removeStrangers(db: Db, before: Date): Promise<number> {
  // None of these is asked for once for each person: few of the columns have an index.
  const named = PERSON_COLUMNS.filter(([table]) => table !== 'Account').map(([table, column]) => {
    const [inTable, at] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)]
    return Prisma.sql`p."id" NOT IN (SELECT ${at} FROM ${inTable} WHERE ${at} IS NOT NULL)`
  })
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."id" FROM "Person" p
    WHERE p."createdAt" < ${before} AND p."id" NOT IN (${Prisma.join([...REMOVED_IDS])}) AND ${Prisma.join(named, ' AND ')}
      AND p."id" NOT IN (
        SELECT a."personId" FROM "Account" a JOIN "Chat" c ON c."platform" = a."platform" AND c."externalId" = a."externalId"
        WHERE c."seenAt" >= ${before})`
  const receivers = await receiversIn(db)
  const strangers = rows.map(({ id }) => id).filter((id) => !receivers.has(id))
  await byChunks(strangers, async (ids) => {
    await removeChats(db, ids)
    await db.person.deleteMany({ where: { id: { in: ids } } })
  })
  return strangers.length
}

/** To whom roles were given, as the audit log says in its details. */
async function receiversIn(db: Db): Promise<Set<unknown>> {
  const given = await db.audit.findMany({ where: { action: 'role-given' }, select: { details: true } })
  return new Set(given.map(({ details }) => (details as Record<string, unknown>)['receiver']))
}

async function removeChats(db: Db, personIds: string[]) {
  const accounts = await db.account.findMany({ where: { personId: { in: personIds } } })
  for (const { platform, externalId } of accounts) {
    await db.chat.deleteMany({ where: { platform, externalId, kind: 'private' } })
    await db.fact.deleteMany({ where: { platform, key: markKey(externalId) } })
  }
}
