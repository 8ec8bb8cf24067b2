import type { Db } from './database.ts'

/** The ids of a plan's versions that are or were answered from, in the order in which they were approved. */
export async function versionsInForce(db: Db, planId: string): Promise<string[]> {
  const rows = await db.planVersion.findMany({
    where: { planId, state: { in: ['superseded', 'approved'] } },
    orderBy: [{ approvedAt: 'asc' }, { version: 'asc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** The version from which a plan was answered before this one was approved, or is answered while it is a draft; undefined for a plan's first. */
export async function versionBefore(
  db: Db,
  { id, planId }: { id: string; planId: string },
): Promise<string | undefined> {
  const inForce = await versionsInForce(db, planId)
  const index = inForce.indexOf(id)
  return index < 0 ? inForce.at(-1) : inForce[index - 1]
}
