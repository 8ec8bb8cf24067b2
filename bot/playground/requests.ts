import { z } from 'zod'
import { LOCALES } from '#domain/messages.ts'

export const UPLOAD_LIMIT = 20 * 1024 * 1024
export const JSON_LIMIT = 64 * 1024

const address = z.string().min(1).max(100)
const id = z.coerce.number().int().positive()
const text = z.string().trim().min(1).max(4096)
const act = { person: address, chat: address, language: z.enum(LOCALES) }

/** What the page may ask, by route. */
export const Messages = z.object({ chat: address })
export const Say = z.object({ ...act, text, replyTo: id.optional() })
export const Change = z.object({ ...act, message: id, text })
export const Press = z.object({ ...act, message: id, index: z.number().int().min(0) })
export const MoveClock = z.object({ to: z.iso.datetime({ offset: true }) })
export const FileId = z.object({ id })
export const UploadForm = z.object({
  ...act,
  caption: z.string().trim().max(1024),
  album: z.string().min(1).max(100).optional(),
  replyTo: id.optional(),
  file: z.instanceof(File).refine((file) => file.size > 0 && file.size <= UPLOAD_LIMIT, 'a file of 1 byte to 20 MB'),
})
