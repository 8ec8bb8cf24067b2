import type { RichText } from '../messages.ts'
import type { Media, Part } from './announcement.ts'

export const MOST_PARTS = 10
/** What Telegram takes in one message, in UTF-16 units; what it takes under a picture or document; and how many make an album. */
export const LONGEST_TEXT = 4096
export const LONGEST_CAPTION = 1024
const LARGEST_ALBUM = 10

/** What somebody sent to be announced. */
export interface Piece {
  body: RichText
  media: Media | undefined
  /** The same for all pieces of one album. */
  album: string | undefined
}

export type Refused = 'too-many' | 'text-too-long' | 'caption-too-long'

/** The parts with one more piece: a part of its own, or the next file of the album that came last. */
export function withPiece(parts: Part[], piece: Piece): Part[] | Refused {
  const { body, media, album } = piece
  if (body.text.length > (media ? LONGEST_CAPTION : LONGEST_TEXT)) return media ? 'caption-too-long' : 'text-too-long'
  const last = parts.at(-1)
  if (media && last && joins(last, album)) return [...parts.slice(0, -1), inAlbum(last, media, body)]
  if (parts.length >= MOST_PARTS) return 'too-many'
  return [...parts, { body, media: media ? [media] : [], ...(album === undefined ? {} : { album }) }]
}

const joins = (last: Part, album: string | undefined): boolean =>
  album !== undefined && last.album === album && last.media.length < LARGEST_ALBUM

/** An album has one caption: the first that is not empty. */
const inAlbum = (part: Part, media: Media, body: RichText): Part => ({
  ...part,
  body: part.body.text === '' ? body : part.body,
  media: [...part.media, media],
})

/** The first words of an announcement, or the name of its first file: what it is called in lists. */
export function titleOf(parts: Part[]): string {
  const said = parts.map(({ body }) => body.text.trim()).find((text) => text !== '')
  return (said ?? parts[0]?.media[0]?.name ?? '').split('\n')[0]!.trim()
}
