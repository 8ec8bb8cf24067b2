import { localeNamed, type Locale } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import { byPages } from './by-pages.ts'
import type { Db } from './database.ts'
import type { Prisma } from './generated/client.ts'

/** A council that uses a bot. */
export interface CouncilOn {
  id: string
  locale: Locale
  timeZone: string
}

/** The councils with a group of a bot or bound to it, and for the first bot of a platform those with somebody who has an account there and no bot yet. */
export async function* councilsOn(db: Db, { platform, bot }: BotRef): AsyncGenerator<CouncilOn> {
  const rows = byPages((page, take) =>
    db.council.findMany({
      where: {
        ...page,
        OR: [
          { chats: { some: { platform, bot, kind: 'group' } } },
          { bots: { some: { platform, bot } } },
          ...(bot === 1 ? [unbound(platform)] : []),
        ],
      },
      select: { id: true, locale: true, timeZone: true },
      orderBy: { id: 'asc' },
      take,
    }),
  )
  for await (const { locale, ...row } of rows) yield { ...row, locale: localeNamed(locale) ?? 'vi' }
}

/** Councils that were there before they had bots. */
const unbound = (platform: string): Prisma.CouncilWhereInput => ({
  bots: { none: { platform } },
  chats: { none: { platform, kind: 'group' } },
  memberships: { some: { person: { accounts: { some: { platform } } } } },
})
