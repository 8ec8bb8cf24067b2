import { ROLES, type Role } from '#domain/access.ts'
import { needsUnit } from '#domain/invitation.ts'
import { matchUnits } from '#domain/units.ts'
import { audit } from '#prisma/audit.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Database, Db } from '#prisma/database.ts'
import { createInvite } from '#prisma/invites.ts'
import { addUnit, listUnits } from '#prisma/units.ts'
import type { CouncilId, UnitId } from '#domain/ids.ts'
import { UsageError } from './usage-error.ts'

/**
 * A one-time code for a role, as /moi gives it. A unit that the council does not have yet is added under the name given. Throws UsageError where
 * the council, the role or the unit will not do.
 */
export async function inviteCode(
  db: Database,
  given: { council: string; role: string; unit: string | undefined },
  now: Date,
): Promise<{ code: string }> {
  const role = ROLES.find((known) => known === given.role)
  if (!role) throw new UsageError(`no role "${given.role}"; roles: ${ROLES.join(', ')}`)
  const unit = given.unit?.trim()
  if (needsUnit(role) && !unit) throw new UsageError(`the role ${role} needs --unit NAME`)
  return db.$transaction(async (tx) => {
    const council = await findCouncil(tx, given.council)
    if (!council) throw new UsageError(`no council ${given.council}`)
    const unitId = unit ? await unitNamed(tx, council.id, unit, now) : undefined
    const code = await createInvite(tx, { councilId: council.id, role, unitId }, now)
    await record(tx, council.id, role, unit, now)
    return { code }
  })
}

async function unitNamed(db: Db, councilId: CouncilId, name: string, now: Date): Promise<UnitId> {
  const units = await listUnits(db, councilId)
  const found = units.filter((unit) => unit.name === name)
  const matches = found.length > 0 ? found : matchUnits(name, units)
  if (matches.length > 1) throw new UsageError(`"${name}" may be: ${matches.map((unit) => unit.name).join('; ')}`)
  return matches[0]?.id ?? (await addUnit(db, councilId, name, [], now)).id
}

async function record(db: Db, councilId: CouncilId, role: Role, unit: string | undefined, now: Date) {
  await audit(
    db,
    { councilId, personId: undefined, action: 'invite-created', details: { role, unit: unit ?? '' } },
    now,
  )
}
