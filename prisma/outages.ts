import { PLATFORM_NAMES, type PlatformName } from '#domain/messages.ts'
import type { Db } from './database.ts'

/** A platform that takes nothing, or took nothing until a moment ago. */
export interface Outage {
  platform: PlatformName
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

/** Notes that a platform takes nothing since an instant. What is known already keeps its beginning; that it needs a person is kept, too. */
export async function markOut(
  db: Db,
  { platform, since, reason, down }: Pick<Outage, 'platform' | 'since' | 'reason' | 'down'>,
) {
  const known = await db.outage.findUnique({ where: { platform } })
  if (!known) return db.outage.create({ data: { platform, since, reason, down } })
  // It never came back long enough for anybody to be told so.
  return db.outage.update({ where: { platform }, data: { reason, down: down || known.down, endedAt: null } })
}

/** Notes that a platform takes nothing until a person has done something. Called for what the platform itself is told, such as a permission taken back. */
export async function markDown(db: Db, platform: PlatformName, reason: string, now: Date) {
  await markOut(db, { platform, since: now, reason, down: true })
}

/** Ends a platform's outage that was there before `begun`, when something that was sent since arrived. Returns whether there was one. */
export async function endOutage(db: Db, platform: PlatformName, begun: Date, now: Date): Promise<boolean> {
  const { count } = await db.outage.updateMany({
    where: { platform, since: { lte: begun }, endedAt: null },
    data: { endedAt: now, down: false },
  })
  return count === 1
}

/** Whether a platform is known to be out. */
export async function isOut(db: Db, platform: PlatformName): Promise<boolean> {
  return (await db.outage.findFirst({ where: { platform, endedAt: null }, select: { platform: true } })) !== null
}

/** The platforms that take nothing at the moment. */
export async function platformsDown(db: Db): Promise<Set<PlatformName>> {
  const rows = await db.outage.findMany({ where: { endedAt: null }, select: { platform: true } })
  return new Set(rows.flatMap(({ platform }) => PLATFORM_NAMES.filter((name) => name === platform)))
}

/** What is known of the platforms that take nothing at the moment. */
export function outagesNow(db: Db): Promise<{ platform: string; since: Date; reason: string; down: boolean }[]> {
  const select = { platform: true, since: true, reason: true, down: true }
  return db.outage.findMany({ where: { endedAt: null }, select, orderBy: { platform: 'asc' } })
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
export async function outageTold(db: Db, { platform, since, endedAt }: Outage, now: Date) {
  const where = { platform, since, endedAt: endedAt ?? null }
  if (endedAt) await db.outage.deleteMany({ where })
  else await db.outage.updateMany({ where, data: { toldAt: now } })
}
