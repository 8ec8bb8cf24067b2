import type { Audience } from '#domain/announcements/announcement.ts'
import type { ChatId, CouncilId, UnitId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'
import { chase } from '#domain/rounds/chase.ts'
import { standing } from '#domain/rounds/standing.ts'
import type { Db } from './database.ts'
import type { Prisma } from './generated/client.ts'
import { inPages } from './in-pages.ts'
import { routesOf, WITH_ACCOUNTS, type PrivateChat } from './private-routes.ts'
import { findRound } from './rounds.ts'

/** Somebody to be told. */
export interface Told {
  /** Undefined for somebody without a chat with the bot. */
  chatId: ChatId | undefined
  platform: PlatformName | undefined
  /** The group's title, or the person's name; the unit's where it has nobody to be told. */
  name: string
  group: boolean
  /** The units for which a person is told. */
  unit: string | undefined
  phone: string | undefined
}

/**
 * Everybody whom an audience means: groups in the order in which they were linked, then persons, those first who lead a unit. A chat is there once,
 * and a person on one route. A chat in which the bot is no longer is there as well, unless the person has another: it is refused, and reached once the
 * bot is back.
 */
export async function resolveAudience(db: Db, councilId: CouncilId, audience: Audience): Promise<Told[]> {
  const groups = await groupsTold(db, councilId, audience.groups)
  const units = await unitsMeant(db, councilId, audience)
  const people = units.length > 0 || audience.members ? await peopleIn(db, councilId) : []
  const heads = units.length > 0 ? await headsTold(db, councilId, units, people) : []
  const members = audience.members ? people.map(personTold) : []
  return once([...groups, ...heads, ...members])
}

/** Chats once, with all the units for which a person is told; units without a person are named once by themselves. */
function once(all: (Told & { personId?: string })[]): Told[] {
  const found = new Map<string, Told>()
  for (const { personId, ...told } of all) {
    const key = told.chatId ?? personId ?? `unit ${told.name}`
    const known = found.get(key)
    if (!known) found.set(key, told)
    else if (told.unit !== undefined && !known.unit?.split(', ').includes(told.unit))
      known.unit = known.unit === undefined ? told.unit : `${known.unit}, ${told.unit}`
  }
  return [...found.values()]
}

async function groupsTold(db: Db, councilId: CouncilId, groups: Audience['groups']): Promise<Told[]> {
  const rows = await db.chat.findMany({
    where: { councilId, kind: 'group' },
    orderBy: [{ linkedAt: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
  })
  const wanted = rows.filter(({ id }) => groups === 'all' || groups.includes(id as ChatId))
  return wanted.map(({ id, platform, title, externalId }) => ({
    chatId: id as ChatId,
    platform: platform as PlatformName,
    name: title ?? externalId,
    group: true,
    unit: undefined,
    phone: undefined,
  }))
}

/** The units whose heads are meant: `missingIn` adds those that the round still misses. */
async function unitsMeant(db: Db, councilId: CouncilId, { heads, missingIn }: Audience): Promise<'all' | UnitId[]> {
  if (heads === 'all' || missingIn === undefined) return heads
  const round = await findRound(db, councilId, missingIn)
  return round ? [...heads, ...chase(standing(round)).map(({ unit }) => unit.id)] : heads
}

const WITH_PERSON = {
  person: { include: WITH_ACCOUNTS },
  unit: true,
} satisfies Prisma.MembershipInclude

/** A role of somebody in the council, with the private chat in which the person is told. */
type Holding = Prisma.MembershipGetPayload<{ include: typeof WITH_PERSON }> & { chat: PrivateChat | undefined }

async function peopleIn(db: Db, councilId: CouncilId): Promise<Holding[]> {
  const holdings = await inPages((page) =>
    db.membership.findMany({
      where: { councilId },
      include: WITH_PERSON,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      ...page,
    }),
  )
  const persons = new Map(holdings.map(({ person }) => [person.id, person]))
  const routes = await routesOf(db, [...persons.values()], councilId)
  return holdings.map((holding) => ({ ...holding, chat: routes.get(holding.person.id)?.[0] }))
}

/** The heads of units, deputies where the head is away or there is none; the unit itself where there is nobody. */
async function headsTold(db: Db, councilId: CouncilId, ids: 'all' | UnitId[], people: Holding[]): Promise<Told[]> {
  const units = await db.unit.findMany({ where: { councilId }, orderBy: [{ createdAt: 'asc' }, { name: 'asc' }] })
  const present = people.filter(({ away }) => !away)
  return units
    .filter(({ id }) => ids === 'all' || ids.includes(id as UnitId))
    .flatMap(({ id, name, phone }): Told[] => {
      const [heads, deputies] = ['head', 'deputy'].map((role) =>
        present.filter((holding) => holding.unitId === id && holding.role === role),
      )
      const told = [heads!, deputies!].find(({ length }) => length > 0)
      if (told) return told.map(personTold)
      return [{ chatId: undefined, platform: undefined, name, group: false, unit: name, phone: phone ?? undefined }]
    })
}

/** A person, told once: on the first of the routes. */
function personTold({ person, unit, chat }: Holding): Told & { personId: string } {
  return {
    chatId: chat?.id as ChatId | undefined,
    platform: chat?.platform,
    name: person.name,
    group: false,
    unit: unit?.name,
    phone: unit?.phone ?? undefined,
    personId: person.id,
  }
}
