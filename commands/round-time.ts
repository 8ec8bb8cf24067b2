import { formatDate, localDate, localTime } from '#domain/dates.ts'
import { decidedDays, publicHolidays } from '#domain/holidays.ts'
import type { Choice, Message } from '#domain/messages.ts'
import {
  readRoundDeadline,
  suggestedDeadlines,
  type DeadlineContext,
  type RoundDeadline,
} from '#domain/rounds/read-deadline.ts'
import { workingDays } from '#domain/working-days.ts'
import { withOffset } from '#domain/zones.ts'
import { deadlineMessage } from '#locales/round-message.ts'
import { enteredDays } from '#prisma/reminders.ts'
import type { CouncilContext } from './command.ts'

/** The instant that a text names as the deadline of a round; undefined where it names none ahead. */
export async function deadlineIn(context: CouncilContext, text: string): Promise<Date | undefined> {
  const read = readRoundDeadline(text, await readingContext(context))
  return read && instantOf(context, read)
}

/** Deadlines to choose from, later than an instant where one is given; `line` makes the command line of a choice from the words of a deadline. */
export async function deadlineChoices(
  context: CouncilContext,
  line: (words: string) => string,
  after: Date = context.now,
): Promise<Choice[][]> {
  const reading = await readingContext(context)
  const from = localDate(after, context.council.timeZone)
  const suggested = suggestedDeadlines({ ...reading, today: from > reading.today ? from : reading.today })
  return suggested.map((deadline) => [
    {
      label: spoken(context, instantOf(context, deadline)),
      line: line(`${deadline.time} ${formatDate(deadline.date)}`),
    },
  ])
}

/** A deadline in words, in the council's time zone. */
export const spoken = ({ council }: CouncilContext, deadline: Date): Message =>
  deadlineMessage(deadline, council.timeZone)

function instantOf({ council }: CouncilContext, { date, time }: RoundDeadline): Date {
  return new Date(withOffset(date, time, council.timeZone))
}

async function readingContext({ db, council, today, now }: CouncilContext): Promise<DeadlineContext> {
  const days = workingDays(publicHolidays, decidedDays(await enteredDays(db, council.id)))
  return { today, time: localTime(now, council.timeZone), days }
}

/** Tells whether words name a deadline ahead. */
export async function isDeadline(context: CouncilContext): Promise<(words: string) => boolean> {
  const reading = await readingContext(context)
  return (words) => readRoundDeadline(words, reading) !== undefined
}
