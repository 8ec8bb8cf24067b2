import { createHash, randomBytes } from 'node:crypto'
import type { CouncilId, PersonId, UnitId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** What an address shows, and whose it is. */
interface Given {
  councilId: CouncilId
  /** Undefined: the whole council. */
  unitId: UnitId | undefined
  createdBy: PersonId
}

const TOKEN_BYTES = 24

/** Makes the token of a calendar's address: 192 random bits, 32 characters that may stand in a URL. Only its hash is kept. */
export async function createCalendarToken(db: Db, given: Given, now: Date): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await db.calendarToken.create({
    data: { ...given, unitId: given.unitId ?? null, tokenHash: hash(token), createdAt: now },
  })
  return token
}

/**
 * What a token shows. Undefined where it is unknown, revoked, or its maker has no role in the council any more: the three are not told apart.
 * It is looked up by its hash, so that how long that takes tells nothing about the tokens there are.
 */
export async function findCalendarToken(
  db: Db,
  token: string,
): Promise<{ councilId: CouncilId; unitId: UnitId | undefined } | undefined> {
  const row = await db.calendarToken.findUnique({
    where: { tokenHash: hash(token) },
    include: { creator: { select: { memberships: { select: { councilId: true } } } } },
  })
  const isKnown = row?.creator.memberships.some(({ councilId }) => councilId === row.councilId)
  if (!row || !isKnown || row.revokedAt) return undefined
  return { councilId: row.councilId as CouncilId, unitId: (row.unitId ?? undefined) as UnitId | undefined }
}

/** Puts the addresses that a person made for a council out of force. Returns how many there were. */
export async function revokeCalendarTokens(
  db: Db,
  { councilId, createdBy }: Pick<Given, 'councilId' | 'createdBy'>,
  now: Date,
): Promise<number> {
  const { count } = await db.calendarToken.updateMany({
    where: { councilId, createdBy, revokedAt: null },
    data: { revokedAt: now },
  })
  return count
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex')
