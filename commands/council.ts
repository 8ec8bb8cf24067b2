import { z } from 'zod'
import { UserError } from '#domain/user-error.ts'
import { chooseCouncil, councilChoices } from './choose-council.ts'
import type { Command } from './command.ts'

/** Asks a person in several councils which one is at hand in the private chat, or makes the chosen one so. */
export const council: Command = {
  name: 'hoidong',
  aliases: ['council'],
  act: 'link',
  about: 'person',
  args: z.string(),
  run: async (context, text) => {
    const { chat, memberships } = context
    if (chat.kind === 'group') throw new UserError('only-in-private')
    if (memberships.length === 0) throw new UserError('not-linked-person')
    const chosen = await chooseCouncil(context, text)
    if (chosen) return [{ head: [{ key: 'council-chosen', values: { council: chosen } }], replace: true }]
    const choices = councilChoices(memberships, '')
    if (choices.length > 1) return [{ head: [{ key: 'choose-council' }], choices }]
    return [{ head: [{ key: 'council-only-one', values: { council: memberships[0]!.councilName } }] }]
  },
}
