import { createHash } from 'node:crypto'
import type { CouncilId } from '#domain/ids.ts'
import type { Deadline, DraftPlan, DraftQuota, DraftTask, PlanFacts, QuotaLimit } from '#domain/plan.ts'
import { carryDecisions, carryOver } from './carry-over.ts'
import type { Db } from './database.ts'

interface Given {
  councilId: CouncilId
  draft: DraftPlan
  /** Pairs of task positions: `task` is the same event as the earlier `sameAs`. */
  sameEvents: { task: number; sameAs: number }[]
  source: { name: string; bytes: Uint8Array }
}

export interface StoredPlan {
  planId: string
  versionId: string
  /** False where this very file is stored already and nothing was changed. */
  added: boolean
}

/**
 * Stores what was read from a document as a draft: a new version of the council's plan with the same number (or, without a number, the same
 * title and year), else a new plan. Nothing of it is answered or reminded before it is approved. What was decided on a doubtful date holds where
 * the new version says the same.
 */
export async function storePlan(
  db: Db,
  { councilId, draft, sameEvents, source }: Given,
  now: Date,
): Promise<StoredPlan> {
  const sourceHash = createHash('sha256').update(source.bytes).digest('hex')
  const known = await db.planVersion.findFirst({
    where: { sourceHash, state: { in: ['draft', 'approved'] }, plan: { councilId } },
  })
  if (known) return { planId: known.planId, versionId: known.id, added: false }
  const planId = (await samePlan(db, councilId, draft.plan)) ?? (await newPlan(db, councilId, now))
  const version = (await db.planVersion.count({ where: { planId } })) + 1
  const { id: versionId } = await db.planVersion.create({
    data: {
      planId,
      version,
      state: 'draft',
      ...draft.plan,
      sourceName: source.name,
      sourceHash,
      warnings: draft.warnings.map((warning) => ({ ...warning })),
      createdAt: now,
      quotas: { create: draft.quotas.map(quotaRow) },
    },
  })
  await storeTasks(db, versionId, draft.tasks, sameEvents)
  const live = await liveVersion(db, planId)
  if (live) await carryDecisions(db, live.id, versionId)
  return { planId, versionId, added: true }
}

/**
 * Makes a draft the plan that is answered from; the version before it steps back, what was said of its rows goes on. Returns false where it is no
 * draft any more.
 */
export async function approveVersion(db: Db, councilId: CouncilId, versionId: string, now: Date): Promise<boolean> {
  const draft = await db.planVersion.findFirst({ where: { id: versionId, state: 'draft', plan: { councilId } } })
  if (!draft) return false
  const former = await liveVersion(db, draft.planId)
  if (former) {
    await carryOver(db, draft.planId, former.id, versionId, now)
    await db.planVersion.update({ where: { id: former.id }, data: { state: 'superseded' } })
  }
  await db.planVersion.update({ where: { id: versionId }, data: { state: 'approved', approvedAt: now } })
  return true
}

/** Puts a draft aside. Returns false where it is no draft any more. */
export async function dropVersion(db: Db, councilId: CouncilId, versionId: string): Promise<boolean> {
  const { count } = await db.planVersion.updateMany({
    where: { id: versionId, state: 'draft', plan: { councilId } },
    data: { state: 'dropped' },
  })
  return count === 1
}

const liveVersion = (db: Db, planId: string) => db.planVersion.findFirst({ where: { planId, state: 'approved' } })

async function samePlan(db: Db, councilId: CouncilId, { number, title, year }: PlanFacts): Promise<string | undefined> {
  const facts = number ? { number, year } : { number: null, title, year }
  const version = await db.planVersion.findFirst({ where: { ...facts, plan: { councilId } } })
  return version?.planId
}

async function newPlan(db: Db, councilId: CouncilId, now: Date): Promise<string> {
  return (await db.plan.create({ data: { councilId, createdAt: now } })).id
}

async function storeTasks(db: Db, versionId: string, tasks: DraftTask[], sameEvents: Given['sameEvents']) {
  const ids: string[] = []
  const sameAs = new Map(sameEvents.map((pair) => [pair.task, pair.sameAs]))
  for (const [position, { deadlines, ...task }] of tasks.entries()) {
    const earlier = sameAs.get(position)
    const row = await db.task.create({
      data: {
        versionId,
        position,
        ...task,
        sameAsId: earlier === undefined ? null : (ids[earlier] ?? null),
        deadlines: { create: deadlines.map(deadlineRow) },
      },
    })
    ids.push(row.id)
  }
}

/** The columns of a deadline at its position in the task. */
export function deadlineRow({ suspect, ...deadline }: Deadline, position: number) {
  return {
    ...deadline,
    position,
    suspectReason: suspect?.reason ?? null,
    suspectProposed: suspect?.proposed ?? null,
  }
}

function quotaRow({ collective, individual, family, ...quota }: DraftQuota, position: number) {
  const columns = (name: string, limit: QuotaLimit | null) => ({
    [`${name}Max`]: limit?.max ?? null,
    [`${name}Of`]: limit?.of ?? null,
  })
  return {
    ...quota,
    position,
    ...columns('collective', collective),
    ...columns('individual', individual),
    ...columns('family', family),
  }
}
