import type { Role } from '#domain/access.ts'
import { fold } from '#domain/fold.ts'
import type { CouncilId, UnitId } from '#domain/ids.ts'
import type { Db } from './database.ts'

export interface Unit {
  id: UnitId
  name: string
  aliases: string[]
  bodies: string[]
}

export interface UnitWithPeople extends Unit {
  /** For those whom the bot cannot reach; shown to the secretariat alone. */
  phone?: string | undefined
  people: { name: string; role: Role; away: boolean }[]
}

/** The units of a council in the order in which they were entered. */
export async function listUnits(db: Db, councilId: CouncilId): Promise<UnitWithPeople[]> {
  const rows = await db.unit.findMany({
    where: { councilId },
    include: {
      aliases: { orderBy: { name: 'asc' } },
      bodies: { orderBy: { position: 'asc' } },
      memberships: { include: { person: { select: { name: true } } }, orderBy: { createdAt: 'asc' } },
    },
    orderBy: [{ createdAt: 'asc' }, { name: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id as UnitId,
    name: row.name,
    phone: row.phone ?? undefined,
    aliases: row.aliases.map(({ name }) => name),
    bodies: row.bodies.map(({ name }) => name),
    people: row.memberships.map(({ person, role, away }) => ({ name: person.name, role: role as Role, away })),
  }))
}

/** Adds a unit, with the bodies that its row names; one of the same name (whatever its case and diacritics) is returned instead. */
export async function addUnit(db: Db, councilId: CouncilId, name: string, bodies: string[], now: Date) {
  const key = fold(name)
  const known = await db.unit.findUnique({ where: { councilId_key: { councilId, key } } })
  if (known) return { id: known.id as UnitId, added: false }
  const row = await db.unit.create({
    data: {
      councilId,
      name,
      key,
      createdAt: now,
      bodies: { create: bodies.map((body, position) => ({ name: body, position })) },
    },
  })
  return { id: row.id as UnitId, added: true }
}

/** Gives a unit another name by which people call it; having it already changes nothing. */
export async function addAlias(db: Db, unitId: UnitId, name: string) {
  const row = { unitId, name, key: fold(name) }
  await db.unitAlias.upsert({ where: { unitId_key: { unitId, key: row.key } }, create: row, update: { name } })
}

/** Renames a unit. Returns false where another unit of the council has that name. */
export async function renameUnit(db: Db, councilId: CouncilId, unitId: UnitId, name: string): Promise<boolean> {
  const key = fold(name)
  const other = await db.unit.findUnique({ where: { councilId_key: { councilId, key } } })
  if (other && other.id !== (unitId as string)) return false
  await db.unit.update({ where: { id: unitId }, data: { name, key } })
  return true
}

/** Removes a unit with its aliases, bodies, roles and open invites. */
export async function removeUnit(db: Db, unitId: UnitId) {
  await db.unit.delete({ where: { id: unitId } })
}

/** Marks the heads of a unit as away or present. Returns how many. */
export async function setHeadAway(db: Db, unitId: UnitId, away: boolean): Promise<number> {
  const { count } = await db.membership.updateMany({ where: { unitId, role: 'head' }, data: { away } })
  return count
}

/** Keeps the phone number of a unit, or forgets it. */
export async function setUnitPhone(db: Db, unitId: UnitId, phone: string | undefined) {
  await db.unit.update({ where: { id: unitId }, data: { phone: phone ?? null } })
}
