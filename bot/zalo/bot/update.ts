import { z } from 'zod'
import { Id } from '../id.ts'

const from = z.looseObject({ id: Id, display_name: z.string().default(''), is_bot: z.boolean().default(false) })
const answered = z.union([Id, z.looseObject({ message_id: Id, from: from.optional() })])

/** An update, as far as it is read. Fields that are not read may have any shape. */
export const Update = z.looseObject({
  event_name: z.string(),
  message: z.looseObject({
    message_id: Id,
    from,
    chat: z.looseObject({ id: Id, chat_type: z.string().transform((type) => type.toLowerCase()) }),
    text: z.string().optional(),
    caption: z.string().optional(),
    photo: z.unknown().optional(),
    photo_url: z.unknown().optional(),
  }),
})
export type Update = z.infer<typeof Update>

/** The message that is answered: its id, and whose it is where that is told. */
export function readAnswered(value: unknown): { id: string; from?: z.infer<typeof from> | undefined } | undefined {
  const read = answered.safeParse(value)
  if (!read.success) return undefined
  return typeof read.data === 'string' ? { id: read.data } : { id: read.data.message_id, from: read.data.from }
}
