import type { Announcement } from '#domain/announcements/announcement.ts'
import type { Reply } from '#domain/messages.ts'
import { continueSending, retryFailed, startSending, stopSending } from '#prisma/announcement-delivery.ts'
import { watchProgress } from '#prisma/announcement-progress.ts'
import { assertSendable } from './announce-sendable.ts'
import { quietHours } from './announce-time.ts'
import { changed, overtaken, recordAnnouncement, titleMessage, toDo, type OneAct } from './announce-which.ts'
import { whoMessage } from './announce-words.ts'
import type { CouncilContext } from './command.ts'

/** Sends a draft, or one whose time has not come, at once; in quiet hours it asks once more. */
export const send: OneAct = async (context, announcement, words) => {
  await assertSendable(context, announcement)
  const quiet = await quietHours(context, context.now)
  if (!quiet) return sendAnyway(context, announcement, words)
  const { id } = announcement
  return [
    {
      head: [{ key: 'announce-quiet-now', values: quiet }],
      choices: [[toDo('choice-announce-send-anyway', 'gui-du', id)], [toDo('choice-announce-schedule', 'hen', id)]],
      replace: true,
      personal: true,
    },
  ]
}

export const sendAnyway: OneAct = async (context, announcement) => {
  const { db, council, now } = context
  const told = await assertSendable(context, announcement)
  if (!(await startSending(db, council.id, announcement.id, now))) throw overtaken(announcement.id)
  await watchProgress(db, announcement.id, context.chat.id)
  await recordAnnouncement(context, 'announcement-sent', announcement, {
    count: told.filter(({ chatId }) => chatId !== undefined).length,
  })
  return [sending('announce-sending', announcement, { who: whoMessage(told) })]
}

/** Takes back what waits. */
export const stop: OneAct = async (context, announcement) => {
  const { db, council, now } = context
  if (!(await stopSending(db, council.id, announcement.id, now))) throw overtaken(announcement.id)
  await recordAnnouncement(context, 'announcement-stopped', announcement)
  const { id } = announcement
  const choices = [[toDo('choice-announce-continue', 'tiep', id), toDo('choice-announce-list', 'danh-sach', id)]]
  return [
    { head: [{ key: 'announce-stopped', values: { title: titleMessage(announcement) } }], choices, replace: true },
  ]
}

/** Goes on with what was stopped. */
export const goOn: OneAct = async (context, announcement) => {
  const { db, council } = context
  if (announcement.state !== 'stopped') throw overtaken(announcement.id)
  const count = await continueSending(db, council.id, announcement.id)
  if (count === 0) throw overtaken(announcement.id)
  await watchProgress(db, announcement.id, context.chat.id)
  await recordAnnouncement(context, 'announcement-continued', announcement, { count })
  return [sending('announce-continued', announcement, { count })]
}

/** Tells those anew whom it did not reach. */
export const retry: OneAct = (context, announcement) => retryThose(context, announcement, false)

/** Tells those anew, too, of whom it is not known. */
export const retryUncertain: OneAct = (context, announcement) => retryThose(context, announcement, true)

async function retryThose(context: CouncilContext, announcement: Announcement, uncertain: boolean): Promise<Reply[]> {
  const count = await retryFailed(context.db, context.council.id, announcement.id, { uncertain })
  if (count === 0) throw overtaken(announcement.id)
  await watchProgress(context.db, announcement.id, context.chat.id)
  await recordAnnouncement(context, 'announcement-retried', announcement, { count })
  return [sending('announce-retrying', announcement, { count })]
}

/** Never to be sent. */
export const drop: OneAct = async (context, announcement) => {
  await changed(context, announcement, ['draft', 'scheduled'], { state: 'dropped' })
  await recordAnnouncement(context, 'announcement-dropped', announcement)
  return [{ head: [{ key: 'announce-dropped' }], replace: true }]
}

function sending(key: string, announcement: Announcement, values: NonNullable<Reply['head'][number]['values']>): Reply {
  const { id } = announcement
  return {
    head: [{ key, values: { title: titleMessage(announcement), ...values } }],
    choices: [[toDo('choice-announce-stop', 'dung', id), toDo('choice-announce-list', 'danh-sach', id)]],
    menu: true,
    replace: true,
  }
}
