import { createHash, randomBytes } from 'node:crypto'
import { addDays, localDate, type IsoDate } from '#domain/dates.ts'
import type { Db } from './database.ts'

export interface SharedFile {
  name: string
  mime: string
  bytes: Uint8Array
}

const TOKEN_BYTES = 16
const KEPT_DAYS = 7

/**
 * Keeps a file for whoever has its link. Returns the token of the link, 128 random bits in 22 characters that may stand in a URL, of which only the
 * hash is kept; and the last day on which the link works: until that day has ended everywhere on earth, so that it need not be known where.
 */
export async function shareFile(db: Db, file: SharedFile, now: Date): Promise<{ token: string; lastDay: IsoDate }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const lastDay = addDays(localDate(now, 'UTC'), KEPT_DAYS)
  const { name, mime } = file
  const bytes = new Uint8Array(file.bytes)
  const expiresAt = new Date(`${addDays(lastDay, 1)}T12:00:00Z`)
  await db.sharedFile.create({ data: { tokenHash: hash(token), name, mime, bytes, createdAt: now, expiresAt } })
  return { token, lastDay }
}

/** The file behind a link; undefined where the token is unknown or its time is over: the two are not told apart. */
export async function findSharedFile(db: Db, token: string, now: Date): Promise<SharedFile | undefined> {
  const row = await db.sharedFile.findUnique({ where: { tokenHash: hash(token) } })
  if (!row || row.expiresAt <= now) return undefined
  return { name: row.name, mime: row.mime, bytes: row.bytes }
}

/** Removes the files whose time is over. Returns how many. */
export async function removeExpiredFiles(db: Db, now: Date): Promise<number> {
  const { count } = await db.sharedFile.deleteMany({ where: { expiresAt: { lte: now } } })
  return count
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex')
