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
  // By hand, as most questions look for a unit in them.
  const units = await db.$queryRaw<{ id: UnitId; name: string; phone: string | null }[]>`
    SELECT "id", "name", "phone" FROM "Unit" WHERE "councilId" = ${councilId} ORDER BY "createdAt", "name"`
  const aliases = await db.$queryRaw<Named[]>`
    SELECT a."unitId", a."name" FROM "Unit" u JOIN "UnitAlias" a ON a."unitId" = u."id"
    WHERE u."councilId" = ${councilId} ORDER BY a."name"`
  const bodies = await db.$queryRaw<Named[]>`
    SELECT b."unitId", b."name" FROM "Unit" u JOIN "UnitBody" b ON b."unitId" = u."id"
    WHERE u."councilId" = ${councilId} ORDER BY b."position"`
  const people = await db.$queryRaw<(Named & { role: Role; away: boolean })[]>`
    SELECT m."unitId", p."name", m."role", m."away"
    FROM "Unit" u JOIN "Membership" m ON m."unitId" = u."id" JOIN "Person" p ON p."id" = m."personId"
    WHERE u."councilId" = ${councilId} ORDER BY m."createdAt"`
  return units.map(({ phone, ...unit }) => {
    const ofUnit = ({ unitId }: Named) => unitId === unit.id
    return {
      ...unit,
      phone: phone ?? undefined,
      aliases: aliases.filter(ofUnit).map(({ name }) => name),
      bodies: bodies.filter(ofUnit).map(({ name }) => name),
      people: people.filter(ofUnit).map(({ name, role, away }) => ({ name, role, away })),
    }
  })
}

interface Named {
  unitId: UnitId
  name: string
}

/**
 * Adds a unit, with the bodies that its row names. One of the same name (whatever its case and diacritics) is returned instead, or one that is
 * also called so: plans go on naming a unit as before it was renamed.
 */
export async function addUnit(db: Db, councilId: CouncilId, name: string, bodies: string[], now: Date) {
  const key = fold(name)
  const known = await unitCalled(db, councilId, key)
  if (known) return { id: known.id as UnitId, name: known.name, added: false }
  const row = await db.unit.create({
    data: {
      councilId,
      name,
      key,
      createdAt: now,
      bodies: { create: bodies.map((body, position) => ({ name: body, position })) },
    },
  })
  return { id: row.id as UnitId, name, added: true }
}

/** The unit of this name, else the first one that is also called so. */
async function unitCalled(db: Db, councilId: CouncilId, key: string) {
  return (
    (await db.unit.findUnique({ where: { councilId_key: { councilId, key } } })) ??
    (await db.unit.findFirst({
      where: { councilId, aliases: { some: { key } } },
      orderBy: [{ createdAt: 'asc' }, { name: 'asc' }],
    }))
  )
}

/** Gives a unit another name by which people call it; having it already changes nothing. */
export async function addAlias(db: Db, unitId: UnitId, name: string) {
  const row = { unitId, name, key: fold(name) }
  await db.unitAlias.upsert({ where: { unitId_key: { unitId, key: row.key } }, create: row, update: { name } })
}

/**
 * Renames a unit, which goes on being called by its old name too; what another unit was also called is now this one's name alone. Returns false
 * where another unit of the council has that name.
 */
export async function renameUnit(db: Db, councilId: CouncilId, unitId: UnitId, name: string): Promise<boolean> {
  const key = fold(name)
  const other = await db.unit.findUnique({ where: { councilId_key: { councilId, key } } })
  if (other && other.id !== (unitId as string)) return false
  const before = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { name: true, key: true } })
  await db.unit.update({ where: { id: unitId }, data: { name, key } })
  await db.unitAlias.deleteMany({ where: { key, unit: { councilId } } })
  if (before.key !== key) await addAlias(db, unitId, before.name)
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
