import type { Inbound } from '#domain/messages.ts'
import type { PlaygroundChat, PlaygroundPerson } from './people.ts'

/** The bot's name in the playground, as it is mentioned. */
export const BOT_NAME = 'tdkt_bot'

/** A person speaking, in the language of the page. */
export interface Speaker {
  person: PlaygroundPerson
  language: string
}

/** What a person wrote. `replyTo` is the message replied to and `answered` who wrote it. */
export interface Said {
  id: number
  /** Of a change to this message: its number, which is higher than those of all messages and changes before. */
  change?: number | undefined
  chat: PlaygroundChat
  speaker: Speaker
  text: string
  replyTo?: number | undefined
  answered?: PlaygroundPerson | 'bot' | undefined
  file?: { id: number; name: string; mime: string; size: number } | undefined
  /** The same for files that are sent together. */
  album?: string | undefined
}

type Addressed = Extract<Inbound['event'], { kind: 'text' }>['addressed']

const MENTION = new RegExp(`(?<![\\w@])@${BOT_NAME}(?!\\w)`, 'gi')
const COMMAND = /^\/[a-z]\w*(?:@(?<bot>\w+))?(?!\S)/i
const OUR_COMMAND = new RegExp(`^(/[a-z]\\w*)@${BOT_NAME}(?!\\w)`, 'i')

/**
 * What the bot gets of a message; undefined in a group where it is not addressed by a command, a mention or a reply, as for a bot on
 * Telegram in privacy mode.
 */
export function saidToInbound(said: Said): Inbound | undefined {
  const addressed = addressing(said)
  if (!addressed) return undefined
  const text = withoutMention(said.text)
  const update = said.change === undefined ? `message:${said.id}` : `change:${said.change}`
  return { ...envelope(said.chat, said.speaker, update), event: event(said, text, addressed) }
}

/** What the bot gets of a pressed button; `press` is unique for this press. */
export function pressToInbound(
  pressed: { message: number; prompt: string; index: number; press: string },
  chat: PlaygroundChat,
  speaker: Speaker,
): Inbound {
  const { message, prompt, index, press } = pressed
  return {
    ...envelope(chat, speaker, `press:${press}`),
    event: { kind: 'choice', messageId: String(message), prompt, index },
  }
}

function addressing({ chat, text, answered }: Said): Addressed | undefined {
  if (chat.kind === 'private') return 'private'
  const command = COMMAND.exec(text)?.groups
  const commanded = command && (command['bot'] ?? BOT_NAME).toLowerCase()
  if (commanded === BOT_NAME) return 'command'
  if (text.search(MENTION) >= 0) return 'mention'
  if (commanded) return undefined // another bot's command
  return answered === 'bot' ? 'reply' : undefined
}

function withoutMention(text: string): string {
  return text
    .replace(OUR_COMMAND, '$1')
    .replace(MENTION, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}

function event(said: Said, text: string, addressed: Addressed): Inbound['event'] {
  const messageId = String(said.id)
  const picture = isPicture(said.file?.mime)
  // as on Telegram: in groups a picture with words is its words
  if (said.file && !(picture && text && said.chat.kind === 'group')) {
    const { id, name, size } = said.file
    const more = {
      ...(text && { caption: text }),
      ...(picture && { picture }),
      ...(said.album && { album: said.album }),
    }
    return { kind: 'file', messageId, fileId: String(id), name, size, ...more }
  }
  const edited = said.change === undefined ? {} : { edited: true }
  return { kind: 'text', messageId, text, addressed, ...replied(said), ...edited, revision: said.change ?? said.id }
}

/** Whether the page shows a file of this type as a picture. */
const isPicture = (mime: string | undefined) => mime === 'image/png' || mime === 'image/jpeg'

function replied({ answered, replyTo }: Said) {
  if (answered === 'bot') return { repliesTo: String(replyTo) }
  return answered ? { replyTo: identity(answered) } : {}
}

function envelope(chat: PlaygroundChat, speaker: Speaker, externalId: string) {
  const sender = { ...identity(speaker.person), language: speaker.language }
  return { platform: 'playground' as const, externalId, chat, sender }
}

const identity = (person: PlaygroundPerson) => ({ externalId: person.externalId, name: person.name })
