import { GrammyError, type Api } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Outbound, RichText } from '#domain/messages.ts'
import { TRAITS } from '#domain/platforms.ts'
import { mediaFault } from '../media-fault.ts'
import type { SendOutcome } from '../platform.ts'
import { writeChoice } from './choice-data.ts'
import { deleteMessages } from './delete-messages.ts'
import { toEntities } from './format.ts'
import { describe, toOutcome } from './outcome.ts'
import { sendFile } from './send-file.ts'
import { sendMedia } from './send-media.ts'

const TEXT_LIMIT = TRAITS.telegram.textLimit
const CAPTION_LIMIT = 1024
const LABEL_LIMIT = 64

/** Sends, edits or deletes one message by the Bot API. Never throws. */
export async function send(api: Api, message: Outbound): Promise<SendOutcome> {
  if (message.deletes !== undefined) return deleteMessages(api, message.chat, message.deletes)
  const { length } = message.body.text
  if (length > TEXT_LIMIT) return { state: 'refused', reason: `text longer than ${TEXT_LIMIT}` }
  const fault = mediaFault(message)
  if (fault !== undefined) return { state: 'refused', reason: fault }
  if (length > CAPTION_LIMIT && isUnderFiles(message)) return sendApart(api, message)
  const outcome = await attempt(api, message)
  if (outcome.state !== 'sent' || !message.pin) return outcome
  const unpinned = await pin(api, message.chat, outcome.messageId, message.pin.replaces)
  return unpinned === undefined ? outcome : { ...outcome, unpinned }
}

function isUnderFiles({ edits, file, media = [] }: Outbound): boolean {
  return edits === undefined && (file !== undefined || media.length > 0)
}

/**
 * A text too long for a caption stands in a message of its own under its file or media: it has the choices and can be edited. Where only the file
 * went, the whole may have arrived.
 */
async function sendApart(api: Api, message: Outbound): Promise<SendOutcome> {
  const file = await attempt(api, { ...message, body: { text: '', spans: [] }, choices: [] })
  if (file.state !== 'sent') return file
  const text = await send(api, { ...message, file: undefined, media: undefined })
  if (text.state === 'later') return { state: 'uncertain', reason: `only the file went: ${text.reason}` }
  return text.state === 'sent' && message.media ? { ...text, messageId: `${text.messageId},${file.messageId}` } : text
}

async function attempt(api: Api, message: Outbound): Promise<SendOutcome> {
  try {
    return { state: 'sent', messageId: await request(api, message) }
  } catch (error) {
    if (message.topic !== undefined && isTopicGone(error))
      return attempt(api, { ...message, topic: undefined, answers: undefined })
    return toOutcome(error, message.edits)
  }
}

/** Needs the right to pin messages. Returns why it could not be done, or undefined. */
async function pin(api: Api, chat: string, id: string, replaces: string | undefined): Promise<string | undefined> {
  try {
    await api.pinChatMessage(chat, Number(id.split(',')[0]), { disable_notification: true })
  } catch (error) {
    return describe(error).reason
  }
  // Somebody may have unpinned or deleted it: then it is as it should be.
  if (replaces !== undefined) await api.unpinChatMessage(chat, Number(replaces)).catch(() => undefined)
  return undefined
}

async function request(api: Api, message: Outbound): Promise<string> {
  const { chat, body, edits, file, media = [] } = message
  if (edits !== undefined) return edit(api, message, edits)
  const markup = keyboard(message)
  const caption = { ...toCaption(body), ...markup }
  if (file) return sendFile(api, chat, file, { ...caption, ...place(message) })
  if (media.length > 0) return sendMedia(api, chat, media, { caption, place: place(message) })
  return String((await api.sendMessage(chat, body.text, { ...toText(body), ...markup, ...place(message) })).message_id)
}

/** Edits the text of a message, or the caption where it turns out to be a file; of several messages the first, which has the text. */
async function edit(api: Api, message: Outbound, edits: string): Promise<string> {
  const { chat, body, media = [] } = message
  const [id, markup] = [Number(edits.split(',')[0]), keyboard(message)]
  const text = () => api.editMessageText(chat, id, body.text, { ...toText(body), ...markup })
  const caption = () => api.editMessageCaption(chat, id, { ...toCaption(body), ...markup })
  const [likely, otherwise] = media.length > 0 ? [caption, text] : [text, caption]
  try {
    await likely()
  } catch (error) {
    if (!isOtherwise(error)) throw error
    await otherwise()
  }
  return edits
}

function toText(body: RichText) {
  return { entities: toEntities(body), link_preview_options: { is_disabled: true } }
}

function toCaption(body: RichText) {
  return body.text ? { caption: body.text, caption_entities: toEntities(body) } : {}
}

function place({ topic, answers, pin: pinned }: Outbound) {
  return {
    ...(pinned && { disable_notification: true }),
    ...(topic !== undefined && { message_thread_id: Number(topic) }),
    ...(answers !== undefined && {
      reply_parameters: { message_id: Number(answers), allow_sending_without_reply: true },
    }),
  }
}

function keyboard({ prompt, choices }: Outbound): { reply_markup?: InlineKeyboardMarkup } {
  const rows = choices.filter((row) => row.length > 0)
  if (prompt === undefined || rows.length === 0) return {}
  let index = 0
  const button = (label: string) => ({ text: shorten(label), callback_data: writeChoice(prompt, index++) })
  return { reply_markup: { inline_keyboard: rows.map((row) => row.map(button)) } }
}

function shorten(label: string): string {
  const characters = [...label]
  return characters.length <= LABEL_LIMIT ? label : `${characters.slice(0, LABEL_LIMIT - 1).join('')}…`
}

/** A topic that was deleted or closed since: the message goes to the group's main topic, where it answers nothing. */
function isTopicGone(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    /message thread not found|TOPIC_(CLOSED|DELETED|ID_INVALID)/i.test(error.description)
  )
}

/** The message to be edited is a file, whose text is a caption; or it was taken for one and is a text. */
function isOtherwise(error: unknown): boolean {
  return error instanceof GrammyError && /no (text|caption) in the message to edit/i.test(error.description)
}
