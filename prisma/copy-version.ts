import type { TaskId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

export interface CopiedVersion {
  versionId: string
  /** The task of the copy for each task of the version. */
  tasks: Map<TaskId, TaskId>
}

/** A draft with all that a version holds, decisions included: what is corrected of an approved plan, while that one stays. */
export async function copyVersion(db: Db, versionId: string, now: Date): Promise<CopiedVersion> {
  const { warnings, ...facts } = await db.planVersion.findUniqueOrThrow({
    where: { id: versionId },
    omit: { id: true, approvedAt: true, firstApprovedBy: true, firstApprovedAt: true },
  })
  const version = (await db.planVersion.count({ where: { planId: facts.planId } })) + 1
  const copy = await db.planVersion.create({
    data: { ...facts, version, state: 'draft', createdAt: now, warnings: warnings ?? [] },
  })
  const quotas = await db.quota.findMany({ where: { versionId } })
  await db.quota.createMany({ data: quotas.map(({ id: _, ...quota }) => ({ ...quota, versionId: copy.id })) })
  return { versionId: copy.id, tasks: await copyTasks(db, versionId, copy.id) }
}

async function copyTasks(db: Db, versionId: string, copyId: string): Promise<Map<TaskId, TaskId>> {
  const rows = await db.task.findMany({
    where: { versionId },
    include: { deadlines: true },
    orderBy: { position: 'asc' },
  })
  const copies = new Map<TaskId, TaskId>()
  for (const { id, deadlines, sameAsId, reminders, ...task } of rows) {
    const copy = await db.task.create({
      data: {
        ...task,
        versionId: copyId,
        sameAsId: copies.get(sameAsId as TaskId) ?? null,
        reminders: reminders ?? Prisma.DbNull,
        deadlines: { create: deadlines.map(({ id: _, taskId: __, ...deadline }) => deadline) },
      },
    })
    copies.set(id as TaskId, copy.id as TaskId)
  }
  return copies
}
