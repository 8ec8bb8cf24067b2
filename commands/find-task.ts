import { isSecretariat, unitsLed } from '#domain/access.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { DueTask } from '#domain/due.ts'
import { fold } from '#domain/fold.ts'
import { UserError } from '#domain/user-error.ts'
import { unitConcerned } from '#domain/units.ts'
import type { Done } from '#prisma/completions.ts'
import { currentDeadline } from '#prisma/current-deadline.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { listUnits } from '#prisma/units.ts'
import type { CouncilContext } from './command.ts'

export interface Named {
  task: DueTask
  done: Done
}

/**
 * What "/xong …" is about: `#id` of a deadline and an occurrence (behind a button), or a place as people write it ("7", "PL1 mục 7"). Throws
 * UserError where there is none or, with choices, where there are several: the command with the place and what stands `behind` it.
 */
export async function findTask(context: CouncilContext, command: string, text: string, behind = ''): Promise<Named> {
  const { db, council } = context
  const tasks = await tasksOf(db, await approvedPlans(db, council.id))
  const [, id, occurrence] = /^#(\S+)(?: (\d{4}-\d\d-\d\d))?$/.exec(text) ?? []
  if (id) {
    const meant = await currentDeadline(db, council.id, id)
    const task = tasks.find((one) => one.id === meant?.taskId)
    if (!meant || !task) throw new UserError('task-gone')
    return { task, done: { ...meant, occurrence: occurrence as IsoDate | undefined } }
  }
  const found = text ? tasks.filter((task) => isAt(task, text)) : []
  if (found.length > 1) {
    const choices = found
      .slice(0, 8)
      .map((task) => [
        { label: { key: 'choice-task', values: { place: task.place } }, line: `/${command} ${task.place}${behind}` },
      ])
    throw new UserError('task-which', {}, choices)
  }
  if (!found[0]) throw new UserError(text ? 'task-unknown' : 'task-usage', { text })
  return { task: found[0], done: { taskId: found[0].id, deadlineId: undefined, occurrence: undefined } }
}

/** Whether a text names the place of a task as people write it: "PL1 mục 7", "mục 7", "7", "việc thứ 3". */
export function isAt(task: DueTask, text: string): boolean {
  const place = ` ${fold(task.place)}`
  const asked = fold(text).replace(/^(?:viec(?! thu )|so) /, '')
  const named = asked.replace(/^phu luc /, 'pl')
  return (
    place.endsWith(` muc ${asked.replace(/^(?:muc|item|row) /, '')}`) ||
    (/^[a-z]/.test(named) && place.endsWith(` ${named}`))
  )
}

/** Throws UserError unless the person is the secretariat, or head or deputy of a unit that leads the task. */
export async function assertMayMark({ db, council, roles }: CouncilContext, task: DueTask) {
  if (isSecretariat(roles)) return
  const own = unitsLed(roles)
  const units = (await listUnits(db, council.id)).filter(({ id }) => own.has(id))
  if (!units.some((unit) => unitConcerned(unit, task.lead, null) === 'lead')) throw new UserError('task-not-yours')
}
