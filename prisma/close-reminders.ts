import type { ChatId, PromptId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { enqueue, type OutboxPayload } from './outbox.ts'

/** A reminder that stands in a chat with choices under it that can be taken. */
interface OpenReminder {
  id: number
  chatId: ChatId
  platform: PlatformName
  promptId: PromptId
  messageId: string
  payload: OutboxPayload
}

/** The reminders in these chats whose choices are open. One that was not sent, or of which it is not known, is none. */
export async function openReminders(db: Db, chatIds: ChatId[]): Promise<OpenReminder[]> {
  const open = await db.prompt.findMany({ where: { chatId: { in: chatIds }, answeredAt: null }, select: { id: true } })
  if (open.length === 0) return []
  const rows = await db.outbox.findMany({
    where: {
      promptId: { in: open.map(({ id }) => id) },
      chatId: { in: chatIds },
      kind: 'reminder',
      state: 'sent',
    },
  })
  return rows.map(({ id, chatId, platform, promptId, externalId, payload }) => ({
    id,
    chatId: chatId as ChatId,
    platform: platform as PlatformName,
    promptId: promptId as string as PromptId,
    messageId: externalId!,
    payload: payload as OutboxPayload,
  }))
}

/**
 * Closes the choices under reminders, since newer ones take their place: they cannot be taken any more, and where the network can edit they go from
 * the message once the newer one is there.
 */
export async function closeReminders(db: Db, reminders: OpenReminder[], now: Date) {
  for (const { id, chatId, platform, promptId, messageId, payload } of reminders) {
    await db.prompt.update({ where: { id: promptId }, data: { answeredAt: now } })
    if (!TRAITS[platform].edit) continue
    const { body, topic } = payload
    await enqueue(db, {
      platform,
      chatId,
      kind: 'upkeep',
      dedupeKey: `close:${id}`,
      payload: { body, choices: [], edits: messageId, ...(topic === undefined ? {} : { topic }) },
      notBefore: now,
      now,
    })
  }
}
