import type { MessageEntity } from 'grammy/types'
import type { RichText } from '#domain/messages.ts'

/** The API ignores more than this many marked spans. */
const MOST_ENTITIES = 100

/** Marked spans as entities: nothing needs escaping, and both count in UTF-16 units. */
export function toEntities({ text, spans }: RichText): MessageEntity[] {
  return spans
    .filter((span) => span.length > 0 && span.offset >= 0 && span.offset + span.length <= text.length)
    .slice(0, MOST_ENTITIES)
    .map(({ style, offset, length }) => ({ type: style, offset, length }))
}
