import { z } from 'zod'
import { RichText } from '#domain/messages.ts'
import type { TranscriptRow } from '#prisma/playground.ts'

const KeptFile = z.object({ id: z.number(), name: z.string(), mime: z.string(), size: z.number() })
export type KeptFile = z.infer<typeof KeptFile>

/** What a transcript row keeps of a message, whoever wrote it. */
export const Body = z.object({
  text: z.string(),
  spans: RichText.shape.spans,
  choices: z.array(z.array(z.string())),
  prompt: z.string().optional(),
  /** The message that is answered. */
  replyTo: z.number().optional(),
  pinned: z.boolean().optional(),
  file: KeptFile.optional(),
  /** Files that were here before; shown under each other. */
  media: z.array(KeptFile).optional(),
})
export type Body = z.infer<typeof Body>

/** A message as the page gets it: instants in ISO 8601, null where there is none. */
export interface MessageView {
  id: number
  chat: string
  sender: string | null
  text: string
  spans: Body['spans']
  choices: string[][]
  replyTo: number | null
  files: KeptFile[]
  at: string
  edited: boolean
  pinned: boolean
}

/** A transcript row for the page. */
export function toView(row: TranscriptRow): MessageView {
  const { text, spans, choices, replyTo, file, media = [], pinned } = Body.parse(row.body)
  return {
    id: row.id,
    chat: row.chat,
    sender: row.sender ?? null,
    text,
    spans,
    choices,
    replyTo: replyTo ?? null,
    files: file ? [file, ...media] : media,
    at: row.at.toISOString(),
    edited: row.editedAt !== undefined,
    pinned: pinned ?? false,
  }
}
