import type { Reply } from '#domain/messages.ts'
import type { CouncilContext } from './command.ts'

/** Tells it in private; asked in a group, the group sees that it was answered. */
export function privately(context: CouncilContext, reply: Reply): Reply[] {
  if (context.chat.kind === 'private') return [reply]
  return [{ ...ofCouncil(context, reply), inPrivate: true }, { head: [{ key: 'answered-in-private' }] }]
}

/** In private the council of the group need not be the one at hand of a person who is in several: the lines say it. */
function ofCouncil({ council, memberships }: CouncilContext, reply: Reply): Reply {
  if (new Set(memberships.map(({ councilId }) => councilId)).size < 2) return reply
  const line = (words: string) => `/hoidong ${council.id} ${words}`
  return {
    ...reply,
    choices: (reply.choices ?? []).map((row) => row.map((choice) => ({ ...choice, line: line(choice.line) }))),
    ...(reply.asks === undefined ? {} : { asks: line(reply.asks) }),
  }
}
