import type { ChatId } from '#domain/ids.ts'
import { localeNamed, type ChatAddress, type Locale, type PlatformName } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Chat, Council } from './generated/client.ts'

/** Where something of a council is said in a chat: in its language, else the council's. Choices in a private chat name the council, as somebody may be in several. */
export function addressIn(chat: Chat, council: Pick<Council, 'id' | 'locale'>): ChatAddress & BotRef {
  return {
    chatId: chat.id as ChatId,
    platform: chat.platform as PlatformName,
    bot: chat.bot,
    locale: localeNamed(chat.locale) ?? (council.locale as Locale),
    topic: chat.homeTopic ?? undefined,
    council: chat.kind === 'private' ? (council.id as ChatAddress['council']) : undefined,
  }
}
