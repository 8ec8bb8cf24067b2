import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'

export const AUDIT_ACTIONS = [
  'council-created',
  'invite-created',
  'person-linked',
  'role-given',
  'role-ended',
  'account-linked',
  'chat-linked',
  'chat-unlinked',
  'unit-added',
  'unit-renamed',
  'unit-removed',
  'alias-added',
  'unit-phone-set',
  'head-away',
  'head-present',
  'plan-stored',
  'plan-approved',
  'plan-dropped',
  'plan-first-approved',
  'plan-corrected',
  'deadline-decided',
  'task-done',
  'task-undone',
  'calendar-address-made',
  'calendar-addresses-revoked',
  'settings-changed',
  'round-opened',
  'round-extended',
  'round-reminded',
  'round-closed',
  'round-reopened',
  'round-dropped',
  'quota-entered',
  'nominated',
  'request-decided',
  'total-settled',
  'announcement-sent',
  'announcement-scheduled',
  'announcement-unscheduled',
  'announcement-dropped',
  'announcement-stopped',
  'announcement-continued',
  'announcement-corrected',
  'announcement-withdrawn',
  'announcement-retried',
  'announcement-reminded',
  'template-saved',
  'template-removed',
  'person-forgotten',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

interface Entry {
  councilId: CouncilId
  /** Undefined: the operator, in the terminal. */
  personId: PersonId | undefined
  action: AuditAction
  details: Record<string, string | number>
}

/** Records who did what. In the same transaction as the act. */
export async function audit(db: Db, { personId, ...entry }: Entry, now: Date) {
  const { unit } = entry.details
  const named = typeof unit === 'string' ? unit : null
  await db.audit.create({ data: { ...entry, unit: named, personId: personId ?? null, at: now } })
}

/** How often something of a council was changed and when last: all that changes is in the log, and nothing leaves it. */
export async function revisionOf(db: Db, councilId: CouncilId): Promise<{ sequence: number; at: Date }> {
  const [sequence, last] = [
    await db.audit.count({ where: { councilId } }),
    await db.audit.findFirst({ where: { councilId }, orderBy: { at: 'desc' }, select: { at: true } }),
  ]
  return { sequence, at: last?.at ?? new Date(0) }
}
