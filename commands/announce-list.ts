import type { announcementWorkbook, AnnouncementRow } from '#documents/announcement-workbook.ts'
import { isVacant, type Recipient, type RecipientState } from '#domain/announcements/announcement.ts'
import { reportOf } from '#domain/announcements/report.ts'
import { formatMoment } from '#domain/dates.ts'
import type { Block, Message } from '#domain/messages.ts'
import { whyMessage } from '#locales/announcement-message.ts'
import { joined } from '#locales/round-message.ts'
import { reasonMessage } from '#locales/reason-message.ts'
import { platformLabel } from '#locales/route-message.ts'
import { recipientsOfAnnouncement } from '#prisma/announcement-delivery.ts'
import { reportLines, stateLine } from './announce-show.ts'
import { titleIn, toDo, type OneAct } from './announce-which.ts'
import { chatFile, plainLetters } from './chat-file.ts'
import type { CouncilContext } from './command.ts'

/** Those who were not told first: somebody has to do something about them. */
const ORDER: RecipientState[] = ['refused', 'unreached', 'uncertain', 'stopped', 'waiting', 'sent']

/** Who was told and who was not and why, with a phone number where one is on file, and who confirmed. */
export const list: OneAct = async (context, announcement, words) => {
  const recipients = await recipientsOfAnnouncement(context.db, announcement.id)
  const page = Number(/^(?:trang|page) (\d{1,4})$/.exec(words)?.[1] ?? 1)
  const apart = [...recipients.filter((one) => !isVacant(one)), ...recipients.filter(isVacant)]
  const ordered = ORDER.flatMap((state) => apart.filter((one) => one.state === state))
  const report = reportOf(recipients)
  const unconfirmed = announcement.receipt ? report.unconfirmed : []
  const { id } = announcement
  return [
    {
      head: [stateLine(context, announcement), ...reportLines(report, announcement)],
      blocks: ordered.map((one) =>
        blockOf(one, { owes: unconfirmed.includes(one), isRouteNamed: isMixed(recipients) }),
      ),
      page: { number: page, line: `/thongbao danh-sach @${id}` },
      choices: [[toDo('choice-announce-excel', 'excel', id), toDo('choice-announce-show', 'xem', id)]],
      menu: true,
      replace: true,
    },
  ]
}

/** The heading says already that it is uncertain. */
const reasonIn = (recipient: Recipient): Message =>
  recipient.state === 'uncertain' ? reasonMessage(recipient.reason ?? '') : whyMessage(recipient)

const HEADINGS: Record<RecipientState, string> = {
  refused: 'announce-list-refused',
  unreached: 'announce-list-unreached',
  uncertain: 'announce-list-uncertain',
  stopped: 'announce-list-stopped',
  waiting: 'announce-list-waiting',
  sent: 'announce-list-sent',
}

/** Where all are told on one platform nobody wants to read its name again and again. */
const isMixed = (recipients: Recipient[]) => new Set(recipients.flatMap(({ platform }) => platform ?? [])).size > 1

function blockOf(recipient: Recipient, { owes, isRouteNamed }: { owes: boolean; isRouteNamed: boolean }): Block {
  const { state, reason, phone, platform, confirmedBy } = recipient
  const isReached = state === 'sent' || state === 'waiting'
  const parts: Message[] = [
    nameMessage(recipient),
    ...(isRouteNamed && platform !== undefined
      ? [{ key: 'announce-route', values: { platform: platformLabel(platform) } }]
      : []),
    ...(reason === undefined ? [] : [reasonIn(recipient)]),
    ...(phone === undefined || isReached ? [] : [{ key: 'announce-phone', values: { phone } }]),
    ...(owes ? [{ key: 'announce-unconfirmed' }] : []),
    ...(confirmedBy.length > 0 ? [{ key: 'announce-confirmed-by', values: { names: confirmedBy.join(', ') } }] : []),
  ]
  return {
    heading: { key: isVacant(recipient) ? 'announce-list-vacant' : HEADINGS[state] },
    body: { key: 'announce-item', values: { what: joined('dotted', parts) } },
  }
}

function nameMessage({ name, unit }: Recipient): Message {
  if (unit === undefined || unit === name) return { key: 'text', values: { text: name } }
  return { key: 'announce-person-of', values: { name, unit } }
}

/** The same as a workbook. */
export const workbook: OneAct = async (context, announcement) => {
  const recipients = await recipientsOfAnnouncement(context.db, announcement.id)
  const say = (message: Message) => context.translate(message).text
  const head = [stateLine(context, announcement), ...reportLines(reportOf(recipients), announcement)]
  // The library behind it is large and seldom wanted.
  const { announcementWorkbook } = await import('#documents/announcement-workbook.ts')
  const bytes = await announcementWorkbook({
    sheet: say({ key: 'announce-sheet' }),
    above: [context.council.name, ...head.map(say)],
    headings: COLUMN_KEYS.map((key) => say({ key })) as unknown as Headings,
    rows: recipients.map((one) => rowOf(context, one, say)),
  })
  const file = chatFile(`thong-bao-${plainLetters(titleIn(announcement))}`, 'xlsx', bytes)
  return [{ head: [{ key: 'announce-workbook', values: { title: titleIn(announcement) } }], file }]
}

type Headings = Parameters<typeof announcementWorkbook>[0]['headings']

const COLUMN_KEYS = [
  'announce-column-number',
  'announce-column-name',
  'announce-column-unit',
  'announce-column-platform',
  'announce-column-state',
  'announce-column-reason',
  'announce-column-phone',
  'announce-column-confirmed',
]

function rowOf({ council }: CouncilContext, one: Recipient, say: (message: Message) => string): AnnouncementRow {
  return {
    name: one.name,
    unit: one.unit ?? '',
    platform: one.platform === undefined ? '' : platformLabel(one.platform),
    state: say({ key: STATE_KEYS[one.state] }),
    reason: one.reason === undefined && !isVacant(one) ? '' : say(reasonIn(one)),
    phone: one.phone ?? '',
    confirmed: one.confirmedAt
      ? `${formatMoment(one.confirmedAt, council.timeZone)} ${one.confirmedBy.join(', ')}`
      : '',
  }
}

const STATE_KEYS: Record<RecipientState, string> = {
  refused: 'announce-is-refused',
  unreached: 'announce-is-unreached',
  uncertain: 'announce-is-uncertain',
  stopped: 'announce-is-stopped',
  waiting: 'announce-is-waiting',
  sent: 'announce-is-sent',
}
