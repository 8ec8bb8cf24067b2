import type { CouncilId } from '#domain/ids.ts'
import type { DraftPlan } from '#domain/plan.ts'
import type { Db } from './database.ts'
import { rowsOf } from './plan-rows.ts'
import { quotasOf, reviewOf } from './plans.ts'

/** A stored version as a document gives it, in the order of the plan. What was decided is not suspect any more. Undefined where it is not this council's. */
export async function draftOf(db: Db, councilId: CouncilId, versionId: string): Promise<DraftPlan | undefined> {
  const review = await reviewOf(db, councilId, versionId)
  if (!review) return undefined
  const { number, issuedOn, year, issuer, title, from, to } = review.version
  const rows = await rowsOf(db, versionId)
  return {
    schema: 'tdkt.plan/1',
    plan: { number, issuedOn, year, issuer, title, from, to },
    tasks: rows.map(({ deadlines, ...row }) => ({
      ...row,
      deadlines: deadlines.map((deadline) => (deadline.decidedOn === null ? deadline : { ...deadline, suspect: null })),
    })),
    quotas: await quotasOf(db, [review.version]),
    warnings: review.warnings,
  }
}
