import { createHash, randomBytes } from 'node:crypto'
import type { Role } from '#domain/access.ts'
import type { CouncilId, PersonId, UnitId } from '#domain/ids.ts'
import type { Db } from './database.ts'

/** Crockford's base 32: no I, L, O or U, so that a code survives being read out and typed again. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const BITS = 128
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
    data: { ...given, unitId: given.unitId ?? null, codeHash: hash(code), createdAt: now, expiresAt },
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
  const codeHash = hash(normalise(typed))
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

function randomCode(): string {
  let bits = BigInt(`0x${randomBytes(BITS / 8).toString('hex')}`)
  let code = ''
  for (let left = BITS; left > 0; left -= 5) {
    code = ALPHABET[Number(bits & 31n)]! + code
    bits >>= 5n
  }
  return code
}

const normalise = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

const hash = (code: string) => createHash('sha256').update(code).digest('hex')
