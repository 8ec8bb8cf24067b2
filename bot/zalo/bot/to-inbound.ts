import type { Inbound } from '#domain/messages.ts'
import { isWebAddress } from './client.ts'
import { REPLY_FIELDS } from './doubts.ts'
import type { Names } from './names.ts'
import { readAnswered, Update } from './update.ts'

type Event = Inbound['event']
type Message = Update['message']
type Shape = (kind: string, value: unknown) => void

const UNSUPPORTED = ['message.sticker.received', 'message.voice.received', 'message.unsupported.received']

/**
 * Returns what makes an Inbound of an update; undefined where it is none of the bot's business. An update of an unknown kind or form goes to
 * `shape`.
 */
export function createReader(names: Names, shape: Shape) {
  return async (raw: unknown): Promise<Inbound | undefined> => {
    const update = Update.safeParse(raw)
    if (!update.success) {
      shape(kindOf(raw), raw)
      return undefined
    }
    const { event_name: name, message } = update.data
    const { from, chat } = message
    const kind = chat.chat_type
    if (kind !== 'private' && kind !== 'group') {
      shape(`chat:${kind}`, raw)
      return undefined
    }
    if (from.is_bot) return undefined
    const event = await toEvent(name, message, { names, shape, group: kind === 'group' })
    return (
      event && {
        platform: 'zalo-bot',
        externalId: `${name}:${message.message_id}`,
        chat: kind === 'group' ? { externalId: chat.id, kind, title: titleOf(chat.id) } : { externalId: chat.id, kind },
        sender: { externalId: from.id, name: from.display_name },
        event,
      }
    )
  }
}

/** The network tells no group's title: the end of its id keeps several apart. */
const titleOf = (id: string): string => `Zalo Bot ${id.slice(-4)}`

interface Surroundings {
  names: Names
  shape: Shape
  group: boolean
}

/** In a group a picture counts by its words alone, and what cannot be read is passed over. */
async function toEvent(name: string, message: Message, at: Surroundings): Promise<Event | undefined> {
  const unsupported = at.group ? undefined : { kind: 'unsupported' as const, messageId: message.message_id }
  if (name === 'message.text.received') return toText(message, message.text, at)
  if (name === 'message.image.received') return at.group ? toText(message, message.caption, at) : toPicture(message, at)
  if (UNSUPPORTED.includes(name)) return unsupported
  at.shape(name, { event_name: name, message })
  return unsupported
}

async function toText(message: Message, text: string | undefined, at: Surroundings): Promise<Event | undefined> {
  if (text === undefined) return undefined
  const messageId = message.message_id
  const replied = toReplied(message, at.shape)
  if (!at.group) return { kind: 'text', messageId, text, addressed: 'private', ...replied }
  const said = await at.names.read(text)
  const otherwise = said.text.startsWith('/') ? 'command' : 'reply'
  return { kind: 'text', messageId, text: said.text, addressed: said.named ? 'mention' : otherwise, ...replied }
}

function toPicture(message: Message, { shape }: Surroundings): Event {
  const { message_id: messageId, caption } = message
  const fileId = [message.photo_url, message.photo].find((url): url is string => typeof url === 'string')
  if (fileId === undefined || !isWebAddress(fileId)) {
    shape('picture', message)
    return { kind: 'unsupported', messageId }
  }
  return { kind: 'file', messageId, fileId, name: 'photo.jpg', size: 0, picture: true, ...(caption && { caption }) }
}

/** Whom or what the message answers, where the network tells; the first field that does is noted. */
function toReplied(message: Message, shape: Shape): { replyTo?: Inbound['sender']; repliesTo?: string } {
  const field = REPLY_FIELDS.find((name) => readAnswered(message[name]) !== undefined)
  if (field === undefined) return {}
  shape(`answers:${field}`, message[field])
  const { id, from } = readAnswered(message[field]) ?? {}
  if (from && !from.is_bot) return { replyTo: { externalId: from.id, name: from.display_name } }
  return id === undefined ? {} : { repliesTo: id }
}

function kindOf(raw: unknown): string {
  const name = typeof raw === 'object' && raw !== null && 'event_name' in raw ? raw.event_name : undefined
  return typeof name === 'string' ? name : 'without-name'
}
