import type { CouncilId, PersonId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { peopleOf, type Recipient } from './reminders.ts'

/** Whether a council's plans go live only after a second person has approved them. */
export async function twoApprovals(db: Db, councilId: CouncilId): Promise<boolean> {
  return (await db.council.findUniqueOrThrow({ where: { id: councilId }, select: { twoApprovals: true } })).twoApprovals
}

/** Requires two approvals, or one. */
export async function keepTwoApprovals(db: Db, councilId: CouncilId, required: boolean) {
  await db.council.update({ where: { id: councilId }, data: { twoApprovals: required } })
}

/** How many people are the secretariat of a council. */
export async function secretaries(db: Db, councilId: CouncilId): Promise<number> {
  const rows = await db.membership.findMany({
    where: { councilId, role: 'secretariat' },
    distinct: ['personId'],
    select: { personId: true },
  })
  return rows.length
}

/** The private chats of a council's secretariat apart from this person's own. */
export async function otherSecretaries(db: Db, councilId: CouncilId, personId: PersonId): Promise<Recipient[]> {
  const own = await db.account.findMany({ where: { personId } })
  return (await peopleOf(db, councilId)).filter(
    ({ as, platform, externalId }) =>
      as.kind === 'secretariat' && !own.some((one) => one.platform === platform && one.externalId === externalId),
  )
}

/** The one who approved a draft of this council first, where a second person has to. */
export interface FirstApproval {
  personId: PersonId
  name: string
}

/** Who approved a draft first; undefined where nobody did yet. */
export async function firstApproval(
  db: Db,
  councilId: CouncilId,
  versionId: string,
): Promise<FirstApproval | undefined> {
  const row = await db.planVersion.findFirst({
    where: { id: versionId, state: 'draft', plan: { councilId } },
    select: { firstApprovedBy: true },
  })
  if (!row?.firstApprovedBy) return undefined
  const person = await db.person.findUnique({ where: { id: row.firstApprovedBy } })
  return { personId: row.firstApprovedBy as PersonId, name: person?.name ?? '' }
}

/** Keeps the first approval of a draft. */
export async function keepFirstApproval(db: Db, versionId: string, personId: PersonId, now: Date) {
  await db.planVersion.update({ where: { id: versionId }, data: { firstApprovedBy: personId, firstApprovedAt: now } })
}

/** Takes a first approval back: the draft is not what was approved any more. Returns whether there was one. */
export async function takeBackApproval(db: Db, versionId: string): Promise<boolean> {
  const { count } = await db.planVersion.updateMany({
    where: { id: versionId, firstApprovedBy: { not: null } },
    data: { firstApprovedBy: null, firstApprovedAt: null },
  })
  return count === 1
}
