import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { factOf, keepFact } from './facts.ts'

/** How far whoever asks for what was missed has got: `tried` once, or has heard the `whole` of it. */
export type CaughtUp = 'tried' | 'whole'

/** The lease of the process that asks a network for what was missed. */
export const catchUpLease = (ref: BotRef) => `catch-up:${botKey(ref)}`
const KEY = 'caught-up'

/** Tells the other processes how far the holder of the lease has got. */
export async function keepCaughtUp(db: Db, ref: BotRef, holder: string, state: CaughtUp) {
  await keepFact(db, ref, KEY, `${holder} ${state}`)
}

/** Who has the lease, until when, and how far it has got; undefined where nobody has it. */
export async function caughtUp(
  db: Db,
  ref: BotRef,
): Promise<{ holder: string; until: Date; state: CaughtUp | undefined } | undefined> {
  const lease = await db.lease.findUnique({ where: { name: catchUpLease(ref) } })
  if (!lease) return undefined
  const { holder, until } = lease
  const [by, state] = ((await factOf(db, ref, KEY)) ?? '').split(' ')
  return { holder, until, state: by === holder ? (state as CaughtUp) : undefined }
}
