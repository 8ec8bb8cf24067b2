import type { Announcement, Repeat } from '#domain/announcements/announcement.ts'
import { outgoing } from '#domain/announcements/outgoing.ts'
import { partReply } from '#domain/announcements/part-reply.ts'
import type { Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { askReceiptMessage, receiptChoice } from '#locales/announcement-message.ts'
import { changed, stillDraft, toDo, type OneAct } from './announce-which.ts'
import { audienceLine, planLines, toldOf } from './announce-words.ts'
import type { CouncilContext } from './command.ts'

/** The parts exactly as they will look, then to whom they would go and what can be done. */
export const preview: OneAct = async (context, draft) => {
  if (draft.parts.length === 0) throw new UserError('announce-empty')
  const summary = await summaryReply(context, stillDraft(draft))
  return [...partReplies(context, draft), { ...summary, replace: false }]
}

/** The messages as this chat sees them, with the choice under the one that asks for the receipt. */
export function partReplies({ chat }: CouncilContext, announcement: Announcement): Reply[] {
  return outgoing(announcement).map(({ part, receipt }) => {
    const shown = part ? partReply(part, chat) : { head: [askReceiptMessage()] }
    const names = part?.media.map(({ name }) => name).join(', ') ?? ''
    if (!shown) return { head: [{ key: 'announce-media-elsewhere', values: { names } }] }
    return receipt ? { ...shown, choices: [[receiptChoice(announcement.id)]] } : shown
  })
}

/** To whom a draft would go, and what can be done with it. */
export async function summaryReply(context: CouncilContext, draft: Announcement): Promise<Reply> {
  const { id, receipt, repeat } = draft
  const told = await toldOf(context, draft)
  const repeated = { label: { key: REPEATS[repeat ?? 'once'] }, line: `/thongbao lap @${id}` }
  return {
    head: [audienceLine(told, draft), ...planLines(draft)],
    choices: [
      [toDo('choice-announce-send', 'gui', id), toDo('choice-announce-schedule', 'hen', id)],
      [toDo('choice-announce-audience', 'nhan', id), repeated],
      [toDo(receipt ? 'choice-announce-receipt-on' : 'choice-announce-receipt-off', 'xac-nhan', id)],
      [toDo('choice-announce-edit', 'soan', id), toDo('choice-announce-keep', 'luu-mau', id)],
      [toDo('choice-announce-drop', 'huy', id)],
    ],
    replace: true,
    personal: true,
  }
}

/** Switches the choice "received" under it on or off. */
export const switchReceipt: OneAct = async (context, draft) => [
  await summaryReply(context, await changed(context, draft, ['draft'], { receipt: !draft.receipt })),
]

const REPEATS: Record<'once' | Repeat, string> = {
  once: 'choice-announce-once',
  weekly: 'choice-announce-weekly',
  monthly: 'choice-announce-monthly',
}

/** Shows how often it can be sent, or sets one of these. */
export const repeatAt: OneAct = async (context, draft, words) => {
  const repeat = words === 'weekly' || words === 'monthly' ? words : null
  if (words !== '') return [await summaryReply(context, await changed(context, draft, ['draft'], { repeat }))]
  const choices = Object.entries(REPEATS).map(([one, key]) => [toDo(key, 'lap', draft.id, one)])
  return [{ head: [{ key: 'announce-repeat' }], choices, replace: true, personal: true }]
}

/** To whom it would go and what can be done, in place of what was chosen from. */
export const summary: OneAct = async (context, draft) => [await summaryReply(context, stillDraft(draft))]
