import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Inbound } from '#domain/messages.ts'
import { addressing, repliedTo, type Me } from './addressing.ts'
import { readChoice } from './choice-data.ts'

/** The kinds of updates that are asked for: what is not read is not fetched. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const

type Happened = Omit<Inbound, 'platform' | 'externalId'>

/** What an update means to the bot; undefined where it is none of its business. */
export function toInbound(update: Update, me: Me): Inbound | undefined {
  const happened =
    (update.message && fromMessage(update.message, me)) ??
    (update.callback_query && fromCallback(update.callback_query)) ??
    (update.my_chat_member && fromMembership(update.my_chat_member))
  return happened && { platform: 'telegram', externalId: String(update.update_id), ...happened }
}

function fromMessage(message: Message, me: Me): Happened | undefined {
  const chat = toChat(message.chat, message)
  if (!chat) return undefined
  if (message.migrate_to_chat_id !== undefined) {
    return { chat, event: { kind: 'migrated', to: String(message.migrate_to_chat_id) } }
  }
  if (message.migrate_from_chat_id !== undefined) {
    const before = { externalId: String(message.migrate_from_chat_id), kind: 'group' as const }
    return { chat: before, event: { kind: 'migrated', to: chat.externalId } }
  }
  if (bringsIn(message, me)) return { chat, ...toSender(message), event: { kind: 'added' } }
  const said = addressing(message, me)
  if (!said || !mayBePerson(message)) return undefined
  const event = toFile(message, said.text) ?? toText(message, said, me)
  return event && { chat, ...toSender(message), event }
}

function toText(
  message: Message,
  said: NonNullable<ReturnType<typeof addressing>>,
  me: Me,
): Inbound['event'] | undefined {
  if (message.text === undefined && message.caption === undefined) return undefined
  const replied = repliedTo(message)
  const replyTo = replied && !replied.is_bot && replied.id !== me.id ? { replyTo: toPerson(replied) } : {}
  return { kind: 'text', messageId: String(message.message_id), ...said, ...replyTo }
}

/** A document, or a picture sent without a word in private. */
function toFile(message: Message, caption: string): Inbound['event'] | undefined {
  const messageId = String(message.message_id)
  const { document, photo } = message
  if (document && !message.animation) {
    const { file_id: fileId, file_name: name = 'file', file_size: size = 0 } = document
    return { kind: 'file', messageId, fileId, name, size, ...(caption && { caption }) }
  }
  const largest = photo?.at(-1)
  if (!largest || caption || message.chat.type !== 'private') return undefined
  return { kind: 'file', messageId, fileId: largest.file_id, name: 'photo.jpg', size: largest.file_size ?? 0 }
}

function fromCallback(query: CallbackQuery): Happened | undefined {
  const choice = readChoice(query.data)
  const chat = query.message && toChat(query.message.chat, query.message.date === 0 ? undefined : query.message)
  if (!choice || !chat || !query.message) return undefined
  const messageId = String(query.message.message_id)
  return { chat, sender: toPerson(query.from), event: { kind: 'choice', messageId, ...choice } }
}

/** A message that says that the bot was brought into a group, or that the group was made with it. */
function bringsIn({ new_chat_members: members = [], group_chat_created: created }: Message, me: Me): boolean {
  return created === true || members.some(({ id }) => id === me.id)
}

/**
 * In groups it tells of the end only: an addition has a message of its own, while a group that became a supergroup has not and need not be
 * greeted again.
 */
function fromMembership({ chat: where, from, old_chat_member: old, new_chat_member: now }: ChatMemberUpdated) {
  const chat = toChat(where)
  if (!chat || isIn(old) === isIn(now)) return undefined
  if (isIn(now) && chat.kind === 'group') return undefined
  const sender = from.is_bot ? {} : { sender: toPerson(from) }
  return { chat, ...sender, event: { kind: isIn(now) ? ('added' as const) : ('removed' as const) } }
}

function isIn(member: ChatMember): boolean {
  return member.status === 'restricted' ? member.is_member : member.status !== 'left' && member.status !== 'kicked'
}

/** Channels are not chats of ours. */
function toChat(chat: Chat, message?: Message): Inbound['chat'] | undefined {
  if (chat.type === 'channel') return undefined
  return {
    externalId: String(chat.id),
    kind: chat.type === 'private' ? 'private' : 'group',
    ...(chat.title !== undefined && { title: chat.title }),
    ...(message?.is_topic_message && { topic: String(message.message_thread_id) }),
  }
}

/** An anonymous administrator speaks as the group itself: a person, but which is unknown. */
function isAnonymous(message: Message): boolean {
  return message.sender_chat !== undefined && message.sender_chat.id === message.chat.id
}

/** Neither another bot nor a channel. */
function mayBePerson(message: Message): boolean {
  return isAnonymous(message) || (message.sender_chat === undefined && message.from?.is_bot === false)
}

/** Whoever speaks as the group may ask as anybody in it, and can never be given a role: that address is nobody's. */
function toSender(message: Message): { sender?: Inbound['sender'] } {
  if (isAnonymous(message))
    return { sender: { externalId: `anonymous:${message.chat.id}`, name: message.chat.title ?? '' } }
  return message.from ? { sender: toPerson(message.from) } : {}
}

function toPerson(user: User): NonNullable<Inbound['sender']> {
  return {
    externalId: String(user.id),
    name: [user.first_name, user.last_name].filter(Boolean).join(' '),
    ...(user.language_code !== undefined && { language: user.language_code }),
  }
}
