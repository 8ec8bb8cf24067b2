import type { CouncilId } from '#domain/ids.ts'
import { planDifference, type PlanDifference } from '#domain/plan-difference.ts'
import { plainName } from '#domain/unit-words.ts'
import type { Db } from './database.ts'
import { rowsOf } from './plan-rows.ts'
import { quotasOf, reviewOf, type PlanVersion } from './plans.ts'
import { versionBefore } from './versions-in-force.ts'

export interface VersionDifference {
  version: PlanVersion
  difference: PlanDifference
  /** Titles of the open rounds for movements whose quotas change: a round keeps the quotas with which it was opened. */
  rounds: string[]
}

/**
 * What a version changes: a draft of what is answered from now, another of what was before it. Undefined where there is nothing to compare it with,
 * or the council has no such version.
 */
export async function versionDifference(
  db: Db,
  councilId: CouncilId,
  versionId: string,
): Promise<VersionDifference | undefined> {
  const version = (await reviewOf(db, councilId, versionId))?.version
  const former = version && (await versionBefore(db, version))
  if (!version || former === undefined) return undefined
  const content = async (id: string) => ({ rows: await rowsOf(db, id), quotas: await quotasOf(db, [{ id }]) })
  const difference = planDifference(await content(former), await content(versionId))
  return { version, difference, rounds: await roundsAbout(db, councilId, difference) }
}

async function roundsAbout(db: Db, councilId: CouncilId, { quotas }: PlanDifference): Promise<string[]> {
  if (quotas.length === 0) return []
  const changed = new Set(quotas.map(({ movement }) => plainName(movement)))
  const open = await db.round.findMany({
    where: { councilId, state: 'open' },
    select: { title: true, movements: { select: { name: true } } },
    orderBy: { createdAt: 'asc' },
  })
  return open
    .filter(({ movements }) => movements.some(({ name }) => changed.has(plainName(name))))
    .map((one) => one.title)
}
