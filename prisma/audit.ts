import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'

export type AuditAction =
  | 'council-created'
  | 'invite-created'
  | 'person-linked'
  | 'role-given'
  | 'role-ended'
  | 'chat-linked'
  | 'chat-unlinked'
  | 'unit-added'
  | 'unit-renamed'
  | 'unit-removed'
  | 'alias-added'
  | 'head-away'
  | 'head-present'
  | 'plan-stored'
  | 'plan-approved'
  | 'plan-dropped'

interface Entry {
  councilId: CouncilId
  /** Undefined: the operator, in the terminal. */
  personId: PersonId | undefined
  action: AuditAction
  details: Record<string, string | number>
}

/** Records who did what. In the same transaction as the act. */
export async function audit(db: Db, { personId, ...entry }: Entry, now: Date) {
  await db.audit.create({ data: { ...entry, personId: personId ?? null, at: now } })
}
