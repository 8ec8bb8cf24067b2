import { GrammyError, InputFile, type Api } from 'grammy'
import type { Outbound } from '#domain/messages.ts'

const PICTURES = ['image/png', 'image/jpeg']
/**
 * What the API answers to a picture that cannot be a photo: one with more than 10,000 pixels of width and height together, with a side 20 times
 * the other, of more than 10 MB, or in a group without photos. As a document it may go.
 */
const NO_PHOTO = /PHOTO_|IMAGE_PROCESS_FAILED|too big for a photo|not enough rights to send photos/i

/**
 * Sends a file, a picture so that it is seen in the chat. `rest` is the caption, what stands under it and its place. Returns the message's id;
 * rejects as the API does.
 */
export async function sendFile(
  api: Api,
  chat: string,
  { name, mime, base64 }: NonNullable<Outbound['file']>,
  rest: Parameters<Api['sendPhoto']>[2] & Parameters<Api['sendDocument']>[2],
): Promise<string> {
  const file = new InputFile(Buffer.from(base64, 'base64'), name.replace(/["\r\n;\\/]+/g, '_'))
  if (PICTURES.includes(mime)) {
    try {
      return String((await api.sendPhoto(chat, file, rest)).message_id)
    } catch (error) {
      if (!(error instanceof GrammyError && NO_PHOTO.test(error.description))) throw error
    }
  }
  return String((await api.sendDocument(chat, file, rest)).message_id)
}
