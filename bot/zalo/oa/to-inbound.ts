import type { Inbound } from '#domain/messages.ts'
import { addressing } from './addressing.ts'
import { QUOTE_FIELDS } from './doubts.ts'
import type { Attachment, Event } from './event.ts'
import { writeFileId } from './file-id.ts'
import { PLATFORM } from './identity.ts'

/** What an event means. `unknown`: its kind or its fields are not known. */
export type Meaning = { inbounds: Inbound[] } | 'nothing' | 'revoked' | 'unknown'

type Happened = Omit<Inbound, 'platform' | 'externalId' | 'at'>
type Kind = 'words' | 'picture' | 'file' | 'unsupported'

const SENT = /^user_send_(group_)?(\w+)$/
const KINDS: Readonly<Record<string, Kind>> = {
  text: 'words',
  link: 'words',
  image: 'picture',
  gif: 'picture',
  file: 'file',
  sticker: 'unsupported',
  audio: 'unsupported',
  video: 'unsupported',
  location: 'unsupported',
  business_card: 'unsupported',
}
/** The bot's own messages, and what nobody needs an answer to. */
const NOTHING = /^(oa_send_|user_(received_message|seen_message|reacted_message|click_chatnow)$)/

/** What an event of the webhook means to the bot. Nobody has a name in it. `oaName`: the Official Account's, by which it is called in groups. */
export function toInbounds(event: Event, oaName: string | undefined): Meaning {
  const { event_name: name } = event
  if (NOTHING.test(name)) return 'nothing'
  if (name === 'permission_revoked') return 'revoked'
  if (name === 'follow' || name === 'unfollow') return fromFollower(event, name)
  if (name === 'disperse_group') return fromEndOfGroup(event)
  const [, group, what = ''] = SENT.exec(name) ?? []
  const kind = KINDS[what]
  if (kind === undefined) return 'unknown'
  return fromMessage(event, kind, group !== undefined, oaName)
}

function fromFollower(event: Event, name: 'follow' | 'unfollow'): Meaning {
  const who = event.follower?.id ?? event.sender?.id
  if (who === undefined) return 'unknown'
  const chat = { externalId: who, kind: 'private' as const }
  const kind = name === 'follow' ? ('added' as const) : ('removed' as const)
  const happened: Happened = { chat, sender: { externalId: who, name: '' }, event: { kind } }
  return { inbounds: [{ platform: PLATFORM, externalId: `${name}:${who}:${event.timestamp ?? ''}`, ...happened }] }
}

function fromEndOfGroup({ group_id: id, recipient, timestamp }: Event): Meaning {
  const group = id ?? recipient?.id
  if (group === undefined) return 'unknown'
  const happened: Happened = { chat: { externalId: group, kind: 'group' }, event: { kind: 'removed' } }
  return {
    inbounds: [{ platform: PLATFORM, externalId: `disperse_group:${group}:${timestamp ?? ''}`, ...happened }],
  }
}

function fromMessage(event: Event, kind: Kind, inGroup: boolean, oaName: string | undefined): Meaning {
  const { sender, recipient, message, timestamp } = event
  const id = message?.msg_id
  const where = inGroup ? recipient?.id : sender?.id
  if (id === undefined || sender === undefined || where === undefined) return 'unknown'
  const at = Number(timestamp)
  const common = {
    platform: PLATFORM,
    chat: { externalId: where, kind: inGroup ? ('group' as const) : ('private' as const) },
    sender: { externalId: sender.id, name: '' },
    ...(Number.isSafeInteger(at) && { at }),
  }
  const events = inGroup ? inGroupEvents(event, kind, id, oaName) : privateEvents(event, kind, id)
  return {
    inbounds: events.map((each, index) => ({
      ...common,
      externalId: index === 0 ? id : `${id}#${index + 1}`,
      event: each,
    })),
  }
}

function privateEvents(event: Event, kind: Kind, messageId: string): Inbound['event'][] {
  const text = event.message?.text ?? ''
  const files = kind === 'words' ? [] : toFiles(event, kind, messageId, text)
  if (files.length > 0) return files
  if (text.trim() === '' || kind === 'unsupported') return [{ kind: 'unsupported', messageId }]
  return [{ kind: 'text', messageId, text, addressed: 'private', ...quoted(event) }]
}

/** Files of a group are taken only where their words call the bot; of any other the words are all that is heard. */
function inGroupEvents(event: Event, kind: Kind, messageId: string, oaName: string | undefined): Inbound['event'][] {
  const said = event.message?.text ?? ''
  if (said.trim() === '' || kind === 'unsupported') return []
  const { text, addressed } = addressing(said, oaName)
  const files = kind === 'file' && addressed !== 'overheard' ? toFiles(event, kind, messageId, text) : []
  return files.length > 0 ? files : [{ kind: 'text', messageId, text, addressed, ...quoted(event) }]
}

function toFiles(event: Event, kind: Kind, messageId: string, caption: string): Inbound['event'][] {
  const attachments = event.message?.attachments ?? []
  const files = attachments.flatMap((one) => toFile(one, kind) ?? [])
  return files.map((file, index) => ({
    kind: 'file' as const,
    messageId,
    ...file,
    ...(caption !== '' && index === 0 && { caption }),
    ...(kind === 'picture' && { picture: true }),
    ...(files.length > 1 && { album: messageId }),
  }))
}

function toFile({ payload }: Attachment, kind: Kind) {
  if (payload?.url === undefined || !/^https?:\/\//i.test(payload.url)) return undefined
  const ending = payload.type && /^\w{1,5}$/.test(payload.type) ? `.${payload.type}` : ''
  const name = payload.name ?? (kind === 'picture' ? 'photo.jpg' : `file${ending}`)
  return { fileId: writeFileId(payload.url, name), name, size: payload.size ?? 0 }
}

function quoted({ message }: Event): { repliesTo?: string } {
  const field = QUOTE_FIELDS.find((name) => typeof message?.[name] === 'string' && message[name] !== '')
  return field === undefined ? {} : { repliesTo: message?.[field] as string }
}
