import { quarterCard } from '#domain/card.ts'
import { addDays, localDate, localTime, type IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import { TRAITS } from '#domain/platforms.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { workingDays } from '#domain/working-days.ts'
import { cardMessage } from '#locales/card-message.ts'
import { cardsWritten, councilsWithOldCards, type CardedCouncil } from '#prisma/cards.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { enteredDays, groupsOf } from '#prisma/reminders.ts'
import { editCard, postCard } from './card-write.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Job, Within } from './job.ts'

/** The zone in which a day begins first. */
const FIRST_ZONE = 'Pacific/Kiritimati'

/**
 * Keeps the card of the quarter in each linked group: edited each morning and soon after something changed. A new one is sent, and pinned, on the
 * first working morning of a quarter, or of a group. Where nothing can be edited it is posted on the first working morning of each month, or of a
 * group, and unpinned; in between it is shown by whoever asks.
 */
export const cards: Job = {
  name: 'cards',
  cron: '* * * * *',
  async run(context) {
    const { db, now } = context
    const old = councilsWithOldCards(db, localDate(now, FIRST_ZONE))
    const { done, sum, failed } = await eachInTurn(context, old, {
      due: (council) => {
        const day = dayAt(council, now)
        return day && ((within) => writeCards(within, council, day))
      },
      what: 'council',
      fault: 'the cards of a council could not be written',
    })
    return { councils: done, messages: sum, failed }
  },
}

interface Day {
  on: IsoDate
  /** Its hour has come: a new card may be sent. */
  morning: boolean
}

/** The day as of which the cards are to be written now, or undefined: an edit makes no noise, but a new day is not shown before its morning. */
function dayAt({ settings, timeZone, cardsOn }: CardedCouncil, now: Date): Day | undefined {
  const on = localDate(now, timeZone)
  const time = localTime(now, timeZone)
  const morning = time >= settings.at && !isQuiet(time, settings)
  if (cardsOn !== undefined && (cardsOn >= on || !morning)) return undefined
  return { on, morning }
}

async function writeCards(context: Within, council: CardedCouncil, { on, morning }: Day): Promise<number> {
  const { tx } = context
  const days = workingDays(publicHolidays, decidedDays(await enteredDays(tx, council.id)))
  const card = quarterCard(on, await tasksOf(tx, await approvedPlans(tx, council.id)))
  const fresh = morning && days.isWorking(on) && card.total + card.overdue.length > 0
  let messages = 0
  let busy = false
  const wanted = { reply: cardMessage(card), quarter: card.period.from, on, fresh }
  for (const to of await groupsOf(tx, council.id)) {
    const outcome = await (TRAITS[to.platform].edit ? editCard : postCard)(context, to, wanted)
    if (outcome === 'busy') busy = true
    if (outcome === 'said') messages += 1
  }
  // What changed at night is shown at once; the day itself is still to come.
  if (!busy) await cardsWritten(tx, council.id, morning ? on : addDays(on, -1))
  return messages
}
