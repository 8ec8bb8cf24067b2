import type { Reply } from '../messages.ts'
import { botKey, type BotRef } from '../platforms.ts'
import type { Part } from './announcement.ts'

/** A part as every chat of a bot sees it. Undefined where its files are another bot's, so that they cannot be shown there. */
export function partReply({ body, media }: Part, bot: BotRef): Reply | undefined {
  if (media.some((one) => one.platform !== botKey(bot))) return undefined
  const files = media.map(({ kind, fileId }) => ({ kind, fileId }))
  return { head: [], raw: { body, ...(files.length > 0 ? { media: files } : {}) } }
}
