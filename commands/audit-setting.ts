import { z } from 'zod'
import { formatDate, type IsoDate } from '#domain/dates.ts'
import { LOCALES, type Message } from '#domain/messages.ts'
import { TaskReminders } from '#domain/reminder-settings.ts'
import { listed } from '#locales/round-message.ts'

/** What was set, by the name that the log keeps. */
const SETTINGS: Readonly<Record<string, string>> = {
  hour: 'audit-setting-hour',
  before: 'audit-setting-before',
  after: 'audit-setting-after',
  weekly: 'audit-setting-weekly',
  quiet: 'audit-setting-quiet',
  quarter: 'audit-setting-quarter',
  month: 'audit-setting-month',
  week: 'audit-setting-week',
  'day off': 'audit-setting-day',
  'working day': 'audit-setting-day',
  day: 'audit-setting-day',
  chat: 'audit-setting-chat',
  language: 'audit-setting-language',
  'time zone': 'audit-setting-zone',
  task: 'audit-setting-task',
  'two approvals': 'audit-setting-two-approvals',
}

/** A setting in words. */
export const settingMessage = (setting: string): Message => ({ key: SETTINGS[setting] ?? 'audit-setting-other' })

/** What a setting was or became, from how the log keeps it, in words. */
export function settingValue(setting: string, kept: string): Message {
  if (setting === 'chat') return onOff(kept.endsWith('true'))
  if (setting === 'language') return LOCALES.some((one) => one === kept) ? { key: `language-${kept}` } : text(kept)
  if (setting === 'task') return taskValue(kept)
  if (/\bday\b/.test(setting)) return inList(kept.split(', ').filter(Boolean).map(dayValue))
  return inList(partsOf(kept, setting))
}

const text = (words: string): Message => ({ key: 'text', values: { text: words } })
const onOff = (on: boolean): Message => ({ key: on ? 'settings-on' : 'settings-off' })
const inList = (parts: Message[]): Message => (parts.length > 0 ? listed(parts) : { key: 'settings-never' })

const Kept = z.array(z.union([z.string(), z.boolean(), z.array(z.number()), z.record(z.string(), z.boolean())]))

/** `["20:00","07:00"]`, `[[30,14,7]]`, `[true]`, or the three digests at once. */
function partsOf(kept: string, setting: string): Message[] {
  const read = Kept.safeParse(parsed(kept))
  if (!read.success) return kept === '' ? [] : [text(kept)]
  return read.data.flatMap((part) => {
    if (typeof part === 'boolean') return [onOff(part)]
    if (typeof part === 'string') return [text(part)]
    if (Array.isArray(part)) return part.map((number) => text(String(number)))
    return [onOff(part[setting] === true)]
  })
}

/** "2025-05-02 off"; "calendar" alone leaves what was entered to the public calendar. */
function dayValue(kept: string): Message {
  const [, date, state = ''] = /^(\d{4}-\d\d-\d\d)?\s*(.*)$/.exec(kept) ?? []
  const key = DAYS[state]
  if (!date) return key ? { key } : text(kept)
  const day = formatDate(date as IsoDate)
  return key ? { key: 'audit-day-state', values: { date: day, state: { key } } } : text(day)
}

const DAYS: Readonly<Record<string, string>> = {
  calendar: 'audit-day-calendar',
  worked: 'audit-day-worked',
  off: 'audit-day-off',
}

/** `PL1 mục 2 {"before":[4]}` or "PL1 mục 2 as the council". */
function taskValue(kept: string): Message {
  const at = kept.indexOf('{')
  const read = at < 0 ? undefined : TaskReminders.safeParse(parsed(kept.slice(at)))
  const place = kept
    .slice(0, at < 0 ? undefined : at)
    .replace(/ as the council$/, '')
    .trim()
  if (!read?.success) return { key: 'audit-task-council', values: { place } }
  const days = (offsets: number[]) => inList(offsets.map((number) => text(String(number))))
  const { before, after } = read.data
  const parts: Message[] = [
    ...(before ? [{ key: 'settings-task-before', values: { days: days(before) } }] : []),
    ...(after ? [{ key: 'settings-task-after', values: { days: days(after) } }] : []),
  ]
  return { key: 'settings-task', values: { place, offsets: inList(parts) } }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
