import { z } from 'zod'
import { may, type Act } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { Message } from '#domain/messages.ts'
import type { Command, Context } from './command.ts'

/** What can be done, one line for each, with the act that it needs. */
const LINES: { key: string; act: Act }[] = [
  { key: 'help-due', act: 'ask' },
  { key: 'help-units', act: 'see-units' },
  { key: 'help-plan', act: 'change-plans' },
  { key: 'help-link', act: 'link-chat' },
  { key: 'help-invite', act: 'invite' },
  { key: 'help-change-units', act: 'change-units' },
  { key: 'help-language', act: 'language' },
]

const WORDS = [
  'tro giup',
  'giup',
  'giup do',
  'huong dan',
  'help',
  'menu',
  'lenh',
  'xin chao',
  'chao',
  'chao bot',
  'hello',
  'hi',
]

/** What this person can do here, with examples. */
export const help: Command = {
  name: 'trogiup',
  aliases: ['help', 'huongdan'],
  act: 'help',
  about: 'person',
  args: z.string(),
  understands: (text) => Promise.resolve(WORDS.includes(fold(text).replace(/[.!?]+$/, '')) ? '' : undefined),
  run: (context) => Promise.resolve([{ head: [{ key: 'help-title' }, ...lines(context)] }]),
}

function lines({ roles, chat, council, memberships }: Context): Message[] {
  const group = chat.kind === 'group'
  const allowed = LINES.filter(({ act }) => may(act, roles, group && council !== undefined))
  const unlinked = group ? 'not-linked-group' : 'not-linked-person'
  return [
    ...(council || memberships.length > 0 ? [] : [{ key: unlinked }]),
    ...allowed.map(({ key }) => ({ key })),
    ...(new Set(memberships.map(({ councilId }) => councilId)).size > 1 && !group ? [{ key: 'help-council' }] : []),
    ...(group ? [{ key: 'help-group-hint' }] : []),
  ]
}
