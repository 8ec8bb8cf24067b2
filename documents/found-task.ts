import type { DraftTask, PlanWarning } from '#domain/plan.ts'

/** A task as it stands in the document, its deadline still a wording. `line` is where it starts. */
export interface FoundTask extends Omit<DraftTask, 'deadlines'> {
  deadline: string | null
  quarter: 1 | 2 | 3 | 4 | undefined
  line: number
}

export interface FoundTasks {
  tasks: FoundTask[]
  warnings: PlanWarning[]
}
