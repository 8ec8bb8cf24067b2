import { z } from 'zod'
import type { BotRef } from '#domain/platforms.ts'
import type { Database, Db } from './database.ts'
import { factOf, keepFact } from './facts.ts'

/** A message that came in. `met`: the other way in has brought it, too. */
const Mark = z.object({
  id: z.string(),
  at: z.number(),
  digest: z.string(),
  by: z.enum(['webhook', 'history']),
  met: z.boolean().optional(),
})
export type Mark = z.infer<typeof Mark>

interface Place extends BotRef {
  externalId: string
}

/** As many marks of a chat as may lie within the seconds in which two ways in are compared. */
const MOST_MARKS = 30
/** Under which the marks of a chat are kept. */
export const markKey = (externalId: string) => `heard:${externalId}`

/** What is known of a chat, or undefined where it was never seen. */
export async function seenChat(
  db: Db,
  { platform, bot, externalId }: Place,
): Promise<{ kind: 'private' | 'group'; title: string | undefined } | undefined> {
  const row = await db.chat.findUnique({ where: { platform_externalId_bot: { platform, bot, externalId } } })
  return row ? { kind: row.kind === 'group' ? 'group' : 'private', title: row.title ?? undefined } : undefined
}

/** For each chat of a bot when the last thing that was heard there happened, in milliseconds by the network's clock. */
export async function heardTo(db: Db, { platform, bot }: BotRef): Promise<Map<string, number>> {
  const rows = await db.chat.findMany({
    where: { platform, bot, heardTo: { not: null } },
    select: { externalId: true, heardTo: true },
  })
  return new Map(rows.map((row) => [row.externalId, Number(row.heardTo)]))
}

/** When the newest thing that was heard anywhere by a bot happened, by the network's clock. */
export async function newestHeard(db: Db, { platform, bot }: BotRef): Promise<number | undefined> {
  const { _max: newest } = await db.chat.aggregate({ where: { platform, bot }, _max: { heardTo: true } })
  return newest.heardTo === null ? undefined : Number(newest.heardTo)
}

/** The last marks of a chat, oldest first. */
export async function marksOf(db: Db, { externalId, ...ref }: Place): Promise<Mark[]> {
  const kept = await factOf(db, ref, markKey(externalId))
  return kept === undefined ? [] : z.array(Mark).parse(JSON.parse(kept))
}

/** Keeps the marks of a chat, the last ones of them. */
export async function keepMarks(db: Db, { externalId, ...ref }: Place, marks: Mark[]) {
  await keepFact(db, ref, markKey(externalId), JSON.stringify(marks.slice(-MOST_MARKS)))
}

/** Notes up to when a chat was heard; never back. `at`: milliseconds by the network's clock; `now` is when a chat that is new was first seen. */
export async function keepHeard(
  db: Database,
  { platform, bot, externalId, kind }: Place & { kind: 'private' | 'group' },
  at: number,
  now: Date,
) {
  const to = BigInt(at)
  await db.chat.upsert({
    where: { platform_externalId_bot: { platform, bot, externalId } },
    create: { platform, bot, externalId, kind, createdAt: now, heardTo: to },
    update: {},
  })
  await db.chat.updateMany({
    where: { platform, bot, externalId, OR: [{ heardTo: null }, { heardTo: { lt: to } }] },
    data: { heardTo: to },
  })
}
