import { daysBetween, isoDate, weekday, type IsoDate } from '#domain/dates.ts'
import { OVERLOADED_ABOVE, type NoticeKind, type RehearsedMessage } from '#domain/rehearsal.ts'
import { withOffset } from '#domain/zones.ts'
import { reminderMessage } from '#locales/reminder-message.ts'
import { loadTranslators } from '#locales/translate.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Database } from '#prisma/database.ts'
import { rehearseCouncil, type RehearsedChat } from '../rehearsal.ts'
import { renderReply } from '../render.ts'
import { UsageError } from './usage-error.ts'

/** What one message holds of one kind. Items of one message have the same `at`, `chat` and `text`. */
export interface RehearsedItem {
  /** When it is said, council-local with the offset: "2025-03-07T08:00:00+07:00". */
  at: string
  /** The chat's address, "telegram:-100123", or "group" where the council has none yet. */
  chat: string
  kind: NoticeKind
  /** The tasks named, "PL1/7", in the order in which they stand there. */
  refs: string[]
  /** The whole message. One that is too long for its platform arrives as several. */
  text: string
}

export interface Rehearsed {
  message: RehearsedMessage<RehearsedChat>
  items: RehearsedItem[]
}

const LONGEST_SPAN = 1100

/**
 * Every message that a council's chats would get in a span of days, by day and chat: each morning is taken to be said on its day, and nothing
 * to be done or changed in between. Throws UsageError for an unknown council or a span that is none.
 */
export async function rehearsal(
  db: Database,
  given: { council: string; from: string; to: string },
): Promise<Rehearsed[]> {
  const span = { from: readDate('--from', given.from), to: readDate('--to', given.to) }
  if (span.to < span.from) throw new UsageError('--to is before --from')
  if (daysBetween(span.from, span.to) > LONGEST_SPAN) throw new UsageError('the span is longer than three years')
  const council = await findCouncil(db, given.council)
  if (!council) throw new UsageError(`no council ${given.council}`)
  const { at, messages } = await rehearseCouncil(db, council, span)
  const translators = loadTranslators()
  return messages.map((message) => {
    const { to, morning, notices } = message
    const [page] = renderReply(reminderMessage(morning)!, translators[to.locale], Infinity)
    const said = { at: withOffset(morning.on, at, council.timeZone), chat: nameOf(to) }
    return { message, items: notices.map(({ kind, refs }) => ({ ...said, kind, refs, text: page!.body.text })) }
  })
}

function readDate(option: string, text: string): IsoDate {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []
  const date = isoDate(Number(year), Number(month), Number(day))
  if (!date) throw new UsageError(`${option} must be a date such as 2025-03-07, not "${text}"`)
  return date
}

const nameOf = ({ address }: RehearsedChat) => (address ? `${address.platform}:${address.externalId}` : 'group')

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The messages for people: what each holds, whether it is overloaded, what moved there from a day off, and its text. */
export function formatRehearsal(rehearsed: Rehearsed[]): string {
  if (rehearsed.length === 0) return 'no message in these days'
  return rehearsed.map(({ message, items }) => formatMessage(message, items).join('\n')).join('\n\n')
}

function formatMessage({ to, morning, overload, moved }: Rehearsed['message'], items: RehearsedItem[]): string[] {
  const [{ at, chat, text }] = items as [RehearsedItem]
  const title = to.title ? ` (${to.title})` : ''
  return [
    `${WEEKDAYS[weekday(morning.on) - 1]} ${at} ${chat}${title}`,
    ...items.map(({ kind, refs }) => `  ${kind}: ${refs.join(', ')}`),
    ...(overload ? [`  ! overloaded: ${overload} tasks, more than ${OVERLOADED_ABOVE}`] : []),
    ...moved.map(({ entry, planned }) => `  ~ ${entry.task.ref} moved from ${planned}, a day off`),
    ...text.split('\n').map((line) => `  | ${line}`.trimEnd()),
  ]
}
