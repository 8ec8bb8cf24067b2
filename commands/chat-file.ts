import { fold } from '#domain/fold.ts'
import type { Reply } from '#domain/messages.ts'

const MIME = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Text as a part of a file's name: plain letters and digits survive every phone and mail program. */
export const plainLetters = (text: string, longest = 60): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, longest)

/** A file as it is given in a chat; `name` is without its ending. */
export function chatFile(name: string, ending: keyof typeof MIME, bytes: Uint8Array): NonNullable<Reply['file']> {
  return { name: `${name}.${ending}`, mime: MIME[ending], base64: Buffer.from(bytes).toString('base64') }
}
