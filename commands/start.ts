import { z } from 'zod'
import { isSecretariat } from '#domain/access.ts'
import type { CouncilId } from '#domain/ids.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { findCouncil } from '#prisma/councils.ts'
import { redeemInvite } from '#prisma/invites.ts'
import { addMembership, membershipsOf } from '#prisma/persons.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { groupsOf } from '#prisma/reminders.ts'
import type { Command, Context } from './command.ts'
import { greetGroup } from './greet-group.ts'
import { linkAccount } from './link-account.ts'
import { otherBotLines } from './other-bot.ts'
import { roleMessage } from './roles.ts'
import { tryCode } from './try-code.ts'

/** Greets; with an invite code it links the person to a council, a role and a unit, with an account code this account to the person who asked for it. */
export const start: Command = {
  name: 'start',
  aliases: [],
  act: 'link',
  about: 'person',
  args: z.string(),
  run: async (context, code) => {
    const group = context.chat.kind === 'group'
    if (code) {
      if (group) throw new UserError('code-in-group')
      return tryCode(context, code, 'code-invalid', () => join(context, code))
    }
    return group ? greetGroup(context) : greetPerson(context)
  },
}

/** Undefined where the code is neither an invite nor an account code that can be used. */
async function join(context: Context, code: string): Promise<Reply[] | undefined> {
  const { db, now, person } = context
  const invitation = await redeemInvite(db, code, person.id, now)
  if (!invitation) return linkAccount(context, code)
  const council = await findCouncil(db, invitation.councilId)
  if (!council) return undefined
  const { role, unitId } = invitation
  const otherBot = await otherBotLines(context, council.id)
  const added = await addMembership(db, { councilId: council.id, personId: person.id, role, unitId }, now)
  // From here on the person is spoken to in the council's language.
  context.locale = context.chat.locale ?? council.locale
  const unit = (await membershipsOf(db, person.id)).find((membership) => membership.unitId === unitId)?.unitName
  const details = { role, ...(unit === undefined ? {} : { unit }) }
  await audit(db, { councilId: council.id, personId: person.id, action: 'person-linked', details }, now)
  const values = { name: person.name, role: roleMessage(role, unit), council: council.name }
  const next = isSecretariat([{ role, unitId }]) ? await firstSteps(context, council.id) : []
  return [{ head: [{ key: added ? 'joined' : 'joined-already', values }, ...next, { key: 'help-due' }, ...otherBot] }]
}

/** What a new secretariat has yet to do before anybody is told anything. */
async function firstSteps({ db }: Context, councilId: CouncilId): Promise<Message[]> {
  const groups = await groupsOf(db, councilId)
  const plans = await approvedPlans(db, councilId)
  return [
    ...(groups.length === 0 ? [{ key: 'joined-link-group' }] : []),
    ...(plans.length === 0 ? [{ key: 'joined-send-plan' }] : []),
  ]
}

function greetPerson({ council, memberships, person }: Context): Reply[] {
  if (!council) return [{ head: [{ key: 'greet-stranger' }, { key: 'not-linked-person' }] }]
  const roles = memberships
    .filter(({ councilId }) => councilId === council.id)
    .map(({ role, unitName }) => roleMessage(role, unitName))
  const values = { name: person.name, roles: listed(roles), council: council.name }
  return [{ head: [{ key: 'greet-linked', values }] }]
}

/** Messages in a row, with commas between. */
function listed([first, ...rest]: Message[]): Message {
  if (!first) return { key: 'text', values: { text: '' } }
  return rest.length === 0 ? first : { key: 'listed', values: { first, rest: listed(rest) } }
}
