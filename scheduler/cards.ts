import { createHash } from 'node:crypto'
import { setImmediate as othersTurn } from 'node:timers/promises'
import { quarterCard } from '#domain/card.ts'
import { addDays, localDate, localTime, type IsoDate } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { Reply } from '#domain/messages.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { workingDays } from '#domain/working-days.ts'
import { cardMessage } from '#locales/card-message.ts'
import {
  cardKey,
  cardsOf,
  cardsWritten,
  councilsWithOldCards,
  keepCard,
  type Card,
  type CardedCouncil,
} from '#prisma/cards.ts'
import type { Db } from '#prisma/database.ts'
import { approvedPlans, tasksOf } from '#prisma/plans.ts'
import { enteredDays, groupsOf, type Recipient } from '#prisma/reminders.ts'
import type { Job, JobContext } from './job.ts'

/** The zone in which a day begins first. */
const FIRST_ZONE = 'Pacific/Kiritimati'

/**
 * Keeps the card of the quarter in each linked group: edited each morning and soon after something changed. A new one is sent, and pinned, on the
 * first working morning of a quarter, or of a group.
 */
export const cards: Job = {
  name: 'cards',
  cron: '* * * * *',
  async run(context) {
    const { db, now, log } = context
    const counts = { councils: 0, messages: 0, failed: 0 }
    for await (const council of councilsWithOldCards(db, localDate(now, FIRST_ZONE))) {
      const day = dayAt(council, now)
      if (!day) continue
      // The database answers without ever waiting: nobody else would be heard before the last council's cards were written.
      await othersTurn()
      try {
        counts.messages += await db.$transaction((tx) => writeCards({ ...context, tx }, council, day))
        counts.councils += 1
      } catch (error) {
        counts.failed += 1
        log.error({ err: error, council: council.id }, 'the cards of a council could not be written')
      }
    }
    return counts
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

type Within = JobContext & { tx: Db }

async function writeCards(context: Within, council: CardedCouncil, { on, morning }: Day): Promise<number> {
  const { tx } = context
  const days = workingDays(publicHolidays, decidedDays(await enteredDays(tx, council.id)))
  const card = quarterCard(on, await tasksOf(tx, await approvedPlans(tx, council.id)))
  const fresh = morning && days.isWorking(on) && card.total + card.overdue.length > 0
  let messages = 0
  let busy = false
  for (const to of await groupsOf(tx, council.id)) {
    const outcome = await writeCard(context, to, { reply: cardMessage(card), quarter: card.period.from, fresh })
    if (outcome === 'busy') busy = true
    if (outcome === 'said') messages += 1
  }
  // What changed at night is shown at once; the day itself is still to come.
  if (!busy) await cardsWritten(tx, council.id, morning ? on : addDays(on, -1))
  return messages
}

interface Wanted {
  reply: Reply
  quarter: IsoDate
  /** Whether a new card may be sent where there is none. */
  fresh: boolean
}

/** `busy`: an earlier state is on its way at this moment, and it is not known yet what becomes of it. */
async function writeCard(
  context: Within,
  to: Recipient,
  { reply, quarter, fresh }: Wanted,
): Promise<'busy' | 'said' | 'nothing'> {
  const { tx, now, say } = context
  const [last, before] = await cardsOf(tx, to.chatId)
  const current = last?.card.quarter === quarter ? last : undefined
  if (current?.state === 'sending') return 'busy'
  const shows = createHash('sha256').update(JSON.stringify(reply)).digest('base64url')
  if (current && current.state !== 'lost' && current.card.shows === shows) return 'nothing'
  const waiting = current?.state === 'waiting'
  const messageId = current?.card.messageId
  if (!waiting && !messageId && !fresh) return 'nothing'
  const card: Card = {
    chatId: to.chatId,
    quarter,
    version: (current?.card.version ?? 0) + (waiting ? 0 : 1),
    shows,
    messageId,
    pinned: current?.card.pinned ?? false,
    reported: last?.card.reported ?? false,
  }
  const replaces = current ? before?.card.messageId : last?.card.messageId
  const pin = card.pinned ? undefined : { ...(replaces === undefined ? {} : { replaces }) }
  const dedupeKey = cardKey(card)
  const said = await say(tx, { ...to, edits: messageId, pin, rewrites: true, kind: 'upkeep', dedupeKey, now }, reply)
  if (!said) return 'busy'
  await keepCard(tx, card)
  return 'said'
}
