import { fold } from '#domain/fold.ts'
import type { PlanWarning } from '#domain/plan.ts'
import type { Appendix } from './appendices.ts'
import { readDatedDuties, readListedTasks } from './body-tasks.ts'
import { roleOf } from './column-roles.ts'
import type { FoundTask, FoundTasks } from './found-task.ts'
import { readEvent } from './event-of-plan.ts'
import { withoutFront } from './front.ts'
import type { Block } from './neutral.ts'
import { chunksOf, isParagraph } from './table-chunks.ts'
import { readTaskTables } from './task-table.ts'
import { unreadTables } from './unread-tables.ts'
import { noDeadlines } from './warnings.ts'

const TASK_TITLE =
  /tien do|nhiem vu|lich|chuong trinh|ke hoach|noi dung|cong viec|cong tac|phan cong|hoat dong|phien hop/
const FORM_TITLE = /^(?:mau|bieu mau|de cuong|danh sach|tieu chi|bang diem)\b/
const QUOTA_TITLE = /chi tieu|phan bo|so luong|ty le/

/**
 * The tasks of a document: those of its task tables and of appendices that list tasks; where it has none, those its body lists. Duties
 * with a date in running text come on top, each once, and the event that the plan is about.
 */
export function findTasks(body: readonly Block[], appendices: readonly Appendix[], planTitle: string): FoundTasks {
  const text = withoutFront(body)
  const parts = [readTaskTables(null, bodyTables(body)), ...appendices.map(tasksOfAppendix)]
  const tabled = parts.flatMap(({ tasks }) => tasks)
  const warnings = parts.flatMap((part) => part.warnings)
  const main = tabled.length ? tabled : readListedTasks(text, null)
  const event = readEvent(text, planTitle)
  const duties = [...(event ? [event] : []), ...readDatedDuties(text)].filter(
    (duty) => !main.some((task) => isSaidBy(duty, task)),
  )
  const tables = unreadTables(null, chunksOf(text))
  return { tasks: [...main, ...duties], warnings: [...headWarnings(main), ...warnings, ...tables] }
}

function headWarnings(main: readonly FoundTask[]): PlanWarning[] {
  return main.length > 0 && main.every(({ deadline }) => deadline === null) ? [noDeadlines()] : []
}

/** The tables of a body with their own head: letterheads and other tables without one are no tasks. */
const bodyTables = (body: readonly Block[]) =>
  chunksOf(body).filter((part) => isParagraph(part) || part.columns.some(({ label }) => label !== ''))

function tasksOfAppendix({ name, title, blocks }: Appendix): FoundTasks {
  const folded = fold(title)
  if (FORM_TITLE.test(folded)) return { tasks: [], warnings: [] }
  const parts = chunksOf(blocks)
  const unread = unreadTables(name, parts)
  if (parts.some((part) => part.kind === 'tasks')) {
    const { tasks, warnings } = readTaskTables(name, parts)
    return { tasks, warnings: [...warnings, ...unread] }
  }
  const lists = TASK_TITLE.test(folded) && !QUOTA_TITLE.test(folded) && !parts.some((part) => part.kind === 'quotas')
  return { tasks: lists ? readListedTasks(blocks, name) : [], warnings: unread }
}

/** Whether a duty of the running text is a task already: the same paragraph, or the same words. */
function isSaidBy(duty: FoundTask, task: FoundTask): boolean {
  if (task.appendix === null && task.line === duty.line) return true
  if (roleOf(duty.title, 1) === 'deadline' && duty.deadline && task.deadline?.includes(duty.deadline)) return true
  const [a, b] = [wordsOf(duty.title), wordsOf(task.title)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared >= 4 && shared >= Math.min(a.size, b.size) * 0.8
}

const wordsOf = (text: string) =>
  new Set(
    fold(text)
      .slice(0, 1000)
      .match(/[a-z0-9/]+/g) ?? [],
  )
