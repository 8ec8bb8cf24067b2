import { z } from 'zod'
import { addDays, formatDate, localDate, localTime, weekday } from '#domain/dates.ts'
import { foldInPlace } from '#domain/fold.ts'
import type { Block, Choice, Message, Reply } from '#domain/messages.ts'
import { asksOfTasks } from '#domain/question.ts'
import { withOffset } from '#domain/zones.ts'
import { auditLog as readLog, type AuditEntry, type AuditQuery } from '#prisma/audit-log.ts'
import { periodMessage } from '#locales/period-message.ts'
import { joined } from '#locales/round-message.ts'
import { auditLine, readAuditFilter, type AuditFilter } from './audit-filter.ts'
import { auditSentence } from './audit-sentence.ts'
import type { Command, CouncilContext } from './command.ts'

/** Who did what, when, the newest first: of everybody, or of a unit, a person, a kind of act or a period. Always in private. */
export const auditLog: Command = {
  name: 'nhatky',
  aliases: ['audit'],
  act: 'see-audit',
  about: 'council',
  args: z.string(),
  understands: (text) => Promise.resolve(logMeant(text)),
  run: async (context, text) => {
    const page = await logPage(context, text)
    const told = context.chat.kind === 'group' ? [{ head: [{ key: 'answered-in-private' }] }] : []
    return [{ ...page, inPrivate: true }, ...told]
  },
}

const LOG =
  /^(?:(?:cho|gui|xem|mo|show)(?: (?:toi|em|minh|me))?(?: xem)? )?(?:the )?(?:nhat ky|audit log|audit)(?: (?:thao tac|hoat dong|he thong))?(?= |$)|^(?:ai (?:da )?lam (?:nhung )?gi|who did what)(?= |$)/

/** "Nhật ký hôm qua", "xem nhật ký của Lan", "who did what this month". */
function logMeant(text: string): string | undefined {
  const written = text
    .normalize('NFC')
    .replace(/[?!.]+\s*$/, '')
    .trim()
  const found = LOG.exec(foldInPlace(written))
  const rest = found && written.slice(found[0].length).trim()
  return rest === null || asksOfTasks(rest) ? undefined : rest
}

const PER_PAGE = 10

async function logPage(context: CouncilContext, text: string): Promise<Reply> {
  const { db, council } = context
  const [, asked = '', number = '1'] = /^(.*?)\s*(?:\b(?:trang|page) (\d{1,4}))?$/is.exec(plain(text)) ?? []
  const filter = await readAuditFilter(context, asked)
  const query = queryOf(filter, council.timeZone)
  const { total } = await readLog(db, council.id, query, { skip: 0, take: 0 })
  const pages = Math.max(1, Math.ceil(total / PER_PAGE))
  const page = Math.min(Math.max(Number(number), 1), pages)
  const { entries } = await readLog(db, council.id, query, { skip: (page - 1) * PER_PAGE, take: PER_PAGE })
  return {
    head: [
      { key: 'audit-title', values: { council: council.name } },
      ...filterLines(filter),
      ...(total === 0 ? [{ key: 'audit-none' }] : []),
    ],
    blocks: entries.map((entry) => lineOf(entry, council.timeZone)),
    foot: pages > 1 ? [{ key: 'page-of', values: { page, pages } }] : [],
    choices: pageChoices(context, auditLine(filter), page, pages),
    replace: true,
  }
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function queryOf({ kind, unit, persons, period }: AuditFilter, timeZone: string): AuditQuery {
  const midnight = (date: Parameters<typeof withOffset>[0]) => new Date(withOffset(date, '00:00', timeZone))
  return {
    ...(kind ? { actions: kind.actions } : {}),
    ...(unit ? { unitNames: [unit.name, ...unit.aliases] } : {}),
    ...(persons ? { personIds: persons.ids } : {}),
    ...(period ? { from: midnight(period.from), to: midnight(addDays(period.to, 1)) } : {}),
  }
}

/** What the list is narrowed to. */
function filterLines({ kind, unit, persons, period }: AuditFilter): Message[] {
  const text = (words: string): Message => ({ key: 'text', values: { text: words } })
  const parts = [
    ...(kind ? [{ key: kind.key }] : []),
    ...(unit ? [text(unit.name)] : []),
    ...(persons ? [persons.ids.length > 0 ? text(persons.name) : { key: 'audit-operator' }] : []),
    ...(period ? [periodMessage(period)] : []),
  ]
  return parts.length > 0 ? [{ key: 'audit-filter', values: { what: joined('dotted', parts) } }] : []
}

function lineOf(entry: AuditEntry, timeZone: string): Block {
  const day = localDate(entry.at, timeZone)
  const { actor } = entry
  const name = typeof actor === 'object' ? actor.name : { key: actor === 'operator' ? 'audit-operator' : 'audit-gone' }
  const values = { time: localTime(entry.at, timeZone), name, what: auditSentence(entry, timeZone) }
  const heading = { weekday: { key: `weekday-${weekday(day)}` }, date: formatDate(day) }
  return { heading: { key: 'audit-day', values: heading }, body: { key: 'audit-line', values } }
}

/** Pages are looked at in private, where somebody in two councils has another one at hand perhaps: the line says which. */
function pageChoices({ council, memberships }: CouncilContext, line: string, page: number, pages: number): Choice[][] {
  const several = new Set(memberships.map(({ councilId }) => councilId)).size > 1
  const to = (number: number) =>
    `${several ? `/hoidong ${council.id} ` : ''}/nhatky ${line} trang ${number}`.replace(/ {2,}/g, ' ')
  const previous = page > 1 ? [{ label: { key: 'page-previous' }, line: to(page - 1) }] : []
  const next = page < pages ? [{ label: { key: 'page-next' }, line: to(page + 1) }] : []
  return pages > 1 ? [[...previous, ...next]] : []
}
