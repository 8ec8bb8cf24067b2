import { fold } from '#domain/fold.ts'
import type { TaskReminders } from '#domain/reminder-settings.ts'
import { UserError } from '#domain/user-error.ts'
import { keepTaskReminders } from '#prisma/settings.ts'
import type { CouncilContext } from './command.ts'
import { findTask } from './find-task.ts'
import { readOffsets } from './settings-words.ts'

const BEFORE = ['truoc', 'before']
const AFTER = ['sau', 'after']

/** "PL1 mục 7 trước 10 5 1 sau 2" gives one task offsets of its own, "PL1 mục 7 mặc định" the council's again. */
export async function changeTask(context: CouncilContext, text: string) {
  const { place, behind, reminders } = readTask(text)
  const { task } = await findTask(context, 'caidat việc', place, ` ${behind}`)
  await keepTaskReminders(context.db, task.id, reminders)
  const shown = (given: TaskReminders | undefined) =>
    `${task.place} ${given ? JSON.stringify(given) : 'as the council'}`
  return { before: shown(task.reminders), after: shown(reminders) }
}

function readTask(text: string): { place: string; behind: string; reminders: TaskReminders | undefined } {
  const words = text.split(/\s+/)
  const folded = words.map(fold)
  const start = folded.findIndex((word, index) => isDefault(folded, index) || [...BEFORE, ...AFTER].includes(word))
  if (start < 1) throw new UserError('settings-task-usage')
  const [place, behind] = [words.slice(0, start).join(' '), words.slice(start).join(' ')]
  if (isDefault(folded, start)) return { place, behind, reminders: undefined }
  const offsets = (names: string[]) => {
    const from = folded.findIndex((word, index) => index >= start && names.includes(word))
    if (from < 0) return undefined
    const to = folded.findIndex((word, index) => index > from && [...BEFORE, ...AFTER].includes(word))
    return folded.slice(from + 1, to < 0 ? undefined : to).join(' ')
  }
  const [before, after] = [offsets(BEFORE), offsets(AFTER)]
  const reminders = {
    ...(before === undefined ? {} : { before: readOffsets(before, 0).sort((a, b) => b - a) }),
    ...(after === undefined ? {} : { after: readOffsets(after, 1).sort((a, b) => a - b) }),
  }
  return { place, behind, reminders }
}

function isDefault(folded: string[], index: number): boolean {
  const rest = folded.slice(index).join(' ')
  return rest === 'mac dinh' || rest === 'default'
}
