import { localDate } from '#domain/dates.ts'
import type { Choice } from '#domain/messages.ts'
import { linkChat } from '#prisma/chats.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Membership } from '#prisma/persons.ts'
import type { Context } from './command.ts'

/** A choice for each council of a person: it makes that council the one at hand and then runs `line`. */
export function councilChoices(memberships: readonly Membership[], line: string): Choice[][] {
  const names = new Map(memberships.map(({ councilId, councilName }) => [councilId, councilName]))
  const byName = [...names].sort(([, one], [, other]) => one.localeCompare(other, 'vi'))
  return byName.map(([id, council]) => [
    { label: { key: 'choice-council', values: { council } }, line: `/hoidong ${id} ${line}`.trim() },
  ])
}

/**
 * Makes a council of the person the one at hand in this private chat and in `context`. Returns its name; undefined, and nothing changed, where
 * the person is not in it.
 */
export async function chooseCouncil(context: Context, councilId: string): Promise<string | undefined> {
  const { db, chat, memberships, now } = context
  const roles = memberships.filter((membership) => membership.councilId === (councilId as Membership['councilId']))
  const council = roles[0] && chat.kind === 'private' ? await findCouncil(db, councilId) : undefined
  if (!council) return undefined
  if (context.council?.id !== council.id) await linkChat(db, chat.id, council.id, undefined, now)
  Object.assign(context, { council, roles, today: localDate(now, council.timeZone) })
  return council.name
}
