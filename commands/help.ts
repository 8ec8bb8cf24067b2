import { z } from 'zod'
import { may, type Act } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { Message } from '#domain/messages.ts'
import type { Command, Context } from './command.ts'
import { groupHint } from './group-hint.ts'

/** What can be done, one line for each, with the act that it needs. */
const LINES: { key: string; act: Act }[] = [
  { key: 'help-due', act: 'ask' },
  { key: 'help-calendar', act: 'ask' },
  { key: 'help-quota', act: 'ask' },
  { key: 'help-details', act: 'ask' },
  { key: 'help-done', act: 'mark-done' },
  { key: 'help-nominate', act: 'nominate' },
  { key: 'help-tally', act: 'see-rounds' },
  { key: 'help-rounds', act: 'see-rounds' },
  { key: 'help-run-rounds', act: 'run-rounds' },
  { key: 'help-announce', act: 'announce' },
  { key: 'help-units', act: 'see-units' },
  { key: 'help-plan', act: 'change-plans' },
  { key: 'help-review-plan', act: 'change-plans' },
  { key: 'help-link', act: 'link-chat' },
  { key: 'help-invite', act: 'invite' },
  { key: 'help-change-units', act: 'change-units' },
  { key: 'help-settings', act: 'change-settings' },
  { key: 'help-audit', act: 'see-audit' },
  { key: 'help-language', act: 'language' },
  { key: 'help-account', act: 'accounts' },
]

/** Greetings and calls for help, folded, which are all that is said. */
const CALLS =
  /^(?:(?:xin )?chao(?: (?:bot|ban|em|anh|chi|moi nguoi|ca nha))*|alo|hello|hi|hey|good (?:morning|afternoon|day)|bot|(?:bot|ban|em|ad) oi|menu|lenh|help(?: me)?|(?:tro )?giup(?: (?:do|toi|em|minh|voi|a))*|huong dan(?: (?:su dung|dung))?|(?:bot|ban|em) (?:la ai|la gi|ten gi|(?:co the |biet )?(?:lam|giup)(?: duoc)?(?: nhung)? gi)|who are you|what can you do)(?: a| nhe| voi| vay| the)*$/

/** What this person can do here, with examples. */
export const help: Command = {
  name: 'trogiup',
  aliases: ['help', 'huongdan'],
  act: 'help',
  about: 'person',
  args: z.string(),
  understands: (text, { chat }) => Promise.resolve(said(text, chat.kind)),
  run: (context, text) =>
    Promise.resolve([{ head: text === THANKS ? [{ key: 'welcome' }] : [{ key: 'help-title' }, ...lines(context)] }]),
}

const THANKS = 'thanks'
const THANKING =
  /^(?:(?:da|vang|ok|oke) )*(?:(?:em |toi |minh )?(?:xin )?cam on|thanks?|thank you)(?: (?:bot|ad|ban|em|anh|chi|bac|nhieu|lam|rat|nhe|nha|a|you|so|very|much))*$/

/** Thanks are answered in private; in a group a bot that answers them is in the way. */
function said(text: string, chat: Context['chat']['kind']): string | undefined {
  const words = fold(text)
    .replace(/[.!?,]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (CALLS.test(words)) return ''
  return chat === 'private' && THANKING.test(words) ? THANKS : undefined
}

function lines({ roles, chat, council, memberships }: Context): Message[] {
  const group = chat.kind === 'group'
  const allowed = LINES.filter(({ act }) => may(act, roles, group && council !== undefined))
  const unlinked = group ? 'not-linked-group' : 'not-linked-person'
  return [
    ...(council || memberships.length > 0 ? [] : [{ key: unlinked }]),
    ...allowed.map(({ key }) => ({ key })),
    ...(new Set(memberships.map(({ councilId }) => councilId)).size > 1 && !group ? [{ key: 'help-council' }] : []),
    ...(group ? [groupHint(chat.platform)] : []),
  ]
}
