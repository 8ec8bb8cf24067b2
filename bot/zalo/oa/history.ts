import { z } from 'zod'
import { Id } from '../id.ts'
import type { OaClient } from './client.ts'
import { PAGE, PRIVATE_HISTORY } from './doubts.ts'
import type { Event } from './event.ts'

const text = z.string().catch('')

/** A message of the history. `src`: 0 the Official Account, 1 a person; `time` in milliseconds. */
const Row = z.looseObject({
  src: z.coerce.number(),
  time: z.coerce.number().int(),
  type: text,
  message: text,
  message_id: Id,
  from_id: Id,
  from_display_name: text,
  group_id: Id.optional().catch(undefined),
  to_id: Id.optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  description: z.string().optional().catch(undefined),
})
export type Row = z.infer<typeof Row>

export interface HistoryChat {
  externalId: string
  kind: 'private' | 'group'
}

/** The rows of a page that can be read, in the order in which they came; undefined where there is no answer. */
export type ReadPage = (offset: number) => Promise<Row[] | undefined>

/** A group that is gone has nothing more to tell. */
const NOT_OURS = -403
/** How often a page is asked for that has to wait for the rate limit. */
const TRIES = 3

/** What an Official Account can ask for again. `wait`: how a page waits for its turn; left out where it had better not be read then. */
export function createHistory(client: OaClient, signal: AbortSignal, wait?: (ms: number) => Promise<void>) {
  const rows = async (path: string, query: Record<string, string>) => {
    const ask = () => client.call({ path, query, spare: true, signal })
    let answer = await ask()
    for (let tries = 1; wait && tries < TRIES && answer.state === 'later' && !answer.down; tries += 1) {
      await wait(answer.afterMs)
      answer = await ask()
    }
    if (answer.state === 'refused' && answer.code === NOT_OURS) return []
    if (answer.state !== 'ok' || !Array.isArray(answer.data)) return undefined
    return answer.data.flatMap((row) => Row.safeParse(row).data ?? [])
  }
  const page = (offset: number) => ({ offset, count: PAGE.history })
  const inQuery = (fields: object) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
  return {
    /** The last message of each chat of a kind, newest first. */
    recent: (kind: HistoryChat['kind']): ReadPage =>
      kind === 'group'
        ? (offset) => rows('/v3.0/oa/group/listrecentchat', inQuery(page(offset)))
        : (offset) => rows(`${PRIVATE_HISTORY}/listrecentchat`, { data: JSON.stringify(page(offset)) }),
    /** The messages of a chat, in either order of time. */
    conversation: ({ externalId, kind }: HistoryChat): ReadPage =>
      kind === 'group'
        ? (offset) => rows('/v3.0/oa/group/conversation', { group_id: externalId, ...inQuery(page(offset)) })
        : (offset) =>
            rows(`${PRIVATE_HISTORY}/conversation`, { data: JSON.stringify({ user_id: externalId, ...page(offset) }) }),
  }
}

/** Whether a person said it, and not the Official Account. */
export const isByPerson = (row: Row): boolean => row.src !== 0

/** In which chat of a kind a row stands. */
export function chatOf(row: Row, kind: HistoryChat['kind']): string | undefined {
  if (kind === 'group') return row.group_id
  return isByPerson(row) ? row.from_id : row.to_id
}

const EVENTS: Readonly<Record<string, string>> = {
  photo: 'image',
  image: 'image',
  gif: 'gif',
  file: 'file',
  text: 'text',
  link: 'link',
}

/** A row as the event that told of it, or should have. */
export function toEvent(row: Row, { externalId, kind }: HistoryChat): Event {
  const what = EVENTS[row.type.toLowerCase()] ?? (row.message === '' ? 'sticker' : 'text')
  const group = kind === 'group' ? 'group_' : ''
  return {
    event_name: `user_send_${group}${what}`,
    sender: { id: row.from_id },
    recipient: { id: externalId },
    timestamp: String(row.time),
    message: {
      text: row.message,
      msg_id: row.message_id,
      ...(row.url && {
        attachments: [{ payload: { url: row.url, name: row.description, type: undefined, size: undefined } }],
      }),
    },
  }
}
