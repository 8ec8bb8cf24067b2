import { z } from 'zod'
import { formatDate, localTime } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { audit, type AuditAction } from '#prisma/audit.ts'
import { staleCards } from '#prisma/cards.ts'
import { markDone, takeBack } from '#prisma/completions.ts'
import type { Command, CouncilContext } from './command.ts'
import { assertMayMark, findTask, type Named } from './find-task.ts'

/** "PL1 mục 7 đã xong", "mục 7 xong rồi ạ", "xong PL1 mục 7": the place of the task. */
const REPORTED = [
  /^(?:(?:da|em|toi|bao cao),? )*((?:(?:pl ?|phu luc )\w+ )?muc [\w.]+),? (?:da |vua )?(?:lam )?(?:xong|hoan thanh)(?: (?:roi|a|nhe))*[.!]*$/,
  /^(?:(?:da|vua|em|toi|bao cao),? )*(?:lam )?(?:xong|hoan thanh) (?:viec )?((?:(?:pl ?|phu luc )\w+ )?muc \w+(?:\.\w+)*)(?: (?:roi|a|nhe))*[.!]*$/,
]

const reported = (text: string): string | undefined =>
  REPORTED.map((words) => words.exec(fold(text))?.[1]).find((place) => place !== undefined)

/** Marks a task, or the deadline behind a button, as done: its reminders stop. */
export const done: Command = {
  name: 'xong',
  aliases: ['done'],
  act: 'mark-done',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(reported(text)),
  run: async (context, text) => {
    const named = await findTask(context, 'xong', text)
    await assertMayMark(context, named.task)
    const { db, person, now } = context
    if (!(await markDone(db, named.done, person.id, now)))
      throw new UserError('done-already', { place: named.task.place })
    await record(context, named, 'task-done')
    return [answer(context, named)]
  },
}

/** Takes the mark back. */
export const undone: Command = {
  name: 'chuaxong',
  aliases: ['undone'],
  act: 'mark-done',
  about: 'council',
  args: z.string(),
  run: async (context, text) => {
    const named = await findTask(context, 'chuaxong', text)
    await assertMayMark(context, named.task)
    const { place } = named.task
    if ((await takeBack(context.db, named.done)) === 0) throw new UserError('undone-already', { place })
    await record(context, named, 'task-undone')
    return [{ head: [{ key: 'undone', values: { place } }], replace: true }]
  },
}

function answer({ now, today, council, person, chat }: CouncilContext, { task, done: what }: Named): Reply {
  const time = localTime(now, council.timeZone)
  const values = { place: task.place, time, date: formatDate(today), name: person.name }
  const which = what.deadlineId ? `#${what.deadlineId}${what.occurrence ? ` ${what.occurrence}` : ''}` : task.place
  return {
    head: [{ key: 'done', values }],
    choices: [[{ label: { key: 'choice-undo' }, line: `/chuaxong ${which}` }]],
    ...(chat.kind === 'private' ? { personal: true } : {}),
  }
}

async function record({ db, council, person, now }: CouncilContext, { task, done: what }: Named, action: AuditAction) {
  const details = { place: task.place, deadline: what.deadlineId ?? '', occurrence: what.occurrence ?? '' }
  await audit(db, { councilId: council.id, personId: person.id, action, details }, now)
  await staleCards(db, council.id)
}
