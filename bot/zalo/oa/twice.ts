import { createHash } from 'node:crypto'
import type { Inbound } from '#domain/messages.ts'
import type { Mark } from '#prisma/heard.ts'
import { HISTORY_TIME_OFF_MS } from './doubts.ts'

/** What tells a message from others where its id may be another on each way in; undefined for what is no message. Its words cannot be read in it. */
export function markOf({ externalId: id, at, sender, event }: Inbound, by: Mark['by']): Mark | undefined {
  if (at === undefined || !('messageId' in event)) return undefined
  const words = event.kind === 'text' ? event.text : event.kind === 'file' ? (event.caption ?? '') : ''
  const digest = createHash('sha256').update(JSON.stringify([sender?.externalId, event.kind, words]))
  return { id, at, by, digest: digest.digest('base64url').slice(0, 22) }
}

/** The mark of the same message, where it came in before: by its id, or by the other way in under another one. */
export function metBefore(marks: Mark[], mark: Mark): Mark | undefined {
  const isSame = (one: Mark) =>
    one.by !== mark.by &&
    one.met !== true &&
    one.digest === mark.digest &&
    Math.abs(one.at - mark.at) <= HISTORY_TIME_OFF_MS
  return marks.find(({ id }) => id === mark.id) ?? marks.find(isSame)
}
