import { UserError } from '#domain/user-error.ts'
import { councilChoices } from './choose-council.ts'
import type { Context, CouncilContext } from './command.ts'

/** The context with the council that is at hand. Throws UserError where there is none: how to be linked, or which one is meant, to run `line` then. */
export function withCouncil(context: Context, line: string): CouncilContext {
  const { council, chat, memberships } = context
  if (council) return { ...context, council }
  if (chat.kind === 'group') throw new UserError('not-linked-group')
  if (memberships.length === 0) throw new UserError('not-linked-person')
  throw new UserError('choose-council', {}, councilChoices(memberships, line))
}
