import type { Announcement, AnnouncementState } from '#domain/announcements/announcement.ts'
import { reportOf, type Report } from '#domain/announcements/report.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { recipientsOfAnnouncement } from '#prisma/announcement-delivery.ts'
import { titleMessage, toDo, type OneAct } from './announce-which.ts'
import { audienceLine, planLines, toldOf } from './announce-words.ts'
import type { CouncilContext } from './command.ts'
import { spoken } from './round-time.ts'

/** How an announcement stands, and what can be done about it now. */
export const show: OneAct = async (context, announcement) => [await standingReply(context, announcement)]

async function standingReply(context: CouncilContext, announcement: Announcement): Promise<Reply> {
  const isSent = !UNSENT.includes(announcement.state)
  const report = reportOf(isSent ? await recipientsOfAnnouncement(context.db, announcement.id) : [])
  const lines = isSent
    ? reportLines(report, announcement)
    : [audienceLine(await toldOf(context, announcement), announcement), ...planLines(announcement)]
  return {
    head: [stateLine(context, announcement), ...lines],
    choices: [
      ...CHOICES[announcement.state](announcement, report),
      [{ label: { key: 'choice-announce-all' }, line: '/thongbao' }],
    ],
    menu: true,
    replace: true,
  }
}

const UNSENT: AnnouncementState[] = ['draft', 'scheduled', 'dropped']

/** The title and the state of an announcement, with the time that says most about it. */
export function stateLine(context: CouncilContext, announcement: Announcement): Message {
  const { state, sendAt, startedAt } = announcement
  const at = state === 'scheduled' ? sendAt : startedAt
  const said = { key: STATES[state], values: { time: at ? spoken(context, at) : '' } }
  return { key: 'announce-line', values: { title: titleMessage(announcement), state: said } }
}

const STATES: Record<AnnouncementState, string> = {
  draft: 'announce-state-draft',
  scheduled: 'announce-state-scheduled',
  sending: 'announce-state-sending',
  sent: 'announce-state-sent',
  stopped: 'announce-state-stopped',
  withdrawn: 'announce-state-withdrawn',
  dropped: 'announce-state-dropped',
}

/** The numbers, which add up. */
export function reportLines({ counts, total, vacant, confirmed }: Report, { receipt }: Announcement): Message[] {
  const { sent, refused, uncertain, unreached, waiting, stopped } = counts
  const others: [string, number][] = [
    ['announce-count-waiting', waiting],
    ['announce-count-refused', refused],
    ['announce-count-uncertain', uncertain],
    ['announce-count-unreached', unreached - vacant],
    ['announce-count-vacant', vacant],
    ['announce-count-stopped', stopped],
  ]
  return [
    { key: 'announce-count-sent', values: { count: sent, total } },
    ...others.filter(([, count]) => count > 0).map(([key, count]) => ({ key, values: { count } })),
    ...(receipt ? [{ key: 'announce-count-confirmed', values: { count: confirmed } }] : []),
  ]
}

const CHOICES: Record<AnnouncementState, (announcement: Announcement, report: Report) => Choice[][]> = {
  draft: ({ id }) => [[toDo('choice-announce-preview', 'xem-truoc', id), toDo('choice-announce-drop', 'huy', id)]],
  scheduled: ({ id }) => [
    [toDo('choice-announce-look', 'noi-dung', id)],
    [toDo('choice-announce-send', 'gui', id), toDo('choice-announce-unschedule', 'bo-hen', id)],
    [toDo('choice-announce-drop', 'huy', id)],
  ],
  sending: ({ id }) => [[toDo('choice-announce-stop', 'dung', id), toDo('choice-announce-list', 'danh-sach', id)]],
  stopped: (announcement, report) => [
    [toDo('choice-announce-continue', 'tiep', announcement.id)],
    ...afterwards(announcement, report),
  ],
  sent: afterwards,
  withdrawn: ({ id }) => lists(id),
  dropped: () => [],
}

const lists = (id: Announcement['id']): Choice[][] => [
  [toDo('choice-announce-list', 'danh-sach', id), toDo('choice-announce-excel', 'excel', id)],
  [toDo('choice-announce-look', 'noi-dung', id)],
]

function afterwards({ id, receipt, parts }: Announcement, { counts, unconfirmed }: Report): Choice[][] {
  const again = [
    ...(counts.refused > 0 ? [toDo('choice-announce-retry', 'gui-lai', id)] : []),
    ...(counts.uncertain > 0 ? [toDo('choice-announce-retry-uncertain', 'gui-lai-ca', id)] : []),
  ]
  const remind = receipt && unconfirmed.length > 0 ? [[toDo('choice-announce-remind', 'nhac', id)]] : []
  const correct = parts.some(({ media }) => media.length === 0) ? [toDo('choice-announce-correct', 'sua', id)] : []
  return [
    ...(again.length > 0 ? [again] : []),
    ...lists(id),
    ...remind,
    [...correct, toDo('choice-announce-withdraw', 'thu-hoi', id)],
  ]
}
