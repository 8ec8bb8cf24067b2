import { z } from 'zod'
import type { Outbound } from '#domain/messages.ts'
import { mediaFault } from '../../media-fault.ts'
import type { SendOutcome } from '../../platform.ts'
import { compose } from '../compose.ts'
import { Id } from '../id.ts'
import type { Answer, OaClient } from './client.ts'
import { GROUP_PICTURE_HAS_TEXT, MENTIONS_INLINE, PRIVATE_QUOTES } from './doubts.ts'
import { toOutcome } from './outcome.ts'
import type { createUploads, Source, Uploaded } from './upload.ts'

interface Options {
  client: OaClient
  uploads: ReturnType<typeof createUploads>
  /** Whether an address is a group's. */
  isGroup: (chat: string) => Promise<boolean>
  clock: () => Date
}

/** One message of the network: a text, or a file with or without one. */
interface Part {
  text?: string
  source?: Source
  quotes?: string
}

/** The upload that is named has ended. */
const UPLOAD_ENDED = -100
const Sent = z.looseObject({ message_id: Id })

/** Sends one message, which may become several, by the OpenAPI. Never throws. */
export function createSend(options: Options): (message: Outbound) => Promise<SendOutcome> {
  return async (message) => {
    const fault = faultOf(message)
    if (fault !== undefined) return { state: 'refused', reason: fault }
    const group = await options.isGroup(message.chat)
    const parts = partsOf(message, options.uploads.sourcesOf(message), group)
    if (parts.length === 0) return { state: 'refused', reason: 'nothing to say' }
    const outcome = await sendAll(options, { chat: message.chat, group, parts })
    return outcome.state === 'sent' && message.pin ? { ...outcome, unpinned: 'cannot-pin' } : outcome
  }
}

function faultOf(message: Outbound): string | undefined {
  if (message.deletes !== undefined) return 'cannot-delete'
  if (message.edits !== undefined) return 'cannot-edit'
  return mediaFault(message)
}

/** The text goes first, so that the first id is its. A single picture in private has a short text under it. */
function partsOf(message: Outbound, sources: Source[], group: boolean): Part[] {
  const { mentions, answers } = message
  const [first, ...others] = compose(message)
  const named = first !== undefined && group && MENTIONS_INLINE && mentions !== undefined
  const texts = first === undefined ? [] : [named ? `[@${mentions}] ${first}` : first, ...others]
  const [quotes] = !group && PRIVATE_QUOTES && answers !== undefined ? answers.split(',') : []
  const parts = [...texts.map((text) => ({ text })), ...sources.map((source) => ({ source }))]
  return parts.map((part, index) => (index === 0 && quotes !== undefined ? { ...part, quotes } : part))
}

interface Letter {
  chat: string
  group: boolean
  parts: Part[]
}

async function sendAll(options: Options, letter: Letter): Promise<SendOutcome> {
  const { client, uploads, clock } = options
  const sources = letter.parts.flatMap(({ source }) => source ?? [])
  const wait = await client.book(letter.parts.length + uploads.missing(sources))
  if (wait) return wait
  const files = new Map<Source, Uploaded>()
  for (const source of sources) {
    const result = await uploads.get(source)
    if (result.state === 'failed') return outcomeOf(result.why, clock())
    files.set(source, result.file)
  }
  const ids: string[] = []
  for (const part of underPicture(letter, files)) {
    const answer = await sendPart(options, letter, part, files)
    const id = answer.state === 'ok' ? Sent.safeParse(answer.data).data?.message_id : undefined
    if (id === undefined) return stopped(answer, ids, clock())
    ids.push(id)
  }
  return { state: 'sent', messageId: ids.join(',') }
}

/** A text and one picture are one message where the network shows both. */
function underPicture({ parts, group }: Letter, files: Map<Source, Uploaded>): Part[] {
  const [text, file, ...others] = parts
  const source = text?.text !== undefined && others.length === 0 ? file?.source : undefined
  if (!source || !files.get(source)?.picture || (group && !GROUP_PICTURE_HAS_TEXT)) return parts
  return [{ ...text, source }]
}

async function sendPart(
  { client, uploads }: Options,
  { chat, group }: Letter,
  part: Part,
  files: Map<Source, Uploaded>,
): Promise<Answer> {
  const path = group ? '/v3.0/oa/group/message' : '/v3.0/oa/message/cs'
  const recipient = group ? { group_id: chat } : { user_id: chat }
  const once = () => client.call({ path, body: { recipient, message: toMessage(part, files) }, booked: true })
  const answer = await once()
  const { source } = part
  if (!source || answer.state !== 'refused' || answer.code !== UPLOAD_ENDED) return answer
  uploads.forget(source)
  const wait = await client.book(2)
  if (wait) return wait
  const again = await uploads.get(source)
  if (again.state === 'failed') return answer
  files.set(source, again.file)
  return once()
}

function toMessage({ text, source, quotes }: Part, files: Map<Source, Uploaded>) {
  const file = source && files.get(source)
  return {
    ...(text !== undefined && { text }),
    ...(quotes !== undefined && { quote_message_id: quotes }),
    ...(file && { attachment: file.picture ? picture(file.token) : { type: 'file', payload: { token: file.token } } }),
  }
}

function picture(id: string) {
  const elements = [{ media_type: 'image', attachment_id: id }]
  return { type: 'template', payload: { template_type: 'media', elements } }
}

/** A part could not be sent. Where others went before it, the message as a whole is neither sent nor unsent. */
function stopped(answer: Answer, ids: string[], now: Date): SendOutcome {
  const outcome: SendOutcome =
    answer.state === 'ok' ? { state: 'uncertain', reason: 'sent without an id' } : toOutcome(answer, now)
  if (ids.length === 0) return outcome
  const reason = 'reason' in outcome ? outcome.reason : ''
  return { state: 'uncertain', reason: `only ${ids.length} of its messages went: ${reason}` }
}

function outcomeOf(why: Parameters<typeof toOutcome>[0] | SendOutcome, now: Date): SendOutcome {
  return 'code' in why ? toOutcome(why, now) : why
}
