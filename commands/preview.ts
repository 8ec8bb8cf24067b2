import { addDays, formatDate, weekday, type IsoDate } from '#domain/dates.ts'
import type { Block, Message, Reply } from '#domain/messages.ts'
import { OVERLOADED_ABOVE, type RehearsedMessage } from '#domain/rehearsal.ts'
import { reminderMessage } from '#locales/reminder-message.ts'
import type { CouncilContext } from './command.ts'
import { rehearseCouncil, type RehearsedChat } from './rehearsal.ts'

const DAYS = 7

/** What the bot will say by itself in the seven days from tomorrow, by day and chat; `text` may name a page. */
export async function previewReply({ db, council, today }: CouncilContext, text: string): Promise<Reply> {
  const span = { from: addDays(today, 1), to: addDays(today, DAYS) }
  const { at, messages } = await rehearseCouncil(db, council, span)
  const values = { from: formatDate(span.from), to: formatDate(span.to), at }
  if (messages.length === 0) return { head: [{ key: 'preview-nothing', values }] }
  const page = Number(/^(?:trang|page) (\d{1,4})$/i.exec(text)?.[1] ?? 1)
  return {
    head: [{ key: 'preview-title', values }],
    blocks: messages.flatMap(blocksOf),
    page: { number: page, line: '/caidat xem trước' },
    replace: true,
  }
}

function blocksOf({ to, morning, overload, moved }: RehearsedMessage<RehearsedChat>): Block[] {
  const day = dayMessage(morning.on)
  const chat: Message = to.title ? { key: 'text', values: { text: to.title } } : { key: 'preview-group' }
  const heading = { key: 'preview-heading', values: { day, chat } }
  const marks = [
    ...(overload ? [{ key: 'preview-overload', values: { count: overload, most: OVERLOADED_ABOVE } }] : []),
    ...moved.map(({ entry, planned }) => ({
      key: 'preview-moved',
      values: { place: entry.task.place, day: dayMessage(planned) },
    })),
  ]
  return [...marks, ...bodies(reminderMessage(morning)?.blocks ?? [])].map((body) => ({ heading, body }))
}

const dayMessage = (date: IsoDate): Message => ({
  key: 'settings-day',
  values: { weekday: { key: `weekday-${weekday(date)}` }, date: formatDate(date) },
})

/** The message's own headings stand above the first of their tasks. */
function bodies(blocks: Block[]): Message[] {
  return blocks.map(({ heading, body }, index) =>
    JSON.stringify(heading) === JSON.stringify(blocks[index - 1]?.heading)
      ? body
      : { key: 'preview-lines', values: { first: heading, rest: body } },
  )
}
