import { z } from 'zod'
import type { IsoDate } from '#domain/dates.ts'
import type { CouncilId } from '#domain/ids.ts'
import { WARNING_CODES, type DraftPlan } from '#domain/plan.ts'
import type { Db } from './database.ts'
import { quotasOf, toDeadline } from './plans.ts'

const Warnings = z.array(z.object({ code: z.enum(WARNING_CODES), message: z.string(), at: z.string().nullable() }))

/** A stored version as a document gives it, in the order of the plan. What was decided is not suspect any more. Undefined where it is not this council's. */
export async function draftOf(db: Db, councilId: CouncilId, versionId: string): Promise<DraftPlan | undefined> {
  const version = await db.planVersion.findFirst({ where: { id: versionId, plan: { councilId } } })
  if (!version) return undefined
  const tasks = await db.task.findMany({
    where: { versionId },
    include: { deadlines: { orderBy: { position: 'asc' } } },
    orderBy: { position: 'asc' },
  })
  const { number, year, issuer, title } = version
  return {
    schema: 'tdkt.plan/1',
    plan: {
      number,
      issuedOn: version.issuedOn as IsoDate | null,
      year,
      issuer,
      title,
      from: version.from as IsoDate | null,
      to: version.to as IsoDate | null,
    },
    tasks: tasks.map(({ appendix, section, no, title, direct, lead, support, deadlines }) => ({
      appendix,
      section,
      no,
      title,
      direct,
      lead,
      support,
      deadlines: deadlines.map((row) =>
        row.decidedOn === null ? toDeadline(row) : { ...toDeadline(row), suspect: null },
      ),
    })),
    quotas: await quotasOf(db, [{ id: versionId }]),
    warnings: Warnings.parse(version.warnings),
  }
}
