import { formatDate, weekday, type IsoDate } from '#domain/dates.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import type { ReminderSettings } from '#domain/reminder-settings.ts'
import { twoApprovals } from '#prisma/approvals.ts'
import { findCouncil } from '#prisma/councils.ts'
import { tasksOf } from '#prisma/due-tasks.ts'
import { approvedPlans } from '#prisma/plans.ts'
import { enteredDays } from '#prisma/reminders.ts'
import { chatReminds, reminderSettings } from '#prisma/settings.ts'
import type { CouncilContext } from './command.ts'

/** Every setting that holds now, with choices for the usual changes. */
export async function settingsOverview(context: CouncilContext): Promise<Reply> {
  const { db, chat, today } = context
  const council = (await findCouncil(db, context.council.id))!
  const settings = await reminderSettings(db, council.id)
  const reminds = await chatReminds(db, chat.id)
  const two = await twoApprovals(db, council.id)
  const entered = (await enteredDays(db, council.id)).filter(([date]) => date >= today)
  return {
    head: [
      ...lines({ ...context, council }, settings, reminds),
      { key: 'settings-two-approvals', values: { state: onOff(two) } },
    ],
    blocks: [...dayBlocks(entered), ...(await taskBlocks(context))],
    foot: [{ key: 'settings-usage' }],
    choices: choices({ settings, reminds, two, kind: chat.kind }),
    personal: true,
  }
}

/** All days that the secretariat entered. */
export async function settingsDays({ db, council }: CouncilContext): Promise<Reply> {
  const blocks = dayBlocks(await enteredDays(db, council.id))
  return { head: [{ key: blocks.length > 0 ? 'settings-days-title' : 'settings-days-none' }], blocks }
}

function lines({ council, chat }: CouncilContext, settings: ReminderSettings, reminds: boolean): Message[] {
  const { at, quietFrom, quietTo, before, after, weeklyAfter, digests } = settings
  const { quarter, month, week } = digests
  return [
    { key: 'settings-title', values: { council: council.name } },
    { key: 'settings-hour', values: { at, from: quietFrom, to: quietTo } },
    { key: 'settings-before', values: { days: listed(before) } },
    { key: weeklyAfter ? 'settings-after-weekly' : 'settings-after', values: { days: listed(after) } },
    { key: 'settings-digests', values: { quarter: onOff(quarter), month: onOff(month), week: onOff(week) } },
    { key: chat.kind === 'group' ? 'settings-group' : 'settings-private', values: { state: onOff(reminds) } },
    { key: 'settings-council', values: { language: { key: `language-${council.locale}` }, zone: council.timeZone } },
  ]
}

const onOff = (on: boolean): Message => ({ key: on ? 'settings-on' : 'settings-off' })

const listed = (days: readonly number[]): Message =>
  days.length > 0 ? { key: 'text', values: { text: days.join(', ') } } : { key: 'settings-never' }

function dayBlocks(entered: [IsoDate, boolean][]): Block[] {
  return entered
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, working]) => ({
      heading: { key: working ? 'settings-days-worked' : 'settings-days-off' },
      body: { key: 'settings-day', values: { weekday: { key: `weekday-${weekday(date)}` }, date: formatDate(date) } },
    }))
}

async function taskBlocks({ db, council }: CouncilContext): Promise<Block[]> {
  const tasks = await tasksOf(db, await approvedPlans(db, council.id))
  return tasks.flatMap(({ place, reminders }) => {
    if (!reminders) return []
    const told = ([days, key]: [number[] | undefined, string]) => days && { key, values: { days: listed(days) } }
    const parts = [told([reminders.before, 'settings-task-before']), told([reminders.after, 'settings-task-after'])]
    const [first, second] = parts.filter((part) => part !== undefined)
    const offsets: Message = second ? { key: 'listed', values: { first: first!, rest: second } } : first!
    return [{ heading: { key: 'settings-tasks' }, body: { key: 'settings-task', values: { place, offsets } } }]
  })
}

const HOURS = ['07:00', '07:30', '08:00', '09:00']

interface Shown {
  settings: ReminderSettings
  reminds: boolean
  two: boolean
  kind: 'private' | 'group'
}

function choices({ settings, reminds, two, kind }: Shown): Choice[][] {
  const { at, weeklyAfter, digests } = settings
  const toggle = (key: string, words: string, on: boolean): Choice => ({
    label: { key: on ? 'choice-turn-off' : 'choice-turn-on', values: { what: { key } } },
    line: `/caidat ${words} ${on ? 'tắt' : 'bật'}`,
  })
  const hours = HOURS.filter((hour) => hour !== at).map((hour): Choice => ({
    label: { key: 'choice-hour', values: { hour } },
    line: `/caidat giờ ${hour}`,
  }))
  return [
    [{ label: { key: 'choice-preview' }, line: '/caidat xem trước' }],
    hours,
    [toggle('settings-what-weekly', 'hằng tuần', weeklyAfter), toggle('settings-what-week', 'tuần', digests.week)],
    [toggle('settings-what-month', 'tháng', digests.month), toggle('settings-what-quarter', 'quý', digests.quarter)],
    [toggle(kind === 'group' ? 'settings-what-group' : 'settings-what-private', 'nhóm', reminds)],
    [toggle('settings-what-two-approvals', 'duyệt hai người', two)],
  ]
}
