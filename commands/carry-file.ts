import { formatDate } from '#domain/dates.ts'
import type { Message, PlatformName, Reply } from '#domain/messages.ts'
import { carriesFile } from '#domain/platforms.ts'
import type { Db } from '#prisma/database.ts'
import { shareFile, type SharedFile } from '#prisma/shared-files.ts'

/** The link of a shared file, by its token and name. */
type Address = (token: string, name: string) => string
/** Undefined where nothing of this installation is public. */
export type FileAddress = Address | undefined

/**
 * A reply as a network can carry it: a file that it does not take is kept for a while, and a line with the link stands in its place. Where there can be
 * no link, what was said of the file gives way to how else to get it.
 */
export async function carried(
  db: Db,
  reply: Reply,
  platform: PlatformName,
  { fileAddress, now }: { fileAddress: FileAddress; now: Date },
): Promise<Reply> {
  const { file, ...rest } = reply
  if (!file) return reply
  const bytes = Buffer.from(file.base64, 'base64')
  if (carriesFile(platform, { name: file.name, size: bytes.length })) return reply
  if (!fileAddress) return { ...rest, head: [{ key: 'file-not-carried', values: { name: file.name } }] }
  return { ...rest, head: [...reply.head, await shared(db, { ...file, bytes }, fileAddress, now)] }
}

async function shared(db: Db, { name, mime, bytes }: SharedFile, address: Address, now: Date): Promise<Message> {
  const { token, lastDay } = await shareFile(db, { name, mime, bytes }, now)
  return { key: 'file-by-link', values: { name, link: address(token, name), until: formatDate(lastDay) } }
}
