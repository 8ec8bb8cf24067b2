import type { Announcement } from '#domain/announcements/announcement.ts'
import { outgoing, type Outgoing } from '#domain/announcements/outgoing.ts'
import { partReply } from '#domain/announcements/part-reply.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { TRAITS, type BotRef } from '#domain/platforms.ts'
import { askReceiptMessage, receiptChoice, remindReceiptReply } from '#locales/announcement-message.ts'
import { leaveForLater, partsFor, refuseRecipient, takeChunk, type Taken } from '#prisma/announcement-chunks.ts'
import { enqueueEdits } from '#prisma/announcement-changes.ts'
import { partKey, partRows, type PartRow } from '#prisma/announcement-rows.ts'
import type { Active } from '#prisma/announcement-work.ts'
import { findAnnouncement } from '#prisma/announcements.ts'
import { sayCorrections } from './announce-corrections.ts'
import type { Within } from './job.ts'

/**
 * Puts what the next recipients behind a position are to get into the outbox, in one transaction with the note that it is there. Returns the last
 * position; undefined where nobody is left.
 */
export async function enqueueChunk(
  context: Within,
  { id, councilId }: Active,
  after: number,
): Promise<{ last: number | undefined; count: number }> {
  const { tx } = context
  const announcement = await findAnnouncement(tx, councilId, id)
  // Somebody may have stopped it a moment ago.
  if (announcement?.state !== 'sending') return { last: undefined, count: 0 }
  const { taken, last } = await takeChunk(tx, id, after)
  const isFirst = taken.every(({ waits, attempt }) => waits && attempt === 0)
  const rows = isFirst ? undefined : await partRows(tx, id)
  for (const recipient of taken) await enqueueRecipient(context, announcement, recipient, rows?.get(recipient.id))
  return { last, count: taken.length }
}

async function enqueueRecipient(
  context: Within,
  announcement: Announcement,
  recipient: Taken,
  rows: PartRow[] | undefined,
) {
  if (recipient.waits) await tell(context, announcement, recipient, rows)
  else {
    if (TRAITS[recipient.to.platform].edit) await enqueueEdits(context.tx, announcement, recipient, rows, context.now)
    else await sayCorrections(context, announcement, recipient, rows)
    await remind(context, announcement, recipient, rows)
  }
}

async function tell(
  { tx, now, say }: Within,
  announcement: Announcement,
  recipient: Taken,
  rows: PartRow[] | undefined,
) {
  const { id } = announcement
  const { to, attempt } = recipient
  const replies = outgoing(announcement).map((message) => replyFor(id, message, to))
  if (replies.includes(undefined)) return refuseRecipient(tx, recipient.id, 'media-elsewhere')
  let underWay = false
  for (const number of partsFor(announcement, recipient, rows)) {
    const dedupeKey = partKey(id, recipient.id, attempt, number)
    const said = await say(tx, { ...to, kind: 'announcement', dedupeKey, rewrites: true, now }, replies[number]!)
    if (!said) underWay = true
  }
  // In old words: edited when it stands there.
  if (underWay) await leaveForLater(tx, recipient.id)
}

/** Undefined where its files are another bot's. */
function replyFor(id: AnnouncementId, { part, receipt }: Outgoing, to: BotRef): Reply | undefined {
  const reply = part ? partReply(part, to) : { head: [askReceiptMessage()] }
  return reply && receipt ? { ...reply, choices: [[receiptChoice(id)]], standing: true } : reply
}

/** A further try for somebody who has it already reminds of the receipt. */
async function remind(
  { tx, now, say }: Within,
  announcement: Announcement,
  { id: recipientId, attempt, to, messageIds }: Taken,
  rows: PartRow[] | undefined,
) {
  if (attempt === 0 || !rows || rows.some((row) => row.attempt === attempt)) return
  const { id } = announcement
  const reply = { ...remindReceiptReply(announcement), choices: [[receiptChoice(id)]], standing: true }
  const answers = messageIds.findLast((messageId) => messageId !== null) ?? undefined
  const dedupeKey = `announcement-reminder:${id}:${recipientId}:${attempt}`
  await say(tx, { ...to, kind: 'announcement', dedupeKey, answers, now }, reply)
}
