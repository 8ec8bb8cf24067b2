import type { CouncilId, PersonId } from '#domain/ids.ts'
import { audit } from '#prisma/audit.ts'
import { staleCards } from '#prisma/cards.ts'
import type { Db } from '#prisma/database.ts'
import { quotaUnits, reviewOf, type PlanVersion } from '#prisma/plans.ts'
import { approveVersion } from '#prisma/store-plan.ts'
import { addUnit } from '#prisma/units.ts'

/**
 * Makes a draft the plan that is answered from, and the units of its quota tables units of the council. Undefined where it is no draft of this
 * council any more. `personId` undefined: the operator.
 */
export async function approvePlan(
  db: Db,
  councilId: CouncilId,
  versionId: string,
  personId: PersonId | undefined,
  now: Date,
): Promise<PlanVersion | undefined> {
  if (!(await approveVersion(db, councilId, versionId, now))) return undefined
  for (const name of await quotaUnits(db, versionId)) await addUnit(db, councilId, name, bodiesOf(name), now)
  await audit(db, { councilId, personId, action: 'plan-approved', details: { versionId } }, now)
  await staleCards(db, councilId)
  return (await reviewOf(db, councilId, versionId))?.version
}

/** "UB. MTTQ; Hội CCB; Hội LHPN" is one unit of three bodies. */
function bodiesOf(name: string): string[] {
  const bodies = name.split(/[;,]/).map((body) => body.trim())
  return bodies.length > 1 ? bodies : []
}
