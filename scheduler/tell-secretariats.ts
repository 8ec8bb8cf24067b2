import { setImmediate as othersTurn } from 'node:timers/promises'
import type { ChatId } from '#domain/ids.ts'
import { localeNamed, type Locale, type Reply } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from '#prisma/database.ts'
import { councilsOn, type CouncilOn } from '#prisma/councils-on.ts'
import { secretariatRoutes, type PrivateChat } from '#prisma/private-routes.ts'
import type { JobContext } from './job.ts'

export type Telling = Pick<JobContext, 'db' | 'now' | 'say' | 'wake'>

/** What is told to somebody of the secretariat of a council, in this chat; undefined: nothing. */
type Words = (council: CouncilOn, route: PrivateChat) => Reply | undefined

/**
 * Tells the secretariats of all councils that use a bot something about it, each person once and on the first route that is up. `name` names what
 * is told: it is said once. Returns how many persons were told.
 */
export async function tellSecretariats(context: Telling, bot: BotRef, name: string, words: Words) {
  let told = 0
  for await (const council of councilsOn(context.db, bot)) {
    await othersTurn()
    told += await context.db.$transaction((tx) => tellOne(context, tx, { council, name, words }))
    context.wake?.()
  }
  return told
}

async function tellOne(
  { now, say }: Telling,
  tx: Db,
  { council, name, words }: { council: CouncilOn; name: string; words: Words },
): Promise<number> {
  let told = 0
  for (const { id, routes } of await secretariatRoutes(tx, council.id)) {
    const [route] = routes
    const reply = route && words(council, route)
    if (!reply) continue
    // By the person: whoever serves several councils hears it once.
    const to = { chatId: route.id as ChatId, platform: route.platform, locale: localeIn(route, council) }
    if (await say(tx, { ...to, kind: 'announcement', dedupeKey: `${name}:${id}`, now }, reply)) told += 1
  }
  return told
}

const localeIn = ({ locale }: PrivateChat, council: CouncilOn): Locale => localeNamed(locale) ?? council.locale
