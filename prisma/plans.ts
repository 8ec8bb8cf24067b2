import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import type { CouncilId } from '#domain/ids.ts'
import { WARNING_CODES, type Deadline, type DraftQuota, type PlanFacts, type PlanWarning } from '#domain/plan.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'
import type { Deadline as DeadlineRow, PlanVersion as VersionRow, Quota as QuotaRow } from './generated/client.ts'

export interface PlanVersion extends PlanFacts {
  id: string
  planId: string
  state: 'draft' | 'approved' | 'superseded'
}

const Warnings = z.array(z.object({ code: z.enum(WARNING_CODES), message: z.string(), at: z.string().nullable() }))

/** The plans that a council answers from, newest first. */
export async function approvedPlans(db: Db, councilId: CouncilId): Promise<PlanVersion[]> {
  return plansIn(db, councilId, ['approved'])
}

/** The plans of a council, approved and draft, newest first. */
export async function livePlans(db: Db, councilId: CouncilId): Promise<PlanVersion[]> {
  return plansIn(db, councilId, ['approved', 'draft'])
}

/** The earlier versions of a council's plans, newest first. */
export async function supersededPlans(db: Db, councilId: CouncilId): Promise<PlanVersion[]> {
  return plansIn(db, councilId, ['superseded'])
}

async function plansIn(db: Db, councilId: CouncilId, states: string[]): Promise<PlanVersion[]> {
  // By hand, as whatever is asked or reminded of begins with it.
  return db.$queryRaw<PlanVersion[]>`
    SELECT v."id", v."planId", v."state", v."number", v."issuedOn", v."year", v."issuer", v."title", v."from", v."to"
    FROM "Plan" p JOIN "PlanVersion" v ON v."planId" = p."id"
    WHERE p."councilId" = ${councilId} AND v."state" IN (${Prisma.join(states)}) ORDER BY v."year" DESC, v."createdAt" DESC`
}

/** A mark without an occurrence is for good; of a recurring deadline the last occurrence that was marked counts. */
export function doneState(deadlineId: string, completions: { deadlineId: string | null; occurrence: string | null }[]) {
  const marks = completions.filter((mark) => mark.deadlineId === null || mark.deadlineId === deadlineId)
  const last = marks
    .flatMap(({ occurrence }) => occurrence ?? [])
    .sort()
    .at(-1)
  return {
    done: marks.some(({ occurrence }) => occurrence === null),
    ...(last ? { doneThrough: last as IsoDate } : {}),
  }
}

/** What a version holds, for a review: how many of each, and what the reader could not vouch for. Undefined where it is not this council's. */
export async function reviewOf(db: Db, councilId: CouncilId, versionId: string) {
  const row = await db.planVersion.findFirst({ where: { id: versionId, plan: { councilId } } })
  if (!row) return undefined
  const ofVersion = { task: { versionId } }
  return {
    version: toVersion(row),
    tasks: await db.task.count({ where: { versionId } }),
    deadlines: await db.deadline.count({ where: ofVersion }),
    suspects: await db.deadline.count({ where: { ...ofVersion, suspectReason: { not: null }, decidedOn: null } }),
    quotas: await db.quota.count({ where: { versionId } }),
    warnings: Warnings.parse(row.warnings) as PlanWarning[],
  }
}

/** The units named in a plan's quota tables, in their order, each once. */
export async function quotaUnits(db: Db, versionId: string): Promise<string[]> {
  const rows = await db.quota.findMany({ where: { versionId, unit: { not: null } }, orderBy: { position: 'asc' } })
  return [...new Set(rows.map(({ unit }) => unit!))]
}

/** The quotas of these plan versions, one version after the other, each in the order of its plan. */
export async function quotasOf(db: Db, versions: readonly Pick<PlanVersion, 'id'>[]): Promise<DraftQuota[]> {
  const rows = await db.quota.findMany({
    where: { versionId: { in: versions.map(({ id }) => id) } },
    orderBy: { position: 'asc' },
  })
  return versions.flatMap(({ id }) => rows.filter(({ versionId }) => versionId === id).map(toQuota))
}

function toQuota(row: QuotaRow): DraftQuota {
  const { appendix, movement, unit, wording } = row
  const limit = (max: number | null, of: number | null) => (max === null ? null : { max, of })
  return {
    appendix,
    movement,
    unit,
    collective: limit(row.collectiveMax, row.collectiveOf),
    individual: limit(row.individualMax, row.individualOf),
    family: limit(row.familyMax, row.familyOf),
    basis: row.basis as DraftQuota['basis'],
    wording,
  }
}

function toVersion(row: VersionRow): PlanVersion {
  const { id, planId, number, year, issuer, title } = row
  return {
    id,
    planId,
    state: row.state as PlanVersion['state'],
    number,
    issuedOn: row.issuedOn as IsoDate | null,
    year,
    issuer,
    title,
    from: row.from as IsoDate | null,
    to: row.to as IsoDate | null,
  }
}

/** A stored deadline as it was read. */
export function toDeadline(row: DeadlineRow): Deadline {
  return {
    wording: row.wording,
    label: row.label,
    kind: row.kind as Deadline['kind'],
    from: row.from as IsoDate | null,
    to: row.to as IsoDate | null,
    rrule: row.rrule,
    dueOn: row.dueOn as IsoDate | null,
    suspect: row.suspectReason
      ? {
          reason: row.suspectReason as NonNullable<Deadline['suspect']>['reason'],
          proposed: row.suspectProposed as IsoDate | null,
        }
      : null,
  }
}
