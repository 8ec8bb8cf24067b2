import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { mayBeCode } from '#prisma/one-time-code.ts'
import { codesLockedUntil, rememberWrongCode } from '#prisma/wrong-codes.ts'
import type { Context } from './command.ts'

const MINUTE_MS = 60_000

/**
 * What a one-time code leads to: `redeem` uses it up and tells what was done, or nothing where it is no code of ours. A wrong one is answered with the
 * message `wrong` rather than thrown, as it has to be remembered: after too many of them no code is taken from this person for a while. Ordinary words
 * are answered so, too, but are no guesses.
 */
export async function tryCode(
  { db, person, now }: Context,
  code: string,
  wrong: string,
  redeem: () => Promise<Reply[] | undefined>,
): Promise<Reply[]> {
  const refusal: Reply[] = [{ head: [{ key: wrong }] }]
  if (!mayBeCode(code)) return refusal
  const personId = person.id
  const until = await codesLockedUntil(db, personId, now)
  if (until) {
    const count = Math.ceil((until.getTime() - now.getTime()) / MINUTE_MS)
    throw new UserError('codes-locked', { wait: { key: 'announce-minutes', values: { count } } })
  }
  const done = await redeem()
  if (done) return done
  await rememberWrongCode(db, personId, now)
  return refusal
}
