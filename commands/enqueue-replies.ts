import type { Inbound, Locale, Reply } from '#domain/messages.ts'
import type { ChatId } from '#domain/ids.ts'
import { UserError } from '#domain/user-error.ts'
import type { Translate } from '#locales/translate.ts'
import { findChat } from '#prisma/chats.ts'
import { enqueue, type OutboxPayload } from '#prisma/outbox.ts'
import { openPrompt } from '#prisma/prompts.ts'
import type { Context } from './command.ts'
import { renderReply } from './render.ts'

/** The longest text of a platform, in UTF-16 units. */
export type TextLimit = (platform: Inbound['platform']) => number

interface Answered {
  inboxId: number
  inbound: Inbound
  replies: Reply[]
}

/** Puts replies into words and into the outbox, with their choices opened as prompts. */
export async function enqueueReplies(
  { translators, textLimit }: { translators: Record<Locale, Translate>; textLimit: TextLimit },
  context: Context,
  { inboxId, inbound, replies }: Answered,
) {
  const { db, now, chat, person } = context
  for (const [index, reply] of replies.entries()) {
    const chatId = reply.inPrivate ? await privateChat(context, inbound) : chat.id
    const { body, choices } = renderReply(reply, translators[context.locale], textLimit(inbound.platform))
    const lines = choices.flat().map(({ line }) => line)
    const personId = reply.personal ? person.id : undefined
    const promptId = lines.length > 0 ? await openPrompt(db, { chatId, personId, lines }, now) : undefined
    const payload: OutboxPayload = {
      body,
      choices: choices.map((row) => row.map(({ label }) => label)),
      ...(promptId ? { prompt: promptId } : {}),
      ...(chatId === chat.id ? placement(inbound, reply) : {}),
      ...(reply.file ? { file: reply.file } : {}),
    }
    const dedupeKey = `reply:${inboxId}:${index}`
    await enqueue(db, {
      platform: inbound.platform,
      chatId,
      kind: 'reply',
      dedupeKey,
      payload,
      promptId,
      notBefore: now,
      now,
    })
  }
}

/** Where in the chat an answer stands: in its topic, in place of the message whose choice was taken, or under the question in a group. */
function placement({ chat, event }: Inbound, reply: Reply): Pick<OutboxPayload, 'topic' | 'edits' | 'answers'> {
  const topic = chat.topic ? { topic: chat.topic } : {}
  if (event.kind === 'choice') return reply.replace ? { ...topic, edits: event.messageId } : topic
  const answers = chat.kind === 'group' && event.kind === 'text' ? { answers: event.messageId } : {}
  return { ...topic, ...answers }
}

/** The person's private chat with the bot; on every platform its address is the person's own. */
async function privateChat({ db, chat }: Context, { platform, sender }: Inbound): Promise<ChatId> {
  if (chat.kind === 'private') return chat.id
  const found = sender && (await findChat(db, platform, sender.externalId))
  if (!found) throw new UserError('private-first')
  return found.id
}
