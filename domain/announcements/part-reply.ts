import type { Reply } from '../messages.ts'
import type { Part } from './announcement.ts'

/** A part as every chat of a platform sees it. Undefined where its files are another platform's, so that they cannot be shown there. */
export function partReply({ body, media }: Part, platform: string): Reply | undefined {
  if (media.some((one) => one.platform !== platform)) return undefined
  const files = media.map(({ kind, fileId }) => ({ kind, fileId }))
  return { head: [], raw: { body, ...(files.length > 0 ? { media: files } : {}) } }
}
