import { ReminderSettings } from '#domain/reminder-settings.ts'
import { UserError } from '#domain/user-error.ts'
import { isTimeZone } from '#domain/zones.ts'
import { keepTwoApprovals, secretaries, twoApprovals } from '#prisma/approvals.ts'
import { audit } from '#prisma/audit.ts'
import { chatReminds, keepChatReminds, keepCouncil, keepReminderSettings, reminderSettings } from '#prisma/settings.ts'
import type { CouncilContext } from './command.ts'
import { forgetDays, keepDays } from './change-days.ts'
import { changeTask } from './change-task-reminders.ts'
import { namedLanguage } from './language.ts'
import { readClocks, readOffsets, readSwitch } from './settings-words.ts'

/** Reads the words behind a setting's name, keeps what they say and returns what held before and after, for the audit log. */
type Change = (context: CouncilContext, text: string) => Promise<{ before: string; after: string }>

/** A setting with what held before and after, as the audit log keeps them. */
export interface Changed {
  setting: string
  before: string
  after: string
}

/** What the secretariat can change, by the words (folded) behind /caidat. */
export const SETTING_CHANGES: { setting: string; names: string[]; run: Change }[] = [
  { setting: 'hour', names: ['gio nhac', 'gio', 'hour', 'time'], run: inSettings(readHour) },
  { setting: 'before', names: ['nhac truoc', 'truoc', 'before'], run: inSettings(readBefore) },
  { setting: 'after', names: ['nhac sau', 'qua han', 'sau', 'after', 'overdue'], run: inSettings(readAfter) },
  { setting: 'weekly', names: ['hang tuan', 'weekly'], run: inSettings(readWeekly) },
  { setting: 'quiet', names: ['gio yen lang', 'yen lang', 'quiet hours', 'quiet'], run: inSettings(readQuiet) },
  { setting: 'quarter', names: ['dau quy', 'quy', 'quarter'], run: digest('quarter') },
  { setting: 'month', names: ['dau thang', 'thang', 'month'], run: digest('month') },
  { setting: 'week', names: ['dau tuan', 'tuan', 'week'], run: digest('week') },
  { setting: 'day off', names: ['ngay nghi', 'nghi', 'day off', 'off day'], run: keepDays(false) },
  { setting: 'working day', names: ['ngay lam viec', 'ngay lam bu', 'ngay lam', 'working day'], run: keepDays(true) },
  { setting: 'day', names: ['bo ngay', 'xoa ngay', 'forget day', 'forget'], run: forgetDays },
  { setting: 'chat', names: ['nhom nay', 'nhom', 'tin rieng', 'o day', 'group', 'here', 'private'], run: thisChat },
  { setting: 'language', names: ['ngon ngu', 'language'], run: language },
  { setting: 'time zone', names: ['mui gio', 'time zone', 'timezone'], run: timeZone },
  { setting: 'task', names: ['viec', 'task'], run: changeTask },
  {
    setting: 'two approvals',
    names: ['duyet hai nguoi', 'phe duyet hai nguoi', 'hai nguoi duyet', 'two approvals'],
    run: requireTwo,
  },
]

/** Makes a change, records it and returns what it was. Throws UserError where the words are not clear or do not go together with the rest. */
export async function changeSetting(
  context: CouncilContext,
  change: (typeof SETTING_CHANGES)[number],
  text: string,
): Promise<Changed> {
  const { db, council, person, now } = context
  const details = { setting: change.setting, ...(await change.run(context, text)) }
  await audit(db, { councilId: council.id, personId: person.id, action: 'settings-changed', details }, now)
  return details
}

type Read = (text: string, settings: ReminderSettings) => Partial<ReminderSettings>

function inSettings(read: Read): Change {
  return async ({ db, council }, text) => {
    const settings = await reminderSettings(db, council.id)
    const changed = read(text, settings)
    const kept = ReminderSettings.safeParse({ ...settings, ...changed })
    if (!kept.success) {
      const { at, quietFrom: from, quietTo: to } = { ...settings, ...changed }
      throw new UserError('settings-hour-quiet', { at, from, to })
    }
    await keepReminderSettings(db, council.id, kept.data)
    const before = Object.keys(changed).map((name) => settings[name as keyof ReminderSettings])
    return { before: JSON.stringify(before), after: JSON.stringify(Object.values(changed)) }
  }
}

function readHour(text: string) {
  return { at: readClocks(text, 1)[0]! }
}

function readBefore(text: string) {
  return { before: readOffsets(text, 0).sort((a, b) => b - a) }
}

function readAfter(text: string) {
  return { after: readOffsets(text, 1).sort((a, b) => a - b) }
}

function readWeekly(text: string) {
  return { weeklyAfter: readSwitch(text) }
}

function readQuiet(text: string) {
  const [quietFrom, quietTo] = readClocks(text, 2)
  return { quietFrom: quietFrom!, quietTo: quietTo! }
}

function digest(kind: keyof ReminderSettings['digests']): Change {
  return inSettings((text, { digests }) => ({ digests: { ...digests, [kind]: readSwitch(text) } }))
}

async function thisChat({ db, chat }: CouncilContext, text: string) {
  const on = readSwitch(text)
  const before = await chatReminds(db, chat.id)
  await keepChatReminds(db, chat.id, on)
  return { before: `${chat.externalId} ${before}`, after: `${chat.externalId} ${on}` }
}

async function language({ db, council }: CouncilContext, text: string) {
  const locale = namedLanguage(text)
  if (!locale) throw new UserError('settings-language-unclear', { text })
  await keepCouncil(db, council.id, { locale })
  const before = council.locale
  council.locale = locale
  return { before, after: locale }
}

/** A council with one person in its secretariat could approve nothing any more. */
async function requireTwo({ db, council }: CouncilContext, text: string) {
  const on = readSwitch(text)
  if (on && (await secretaries(db, council.id)) < 2) throw new UserError('settings-two-approvals-alone')
  const before = await twoApprovals(db, council.id)
  await keepTwoApprovals(db, council.id, on)
  return { before: JSON.stringify([before]), after: JSON.stringify([on]) }
}

async function timeZone({ db, council }: CouncilContext, text: string) {
  if (!isTimeZone(text)) throw new UserError('settings-zone-unclear', { text })
  await keepCouncil(db, council.id, { timeZone: text })
  return { before: council.timeZone, after: text }
}
