import { addDays, formatDate, formatMoment, localDate, localTime, weekday, type IsoDate } from '#domain/dates.ts'
import type { Announcement } from '#domain/announcements/announcement.ts'
import type { Choice, Reply } from '#domain/messages.ts'
import { foldInPlace } from '#domain/fold.ts'
import { isQuiet } from '#domain/reminder-settings.ts'
import { readClock } from '#domain/rounds/read-clock.ts'
import { shorten } from '#domain/shorten.ts'
import { withOffset } from '#domain/zones.ts'
import { reminderSettings } from '#prisma/settings.ts'
import { changed, recordAnnouncement, toDo, type OneAct } from './announce-which.ts'
import { planLines, toldOf, whoMessage } from './announce-words.ts'
import { assertSendable } from './announce-sendable.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'
import { deadlineIn, spoken } from './round-time.ts'

const LONGEST_TIME = 100
/** Mornings and afternoons at which offices read. */
const MORNING = '08:00'
const AFTERNOON = '14:00'

/** Asks when a draft is to go out, or sets the time that the words name; in quiet hours it asks once more. */
export const schedule: OneAct = async (context, draft, words) => {
  await assertSendable(context, draft)
  if (words === '') return [askTime(context, draft, 'announce-when')]
  const sendAt = await timeIn(context, words)
  if (!sendAt) return [{ ...askTime(context, draft, 'announce-when-unclear', words), replace: false }]
  const quiet = await quietHours(context, sendAt)
  if (quiet) return [askQuiet(context, draft, sendAt, quiet)]
  return keepTime(context, draft, sendAt)
}

/** Sets the time though it lies in the quiet hours. */
export const scheduleAnyway: OneAct = async (context, draft, words) => {
  await assertSendable(context, draft)
  const sendAt = await timeIn(context, words)
  return sendAt ? keepTime(context, draft, sendAt) : [askTime(context, draft, 'announce-when-unclear', words)]
}

/** Takes the time back: it is a draft again. */
export const unschedule: OneAct = async (context, announcement) => {
  const { id } = await changed(context, announcement, ['scheduled'], { state: 'draft', sendAt: null })
  await recordAnnouncement(context, 'announcement-unscheduled', announcement)
  const choices = [[toDo('choice-announce-preview', 'xem-truoc', id), toDo('choice-announce-drop', 'huy', id)]]
  return [{ head: [{ key: 'announce-unscheduled' }], choices, replace: true, personal: true }]
}

async function keepTime(context: CouncilContext, draft: Announcement, sendAt: Date): Promise<Reply[]> {
  const kept = await changed(context, draft, ['draft'], { state: 'scheduled', sendAt })
  await recordAnnouncement(context, 'announcement-scheduled', kept, { sendAt: sendAt.toISOString() })
  const values = { time: spoken(context, sendAt), who: whoMessage(await toldOf(context, kept)) }
  return [
    {
      head: [{ key: 'announce-scheduled', values }, ...planLines(kept)],
      choices: [[toDo('choice-announce-unschedule', 'bo-hen', kept.id)]],
      replace: true,
      personal: true,
    },
  ]
}

/** The quiet hours in which an instant lies; undefined where it lies in none. */
export async function quietHours({ db, council }: CouncilContext, instant: Date) {
  const { quietFrom, quietTo } = await reminderSettings(db, council.id)
  const time = localTime(instant, council.timeZone)
  return isQuiet(time, { quietFrom, quietTo }) ? { from: quietFrom, to: quietTo } : undefined
}

/**
 * The instant that words name: in the morning where they name no time, today or tomorrow where they name no day, and at its beginning where they
 * name a part of the day. Undefined where they name none ahead.
 */
async function timeIn(context: CouncilContext, words: string): Promise<Date | undefined> {
  const clock = words.length > LONGEST_TIME ? undefined : readClock(words)
  if (!clock) return undefined
  const named = clock.time !== undefined && !WRITTEN.test(foldInPlace(words.normalize('NFC').toLowerCase()))
  const begins = named ? BEGINS[clock.time!] : undefined
  const times = [...(begins ? [begins] : []), clock.time ?? MORNING]
  const days = clock.rest === '' ? ['today', 'tomorrow'] : [clock.rest]
  for (const wanted of days.flatMap((day) => times.map((time) => `${time} ${day}`))) {
    const instant = await deadlineIn(context, wanted)
    if (instant) return instant
  }
  return undefined
}

/** A time that is written, not called "morning". */
const WRITTEN = /\d\s*(?::|h|g|am|pm)/
/** What is the end of a morning or afternoon for a deadline begins then. */
const BEGINS: Readonly<Record<string, string>> = { '11:30': MORNING, '17:00': AFTERNOON }

function askTime(context: CouncilContext, { id }: Announcement, key: string, words = ''): Reply {
  return {
    head: [{ key, values: { text: shorten(words, LONGEST_LABEL) } }],
    choices: [
      ...suggestions(context).map(({ date, time }): Choice[] => {
        const instant = new Date(withOffset(date, time, context.council.timeZone))
        return [{ label: spoken(context, instant), line: `/thongbao hen @${id} ${time} ${formatDate(date)}` }]
      }),
      [toDo('choice-announce-back', 'gui-toi', id)],
    ],
    asks: `/thongbao hen @${id}`,
    replace: true,
    personal: true,
  }
}

/** This afternoon, tomorrow morning, Monday morning: those that are ahead, each once. */
function suggestions({ now, council }: CouncilContext): { date: IsoDate; time: string }[] {
  const today = localDate(now, council.timeZone)
  const tomorrow = addDays(today, 1)
  const monday = addDays(today, (8 - weekday(today)) % 7 || 7)
  const isAfternoonAhead = localTime(now, council.timeZone) < AFTERNOON
  return [
    ...(isAfternoonAhead ? [{ date: today, time: AFTERNOON }] : []),
    { date: tomorrow, time: MORNING },
    ...(monday === tomorrow ? [] : [{ date: monday, time: MORNING }]),
  ]
}

function askQuiet(
  context: CouncilContext,
  { id }: Announcement,
  sendAt: Date,
  quiet: { from: string; to: string },
): Reply {
  const words = formatMoment(sendAt, context.council.timeZone)
  return {
    head: [{ key: 'announce-quiet', values: { time: spoken(context, sendAt), ...quiet } }],
    choices: [
      [toDo('choice-announce-schedule-anyway', 'hen-du', id, words)],
      [toDo('choice-announce-other-time', 'hen', id)],
    ],
    replace: true,
    personal: true,
  }
}
