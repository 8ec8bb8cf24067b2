import type { CouncilId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'

/**
 * The number of the bot through which a council is spoken to, by platform. One that was bound to none is spoken to through the bot of the first of its
 * groups there.
 */
export async function botsOf(db: Db, councilId: string): Promise<Map<PlatformName, number>> {
  const bound = await db.councilBot.findMany({ where: { councilId } })
  const groups = await db.chat.findMany({
    where: { councilId, kind: 'group' },
    orderBy: [{ linkedAt: 'desc' }, { id: 'asc' }],
    select: { platform: true, bot: true },
  })
  return new Map([...groups, ...bound].map(({ platform, bot }) => [platform as PlatformName, bot]))
}

/** The bot through which a council is spoken to on a platform; undefined where it is not decided yet. */
export async function botOfCouncil(db: Db, councilId: string, platform: PlatformName): Promise<BotRef | undefined> {
  const bot = (await botsOf(db, councilId)).get(platform)
  return bot === undefined ? undefined : { platform, bot }
}

/** Binds a council to a bot, in place of another of the platform. */
export async function bindBot(db: Db, councilId: CouncilId, { platform, bot }: BotRef) {
  const where = { councilId_platform: { councilId, platform } }
  await db.councilBot.upsert({ where, create: { councilId, platform, bot }, update: { bot } })
}

/**
 * The bot of a council on the platform of this one, which becomes it where the council has none. People of a council that is older than bots of other
 * numbers are spoken to by the first one.
 */
export async function botAtJoining(db: Db, councilId: CouncilId, ref: BotRef): Promise<BotRef> {
  const known = await botOfCouncil(db, councilId, ref.platform)
  if (known) return known
  const first = { ...ref, bot: 1 }
  const chosen = ref.bot !== 1 && (await isSpokenTo(db, councilId, first)) ? first : ref
  await bindBot(db, councilId, chosen)
  return chosen
}

/** How many groups, in which the bot still is, are linked to a council through a bot. */
export function groupsThrough(db: Db, councilId: CouncilId, { platform, bot }: BotRef): Promise<number> {
  return db.chat.count({ where: { councilId, platform, bot, kind: 'group', state: 'active' } })
}

/** Whether somebody of a council has a private chat with a bot. */
async function isSpokenTo(db: Db, councilId: CouncilId, { platform, bot }: BotRef): Promise<boolean> {
  const [found] = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "Membership" m
    JOIN "Account" a ON a."personId" = m."personId" AND a."platform" = ${platform}
    JOIN "Chat" c ON c."platform" = a."platform" AND c."bot" = ${bot} AND c."externalId" = a."externalId" AND c."kind" = 'private'
    WHERE m."councilId" = ${councilId} LIMIT 1`
  return found !== undefined
}
