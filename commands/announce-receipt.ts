import { fold } from '#domain/fold.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Reply } from '#domain/messages.ts'
import { announcementSaidIn } from '#prisma/announcement-said.ts'
import { watchProgress } from '#prisma/announcement-progress.ts'
import { confirmReceipt, remindUnconfirmed } from '#prisma/receipts.ts'
import { overtaken, recordAnnouncement, type OneAct } from './announce-which.ts'
import type { Context } from './command.ts'

/** Keeps that somebody has received an announcement, once. In a group nothing is said: everybody there presses. */
export async function confirm({ db, chat, person, memberships, now }: Context, id: string): Promise<Reply[]> {
  // It may be another council's than the one at hand.
  const councils = new Set([
    ...memberships.map(({ councilId }) => councilId),
    ...(chat.councilId ? [chat.councilId] : []),
  ])
  for (const councilId of councils)
    if (await confirmReceipt(db, councilId, id as AnnouncementId, chat.id, person.id, now))
      return chat.kind === 'group' ? [] : [{ head: [{ key: 'announce-received' }] }]
  return []
}

const RECEIVED =
  /^(?:(?:da|toi|em|minh|don vi|vang|da vang|ok|roi) )*(?:da )?nhan(?: (?:duoc|ro|roi|thong bao|du|day du|a|nhe))*$|^(?:received|got it|acknowledged)$/

/** "Đã nhận" as a reply to an announcement's message: the arguments that confirm it. */
export async function receiptMeant(text: string, { db, chat, message }: Context): Promise<string | undefined> {
  const words = fold(text).replace(/[.!]+$/, '')
  if (message?.repliesTo === undefined || !RECEIVED.test(words)) return undefined
  const id = await announcementSaidIn(db, chat.id, message.repliesTo)
  return id === undefined ? undefined : `da-nhan ${id}`
}

/** Asks those anew who have not confirmed. */
export const remindThem: OneAct = async (context, announcement) => {
  const { db, council, chat } = context
  const count = await remindUnconfirmed(db, council.id, announcement.id)
  if (count === 0) throw overtaken(announcement.id)
  await watchProgress(db, announcement.id, chat.id)
  await recordAnnouncement(context, 'announcement-reminded', announcement, { count })
  return [{ head: [{ key: 'announce-reminded', values: { count } }], replace: true }]
}
