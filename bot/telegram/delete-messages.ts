import { GrammyError, type Api } from 'grammy'
import type { SendOutcome } from '../platform.ts'
import { toOutcome } from './outcome.ts'

/**
 * Deletes a message, or several whose ids are joined by commas. What is gone already is deleted. Refused where it is too old: a bot may delete
 * what it said within 48 hours. Never throws.
 */
export async function deleteMessages(api: Api, chat: string, ids: string): Promise<SendOutcome> {
  const [first, ...more] = ids.split(',').map(Number)
  try {
    await (more.length > 0 ? api.deleteMessages(chat, [first!, ...more]) : api.deleteMessage(chat, first!))
  } catch (error) {
    const gone = error instanceof GrammyError && /message to delete not found/i.test(error.description)
    if (!gone) return toOutcome(error, undefined)
  }
  return { state: 'sent', messageId: ids }
}
