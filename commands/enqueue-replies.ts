import type { Inbound, Reply } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { UserError } from '#domain/user-error.ts'
import { findChat, type Chat } from '#prisma/chats.ts'
import { ask } from '#prisma/questions.ts'
import { roundNoteKey } from '#prisma/round-cards.ts'
import type { Addressee, Say } from '#prisma/say.ts'
import type { Context } from './command.ts'
import { chosenLocale } from './context.ts'
import { isOverheard, refusesOverheard } from './overheard.ts'

interface Answered {
  inboxId: number
  inbound: Inbound
  replies: Reply[]
}

/** Says what a command answers, where it was asked or in private. What was merely overheard is not refused. */
export async function enqueueReplies(say: Say, context: Context, { inboxId, inbound, replies }: Answered) {
  const { db, now, chat, person, council } = context
  for (const [index, reply] of replies.entries()) {
    if (isOverheard(inbound) && refusesOverheard(reply)) continue
    const told = { kind: 'reply' as const, dedupeKey: keyOf(inboxId, index, reply), now }
    if (reply.to) {
      await say(db, { ...reply.to, ...told }, reply)
      continue
    }
    const where = reply.inPrivate ? await privateChat(context, inbound) : chat
    const chatId = where.id
    const to: Addressee = {
      chatId,
      platform: inbound.platform,
      // What was asked may have been to change it.
      locale: chosenLocale(where, council) ?? context.locale,
      personId: reply.personal ? person.id : undefined,
      council: where.kind === 'private' ? council?.id : undefined,
      ...(chatId === chat.id ? { ...placement(inbound, reply), ...asker(context, inbound) } : {}),
      ...told,
    }
    if (saysSomething(reply)) await say(db, to, reply)
    if (reply.asks !== undefined) await ask(db, { chatId, personId: person.id }, reply.asks, now)
  }
}

/** A reply may merely ask: the next words are taken as the answer to what was asked before. */
function saysSomething({ head, blocks = [], file, raw }: Reply): boolean {
  return head.length + blocks.length > 0 || file !== undefined || raw !== undefined
}

/** The name under which it is said once. What is about a round says so: an answer to it is for that round. */
function keyOf(inboxId: number, index: number, { about }: Reply): string {
  return about ? roundNoteKey(about, `reply-${index}`, inboxId) : `reply:${inboxId}:${index}`
}

/** Where in the chat an answer stands: in its topic, in place of the message whose choice was taken, or under the question in a group. */
function placement({ chat, event }: Inbound, reply: Reply): Pick<Addressee, 'topic' | 'edits' | 'answers'> {
  const { topic } = chat
  if (event.kind === 'choice') return { topic, edits: reply.replace ? event.messageId : undefined }
  return { topic, answers: chat.kind === 'group' && event.kind === 'text' ? event.messageId : undefined }
}

/** In a group: who asked, whose number takes the choices; where everything is heard, people see by the name who is meant. */
function asker({ chat, person }: Context, { platform, sender }: Inbound): Pick<Addressee, 'askedById' | 'mentions'> {
  if (chat.kind === 'private') return {}
  const named = TRAITS[platform].hears === 'everything'
  return { askedById: person.id, mentions: named ? sender?.externalId : undefined }
}

/** The person's private chat with the bot that was asked; on every platform its address is the person's own. */
async function privateChat({ db, chat }: Context, { sender }: Inbound): Promise<Chat> {
  if (chat.kind === 'private') return chat
  const found = sender && (await findChat(db, chat, sender.externalId))
  if (!found) throw new UserError('private-first')
  return found
}
