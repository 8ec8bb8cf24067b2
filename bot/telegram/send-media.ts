import type { Api } from 'grammy'
import type { InputMediaDocument, InputMediaPhoto } from 'grammy/types'
import type { Outbound } from '#domain/messages.ts'

type Media = NonNullable<Outbound['media']>
type Captioned = NonNullable<Parameters<Api['sendPhoto']>[2]>

/**
 * Sends files that Telegram has already, several as an album with the caption under the first. `caption` comes with the buttons. Returns the
 * messages' ids, joined by commas; rejects as the API does.
 */
export async function sendMedia(
  api: Api,
  chat: string,
  media: Media,
  { caption, place }: { caption: Captioned; place: object },
): Promise<string> {
  const [first, ...more] = media
  if (first && more.length === 0) {
    const send = first.kind === 'photo' ? api.sendPhoto.bind(api) : api.sendDocument.bind(api)
    return String((await send(chat, first.fileId, { ...caption, ...place })).message_id)
  }
  const album = media.map(({ kind, fileId }, index) => ({ type: kind, media: fileId, ...(index === 0 && caption) }))
  const messages = await api.sendMediaGroup(chat, album as InputMediaPhoto[] | InputMediaDocument[], place)
  return messages.map(({ message_id: id }) => id).join(',')
}
