import type { ChatAddress, Reply } from '#domain/messages.ts'
import type { ChatId, CouncilId, PersonId } from '#domain/ids.ts'
import { UserError } from '#domain/user-error.ts'
import { platformLabel, platformNames } from '#locales/route-message.ts'
import { redeemAccountCode } from '#prisma/account-codes.ts'
import { audit } from '#prisma/audit.ts'
import { botAtJoining } from '#prisma/council-bots.ts'
import { mergePersons } from '#prisma/merge-persons.ts'
import { membershipsOf, nameOf, platformsOf, type Membership } from '#prisma/persons.ts'
import { routesOfPerson } from '#prisma/private-routes.ts'
import type { Context } from './command.ts'

/**
 * Makes whoever sends a code the same person as whoever asked for it: one person from then on. The first one is told on the
 * route that was known. Undefined where the code is unknown, used or expired, which are not told apart.
 */
export async function linkAccount(context: Context, code: string): Promise<Reply[] | undefined> {
  const { db, now, chat, person } = context
  const first = await redeemAccountCode(db, code, now)
  if (!first) return undefined
  if (first === person.id) throw new UserError('account-linked-already')
  if (!(await hasRolesOf(db, first, context))) throw new UserError('account-has-roles')
  const [known] = await routesOfPerson(db, first)
  await mergePersons(db, { from: person.id, into: first })
  // Whoever asks is the first one from here on.
  context.person = { id: first, name: person.name || (await nameOf(db, first)) }
  const councils = new Set((await membershipsOf(db, first)).map(({ councilId }) => councilId))
  for (const councilId of councils) {
    await botAtJoining(db, councilId, chat)
    await note(context, councilId)
  }
  const names = platformNames((await platformsOf(db, first)).platforms)
  const done: Reply = {
    head: [{ key: 'account-linked', values: { names } }, { key: 'account-choose-route' }],
    choices: [[{ label: { key: 'choice-account-show' }, line: '/taikhoan' }]],
  }
  if (!known) return [done]
  const to: ChatAddress = { chatId: known.id as ChatId, platform: known.platform, locale: context.locale }
  const values = { platform: platformLabel(chat.platform), name: person.name }
  return [done, { head: [{ key: 'account-linked-notice', values }], to }]
}

/** Nobody gains a role by a code that somebody else was talked into sending: who gave it has all the sender's roles already. */
async function hasRolesOf(db: Context['db'], first: PersonId, { memberships }: Context): Promise<boolean> {
  const nameOfRole = ({ councilId, role, unitId }: Membership) => `${councilId} ${role} ${unitId ?? ''}`
  const known = new Set((await membershipsOf(db, first)).map(nameOfRole))
  return memberships.every((one) => known.has(nameOfRole(one)))
}

function note({ db, now, chat, person }: Context, councilId: CouncilId) {
  const details = { platform: chat.platform }
  return audit(db, { councilId, personId: person.id, action: 'account-linked', details }, now)
}
