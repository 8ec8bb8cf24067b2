import type { Reply } from '#domain/messages.ts'
import type { Context } from './command.ts'

/** What the bot says when it is added to a group; in private the start command greets. */
export function greetGroup({ chat, council }: Context): Reply[] {
  if (chat.kind === 'private') return []
  if (!council) return [{ head: [{ key: 'greet-group' }] }]
  return [{ head: [{ key: 'greet-group-linked', values: { council: council.name } }] }]
}
