import type { PartState } from '#domain/announcements/outcome.ts'
import type { AnnouncementId } from '#domain/ids.ts'
import type { Db } from './database.ts'
import type { OutboxPayload } from './outbox.ts'

/** Names a message of an announcement in the outbox: `attempt` counts the tries that were made by hand, `part` its messages from 0. */
export const partKey = (id: AnnouncementId, recipientId: string, attempt: number, part: number) =>
  `announcement:${id}:${recipientId}:${attempt}:${part}`

/** The keys that begin so; ";" is the character after ":". */
export const keysUnder = (...prefix: string[]) => ({ gte: `${prefix.join(':')}:`, lt: `${prefix.join(':')};` })

/** A message of an announcement as it stands in one chat. */
export interface PartRow extends PartState {
  key: string
  /** Of which try. */
  attempt: number
  messageId: string | undefined
}

/**
 * The messages of an announcement by recipient and number; of several tries of one message the one that was sent counts, else the last. By the key
 * alone: an index by state would lead through everybody's.
 */
export async function partRows(db: Db, id: AnnouncementId): Promise<Map<string, PartRow[]>> {
  const rows = await db.outbox.findMany({
    where: { dedupeKey: keysUnder('announcement', id) },
    select: { dedupeKey: true, state: true, reason: true, externalId: true },
  })
  const read = rows.map((row) => {
    const [, , recipientId, attempt, part] = row.dedupeKey.split(':')
    return { row, recipientId: recipientId!, attempt: Number(attempt), part: Number(part) }
  })
  const found = new Map<string, PartRow[]>()
  for (const { row, recipientId, attempt, part } of read.toSorted((one, other) => one.attempt - other.attempt)) {
    const parts = found.get(recipientId) ?? []
    found.set(recipientId, parts)
    if (parts[part]?.state === 'sent') continue
    parts[part] = {
      key: row.dedupeKey,
      attempt,
      state: row.state as PartRow['state'],
      reason: row.reason ?? undefined,
      messageId: row.externalId ?? undefined,
    }
  }
  return found
}

/** How the messages of one recipient stand, by number. What was sent is known though its row was tidied away. */
export function partStates(count: number, rows: PartRow[] | undefined, messageIds: (string | null)[]): PartState[] {
  return Array.from({ length: count }, (_, part) => {
    if (messageIds[part]) return { state: 'sent', reason: undefined }
    return rows?.[part] ?? { state: 'none', reason: undefined }
  })
}

/** What a row says; undefined where there is none any more. */
export async function payloadOf(db: Db, dedupeKey: string | undefined): Promise<OutboxPayload | undefined> {
  if (dedupeKey === undefined) return undefined
  const row = await db.outbox.findUnique({ where: { dedupeKey }, select: { payload: true } })
  return (row?.payload ?? undefined) as OutboxPayload | undefined
}
