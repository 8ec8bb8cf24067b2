import type { Announcement } from '#domain/announcements/announcement.ts'
import { LONGEST_TEXT } from '#domain/announcements/compose.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Message, Reply } from '#domain/messages.ts'
import { endingIn } from '#domain/rich-text.ts'
import { shorten } from '#domain/shorten.ts'
import { UserError } from '#domain/user-error.ts'
import { correctText, withdraw } from '#prisma/announcement-changes.ts'
import { fixedChats } from '#prisma/announcement-corrections.ts'
import { watchProgress } from '#prisma/announcement-progress.ts'
import { overtaken, recordAnnouncement, titleMessage, toDo, type OneAct } from './announce-which.ts'
import type { CouncilContext } from './command.ts'
import { LONGEST_LABEL } from './find-unit.ts'

/** Changes a text that was sent, wherever it stands: asks which one where there are several ("1" is the first part), then for the new text. */
export const correct: OneAct = async (context, announcement, words) => {
  const texts = announcement.parts.flatMap(({ body, media }, index) => (media.length === 0 ? [{ index, body }] : []))
  const [, number, rest = ''] = /^(\d{1,2})(?:\s+([^]*))?$/.exec(words) ?? []
  const chosen =
    number === undefined && texts.length === 1 ? texts[0] : texts.find(({ index }) => index === Number(number) - 1)
  if (!chosen) return [whichText(announcement, texts)]
  if (rest === '' || !context.message) return [await askText(context, announcement, chosen.index)]
  return [await replaceText(context, announcement, chosen.index, rest)]
}

type Texts = { index: number; body: Announcement['parts'][number]['body'] }[]

function whichText({ id }: Announcement, texts: Texts): Reply {
  if (texts.length === 0) throw new UserError('announce-no-text')
  const choices = texts.map(({ index, body }) => [
    {
      label: { key: 'text', values: { text: shorten(body.text.replace(/\s+/g, ' '), LONGEST_LABEL) } },
      line: `/thongbao sua @${id} ${index + 1}`,
    },
  ])
  return { head: [{ key: 'announce-which-text' }], choices, replace: true, personal: true }
}

async function askText(context: CouncilContext, { id }: Announcement, index: number): Promise<Reply> {
  return {
    head: [{ key: 'announce-new-text' }, ...(await fixedLines(context, id, 'announce-fixed-correction'))],
    choices: [[toDo('choice-announce-back', 'xem', id)]],
    asks: `/thongbao sua @${id} ${index + 1}`,
    personal: true,
  }
}

/** What happens in chats in which nothing can be changed that was sent; nothing where there are none. */
async function fixedLines({ db }: CouncilContext, id: AnnouncementId, key: string): Promise<Message[]> {
  const count = await fixedChats(db, id)
  return count > 0 ? [{ key, values: { count } }] : []
}

async function replaceText(
  context: CouncilContext,
  announcement: Announcement,
  index: number,
  rest: string,
): Promise<Reply> {
  const { db, council, message, chat, now } = context
  const body = endingIn(message!.body, rest)
  if (body.text.length > LONGEST_TEXT) throw new UserError('announce-text-too-long', { most: LONGEST_TEXT })
  const parts = announcement.parts.map((part, at) => (at === index ? { ...part, body } : part))
  if (!(await correctText(db, council.id, announcement.id, parts, now))) throw overtaken(announcement.id)
  await watchProgress(db, announcement.id, chat.id)
  await recordAnnouncement(context, 'announcement-corrected', { ...announcement, parts })
  const fixed = await fixedLines(context, announcement.id, 'announce-fixed-corrected')
  return { head: [{ key: 'announce-corrected' }, ...fixed] }
}

/** Asks before what was sent is taken back everywhere. */
export const askWithdraw: OneAct = async (context, announcement) => {
  const { id } = announcement
  const choices = [[toDo('choice-announce-withdraw-sure', 'thu-hoi-chac', id), toDo('choice-announce-back', 'xem', id)]]
  const head = [
    { key: 'announce-withdraw-sure', values: { title: titleMessage(announcement) } },
    ...(await fixedLines(context, id, 'announce-fixed-withdraw')),
  ]
  return [{ head, choices, replace: true, personal: true }]
}

export const takeBack: OneAct = async (context, announcement) => {
  const { db, council, now, chat } = context
  if (!(await withdraw(db, council.id, announcement.id, now))) throw overtaken(announcement.id)
  await watchProgress(db, announcement.id, chat.id)
  await recordAnnouncement(context, 'announcement-withdrawn', announcement)
  return [{ head: [{ key: 'announce-withdrawn', values: { title: titleMessage(announcement) } }], replace: true }]
}
