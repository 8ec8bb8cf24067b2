import { localeNamed, type Locale, type PlatformName } from '#domain/messages.ts'
import { byPages } from './by-pages.ts'
import type { Db } from './database.ts'

/** A council that uses a platform. */
export interface CouncilOn {
  id: string
  locale: Locale
  timeZone: string
}

/** The councils with a group on a platform, or with somebody who has an account there. */
export async function* councilsOn(db: Db, platform: PlatformName): AsyncGenerator<CouncilOn> {
  const rows = byPages((page, take) =>
    db.council.findMany({
      where: {
        ...page,
        OR: [
          { chats: { some: { platform, kind: 'group' } } },
          { memberships: { some: { person: { accounts: { some: { platform } } } } } },
        ],
      },
      select: { id: true, locale: true, timeZone: true },
      orderBy: { id: 'asc' },
      take,
    }),
  )
  for await (const { locale, ...row } of rows) yield { ...row, locale: localeNamed(locale) ?? 'vi' }
}
