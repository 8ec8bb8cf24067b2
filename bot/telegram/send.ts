import { GrammyError, InputFile, type Api } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import type { Outbound } from '#domain/messages.ts'
import type { SendOutcome } from '../platform.ts'
import { writeChoice } from './choice-data.ts'
import { toEntities } from './format.ts'
import { describe, toOutcome } from './outcome.ts'

export const TEXT_LIMIT = 4096
const CAPTION_LIMIT = 1024
const LABEL_LIMIT = 64

/** Sends or edits one message by the Bot API. Never throws. */
export async function send(api: Api, message: Outbound): Promise<SendOutcome> {
  const limit = message.file ? CAPTION_LIMIT : TEXT_LIMIT
  if (message.body.text.length > limit) return { state: 'refused', reason: `text longer than ${limit}` }
  const outcome = await attempt(api, message)
  if (outcome.state !== 'sent' || !message.pin) return outcome
  const unpinned = await pin(api, message.chat, outcome.messageId, message.pin.replaces)
  return unpinned === undefined ? outcome : { ...outcome, unpinned }
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
    await api.pinChatMessage(chat, Number(id), { disable_notification: true })
  } catch (error) {
    return describe(error).reason
  }
  // Somebody may have unpinned or deleted it: then it is as it should be.
  if (replaces !== undefined) await api.unpinChatMessage(chat, Number(replaces)).catch(() => undefined)
  return undefined
}

async function request(api: Api, message: Outbound): Promise<string> {
  const { chat, body, edits, file } = message
  const markup = keyboard(message)
  if (file) {
    const document = new InputFile(Buffer.from(file.base64, 'base64'), file.name.replace(/["\r\n;\\/]+/g, '_'))
    const caption = body.text ? { caption: body.text, caption_entities: toEntities(body) } : {}
    return String((await api.sendDocument(chat, document, { ...caption, ...markup, ...place(message) })).message_id)
  }
  const text = { entities: toEntities(body), link_preview_options: { is_disabled: true }, ...markup }
  if (edits !== undefined) {
    await api.editMessageText(chat, Number(edits), body.text, text)
    return edits
  }
  return String((await api.sendMessage(chat, body.text, { ...text, ...place(message) })).message_id)
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
