import { isVacant, type Announcement, type Recipient } from '#domain/announcements/announcement.ts'
import { estimate, LIMITS } from '#domain/announcements/estimate.ts'
import { titleOf } from '#domain/announcements/compose.ts'
import { outgoing, type Outgoing } from '#domain/announcements/outgoing.ts'
import type { Report } from '#domain/announcements/report.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Choice, Message, Reply } from '#domain/messages.ts'
import { shorten } from '#domain/shorten.ts'
import { reasonMessage } from './reason-message.ts'
import { joined } from './round-message.ts'

const CELLS = 10
/** So many of those who were not reached are named; the list names all. */
const MOST_NAMED = 10
const LONGEST_NAME = 60

type Counted = Pick<Report, 'counts' | 'total'>

/** How an announcement is getting on: one line and a bar. */
export function progressMessage(announcement: Announcement, report: Counted): Reply {
  const { counts, total } = report
  const { id, state } = announcement
  const listed = choice('choice-announce-list', 'danh-sach', id)
  if (state === 'withdrawn') return { head: [{ key: 'announcement-withdrawing' }], choices: [[listed]], menu: true }
  const { sent, waiting, refused, uncertain } = counts
  const values = {
    sent,
    total,
    failed: refused + uncertain,
    left: leftMessage(waiting * outgoing(announcement).length),
  }
  const bar = { key: 'text', values: { text: barOf(total - waiting, total) } }
  const stops = state === 'sending' ? [choice('choice-announce-stop', 'dung', id)] : []
  return {
    head: [{ key: 'announcement-progress', values }, bar],
    choices: [[...stops, listed]],
    menu: true,
  }
}

function barOf(done: number, total: number): string {
  const filled = total === 0 ? CELLS : Math.floor((done * CELLS) / total)
  return '▓'.repeat(filled) + '░'.repeat(CELLS - filled)
}

/** How long so many messages take at best. */
function leftMessage(count: number): Message {
  const seconds = Math.max(1, estimate(count, LIMITS))
  if (seconds < 90) return { key: 'announcement-left-seconds', values: { count: seconds } }
  return { key: 'announcement-left-minutes', values: { count: Math.ceil(seconds / 60) } }
}

/** In how many chats it had to be said that an announcement was withdrawn, as nothing can be deleted there, and in how many it was. */
interface Notices {
  total: number
  sent: number
}

/** What became of an announcement of which nothing is under way any more; `notices` of one that was withdrawn. */
export function endMessage(announcement: Announcement, report: Report, notices?: Notices): Reply {
  const { id, state, receipt } = announcement
  const { counts, total, notReached, confirmed } = report
  if (state === 'withdrawn') return { head: withdrawnLines(counts.sent, notices) }
  const stopped = counts.stopped > 0
  const head = { sent: counts.sent, total, stopped: counts.stopped }
  return {
    head: [
      { key: stopped ? 'announcement-stopped' : 'announcement-sent', values: head },
      ...(notReached.length > 0 ? [notReachedMessage(notReached)] : []),
      ...(receipt ? [{ key: 'announcement-confirmed', values: { confirmed, sent: counts.sent } }] : []),
    ],
    choices: [
      [
        ...(stopped ? [choice('choice-announce-continue', 'tiep', id)] : []),
        ...(counts.refused > 0 ? [choice('choice-announce-again', 'gui-lai', id)] : []),
        choice('choice-announce-list', 'danh-sach', id),
      ],
    ],
    menu: true,
  }
}

/** Of so many chats that it had reached. */
function withdrawnLines(count: number, { total, sent }: Notices = { total: 0, sent: 0 }): Message[] {
  const deleted = Math.max(count - total, 0)
  return [
    ...(deleted > 0 || total === 0 ? [{ key: 'announcement-taken-back', values: { count: deleted } }] : []),
    ...(total > 0 ? [{ key: 'announcement-not-deleted', values: { total, sent } }] : []),
  ]
}

function choice(key: string, act: string, id: AnnouncementId): Choice {
  return { label: { key }, line: `/thongbao ${act} @${id}` }
}

/** "Chưa đến: Tổ quản lý chợ (đã chặn bot); Nhóm A (không rõ đã đến hay chưa)." */
function notReachedMessage(recipients: Recipient[]): Message {
  const named = recipients.slice(0, MOST_NAMED).map((recipient) => ({
    key: 'announcement-whom',
    values: { name: shorten(recipient.name, LONGEST_NAME), why: whyMessage(recipient) },
  }))
  const rest = recipients.length - named.length
  const more = rest > 0 ? [{ key: 'announcement-more', values: { count: rest } }] : []
  return { key: 'announcement-not-reached', values: { whom: joined('parted', [...named, ...more]) } }
}

/** Why somebody was not reached, or may not have been. */
export function whyMessage(recipient: Pick<Recipient, 'state' | 'reason' | 'name' | 'unit'>): Message {
  const { state, reason = '' } = recipient
  if (isVacant(recipient)) return { key: 'announcement-vacant' }
  if (state === 'unreached') return { key: 'announcement-unreached' }
  if (state === 'uncertain') return { key: 'announcement-uncertain' }
  // A reminder's life is another one.
  return reason === 'expired' ? { key: 'announcement-expired' } : reasonMessage(reason)
}

/** Asks for the receipt where none of its messages can carry the choice. */
export const askReceiptMessage = (): Message => ({ key: 'announcement-ask-receipt' })

/** Reminds of the receipt, with the words of the last part. */
export function remindReceiptReply({ parts }: Announcement): Reply {
  const text = parts.findLast(({ body }) => body.text !== '')?.body.text
  const said = text === undefined ? [] : [{ key: 'text', values: { text: shorten(text, LONGEST_REMINDER) } }]
  return { head: [{ key: 'announcement-remind' }, ...said] }
}

const LONGEST_REMINDER = 3000

/** The choice under an announcement with which it is confirmed. */
export const receiptChoice = (id: AnnouncementId): Choice => ({
  label: { key: 'choice-announce-received' },
  line: `/thongbao da-nhan ${id}`,
})

/** What stands in place of a message that could not be deleted. */
export const withdrawnReply = (): Reply => ({ head: [{ key: 'announcement-withdrawn-notice' }] })

/** What is said where a message can neither be deleted nor edited: there may be others between. */
export const withdrawnAboveReply = ({ parts }: Announcement): Reply => ({
  head: [{ key: 'announcement-withdrawn-above', values: { title: shorten(titleOf(parts), LONGEST_NAME) } }],
})

/** The right words of a message that cannot be edited, with the choice that stood under it. */
export function correctionReply(id: AnnouncementId, { part, receipt }: Outgoing): Reply {
  const choices = receipt ? { choices: [[receiptChoice(id)]], standing: true } : {}
  return {
    head: [{ key: 'announcement-correction' }],
    raw: { body: part?.body ?? { text: '', spans: [] } },
    ...choices,
  }
}
