import type { CouncilId } from '#domain/ids.ts'
import type { Locale } from '#domain/messages.ts'
import type { Db } from './database.ts'

export interface Council {
  id: CouncilId
  name: string
  locale: Locale
  timeZone: string
}

/** Makes a council. */
export async function createCouncil(db: Db, given: { name: string; locale: Locale; timeZone: string }, now: Date) {
  const row = await db.council.create({ data: { ...given, createdAt: now } })
  return row.id as CouncilId
}

/** The council with this id, or undefined. */
export async function findCouncil(db: Db, id: string): Promise<Council | undefined> {
  const [row] = await db.$queryRaw<Council[]>`
    SELECT "id", "name", "locale", "timeZone" FROM "Council" WHERE "id" = ${id}`
  return row
}

/** How many councils this installation serves. */
export function countCouncils(db: Db): Promise<number> {
  return db.council.count()
}
