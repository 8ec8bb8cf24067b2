import type { MessageEntity } from 'grammy/types'
import type { RichText } from '#domain/messages.ts'

type Span = RichText['spans'][number]

/** The API ignores more than this many marked spans. */
const MOST_ENTITIES = 100
/** Addresses to which a text may lead: nothing that runs. */
const LINK = /^(https?|tg|mailto):/i

const ENTITY_OF = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  code: 'code',
} as const
/** What is read of the API's styles; others, such as quotes and names, are not kept. */
const STYLE_OF: Partial<Record<MessageEntity['type'], Exclude<Span['style'], 'link'>>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strikethrough: 'strike',
  code: 'code',
  pre: 'code',
}

/** Marked spans as entities: nothing needs escaping, and both count in UTF-16 units. A link to an odd address is plain text. */
export function toEntities({ text, spans }: RichText): MessageEntity[] {
  return spans
    .filter((span) => span.length > 0 && span.offset >= 0 && span.offset + span.length <= text.length)
    .flatMap(({ style, offset, length, url }): MessageEntity[] => {
      if (style !== 'link') return [{ type: ENTITY_OF[style], offset, length }]
      return url !== undefined && LINK.test(url) ? [{ type: 'text_link', url, offset, length }] : []
    })
    .slice(0, MOST_ENTITIES)
}

/** What an entity marks, where it is one of our styles. */
export function toSpan(entity: MessageEntity): Span | undefined {
  const { type, offset, length } = entity
  if (type === 'text_link')
    return LINK.test(entity.url) ? { style: 'link', offset, length, url: entity.url } : undefined
  const style = STYLE_OF[type]
  return style && { style, offset, length }
}
