import type { ChatId, CouncilId } from '#domain/ids.ts'
import { localeNamed, type Locale, type PlatformName } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import type { Chat as ChatRow } from './generated/client.ts'

export interface Chat extends BotRef {
  id: ChatId
  externalId: string
  kind: 'private' | 'group'
  title: string | undefined
  locale: Locale | undefined
  councilId: CouncilId | undefined
}

interface SeenChat {
  platform: PlatformName
  /** Left out: the first. */
  bot?: number | undefined
  externalId: string
  kind: 'private' | 'group'
  title?: string | undefined
}

/** When a private chat was last heard from is known to the hour: writing it down with every word would slow the answers. */
const SEEN_EVERY_MS = 3_600_000

type KnownChat = Pick<
  ChatRow,
  'id' | 'platform' | 'bot' | 'externalId' | 'kind' | 'title' | 'locale' | 'councilId' | 'state' | 'seenAt'
>

/** The chat at this address, made where it is new, its title kept current, its state set back to active and noted when it was heard from. */
export async function seeChat(db: Db, seen: SeenChat, now: Date): Promise<Chat> {
  const { platform, bot = 1, externalId, kind } = seen
  // By hand, both: every question begins with it.
  const [known] = await db.$queryRaw<KnownChat[]>`
    SELECT "id", "platform", "bot", "externalId", "kind", "title", "locale", "councilId", "state", "seenAt" FROM "Chat"
    WHERE "platform" = ${platform} AND "externalId" = ${externalId} AND "bot" = ${bot}`
  const title = seen.title ?? null
  const seenAt = kind === 'private' ? now : null
  if (!known)
    return toChat(await db.chat.create({ data: { platform, bot, externalId, kind, title, seenAt, createdAt: now } }))
  const isFresh = kind === 'group' || now.getTime() - (known.seenAt?.getTime() ?? 0) < SEEN_EVERY_MS
  if (known.state !== 'active' || known.title !== title || !isFresh)
    await db.$executeRaw`
      UPDATE "Chat" SET "title" = ${title}, "state" = 'active', "seenAt" = ${isFresh ? known.seenAt : seenAt}
      WHERE "id" = ${known.id}`
  return toChat({ ...known, title })
}

/** The chat with a bot at this address, or undefined. */
export async function findChat(db: Db, { platform, bot }: BotRef, externalId: string): Promise<Chat | undefined> {
  const row = await db.chat.findUnique({ where: { platform_externalId_bot: { platform, bot, externalId } } })
  return row ? toChat(row) : undefined
}

/** The chat with this id, or undefined. */
export async function chatById(db: Db, id: string): Promise<Chat | undefined> {
  const row = await db.chat.findUnique({ where: { id } })
  return row ? toChat(row) : undefined
}

/**
 * Makes a council the one that a chat is about: for a group its link, with the `topic` in which the bot speaks by itself; for a private chat
 * the choice of a person who is in several councils.
 */
export async function linkChat(db: Db, id: ChatId, councilId: CouncilId, topic: string | undefined, now: Date) {
  await db.chat.update({ where: { id }, data: { councilId, homeTopic: topic ?? null, linkedAt: now } })
}

/** Takes a group's link away. */
export async function unlinkChat(db: Db, id: ChatId) {
  await db.chat.update({ where: { id }, data: { councilId: null, homeTopic: null, linkedAt: null } })
}

/** Keeps the language chosen for a chat. */
export async function setChatLocale(db: Db, id: ChatId, locale: Locale) {
  await db.chat.update({ where: { id }, data: { locale } })
}

/** Marks a chat in which the bot is no longer: it is not written to until it is seen again. Its link stays. */
export async function leaveChat(db: Db, id: ChatId) {
  await db.chat.update({ where: { id }, data: { state: 'left' } })
}

/**
 * Moves a chat to its new address (a group turned supergroup). Where the new address was seen before the old one was told of the move, that
 * newcomer gives way: it holds nothing but its waiting messages.
 */
export async function moveChat(db: Db, id: ChatId, to: string) {
  const chat = await db.chat.findUniqueOrThrow({ where: { id } })
  if (chat.externalId === to) return
  const newcomer = await db.chat.findUnique({
    where: { platform_externalId_bot: { platform: chat.platform, bot: chat.bot, externalId: to } },
  })
  if (newcomer) {
    await db.outbox.updateMany({ where: { chatId: newcomer.id }, data: { chatId: id } })
    await db.prompt.updateMany({ where: { chatId: newcomer.id }, data: { chatId: id } })
    await db.announcementRecipient.updateMany({
      where: { chatId: newcomer.id, announcement: { recipients: { none: { chatId: id } } } },
      data: { chatId: id },
    })
    await db.chat.delete({ where: { id: newcomer.id } })
  }
  await db.chat.update({
    where: { id },
    data: { externalId: to, state: 'active', councilId: chat.councilId ?? newcomer?.councilId ?? null },
  })
}

function toChat(row: Omit<KnownChat, 'state' | 'seenAt'>): Chat {
  return {
    id: row.id as ChatId,
    platform: row.platform as PlatformName,
    bot: row.bot,
    externalId: row.externalId,
    kind: row.kind as Chat['kind'],
    title: row.title ?? undefined,
    locale: localeNamed(row.locale),
    councilId: (row.councilId ?? undefined) as CouncilId | undefined,
  }
}
