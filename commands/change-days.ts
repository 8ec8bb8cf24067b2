import { UserError } from '#domain/user-error.ts'
import { enteredDays } from '#prisma/reminders.ts'
import { forgetDay, keepDay } from '#prisma/settings.ts'
import type { CouncilContext } from './command.ts'
import { readDays } from './settings-words.ts'

/** Enters days as worked, such as a Saturday swapped for a holiday, or as off. */
export function keepDays(working: boolean) {
  return async ({ db, council, today }: CouncilContext, text: string) => {
    const days = readDays(text, today)
    const entered = new Map(await enteredDays(db, council.id))
    for (const day of days) await keepDay(db, council.id, day, working)
    const named = (worked: boolean | undefined) => (worked === undefined ? 'calendar' : worked ? 'worked' : 'off')
    return {
      before: days.map((day) => `${day} ${named(entered.get(day))}`).join(', '),
      after: days.map((day) => `${day} ${named(working)}`).join(', '),
    }
  }
}

/** Leaves days to the calendar again. Throws UserError where none of them was entered. */
export async function forgetDays({ db, council, today }: CouncilContext, text: string) {
  const days = readDays(text, today)
  const forgotten: string[] = []
  for (const day of days) if (await forgetDay(db, council.id, day)) forgotten.push(day)
  if (forgotten.length === 0) throw new UserError('settings-day-not-entered', { text })
  return { before: forgotten.join(', '), after: 'calendar' }
}
