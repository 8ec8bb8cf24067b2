import { z } from 'zod'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { taskDetails } from '#prisma/task-details.ts'
import type { Command, CouncilContext } from './command.ts'
import { detailsPage } from './details-page.ts'
import { findTask } from './find-task.ts'

/** One task in full; behind the choice under a reminder of several tasks the question which one. */
export const details: Command = {
  name: 'chitiet',
  aliases: ['details'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    if (!text) throw new UserError('details-usage')
    const ids = text.split(' ').filter((word) => word.startsWith('#'))
    return [ids.length > 1 ? await which(context, ids) : await show(context, text)]
  },
}

async function show(context: CouncilContext, text: string): Promise<Reply> {
  const { task } = await findTask(context, 'chitiet', text)
  return detailsPage(task, await taskDetails(context.db, task.id), context)
}

/** A reminder may name two deadlines of one task, and tasks that are gone since. */
async function which(context: CouncilContext, ids: string[]): Promise<Reply> {
  const places = new Map<string, string>()
  for (const id of ids) {
    const found = await findTask(context, 'chitiet', id).catch(unlessGone)
    if (found && !places.has(found.task.place)) places.set(found.task.place, id)
  }
  const [only] = places.values()
  if (only === undefined) throw new UserError('task-gone')
  if (places.size === 1) return show(context, only)
  const choices = [...places].map(([place, id]) => [
    { label: { key: 'choice-task', values: { place } }, line: `/chitiet ${id}` },
  ])
  return { head: [{ key: 'task-which-details' }], choices, menu: true }
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof UserError)) throw error
}
