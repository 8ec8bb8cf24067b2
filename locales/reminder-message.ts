import { formatDate, weekday, type IsoDate } from '#domain/dates.ts'
import type { Catch } from '#domain/catch-up.ts'
import type { DueEntry } from '#domain/due.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import type { Stage } from '#domain/reminders.ts'
import { shorten } from '#domain/shorten.ts'
import { periodMessage } from './period-message.ts'
import { reasonMessage } from './reason-message.ts'

/** So many tasks get a choice of their own under a reminder; more would fill a phone's screen. */
const MOST_CHOICES = 5
/** Of the words that tell two deadlines of one task apart; in UTF-16 units. */
const LONGEST_WORDING = 40

/** What a group or the head of a unit reads on a morning; undefined where there is nothing to say. */
export function reminderMessage(morning: Catch): Reply | undefined {
  const { on, reminders, late, since } = morning
  const blocks = [
    ...reminders.map(({ entry, stage }) => block(stageMessage(stage), entry)),
    ...late.map((entry) => block(lateMessage(entry, since ?? on), entry)),
    ...digestBlocks(morning),
  ]
  if (blocks.length === 0) return undefined
  const named = [...reminders.map(({ entry }) => entry), ...late]
  return {
    head: [{ key: 'remind-title', values: { weekday: { key: `weekday-${weekday(on)}` }, date: formatDate(on) } }],
    blocks,
    choices: named.length > 0 ? choices(named) : [],
    menu: true,
  }
}

/** What went wrong: deadlines that went by before anybody was told, messages that did not arrive, cards that cannot be pinned. */
interface Wrongs {
  missed: DueEntry[]
  undelivered: { on: IsoDate; chat: string; state: 'refused' | 'uncertain'; reason: string }[]
  unpinned: { chat: string; reason: string }[]
  /** How many dates wait for the secretariat's decision: what has one is not reminded of. */
  undecided: number
}

/** What the secretariat reads in private; undefined where nothing went wrong. */
export function secretariatReport(
  on: IsoDate,
  { missed, undelivered, unpinned, undecided }: Wrongs,
): Reply | undefined {
  const blocks = [
    ...missed.map((entry) => block({ key: 'report-missed' }, entry)),
    ...undelivered.map(({ on: day, chat, state, reason }) => ({
      heading: { key: 'report-undelivered' },
      body: { key: `report-${state}-line`, values: { chat, date: formatDate(day), reason: reasonMessage(reason) } },
    })),
    ...unpinned.map(({ chat, reason }) => ({
      heading: { key: 'report-unpinned' },
      body: { key: 'report-unpinned-line', values: { chat, reason } },
    })),
  ]
  if (blocks.length === 0) return undefined
  return {
    head: [{ key: 'report-title', values: { date: formatDate(on) } }],
    blocks,
    ...(undecided > 0
      ? {
          foot: [{ key: 'card-undecided', values: { count: undecided } }],
          choices: [[{ label: { key: 'choice-suspects' }, line: '/kehoach xac nhan' }]],
        }
      : {}),
  }
}

function block(heading: Message, { task, deadline, dueOn, sources, daysLeft }: DueEntry): Block {
  const wording = wordingMessage(deadline, dueOn)
  const mark = daysLeft < 0 ? '❗' : '⏳'
  const values = { mark, title: task.title, wording, lead: task.lead ?? '', place: sources.join(', ') }
  return { heading, body: { key: task.lead ? 'remind-task-lead' : 'remind-task', values } }
}

/** The official wording, of a recurring deadline with its occurrence. */
function wordingMessage({ wording, rrule }: DueEntry['deadline'], dueOn: IsoDate): string | Message {
  return rrule ? { key: 'due-occurrence', values: { wording, date: formatDate(dueOn) } } : wording
}

function stageMessage(stage: Stage): Message {
  switch (stage.kind) {
    case 'before':
      return stage.days === 0 ? { key: 'remind-today' } : { key: 'remind-left', values: { days: stage.days } }
    case 'overdue':
      return { key: 'remind-overdue', values: { days: stage.days } }
    case 'start':
      return { key: 'remind-start' }
    case 'middle':
      return { key: 'remind-middle' }
  }
}

function lateMessage({ daysLeft }: DueEntry, since: IsoDate): Message {
  const key = daysLeft === 0 ? 'remind-late-today' : 'remind-late'
  return { key, values: { since: formatDate(since), days: daysLeft } }
}

/** The list of a period that begins, without what stands above it. */
function digestBlocks({ digest, reminders, late }: Catch): Block[] {
  if (!digest) return []
  const said = new Set(
    [...reminders.map(({ entry }) => entry), ...late].map(({ deadline, dueOn }) => deadline.id + dueOn),
  )
  const heading = { key: 'remind-digest', values: { period: periodMessage(digest.period) } }
  return digest.entries
    .filter(({ deadline, dueOn }) => !said.has(deadline.id + dueOn))
    .map((entry) => block(heading, entry))
}

function choices(entries: DueEntry[]): Choice[][] {
  const done = entries.slice(0, MOST_CHOICES).map((entry) => {
    const { deadline, dueOn } = entry
    return [{ label: doneLabel(entry, entries), line: `/xong #${deadline.id}${deadline.rrule ? ` ${dueOn}` : ''}` }]
  })
  const ids = [...new Set(entries.map(({ deadline }) => `#${deadline.id}`))].join(' ')
  const tomorrow = { label: { key: 'choice-tomorrow' }, line: `/nhaclai ${ids}` }
  return [...done, [tomorrow, { label: { key: 'choice-details' }, line: `/chitiet ${ids}` }]]
}

/** Two deadlines of one task stand in one place: their wordings tell them apart. */
function doneLabel({ task, deadline, dueOn }: DueEntry, all: DueEntry[]): Message {
  const { place } = task
  if (all.filter((other) => other.task.place === place).length === 1) return { key: 'choice-done', values: { place } }
  const wording = wordingMessage({ ...deadline, wording: shorten(deadline.wording, LONGEST_WORDING) }, dueOn)
  return { key: 'choice-done-by', values: { place, wording } }
}
