import { z } from 'zod'
import { addDays, formatDate } from '#domain/dates.ts'
import { fold } from '#domain/fold.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { UserError } from '#domain/user-error.ts'
import { workingDays } from '#domain/working-days.ts'
import { snooze } from '#prisma/completions.ts'
import { currentDeadline } from '#prisma/current-deadline.ts'
import { enteredDays } from '#prisma/reminders.ts'
import type { Command } from './command.ts'

/** "Nhắc lại ngày mai", "mai nhắc lại nhé": which deadlines it means is told by the reminder under which it is chosen. */
const ASKED =
  /^(?:(?:sang )?(?:ngay )?mai )?nhac lai(?: (?:toi|em|minh|giup|gium))*(?: (?:(?:vao )?(?:sang )?(?:ngay )?mai|sau))?(?: (?:a|nhe|nha))*[.!]*$|^remind (?:me|us) (?:again )?tomorrow[.!]*$/

/** Behind "remind me tomorrow": names these deadlines again in this chat on the next working morning. */
export const remindAgain: Command = {
  name: 'nhaclai',
  aliases: ['remind'],
  act: 'ask',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(ASKED.test(fold(text)) ? '' : undefined),
  run: async ({ db, council, chat, today }, text) => {
    if (text === '') throw new UserError('remind-again-how')
    const ids = text.split(' ').map((word) => word.replace(/^#/, ''))
    const known: string[] = []
    for (const id of ids) {
      const meant = await currentDeadline(db, council.id, id)
      if (meant) known.push(meant.deadlineId)
    }
    if (known.length === 0) throw new UserError('task-gone')
    const days = workingDays(publicHolidays, decidedDays(await enteredDays(db, council.id)))
    const on = days.onOrAfter(addDays(today, 1))
    await snooze(db, chat.id, known, on)
    return [{ head: [{ key: 'remind-again', values: { date: formatDate(on) } }] }]
  },
}
