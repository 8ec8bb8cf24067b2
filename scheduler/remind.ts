import { addDays, localDate, localTime, type IsoDate } from '#domain/dates.ts'
import { undecided } from '#domain/due.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { ChatId, CouncilId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { morningFor, type Audience, type CouncilTasks } from '#domain/morning-for.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { workingDays, type WorkingDays } from '#domain/working-days.ts'
import { reminderMessage, secretariatReport } from '#locales/reminder-message.ts'
import { takeUnpinned } from '#prisma/cards.ts'
import { closeReminders, openReminders } from '#prisma/close-reminders.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import {
  councilsBehind,
  moveOn,
  recipientsOf,
  takeSnoozed,
  type Recipient,
  type RemindedCouncil,
} from '#prisma/reminders.ts'
import { morningKey, takeUndelivered, toldThrough } from '#prisma/undelivered.ts'
import { listUnits } from '#prisma/units.ts'
import { eachInTurn } from './each-in-turn.ts'
import type { Job, Within } from './job.ts'

/** The zone in which a day begins first: a council whose morning may have come is behind that day. */
const FIRST_ZONE = 'Pacific/Kiritimati'

/**
 * Says each council's morning once, at its hour and not in its quiet hours: what it says and that the day was dealt with are one transaction, so
 * that running it again, here or elsewhere, says nothing twice.
 */
export const remind: Job = {
  name: 'remind',
  cron: '* * * * *',
  async run(context) {
    const { db, now } = context
    const behind = councilsBehind(db, localDate(now, FIRST_ZONE))
    const { done, sum, failed } = await eachInTurn(context, behind, {
      due: (council) => {
        const morning = morningAt(council, now)
        return morning && ((within) => remindCouncil(within, council, morning))
      },
      what: 'council',
      fault: 'a morning could not be prepared',
    })
    return { councils: done, messages: sum, failed }
  },
}

interface MorningToSay {
  on: IsoDate
  days: WorkingDays
}

/** The morning that it is time to deal with, or undefined. What was left unsaid before a day off waits for the next working day. */
function morningAt({ settings, timeZone, through, entered }: RemindedCouncil, now: Date): MorningToSay | undefined {
  const on = localDate(now, timeZone)
  const time = localTime(now, timeZone)
  if ((through ?? '') >= on || time < settings.at || isQuiet(time, settings)) return undefined
  const days = workingDays(publicHolidays, decidedDays(entered))
  const waits = !days.isWorking(on) && through !== undefined && through < addDays(on, -1)
  return waits ? undefined : { on, days }
}

/** Returns how many messages were put into the outbox. */
async function remindCouncil(context: Within, council: RemindedCouncil, { on, days }: MorningToSay): Promise<number> {
  const { tx, now } = context
  if (!(await moveOn(tx, council, on)) || !days.isWorking(on)) return 0
  const recipients = await recipientsOf(tx, council.id)
  const all = {
    tasks: await tasksOf(tx, await approvedPlans(tx, council.id)),
    units: recipients.some(({ as }) => as.kind === 'unit') ? await listUnits(tx, council.id) : [],
    rules: { settings: council.settings, days },
  }
  const snoozed = await takeSnoozed(tx, council.id, on)
  const told = await toldThrough(tx, council.id, on, now)
  const listeners = recipients.filter(({ as }) => as.kind !== 'secretariat')
  const replies = sharedReplies(on, all)
  const closing: ChatId[] = []
  let messages = 0
  const older = await openReminders(
    tx,
    listeners.map(({ chatId }) => chatId),
  )
  for (const to of listeners) {
    const through = earlier(council.through, told(to))
    const reply = replies(to.as, { through, snoozed: snoozed.get(to.chatId) })
    if (!(await sayMorning(context, council.id, { on, to, reply }))) continue
    closing.push(to.chatId)
    messages += 1
  }
  await closeReminders(
    tx,
    older.filter(({ chatId }) => closing.includes(chatId)),
    now,
  )
  const secretariat = recipients.filter(({ as }) => as.kind === 'secretariat')
  if (secretariat.length === 0) return messages
  const reply = await report(context, council, { on, all })
  for (const to of secretariat) if (await sayMorning(context, council.id, { on, to, reply })) messages += 1
  return messages
}

/** What the secretariat reads: what went by unsaid on mornings on which nothing was said, or no group was reached, and who was not reached. */
async function report(
  { tx }: Within,
  council: RemindedCouncil,
  { on, all }: { on: IsoDate; all: CouncilTasks },
): Promise<Reply | undefined> {
  const undelivered = await takeUndelivered(tx, council.id, on)
  const unheard = undelivered
    .filter(({ as, state, madeUpFor }) => as === 'group' && state === 'refused' && !madeUpFor)
    .map((row) => row.on)
  const through = unheard.map((day) => addDays(day, -1)).reduce(earlier, council.through)
  const { missed } = morningFor({ kind: 'secretariat' }, { on, through, snoozed: undefined }, all)
  const unpinned = await takeUnpinned(tx, council.id)
  return secretariatReport(on, { missed, undelivered, unpinned, undecided: undecided(all.tasks).length })
}

/** Says it once. Returns whether it was put into the outbox. */
async function sayMorning(
  { tx, now, say }: Within,
  councilId: CouncilId,
  { on, to, reply }: { on: IsoDate; to: Recipient; reply: Reply | undefined },
): Promise<boolean> {
  if (!reply) return false
  const dedupeKey = morningKey(councilId, on, to)
  return say(tx, { ...to, kind: 'reminder', dedupeKey, now }, reply)
}

/** Groups that missed nothing and asked for nothing of their own hear the same, which is worked out once. */
function sharedReplies(on: IsoDate, all: CouncilTasks) {
  const known = new Map<string, Reply | undefined>()
  return (as: Audience, { through, snoozed }: { through: IsoDate | undefined; snoozed: Set<string> | undefined }) => {
    const key = as.kind === 'group' && !snoozed ? (through ?? '') : undefined
    if (key !== undefined && known.has(key)) return known.get(key)
    const reply = reminderMessage(morningFor(as, { on, through, snoozed }, all))
    if (key !== undefined) known.set(key, reply)
    return reply
  }
}

/** The earlier of a day and another, where there is one. */
function earlier(one: IsoDate | undefined, other: IsoDate | undefined): IsoDate | undefined {
  return one && other && other < one ? other : one
}
