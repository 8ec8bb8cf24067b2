import type { Announcement } from '#domain/announcements/announcement.ts'
import { UserError } from '#domain/user-error.ts'
import { toDo } from './announce-which.ts'
import { toldOf, type Told } from './announce-words.ts'
import type { CouncilContext } from './command.ts'

/** Throws UserError unless there is something to send and somebody who can be told. Returns who would be told. */
export async function assertSendable(context: CouncilContext, draft: Announcement): Promise<Told> {
  if (draft.parts.length === 0) throw new UserError('announce-empty')
  const told = await toldOf(context, draft)
  if (!told.some(({ chatId }) => chatId !== undefined)) {
    const key = told.length === 0 ? 'announce-no-audience' : 'announce-nobody-reached'
    throw new UserError(key, {}, [[toDo('choice-announce-audience', 'nhan', draft.id)]])
  }
  return told
}
