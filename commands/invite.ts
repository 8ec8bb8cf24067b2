import { z } from 'zod'
import type { Role } from '#domain/access.ts'
import { formatDate, localDate } from '#domain/dates.ts'
import { needsUnit, readInvitation } from '#domain/invitation.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { matchUnits } from '#domain/units.ts'
import { UserError } from '#domain/user-error.ts'
import { audit } from '#prisma/audit.ts'
import { createInvite, INVITE_DAYS } from '#prisma/invites.ts'
import { botOfCouncil } from '#prisma/council-bots.ts'
import { addMembership, seePerson } from '#prisma/persons.ts'
import { addUnit, listUnits, type Unit } from '#prisma/units.ts'
import type { Command, CouncilContext } from './command.ts'
import { findUnit, LONGEST_LABEL } from './find-unit.ts'
import { roleMessage } from './roles.ts'

/** Written before the role in the choice that adds an unknown unit first. */
const ADD = '+'

/**
 * A one-time code for a role and a unit, in private only; in a group, as a reply to a person's message, the role is given to that person on the
 * spot.
 */
export const invite: Command = {
  name: 'moi',
  aliases: ['invite'],
  act: 'invite',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    const asked = readInvitation(text.startsWith(ADD) ? text.slice(ADD.length) : text)
    if (!asked) throw new UserError('invite-usage')
    if (context.chat.kind === 'group' && !context.replyTo) throw new UserError('invite-private-only')
    const unit = await unitFor(context, asked, text)
    return context.replyTo ? giveRole(context, asked.role, unit, context.replyTo) : giveCode(context, asked.role, unit)
  },
}

async function unitFor(
  context: CouncilContext,
  { role, unitText }: { role: Role; unitText: string | undefined },
  text: string,
): Promise<Unit | undefined> {
  if (!unitText && needsUnit(role)) throw new UserError('invite-unit-missing')
  if (!unitText || role === 'secretariat') return undefined
  const { db, council, now } = context
  const units = await listUnits(db, council.id)
  if (text.startsWith(ADD)) {
    const { id, name } = await addUnit(db, council.id, unitText, [], now)
    return { id, name, aliases: [], bodies: [] }
  }
  const prefix = text.slice(0, text.lastIndexOf(unitText)).replace(/["“]$/, '')
  if (units.some(({ name }) => name === unitText) || matchUnits(unitText, units).length > 0)
    return findUnit(unitText, units, (name) => `/moi ${prefix}${name}`)
  // A choice is a line of its own, which no longer replies to the person: on the spot the unit has to be added first.
  if (context.replyTo) throw new UserError('invite-unit-add-first', { unit: unitText })
  const label = { key: 'invite-add-unit', values: { unit: shorten(unitText, LONGEST_LABEL - 20) } }
  throw new UserError('invite-unit-new', { unit: unitText }, [[{ label, line: `/moi ${ADD}${text}` }]])
}

async function giveCode(context: CouncilContext, role: Role, unit: Unit | undefined): Promise<Reply[]> {
  const { db, council, person, chat, now, inviteLink } = context
  const code = await createInvite(db, { councilId: council.id, role, unitId: unit?.id }, now)
  const details = { role, unit: unit?.name ?? '' }
  await audit(db, { councilId: council.id, personId: person.id, action: 'invite-created', details }, now)
  const link = inviteLink((await botOfCouncil(db, council.id, chat.platform)) ?? chat, code)
  const until = localDate(new Date(now.getTime() + INVITE_DAYS * 86_400_000), council.timeZone)
  const lines: Message[] = [
    { key: 'invite-code', values: { role: roleMessage(role, unit?.name), date: formatDate(until), days: INVITE_DAYS } },
    { key: 'invite-code-line', values: { code } },
    ...(link ? [{ key: 'invite-link', values: { link } }] : []),
    { key: 'invite-forward' },
  ]
  return [{ head: lines }]
}

async function giveRole(
  context: CouncilContext,
  role: Role,
  unit: Unit | undefined,
  to: NonNullable<CouncilContext['replyTo']>,
): Promise<Reply[]> {
  const { db, council, person, chat, now } = context
  const { externalId, name } = to
  const receiver = await seePerson(db, { platform: chat.platform, externalId, name }, now)
  const added = await addMembership(db, { councilId: council.id, personId: receiver, role, unitId: unit?.id }, now)
  const details = { role, unit: unit?.name ?? '', receiver }
  if (added) await audit(db, { councilId: council.id, personId: person.id, action: 'role-given', details }, now)
  const values = { name, role: roleMessage(role, unit?.name), council: council.name }
  return [{ head: [{ key: added ? 'joined' : 'joined-already', values }] }]
}
