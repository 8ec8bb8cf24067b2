import { fold } from '#domain/fold.ts'
import type { Role } from '#domain/access.ts'
import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { REMOVED_IDS } from './removed-person.ts'

/** Somebody of whom something is kept. */
export interface KnownPerson {
  id: PersonId
  name: string
  since: Date
  roles: { councilId: CouncilId; council: string; role: Role; unit: string | undefined }[]
  accounts: { platform: string; externalId: string }[]
}

/**
 * Those whom a council may mean by an id, or by a name with or without its marks: who has a role there or did something there, and strangers,
 * who belong to no council.
 */
export async function personsKnownAs(db: Db, councilId: CouncilId, said: string): Promise<KnownPerson[]> {
  const acting = await db.audit.findMany({
    where: { councilId, personId: { not: null } },
    distinct: ['personId'],
    select: { personId: true },
  })
  const known = await db.person.findMany({
    where: {
      id: { notIn: [...REMOVED_IDS] },
      OR: [
        { memberships: { some: { councilId } } },
        { memberships: { none: {} } },
        { id: { in: acting.map(({ personId }) => personId!) } },
      ],
    },
    select: { id: true, name: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const byId = known.filter(({ id }) => id === said)
  const wanted = fold(said)
  const found = byId.length > 0 ? byId : known.filter(({ name }) => wanted !== '' && fold(name) === wanted)
  return Promise.all(found.map(({ id }) => knownPerson(db, id)))
}

async function knownPerson(db: Db, id: string): Promise<KnownPerson> {
  const { name, createdAt, accounts, memberships } = await db.person.findUniqueOrThrow({
    where: { id },
    include: {
      accounts: { select: { platform: true, externalId: true } },
      memberships: {
        include: { council: { select: { name: true } }, unit: { select: { name: true } } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  })
  const roles = memberships.map(({ councilId, council, role, unit }) => ({
    councilId: councilId as CouncilId,
    council: council.name,
    role: role as Role,
    unit: unit?.name,
  }))
  return { id: id as PersonId, name, since: createdAt, roles, accounts }
}
