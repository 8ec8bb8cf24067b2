import type { Role } from '#domain/access.ts'
import type { CouncilId, PersonId, UnitId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { hashOf, randomCode } from './one-time-code.ts'

/** How long a code can be used. */
export const INVITE_DAYS = 7

interface Invitation {
  councilId: CouncilId
  role: Role
  unitId: UnitId | undefined
}

/** Makes a one-time code of 128 random bits (26 letters and digits), valid for seven days. Only its hash is kept. */
export async function createInvite(db: Db, given: Invitation, now: Date): Promise<string> {
  const code = randomCode()
  const expiresAt = new Date(now.getTime() + INVITE_DAYS * 86_400_000)
  await db.invite.create({
    data: { ...given, unitId: given.unitId ?? null, codeHash: hashOf(code), createdAt: now, expiresAt },
  })
  return code
}

/**
 * Uses up a code as typed (case, spaces, hyphens and O/0, I/L/1 do not matter). Undefined where it is unknown, used or expired: the three
 * are not told apart, so that a guess learns nothing.
 */
export async function redeemInvite(
  db: Db,
  typed: string,
  personId: PersonId,
  now: Date,
): Promise<Invitation | undefined> {
  const codeHash = hashOf(typed)
  const { count } = await db.invite.updateMany({
    where: { codeHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now, usedById: personId },
  })
  if (count === 0) return undefined
  const row = await db.invite.findUniqueOrThrow({ where: { codeHash } })
  return {
    councilId: row.councilId as CouncilId,
    role: row.role as Role,
    unitId: (row.unitId ?? undefined) as UnitId | undefined,
  }
}
