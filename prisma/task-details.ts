import type { IsoDate } from '#domain/dates.ts'
import type { TaskId } from '#domain/ids.ts'
import type { PlanFacts } from '#domain/plan.ts'
import type { Db } from './database.ts'

/** Who marked a task, or one deadline or occurrence of it, as done. */
export interface Mark {
  deadlineId: string | undefined
  occurrence: IsoDate | undefined
  at: Date
  name: string
}

/** What a list of deadlines does not show of a task. */
export interface TaskDetails {
  section: string | null
  direct: string | null
  plan: Pick<PlanFacts, 'number' | 'issuedOn' | 'title'>
  marks: Mark[]
}

/** The details of a task, its marks in the order in which they were made. */
export async function taskDetails(db: Db, id: TaskId): Promise<TaskDetails> {
  const { section, direct, version, completions } = await db.task.findUniqueOrThrow({
    where: { id },
    include: { version: true, completions: { orderBy: { at: 'asc' } } },
  })
  const ids = completions.flatMap(({ personId }) => personId ?? [])
  const names = new Map((await db.person.findMany({ where: { id: { in: ids } } })).map((one) => [one.id, one.name]))
  const { number, issuedOn, title } = version
  return {
    section,
    direct,
    plan: { number, issuedOn: issuedOn as IsoDate | null, title },
    marks: completions.map(({ deadlineId, occurrence, at, personId }) => ({
      deadlineId: deadlineId ?? undefined,
      occurrence: (occurrence ?? undefined) as IsoDate | undefined,
      at,
      name: names.get(personId ?? '') ?? '',
    })),
  }
}
