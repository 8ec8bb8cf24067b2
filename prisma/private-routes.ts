import type { CouncilId, PersonId } from '#domain/ids.ts'
import { PLATFORM_NAMES, type PlatformName } from '#domain/messages.ts'
import { routesInOrder, type Route } from '#domain/routes.ts'
import type { Db } from './database.ts'
import type { Chat as ChatRow } from './generated/client.ts'
import { botsOf } from './council-bots.ts'
import { byChunks } from './in-pages.ts'
import { botsDown } from './outages.ts'

/** A person with the accounts at which the bot may know them. */
export interface Reachable {
  id: string
  preferred: string | null
  accounts: { platform: string; externalId: string }[]
}

/** What of a person is read for this, beside whatever else is wanted. */
export const WITH_ACCOUNTS = { accounts: true } as const

/** A person's private chat with a bot. */
export type PrivateChat = Omit<ChatRow, 'platform'> & Route

/**
 * The private chats of persons in the order in which they are tried: a person is told on the first. Those with the bot of the council come before
 * those with other bots of its platform, and chats that the bot may not write to last; whoever has no chat is not in the answer. A few queries
 * however many persons they are. `councilId`: of which council they are told; undefined: of none.
 */
export async function routesOf(
  db: Db,
  persons: readonly Reachable[],
  councilId: string | undefined,
): Promise<Map<string, PrivateChat[]>> {
  const chats = await chatsAt(
    db,
    persons.flatMap(({ accounts }) => accounts),
  )
  if (chats.size === 0) return new Map()
  const down = await botsDown(db)
  const several = [...chats.values()].some((at) => at.length > 1)
  const bots = several && councilId !== undefined ? await botsOf(db, councilId) : undefined
  return new Map(
    persons.flatMap(({ id, preferred, accounts }) => {
      const own = accounts.flatMap((account) => chats.get(addressOf(account)) ?? [])
      const wish = { preferred: PLATFORM_NAMES.find((name) => name === preferred), down, bots }
      return own.length > 0 ? [[id, routesInOrder(own, wish)] as const] : []
    }),
  )
}

/** The private chats of one person to which the bots may write, in the order in which they are tried. */
export async function routesOfPerson(db: Db, id: PersonId, councilId?: CouncilId): Promise<PrivateChat[]> {
  const person = await db.person.findUniqueOrThrow({ where: { id }, include: WITH_ACCOUNTS })
  return ((await routesOf(db, [person], councilId)).get(id) ?? []).filter(({ active }) => active)
}

/** Somebody of a council's secretariat, with the private chats to which the bot may write, in the order in which they are tried. */
export interface Secretary {
  id: PersonId
  routes: PrivateChat[]
}

/** A council's secretariat, each person once, the longest-serving first. */
export async function secretariatRoutes(db: Db, councilId: string): Promise<Secretary[]> {
  const memberships = await db.membership.findMany({
    where: { councilId, role: 'secretariat' },
    include: { person: { include: WITH_ACCOUNTS } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const persons = [...new Map(memberships.map(({ person }) => [person.id, person])).values()]
  const routes = await routesOf(db, persons, councilId)
  return persons.map(({ id }) => ({
    id: id as PersonId,
    routes: (routes.get(id) ?? []).filter(({ active }) => active),
  }))
}

interface Address {
  platform: string
  externalId: string
}
const addressOf = ({ platform, externalId }: Address) => `${platform} ${externalId}`

/** The private chats at these accounts, one with each bot. On every platform such a chat's address is the person's own. */
async function chatsAt(db: Db, accounts: Address[]): Promise<Map<string, PrivateChat[]>> {
  const found = new Map<string, PrivateChat[]>()
  for (const platform of new Set(accounts.map((account) => account.platform))) {
    const addresses = accounts.filter((account) => account.platform === platform).map(({ externalId }) => externalId)
    await byChunks(addresses, async (chunk) => {
      const rows = await db.chat.findMany({
        where: { platform, kind: 'private', externalId: { in: chunk } },
        orderBy: { bot: 'asc' },
      })
      for (const chat of rows) found.set(addressOf(chat), [...(found.get(addressOf(chat)) ?? []), toPrivate(chat)])
    })
  }
  return found
}

function toPrivate(chat: ChatRow): PrivateChat {
  return {
    ...chat,
    platform: chat.platform as PlatformName,
    active: chat.state === 'active',
    heardAt: chat.seenAt ?? undefined,
  }
}
