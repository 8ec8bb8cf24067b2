import type { CallbackQuery, Chat, ChatMember, ChatMemberUpdated, Message, Update, User } from 'grammy/types'
import type { Inbound } from '#domain/messages.ts'
import { addressing, repliedTo, type Addressed, type Me } from './addressing.ts'
import { readChoice } from './choice-data.ts'

/** The kinds of updates that are asked for: what is not read is not fetched. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

type Happened = Omit<Inbound, 'platform' | 'externalId'>

/**
 * What an update means to the bot; undefined where it is none of its business. A text's revision is the update's id. Ids grow, but after a week
 * without updates Telegram goes on at any number: they order the states of one message, which people can edit for two days, not two messages.
 */
export function toInbound(update: Update, me: Me): Inbound | undefined {
  const happened =
    (update.message && fromMessage(update.message, me)) ??
    (update.edited_message && fromEdit(update.edited_message, me)) ??
    (update.callback_query && fromCallback(update.callback_query)) ??
    (update.my_chat_member && fromMembership(update.my_chat_member))
  if (!happened) return undefined
  const event = happened.event.kind === 'text' ? { ...happened.event, revision: update.update_id } : happened.event
  return { platform: 'telegram', externalId: String(update.update_id), ...happened, event }
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
  const event = toFile(message, said) ?? toText(message, said, me)
  return event && { chat, ...toSender(message), event }
}

/** A text that was changed, addressed as if it were said now. A changed caption or file is passed over. */
function fromEdit(message: Message, me: Me): Happened | undefined {
  const happened = message.text === undefined ? undefined : fromMessage(message, me)
  return happened?.event.kind === 'text' ? { ...happened, event: { ...happened.event, edited: true } } : undefined
}

function toText(message: Message, said: Addressed, me: Me): Inbound['event'] | undefined {
  if (message.text === undefined && message.caption === undefined) return undefined
  return { kind: 'text', messageId: String(message.message_id), ...said, ...toReplied(message, me) }
}

/** Whom or what of the bot's a message of the same chat answers; a reply to another chat's message, or a quote of one, answers nothing. */
function toReplied(message: Message, me: Me): { replyTo?: Inbound['sender']; repliesTo?: string } {
  const replied = repliedTo(message)
  if (replied?.id === me.id) return { repliesTo: String(message.reply_to_message?.message_id) }
  return replied && !replied.is_bot ? { replyTo: toPerson(replied) } : {}
}

/** A document, or a picture; in groups a picture with words is its words. */
function toFile(message: Message, { text: caption, spans }: Addressed): Inbound['event'] | undefined {
  const { document, photo, media_group_id: album } = message
  const common = {
    kind: 'file' as const,
    messageId: String(message.message_id),
    ...(caption && { caption }),
    ...(spans && { spans }),
    ...(album !== undefined && { album }),
  }
  if (document && !message.animation) {
    const { file_id: fileId, file_name: name = 'file', file_size: size = 0 } = document
    return { ...common, fileId, name, size }
  }
  const largest = photo?.at(-1)
  if (!largest || message.chat.type !== 'private') return undefined
  return { ...common, fileId: largest.file_id, name: 'photo.jpg', size: largest.file_size ?? 0, picture: true }
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
