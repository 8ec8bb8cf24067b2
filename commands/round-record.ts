import type { Round } from '#domain/rounds/round.ts'
import { audit, type AuditAction } from '#prisma/audit.ts'
import type { CouncilContext } from './command.ts'

/** Keeps in the audit log what somebody did with a round. */
export async function recordRound(
  { db, council, person, now }: CouncilContext,
  action: AuditAction,
  round: Pick<Round, 'id' | 'title'>,
  more: Record<string, string | number> = {},
) {
  const details = { round: round.title, roundId: round.id, ...more }
  await audit(db, { councilId: council.id, personId: person.id, action, details }, now)
}
