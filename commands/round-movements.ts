import { movementsOf, type Movement } from '#domain/movements.ts'
import { approvedPlans, quotasOf, type PlanVersion } from '#prisma/plans.ts'
import type { CouncilContext } from './command.ts'

/** A movement of an approved plan. */
export interface OfPlan {
  movement: Movement
  plan: PlanVersion
  /** The names of all quota rows of the plan. */
  rows: string[]
}

/** The movements of the approved plans, the newest plan first, each in its order. */
export async function movementsOfPlans({ db, council }: CouncilContext): Promise<OfPlan[]> {
  const found: OfPlan[] = []
  for (const plan of await approvedPlans(db, council.id)) {
    const quotas = await quotasOf(db, [plan])
    const rows = [...new Set(quotas.flatMap(({ unit }) => unit ?? []))]
    found.push(...movementsOf(quotas).map((movement) => ({ movement, plan, rows })))
  }
  return found
}
