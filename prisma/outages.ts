import type { PlatformName } from '#domain/messages.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'

/** A bot that takes nothing, or took nothing until a moment ago. */
export interface Outage extends BotRef {
  since: Date
  /** A short code, such as `plan`. */
  reason: string
  /** Whether it needs a person to end it. */
  down: boolean
  /** When the secretariats were told of it. */
  toldAt: Date | undefined
  /** When it took messages again. */
  endedAt: Date | undefined
}

/** Notes that a bot takes nothing since an instant. What is known already keeps its beginning; that it needs a person is kept, too. */
export async function markOut(
  db: Db,
  { platform, bot, since, reason, down }: Pick<Outage, 'platform' | 'bot' | 'since' | 'reason' | 'down'>,
) {
  const where = { platform_bot: { platform, bot } }
  // Several messages meet the same fault at once. One that is known never came back long enough for anybody to be told so.
  await db.outage.upsert({
    where,
    create: { platform, bot, since, reason, down },
    update: { reason, endedAt: null, ...(down ? { down } : {}) },
  })
}

/** Notes that a bot takes nothing until a person has done something. Called for what it is told itself, such as a permission taken back. */
export async function markDown(db: Db, ref: BotRef, reason: string, now: Date) {
  await markOut(db, { ...ref, since: now, reason, down: true })
}

/** Ends a bot's outage that was there before `begun`, when something that was sent since arrived. Returns whether there was one. */
export async function endOutage(db: Db, { platform, bot }: BotRef, begun: Date, now: Date): Promise<boolean> {
  const { count } = await db.outage.updateMany({
    where: { platform, bot, since: { lte: begun }, endedAt: null },
    data: { endedAt: now, down: false },
  })
  return count === 1
}

/** Whether a bot is known to be out. */
export async function isOut(db: Db, { platform, bot }: BotRef): Promise<boolean> {
  return (await db.outage.findFirst({ where: { platform, bot, endedAt: null }, select: { platform: true } })) !== null
}

/** The keys of the bots that take nothing at the moment. */
export async function botsDown(db: Db): Promise<Set<string>> {
  return new Set((await outagesNow(db)).map(botKey))
}

/** What is known of the bots that take nothing at the moment. */
export async function outagesNow(db: Db): Promise<Pick<Outage, 'platform' | 'bot' | 'since' | 'reason' | 'down'>[]> {
  const select = { platform: true, bot: true, since: true, reason: true, down: true }
  const rows = await db.outage.findMany({
    where: { endedAt: null },
    select,
    orderBy: [{ platform: 'asc' }, { bot: 'asc' }],
  })
  return rows.map((row) => ({ ...row, platform: row.platform as PlatformName }))
}

/** Outages of whose beginning or end the secretariats were not told yet. */
export async function untoldOutages(db: Db): Promise<Outage[]> {
  const rows = await db.outage.findMany({ where: { OR: [{ toldAt: null }, { endedAt: { not: null } }] } })
  return rows.map(({ platform, toldAt, endedAt, ...row }) => ({
    ...row,
    platform: platform as PlatformName,
    toldAt: toldAt ?? undefined,
    endedAt: endedAt ?? undefined,
  }))
}

/** Notes that the secretariats were told of an outage; one that is over is forgotten. */
export async function outageTold(db: Db, { platform, bot, since, endedAt }: Outage, now: Date) {
  const where = { platform, bot, since, endedAt: endedAt ?? null }
  if (endedAt) await db.outage.deleteMany({ where })
  else await db.outage.updateMany({ where, data: { toldAt: now } })
}
