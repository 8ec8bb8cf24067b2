import { z } from 'zod'
import type { AnnouncementId, ChatId, RoundId, UnitId } from '../ids.ts'
import { RichText } from '../messages.ts'

/** A picture or document that somebody sent to a bot: every chat of that bot can be given it again by its id. */
export const Media = z.object({
  kind: z.enum(['photo', 'document']),
  /** The key of that bot, such as `telegram:2`. */
  platform: z.string(),
  fileId: z.string(),
  name: z.string(),
})
export type Media = z.infer<typeof Media>

/** One message of an announcement: text, or media with a caption; several media are an album. */
export const Part = z.object({
  body: RichText,
  media: z.array(Media).max(10),
  /** What the platform calls the album that it belongs to. */
  album: z.string().optional(),
  /** When its words were changed after it was sent, in milliseconds since 1970. */
  correctedAt: z.number().int().optional(),
})
export type Part = z.infer<typeof Part>

/** To whom an announcement goes. Each is added to the others; a chat is told once. */
export const Audience = z.object({
  groups: z.union([z.literal('all'), z.array(z.custom<ChatId>((id) => typeof id === 'string'))]).default([]),
  /** Heads of all units, or of these; deputies where the head is away. */
  heads: z.union([z.literal('all'), z.array(z.custom<UnitId>((id) => typeof id === 'string'))]).default([]),
  /** Everybody with a role in the council. */
  members: z.boolean().default(false),
  /** Heads of the units that this round still misses. */
  missingIn: z.custom<RoundId>((id) => typeof id === 'string').optional(),
})
export type Audience = z.infer<typeof Audience>

export const REPEATS = ['weekly', 'monthly'] as const
export type Repeat = (typeof REPEATS)[number]

/**
 * `draft`: being written; `scheduled`: goes out at `sendAt`; `sending`: some chats wait for it; `sent`: every chat's outcome is known; `stopped`: what
 * waited was taken back; `withdrawn`: what was sent was taken back; `dropped`: never sent.
 */
export type AnnouncementState = 'draft' | 'scheduled' | 'sending' | 'sent' | 'stopped' | 'withdrawn' | 'dropped'

/** How it stands with one chat. `unreached`: nobody there has ever written to the bot, so that it cannot be told. */
export type RecipientState = 'waiting' | 'sent' | 'refused' | 'uncertain' | 'stopped' | 'unreached'

export interface Recipient {
  /** Undefined for somebody without a chat with the bot. */
  chatId: ChatId | undefined
  /** The group's title, or the person's name. */
  name: string
  /** Whether it is a group: nobody there owes a receipt. */
  group: boolean
  /** The unit for which the person is told. */
  unit: string | undefined
  platform: string | undefined
  state: RecipientState
  /** Why it was refused, or is uncertain. */
  reason: string | undefined
  /** How often it was tried anew by hand. */
  tries: number
  /** Who confirmed, in the order of confirming. */
  confirmedBy: string[]
  /** When the first of them did. */
  confirmedAt?: Date | undefined
  /** A phone number on file, for those who were not reached. */
  phone: string | undefined
}

/** Whether it is a unit by itself: it has neither head nor deputy who could be told. */
export const isVacant = ({ state, name, unit }: Pick<Recipient, 'state' | 'name' | 'unit'>): boolean =>
  state === 'unreached' && name === unit

export interface Announcement {
  id: AnnouncementId
  state: AnnouncementState
  parts: Part[]
  audience: Audience
  /** Whether there is a choice "Đã nhận" under it. */
  receipt: boolean
  sendAt: Date | undefined
  repeat: Repeat | undefined
  createdBy: string
  startedAt: Date | undefined
  endedAt: Date | undefined
}
