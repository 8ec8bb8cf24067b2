import type { CouncilId, PersonId, UnitId } from '#domain/ids.ts'
import type { Role } from '#domain/access.ts'
import { PLATFORM_NAMES, type PlatformName } from '#domain/messages.ts'
import type { Db } from './database.ts'

/** A person's role in one council; heads and deputies have it for a unit. */
export interface Membership {
  councilId: CouncilId
  councilName: string
  role: Role
  unitId: UnitId | undefined
  unitName: string | undefined
}

interface Identity {
  platform: PlatformName
  externalId: string
  name: string
}

/**
 * The person behind a platform account, made where the account is new. A network may tell names late: a person without one takes the first that is
 * seen.
 */
export async function seePerson(db: Db, seen: Identity, now: Date): Promise<PersonId> {
  const { platform, externalId, name } = seen
  // One statement, which SQLite and PostgreSQL both speak: every question begins with it.
  const [known] = await db.$queryRaw<{ id: PersonId; name: string }[]>`
    SELECT p."id", p."name" FROM "Account" a JOIN "Person" p ON p."id" = a."personId"
    WHERE a."platform" = ${platform} AND a."externalId" = ${externalId}`
  if (known && known.name === '' && name !== '') await db.person.update({ where: { id: known.id }, data: { name } })
  if (known) return known.id
  const person = await db.person.create({
    data: { name, createdAt: now, accounts: { create: { platform, externalId } } },
  })
  return person.id as PersonId
}

/** What a person is called. */
export async function nameOf(db: Db, id: PersonId): Promise<string> {
  return (await db.person.findUniqueOrThrow({ where: { id }, select: { name: true } })).name
}

/** The platforms on which a person has an account, in the order of their list; `preferred`: the one of them on which the person wants to be told. */
export async function platformsOf(
  db: Db,
  id: PersonId,
): Promise<{ platforms: PlatformName[]; preferred: PlatformName | undefined }> {
  const { accounts, preferred } = await db.person.findUniqueOrThrow({ where: { id }, include: { accounts: true } })
  const platforms = PLATFORM_NAMES.filter((name) => accounts.some(({ platform }) => platform === name))
  return { platforms, preferred: platforms.find((name) => name === preferred) }
}

/** Keeps the platform on which a person wants to be told; undefined: wherever the bot last heard from them. */
export async function prefer(db: Db, id: PersonId, platform: PlatformName | undefined) {
  await db.person.update({ where: { id }, data: { preferred: platform ?? null } })
}

/** The person behind a platform account, or undefined. */
export async function findPerson(db: Db, platform: PlatformName, externalId: string): Promise<PersonId | undefined> {
  const account = await db.account.findUnique({ where: { platform_externalId: { platform, externalId } } })
  return (account?.personId ?? undefined) as PersonId | undefined
}

/** All roles of a person, in every council. */
export async function membershipsOf(db: Db, personId: PersonId): Promise<Membership[]> {
  // One statement, as every question asks it.
  const rows = await db.$queryRaw<Nullable<Membership>[]>`
    SELECT m."councilId", c."name" AS "councilName", m."role", m."unitId", u."name" AS "unitName"
    FROM "Membership" m JOIN "Council" c ON c."id" = m."councilId" LEFT JOIN "Unit" u ON u."id" = m."unitId"
    WHERE m."personId" = ${personId} ORDER BY m."createdAt", m."id"`
  return rows.map(({ unitId, unitName, ...row }) => ({
    ...row,
    unitId: unitId ?? undefined,
    unitName: unitName ?? undefined,
  }))
}

/** As it is in a row: null for what is absent. */
type Nullable<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] }

/** Gives a person a role in a council; having it already changes nothing. Returns whether it is new. */
export async function addMembership(
  db: Db,
  given: { councilId: CouncilId; personId: PersonId; role: Role; unitId: UnitId | undefined },
  now: Date,
): Promise<boolean> {
  const row = { ...given, unitId: given.unitId ?? null }
  if (await db.membership.findFirst({ where: row })) return false
  await db.membership.create({ data: { ...row, createdAt: now } })
  return true
}

/** One role that a person holds in a council. */
export interface Holding {
  id: string
  name: string
  role: Role
  unitId: UnitId | undefined
  unitName: string | undefined
}

/** Who holds roles in a council, the longest-serving first. */
export async function holdingsIn(db: Db, councilId: CouncilId): Promise<Holding[]> {
  const rows = await db.membership.findMany({
    where: { councilId },
    include: { person: { select: { name: true } }, unit: { select: { name: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, role, unitId, person, unit }) => ({
    id,
    name: person.name,
    role: role as Role,
    unitId: (unitId ?? undefined) as UnitId | undefined,
    unitName: unit?.name,
  }))
}

/** Ends one role; the person's other roles stay. */
export async function endHolding(db: Db, id: string) {
  await db.membership.delete({ where: { id } })
}
