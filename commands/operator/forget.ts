import type { CouncilId } from '#domain/ids.ts'
import { loadTranslators } from '#locales/translate.ts'
import { findCouncil } from '#prisma/councils.ts'
import type { Database } from '#prisma/database.ts'
import { forgetPerson, type Forgotten } from '#prisma/forget-person.ts'
import { personsKnownAs, type KnownPerson } from '#prisma/known-persons.ts'
import { secretariatRoutes } from '#prisma/private-routes.ts'
import { UsageError } from './usage-error.ts'

/** Who it is about, what went or would go, and what to mind. */
export interface ForgetReport extends Forgotten {
  person: KnownPerson
  council: { id: CouncilId; name: string }
  /** False: a preview, nothing was changed. */
  done: boolean
  /** Nobody else is in the council's secretariat. */
  lastSecretary: boolean
}

/**
 * Forgets a person whom a council knows by an id or a name, or tells what would go. Throws UsageError where the council is unknown, or the name is
 * nobody's or that of several.
 */
export async function forget(
  db: Database,
  given: { council: string; person: string; yes: boolean },
  now: Date,
): Promise<ForgetReport> {
  const council = await findCouncil(db, given.council)
  if (!council) throw new UsageError(`no council ${given.council}`)
  const person = single(given.person, await personsKnownAs(db, council.id, given.person))
  const secretaries = await secretariatRoutes(db, council.id)
  const lastSecretary = secretaries.length === 1 && secretaries[0]!.id === person.id
  const word = loadTranslators()[council.locale]({ key: 'audit-gone' }).text
  const wanted = { councilId: council.id, personId: person.id, locale: council.locale, word, really: given.yes }
  const forgotten = await forgetPerson(db, wanted, now)
  return { person, council: { id: council.id, name: council.name }, done: given.yes, lastSecretary, ...forgotten }
}

function single(said: string, found: KnownPerson[]): KnownPerson {
  const [person, ...others] = found
  if (!person) throw new UsageError(`nobody called "${said}" is known in this council; /donvi and /nhatky show names`)
  if (others.length === 0) return person
  const each = found.map((one) => `${one.id} (${[...rolesOf(one), ...platformsOf(one)].join(', ') || 'nothing else'})`)
  throw new UsageError(`several persons are called "${said}"; give the id with --person: ${each.join('; ')}`)
}

const rolesOf = ({ roles }: KnownPerson) =>
  roles.map(({ role, unit, council }) => `${role}${unit === undefined ? '' : ` of ${unit}`} in ${council}`)
const platformsOf = ({ accounts }: KnownPerson) => accounts.map(({ platform }) => platform)

const REMOVED: Record<keyof Forgotten['removed'], string> = {
  names: 'the name',
  accounts: 'accounts on the chat networks',
  roles: 'roles',
  privateChats: 'private chats with the bot',
  messages: 'messages of the bot there',
  updates: 'updates that came from there',
  codes: 'codes',
  choices: 'open questions and choices',
  calendars: 'calendar addresses',
  phones: 'phone numbers of units led',
  texts: 'messages of the bot elsewhere that have the name (their words)',
  transcript: 'messages in the playground',
}
const NAMELESS: Record<keyof Forgotten['nameless'], string> = {
  acts: 'acts (log, counts, marks, confirmations)',
  deliveries: 'announcements that the person was told',
}

/** What is kept of the person, what goes and what stays, for people. */
export function formatForget(report: ForgetReport): string {
  const { person, done, phonesOf } = report
  const line = (label: string, value: string) => `  ${label.padEnd(70)} ${value}`
  const counted = <Kind extends string>(counts: Record<Kind, number>, names: Record<Kind, string>) =>
    (Object.keys(names) as Kind[])
      .filter((kind) => counts[kind] > 0)
      .map((kind) => line(names[kind], `${counts[kind]}`))
  return [
    `${person.name || '(without a name)'} (${person.id}), first seen ${person.since.toISOString().slice(0, 10)}`,
    ...rolesOf(person).map((role) => `  ${role}`),
    ...person.accounts.map(({ platform, externalId }) => `  ${platform} ${externalId}`),
    '',
    `${done ? 'Removed' : 'Would be removed'} (${reach(report)}):`,
    ...counted(report.removed, REMOVED),
    ...(phonesOf.length > 0 ? [`  The phone number of ${phonesOf.join(', ')} may be entered anew with /donvi.`] : []),
    ...underHeading(`${done ? 'Kept' : 'Would be kept'} without the name:`, counted(report.nameless, NAMELESS)),
    '',
    ...advice(report),
  ].join('\n')
}

const underHeading = (heading: string, lines: string[]) => (lines.length > 0 ? [heading, ...lines] : [])

const reach = ({ whole, council }: ForgetReport) =>
  whole ? 'in the whole installation' : `what is of ${council.name} only: another council knows this person as well`

function advice({ whole, done, lastSecretary, council, person }: ForgetReport): string[] {
  return [
    ...(lastSecretary
      ? [
          `${person.name} is the last person of the secretariat: nobody ${done ? 'is' : 'would be'} left who may approve, announce or invite.`,
          `${done ? 'Make a code' : 'Make a code for somebody else first'}: tdkt invite --council ${council.id} --role secretariat`,
        ]
      : []),
    ...(whole
      ? []
      : [
          'The name, the accounts and the private chat stay until the other councils forget the person, too; what was said there goes after 60 days.',
        ]),
    'Words that people wrote themselves (reasons, announcements, plans) stay as written. Backups of before keep the person until they are replaced (BACKUP_KEEP).',
    ...(done ? [] : ['Nothing was changed. To do it, add --yes.']),
  ]
}
