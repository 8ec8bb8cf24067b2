import type { Inbound } from '#domain/messages.ts'
import { botOf } from '#domain/platforms.ts'
import { findChat } from '#prisma/chats.ts'
import type { Db } from '#prisma/database.ts'
import { findPerson } from '#prisma/persons.ts'
import { openQuestion } from '#prisma/questions.ts'
import { isWords, takesContent } from './router.ts'

/** Whether what came is a file that may be a plan: one for which nobody asked, and no picture with words under it. */
export async function readsAsPlan(db: Db, inbound: Inbound, now: Date): Promise<boolean> {
  const { platform, chat, sender, event } = inbound
  if (event.kind !== 'file' || isWords(event) || !sender) return false
  const [known, personId] = [
    await findChat(db, botOf(inbound), chat.externalId),
    await findPerson(db, platform, sender.externalId),
  ]
  if (!known || !personId) return true
  const question = await openQuestion(db, { chatId: known.id, personId }, now)
  return question === undefined || !takesContent(question)
}
