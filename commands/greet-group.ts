import type { Message, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import type { Context } from './command.ts'
import { groupHint } from './group-hint.ts'

/** What the bot says when it is added to a group; in private the start command greets. */
export function greetGroup({ chat, council }: Context): Reply[] {
  if (chat.kind === 'private') return []
  const greeting: Message = council
    ? { key: 'greet-group-linked', values: { council: council.name } }
    : { key: 'greet-group' }
  // Where people are used to mention a bot or to reply to it they need not be told.
  return [{ head: TRAITS[chat.platform].hears === 'addressed' ? [greeting] : [greeting, groupHint(chat.platform)] }]
}
