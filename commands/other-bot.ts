import type { CouncilId } from '#domain/ids.ts'
import type { Message } from '#domain/messages.ts'
import { isSameBot } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { fullBotName } from '#locales/route-message.ts'
import type { Chat } from '#prisma/chats.ts'
import { bindBot, botAtJoining, botOfCouncil, groupsThrough } from '#prisma/council-bots.ts'
import type { Council } from '#prisma/councils.ts'
import type { Db } from '#prisma/database.ts'
import { knownBots } from '#prisma/known-bots.ts'
import type { Context } from './command.ts'

/**
 * Makes the bot of a group the one through which a council is spoken to. Throws UserError where the council uses another one there as long as a group
 * is linked through that.
 */
export async function takeBot(db: Db, group: Chat, council: Council) {
  const ours = await botOfCouncil(db, council.id, group.platform)
  if (ours && !isSameBot(ours, group) && (await groupsThrough(db, council.id, ours)) > 0) {
    const bot = fullBotName(await knownBots(db), ours)
    throw new UserError('group-other-bot', { council: council.name, bot })
  }
  await bindBot(db, council.id, group)
}

/** What somebody who joins a council reads where it speaks through another bot than the one that was written to; nothing where it is the same. */
export async function otherBotLines({ db, chat }: Context, councilId: CouncilId): Promise<Message[]> {
  const ours = await botAtJoining(db, councilId, chat)
  if (isSameBot(ours, chat)) return []
  const known = await knownBots(db)
  const bot = fullBotName(known, ours)
  const link = known.find((one) => isSameBot(one, ours))?.link
  // Only Telegram knows a person by the same id at all bots.
  const key = chat.platform === 'telegram' ? 'joined-other-bot' : 'joined-other-bot-code'
  return [
    { key, values: { bot } },
    ...(link === undefined ? [] : [{ key: 'joined-other-bot-link', values: { bot, link } }]),
  ]
}
