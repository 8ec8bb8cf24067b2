import { sameEvents } from '#documents/same-events.ts'
import { audit } from '#prisma/audit.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Database } from '#prisma/database.ts'
import { reviewOf } from '#prisma/plans.ts'
import { storePlan } from '#prisma/store-plan.ts'
import { approvePlan } from '../approve-plan.ts'
import type { ReadDocument } from './read-document.ts'
import { UsageError } from './usage-error.ts'

export interface Imported {
  planId: string
  tasks: number
  deadlines: number
  quotas: number
  suspects: number
}

/**
 * Stores a plan as a draft, or approved. Suspect deadlines stay undecided either way. Nothing is stored where anything fails. Throws UsageError
 * for an unknown council.
 */
export async function planImport(
  db: Database,
  given: { council: string; document: ReadDocument; approve: boolean },
  now: Date,
): Promise<Imported> {
  const { name, bytes, draft } = given.document
  return db.$transaction(async (tx) => {
    const council = await findCouncil(tx, given.council)
    if (!council) throw new UsageError(`no council ${given.council}`)
    const plan = { councilId: council.id, draft, sameEvents: sameEvents(draft.tasks), source: { name, bytes } }
    const { planId, versionId, added } = await storePlan(tx, plan, now)
    const details = { versionId, file: name }
    if (added) await audit(tx, { councilId: council.id, personId: undefined, action: 'plan-stored', details }, now)
    if (given.approve) await approvePlan(tx, council.id, versionId, undefined, now)
    const { tasks, deadlines, quotas, suspects } = (await reviewOf(tx, council.id, versionId))!
    return { planId, tasks, deadlines, quotas, suspects }
  })
}
