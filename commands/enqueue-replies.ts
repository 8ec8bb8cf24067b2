import type { ChatId } from '#domain/ids.ts'
import type { Inbound, Reply } from '#domain/messages.ts'
import { UserError } from '#domain/user-error.ts'
import { findChat } from '#prisma/chats.ts'
import type { Context } from './command.ts'
import type { Addressee, Say } from './say.ts'

interface Answered {
  inboxId: number
  inbound: Inbound
  replies: Reply[]
}

/** Says what a command answers, where it was asked or in private. */
export async function enqueueReplies(say: Say, context: Context, { inboxId, inbound, replies }: Answered) {
  const { db, now, chat, person, locale } = context
  for (const [index, reply] of replies.entries()) {
    const chatId = reply.inPrivate ? await privateChat(context, inbound) : chat.id
    const to: Addressee = {
      chatId,
      platform: inbound.platform,
      locale,
      personId: reply.personal ? person.id : undefined,
      ...(chatId === chat.id ? placement(inbound, reply) : {}),
      kind: 'reply',
      dedupeKey: `reply:${inboxId}:${index}`,
      now,
    }
    await say(db, to, reply)
  }
}

/** Where in the chat an answer stands: in its topic, in place of the message whose choice was taken, or under the question in a group. */
function placement({ chat, event }: Inbound, reply: Reply): Pick<Addressee, 'topic' | 'edits' | 'answers'> {
  const { topic } = chat
  if (event.kind === 'choice') return { topic, edits: reply.replace ? event.messageId : undefined }
  return { topic, answers: chat.kind === 'group' && event.kind === 'text' ? event.messageId : undefined }
}

/** The person's private chat with the bot; on every platform its address is the person's own. */
async function privateChat({ db, chat }: Context, { platform, sender }: Inbound): Promise<ChatId> {
  if (chat.kind === 'private') return chat.id
  const found = sender && (await findChat(db, platform, sender.externalId))
  if (!found) throw new UserError('private-first')
  return found.id
}
