import type { Message, MessageEntity, User } from 'grammy/types'
import type { RichText } from '#domain/messages.ts'
import { cutText } from './cut-text.ts'
import { toSpan } from './format.ts'

export interface Me {
  id: number
  username: string
}

export interface Addressed {
  addressed: 'private' | 'command' | 'mention' | 'reply'
  /** The text or caption without the bot's mention. */
  text: string
  /** What is marked in it, where anything is. */
  spans?: RichText['spans']
}

/** How a message speaks to the bot and what it says then; undefined where it speaks to others. */
export function addressing(message: Message, me: Me): Addressed | undefined {
  const [original = '', entities = []] =
    message.text === undefined ? [message.caption, message.caption_entities] : [message.text, message.entities]
  const wordOf = (entity: MessageEntity) => original.slice(entity.offset, entity.offset + entity.length)
  const ourName = `@${me.username.toLowerCase()}`

  const command = entities.find((entity) => entity.type === 'bot_command' && entity.offset === 0)
  const [, commandFor = ''] = /^[^@]*(@.*)$/.exec(command ? wordOf(command).toLowerCase() : '') ?? []
  const ours = entities.flatMap((entity) => {
    if (entity.type === 'mention' && wordOf(entity).toLowerCase() === ourName) return [entity]
    if (entity.type === 'text_mention' && entity.user.id === me.id) return [entity]
    if (entity === command && commandFor === ourName) {
      return [{ offset: entity.length - ourName.length, length: ourName.length }]
    }
    return []
  })
  const { text, placed } = cutText(original, ours)
  const spans = entities.flatMap((entity) => toSpan(entity) ?? []).flatMap((span) => placed(span) ?? [])
  const said = { text, ...(spans.length > 0 && { spans }) }

  if (message.chat.type === 'private') return { addressed: 'private', ...said }
  if (command && (commandFor === '' || commandFor === ourName)) return { addressed: 'command', ...said }
  if (ours.length > 0) return { addressed: 'mention', ...said }
  if (command) return undefined
  return repliedTo(message)?.id === me.id ? { addressed: 'reply', ...said } : undefined
}

/**
 * Whose message is answered. In a forum every message of a topic points at the service message that opened it: that answers nobody. Nor does
 * one that spoke for a channel or, as an anonymous administrator, for the group.
 */
export function repliedTo(message: Message): User | undefined {
  const replied = message.reply_to_message
  if (!replied || replied.forum_topic_created || replied.sender_chat) return undefined
  if (message.is_topic_message && replied.message_id === message.message_thread_id) return undefined
  return replied.from
}
