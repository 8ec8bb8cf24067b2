import type { Outbound } from '#domain/messages.ts'

const MOST_IN_ALBUM = 10

/** Why media cannot be sent in one message or album, or undefined: an album is all of photos or all of documents, and has no buttons. */
export function mediaFault({ media = [], choices }: Outbound): string | undefined {
  if (media.length > MOST_IN_ALBUM) return `more than ${MOST_IN_ALBUM} files in an album`
  if (new Set(media.map(({ kind }) => kind)).size > 1) return 'photos and documents in one album'
  if (media.length > 1 && choices.flat().length > 0) return 'choices under an album'
  return undefined
}
