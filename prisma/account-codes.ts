import type { PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { hashOf, randomCode } from './one-time-code.ts'

/** How long a code can be used. */
export const ACCOUNT_CODE_MINUTES = 60

/** Makes a one-time code with which a person links an account on another platform, in place of an earlier one. Only its hash is kept. */
export async function createAccountCode(db: Db, personId: PersonId, now: Date): Promise<string> {
  const code = randomCode()
  const expiresAt = new Date(now.getTime() + ACCOUNT_CODE_MINUTES * 60_000)
  await db.accountCode.deleteMany({ where: { personId } })
  await db.accountCode.create({ data: { codeHash: hashOf(code), personId, createdAt: now, expiresAt } })
  return code
}

/** Uses up a code as typed and returns whose it is. Undefined where it is unknown, used or expired: a guess learns nothing. */
export async function redeemAccountCode(db: Db, typed: string, now: Date): Promise<PersonId | undefined> {
  const codeHash = hashOf(typed)
  const { count } = await db.accountCode.updateMany({
    where: { codeHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) return undefined
  const { personId } = await db.accountCode.findUniqueOrThrow({ where: { codeHash } })
  return personId as PersonId
}
