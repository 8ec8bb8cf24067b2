import type { Db } from './database.ts'
import type { PlaygroundMessage as MessageRow, Prisma } from './generated/client.ts'

/** A line of a chat's transcript. `sender` is a person's external id; undefined: the bot. `body` is the playground's own JSON. */
export interface TranscriptRow {
  id: number
  chat: string
  sender: string | undefined
  body: unknown
  at: Date
  editedAt: Date | undefined
}

export interface StoredFile {
  name: string
  mime: string
  base64: string
}

/** Files stand in the transcript table under an address that no chat has, so that reading a chat does not read them. */
const FILES = 'playground:files'
const CLOCK_ID = 1

/** Adds a message to the end of a chat. */
export async function appendMessage(
  db: Db,
  message: { chat: string; sender?: string | undefined; body: object },
  now: Date,
): Promise<TranscriptRow> {
  const { chat, sender, body } = message
  const data = { chat, sender: sender ?? null, body: body as Prisma.InputJsonObject, at: now }
  return toRow(await db.playgroundMessage.create({ data }))
}

/** Changes a message of a sender (undefined: the bot) in place; undefined where the chat has none of it with this id. */
export async function editMessage(
  db: Db,
  message: { chat: string; id: number; sender?: string | undefined; body: object },
  now: Date,
): Promise<TranscriptRow | undefined> {
  const { chat, id, sender = null, body } = message
  const data = { body: body as Prisma.InputJsonObject, editedAt: now }
  const [row] = await db.playgroundMessage.updateManyAndReturn({ where: { id, chat, sender }, data })
  return row && toRow(row)
}

/** Takes a message of the bot out of a chat. */
export async function deleteMessage(db: Db, chat: string, id: number) {
  await db.playgroundMessage.deleteMany({ where: { id, chat, sender: null } })
}

/** One message of a chat; undefined where the chat has none with this id. */
export async function findMessage(db: Db, chat: string, id: number): Promise<TranscriptRow | undefined> {
  const row = await db.playgroundMessage.findFirst({ where: { id, chat } })
  return row ? toRow(row) : undefined
}

/** The last `limit` messages of a chat, oldest first. */
export async function listMessages(db: Db, chat: string, limit: number): Promise<TranscriptRow[]> {
  const rows = await db.playgroundMessage.findMany({ where: { chat }, orderBy: { id: 'desc' }, take: limit })
  return rows.reverse().map(toRow)
}

/** The id of the newest message of every chat that has one. */
export async function newestMessages(db: Db): Promise<Record<string, number>> {
  const where = { chat: { not: FILES } }
  const groups = await db.playgroundMessage.groupBy({ by: ['chat'], where, _max: { id: true } })
  return Object.fromEntries(groups.map((group) => [group.chat, group._max.id ?? 0]))
}

/** Keeps a file; returns its id. */
export async function keepFile(db: Db, file: StoredFile, now: Date): Promise<number> {
  const row = await db.playgroundMessage.create({ data: { chat: FILES, body: { ...file }, at: now } })
  return row.id
}

/** A kept file; undefined where there is none with this id. */
export async function findFile(db: Db, id: number): Promise<StoredFile | undefined> {
  const row = await db.playgroundMessage.findFirst({ where: { id, chat: FILES } })
  return row ? (row.body as unknown as StoredFile) : undefined
}

/** How far the playground's clock is ahead of the real one, in milliseconds; undefined where it was never set. */
export async function readClockOffset(db: Db): Promise<number | undefined> {
  const row = await db.playgroundClock.findUnique({ where: { id: CLOCK_ID } })
  return row ? Number(row.offsetMs) : undefined
}

/** Keeps the offset of the playground's clock (milliseconds, whole). */
export async function setClockOffset(db: Db, offsetMs: number): Promise<void> {
  const values = { offsetMs: BigInt(Math.round(offsetMs)) }
  await db.playgroundClock.upsert({ where: { id: CLOCK_ID }, create: { id: CLOCK_ID, ...values }, update: values })
}

function toRow(row: MessageRow): TranscriptRow {
  const { id, chat, sender, body, at, editedAt } = row
  return { id, chat, sender: sender ?? undefined, body, at, editedAt: editedAt ?? undefined }
}
