import { formatDate, formatMoment, type IsoDate } from '#domain/dates.ts'
import type { Role } from '#domain/access.ts'
import type { Message } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { platformLabel } from '#locales/route-message.ts'
import type { AuditAction } from '#prisma/audit.ts'
import type { AuditEntry } from '#prisma/audit-log.ts'
import { settingMessage, settingValue } from './audit-setting.ts'
import { planMessage } from './plan-message.ts'
import { roleMessage } from './roles.ts'

/** The sentence of each act; its values are those of `valuesOf`. */
const SENTENCES: Record<AuditAction, string> = {
  'council-created': 'audit-council-created',
  'invite-created': 'audit-invite-created',
  'person-linked': 'audit-person-linked',
  'role-given': 'audit-role-given',
  'role-ended': 'audit-role-ended',
  'account-linked': 'audit-account-linked',
  'chat-linked': 'audit-chat-linked',
  'chat-unlinked': 'audit-chat-unlinked',
  'unit-added': 'audit-unit-added',
  'unit-renamed': 'audit-unit-renamed',
  'unit-removed': 'audit-unit-removed',
  'alias-added': 'audit-alias-added',
  'unit-phone-set': 'audit-unit-phone',
  'head-away': 'audit-head-away',
  'head-present': 'audit-head-present',
  'plan-stored': 'audit-plan-stored',
  'plan-approved': 'audit-plan-approved',
  'plan-dropped': 'audit-plan-dropped',
  'plan-first-approved': 'audit-plan-first-approved',
  'plan-corrected': 'audit-plan-corrected',
  'deadline-decided': 'audit-deadline-decided',
  'task-done': 'audit-task-done',
  'task-undone': 'audit-task-undone',
  'calendar-address-made': 'audit-calendar-made',
  'calendar-addresses-revoked': 'audit-calendar-revoked',
  'settings-changed': 'audit-settings-changed',
  'round-opened': 'audit-round-opened',
  'round-extended': 'audit-round-extended',
  'round-reminded': 'audit-round-reminded',
  'round-closed': 'audit-round-closed',
  'round-reopened': 'audit-round-reopened',
  'round-dropped': 'audit-round-dropped',
  'quota-entered': 'audit-quota-entered',
  nominated: 'audit-nominated',
  'request-decided': 'audit-request-decided',
  'total-settled': 'audit-total-settled',
  'announcement-sent': 'audit-announcement-sent',
  'announcement-scheduled': 'audit-announcement-scheduled',
  'announcement-unscheduled': 'audit-announcement-unscheduled',
  'announcement-dropped': 'audit-announcement-dropped',
  'announcement-stopped': 'audit-announcement-stopped',
  'announcement-continued': 'audit-announcement-continued',
  'announcement-corrected': 'audit-announcement-corrected',
  'announcement-withdrawn': 'audit-announcement-withdrawn',
  'announcement-retried': 'audit-announcement-retried',
  'announcement-reminded': 'audit-announcement-reminded',
  'template-saved': 'audit-template-saved',
  'template-removed': 'audit-template-removed',
  'person-forgotten': 'audit-person-forgotten',
}

const LONGEST_VALUE = 120

/** What was done, in words with its details; nothing that only a machine can read. Times are those of the zone. */
export function auditSentence(entry: AuditEntry, timeZone: string): Message {
  const values = valuesOf(entry, timeZone)
  const said = withDeadline({ key: SENTENCES[entry.action], values }, entry, timeZone)
  return text(entry, 'reason') ? { key: 'audit-because', values: { what: said, reason: text(entry, 'reason') } } : said
}

/** The deadline of a round, and the one before where it was moved. That of a marked task is an id. */
function withDeadline(what: Message, entry: AuditEntry, timeZone: string): Message {
  const [deadline, before] = ['deadline', 'before'].map((name) => instantIn(text(entry, name), timeZone))
  if (!deadline || !entry.action.startsWith('round-')) return what
  return { key: before ? 'audit-moved' : 'audit-until', values: { what, deadline, before: before ?? '' } }
}

function valuesOf(entry: AuditEntry, timeZone: string): NonNullable<Message['values']> {
  const { plan, receiver, chat, details } = entry
  const [role, unit] = [details['role'], text(entry, 'unit')]
  const setting = text(entry, 'setting')
  const state = (name: string) =>
    setting ? settingValue(setting, raw(entry, name)) : filled(text(entry, name), 'audit-nothing')
  return {
    name: receiver ?? filled(text(entry, 'name'), 'audit-someone'),
    role: role ? roleIn(role as Role, unit) : '',
    unit: filled(unit, 'audit-council'),
    alias: text(entry, 'alias'),
    plan: plan ? planMessage(plan) : { key: 'audit-some-plan' },
    file: filled(text(entry, 'file'), 'audit-some-file'),
    chat: chat === undefined ? { key: 'audit-some-group' } : `“${shorten(chat, LONGEST_VALUE)}”`,
    place: placeOf(entry),
    platform: platformLabel(text(entry, 'platform')),
    wording: text(entry, 'wording'),
    count: Number(details['count'] ?? 0),
    setting: settingMessage(setting),
    round: filled(roundOf(entry), 'audit-some-round'),
    what: whatOf(entry),
    announcement: filled(text(entry, 'announcement'), 'audit-some-announcement'),
    template: filled(text(entry, 'template'), 'audit-some-announcement'),
    time: filled(instantIn(text(entry, 'sendAt'), timeZone), 'audit-some-time'),
    before: state('before'),
    after: state('after'),
  }
}

const raw = ({ details }: AuditEntry, name: string): string => String(details[name] ?? '')
const text = (entry: AuditEntry, name: string): string => shorten(raw(entry, name), LONGEST_VALUE)
const filled = (words: string, otherwise: string): string | Message => (words === '' ? { key: otherwise } : words)

/** "trưởng Công an phường"; the role alone where no unit was kept. */
const roleIn = (role: Role, unit: string): Message =>
  unit === '' && role !== 'member' && role !== 'secretariat' ? { key: `units-role-${role}` } : roleMessage(role, unit)

/** "PL1 mục 6, kỳ 25/3/2025". */
function placeOf(entry: AuditEntry): string | Message {
  const [place, occurrence] = [text(entry, 'place'), text(entry, 'occurrence')]
  if (entry.action === 'plan-corrected') return filled(place, 'audit-new-row')
  if (occurrence === '') return place
  return { key: 'audit-occurrence', values: { place, date: dateIn(occurrence) } }
}

/** What a number was handed in for: the unit and the movement, or what is known of them, or the round. */
function whatOf(entry: AuditEntry): string | Message {
  const known = [text(entry, 'unit'), text(entry, 'movement')].filter((part) => part !== '')
  return known.length > 0 ? known.join(', ') : filled(roundOf(entry), 'audit-some-round')
}

/** A round's title; its id says nothing to people. */
function roundOf(entry: AuditEntry): string {
  const title = text(entry, 'title') || text(entry, 'round')
  return /^[\da-f]{8}-[\da-f-]{27}$/i.test(title) ? '' : title
}

const dateIn = (words: string): string => (/^\d{4}-\d\d-\d\d$/.test(words) ? formatDate(words as IsoDate) : words)

function instantIn(words: string, timeZone: string): string {
  const instant = /^\d{4}-\d\d-\d\dT/.test(words) ? new Date(words) : undefined
  if (!instant || Number.isNaN(instant.getTime())) return dateIn(words)
  return formatMoment(instant, timeZone)
}
