import type { PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** So many wrong codes of a person within an hour lock all codes for that person for an hour. */
const MOST = 5
const HOUR_MS = 3_600_000

/** Remembers that a person sent a wrong code, on whichever network. To be called in the transaction that found it wrong: two at once then count as two. */
export async function rememberWrongCode(db: Db, personId: PersonId, now: Date) {
  await db.wrongCode.create({ data: { personId, at: now } })
}

/** Until when no code is taken from a person, not even a right one; undefined where codes are taken. While none is taken, none may be remembered as wrong. */
export async function codesLockedUntil(db: Db, personId: PersonId, now: Date): Promise<Date | undefined> {
  // What lies ahead was sent before the clock was set back: it must not lock for as long as that is.
  const wrong = await db.wrongCode.findMany({
    where: { personId, at: { lte: now } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MOST,
  })
  const [newest, oldest] = [wrong[0], wrong[MOST - 1]]
  if (!newest || !oldest || newest.at.getTime() - oldest.at.getTime() >= HOUR_MS) return undefined
  const until = new Date(newest.at.getTime() + HOUR_MS)
  return now < until ? until : undefined
}

/** Removes what can lock nothing any more. Returns how many. */
export async function removeOldWrongCodes(db: Db, now: Date): Promise<number> {
  const { count } = await db.wrongCode.deleteMany({ where: { at: { lte: new Date(now.getTime() - 2 * HOUR_MS) } } })
  return count
}
