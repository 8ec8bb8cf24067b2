import { z } from 'zod'
import type { PromptId } from './ids.ts'

export const PLATFORM_NAMES = ['telegram', 'playground'] as const
export type PlatformName = (typeof PLATFORM_NAMES)[number]

export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const person = z.object({
  externalId: z.string().min(1),
  name: z.string(),
  /** The language of the person's app, as the platform tells it ("vi", "en-GB"). */
  language: z.string().optional(),
})

const chat = z.object({
  externalId: z.string().min(1),
  kind: z.enum(['private', 'group']),
  title: z.string().optional(),
  /** The forum topic in which this happened, where the platform has topics. */
  topic: z.string().optional(),
})

const event = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    messageId: z.string(),
    /** Without the bot's mention. */
    text: z.string(),
    /** How it is addressed to the bot. Text in a group that is not addressed to the bot never becomes an Inbound. */
    addressed: z.enum(['private', 'command', 'mention', 'reply']),
    /** The person whose message is replied to, unless that is the bot. */
    replyTo: person.optional(),
  }),
  /** A choice was taken: the button's payload. */
  z.object({ kind: z.literal('choice'), messageId: z.string(), prompt: z.string(), index: z.number().int().min(0) }),
  /** A file, fetched only when a command wants it. */
  z.object({
    kind: z.literal('file'),
    messageId: z.string(),
    fileId: z.string(),
    name: z.string(),
    size: z.number(),
    caption: z.string().optional(),
  }),
  z.object({ kind: z.literal('added') }),
  z.object({ kind: z.literal('removed') }),
  /** The group goes on under another address. */
  z.object({ kind: z.literal('migrated'), to: z.string().min(1) }),
])

/** What came in, whatever the platform. It is journaled in this form, so it must stay readable by later versions. */
export const Inbound = z.object({
  platform: z.enum(PLATFORM_NAMES),
  /** Unique per platform: a redelivered update has the same one. */
  externalId: z.string().min(1),
  chat,
  /** Undefined where nobody acted, as in a migration. */
  sender: person.optional(),
  event,
})
export type Inbound = z.infer<typeof Inbound>

/** Text with marked spans; offsets and lengths in UTF-16 units. */
export const RichText = z.object({
  text: z.string(),
  spans: z.array(z.object({ style: z.enum(['bold', 'italic', 'code']), offset: z.number(), length: z.number() })),
})
export type RichText = z.infer<typeof RichText>

/** A message key of the locale files with its values; a value may be a message of its own. */
export interface Message {
  key: string
  values?: Record<string, string | number | Message>
}

/** Something to press, or to answer by number: the label, and the command line that it stands for. */
export interface Choice {
  label: Message
  line: string
}

/** A row of a long answer. Neighbours with the same heading stand under one. */
export interface Block {
  heading: Message
  body: Message
}

/**
 * What a command answers. `blocks` are kept whole and spread over pages where the platform's text limit asks for it; `head` and `foot`
 * stand on every page. `page` (from 1) is the wanted page and `line` the command line that, with a page number behind it, shows another.
 */
export interface Reply {
  head: Message[]
  blocks?: Block[]
  foot?: Message[]
  choices?: Choice[][]
  page?: { number: number; line: string }
  /** Show it in place of the message whose choice was taken, where the platform can edit. */
  replace?: boolean
  /** Answer the person in private, though asked in a group. */
  inPrivate?: boolean
  /** Only the person who asked may take the choices. */
  personal?: boolean
  /** Every choice may be taken, each once; else one of them. */
  menu?: boolean
  file?: { name: string; mime: string; base64: string }
}

/** What the sender hands to a platform. */
export const Outbound = z.object({
  chat: z.string().min(1),
  topic: z.string().optional(),
  body: RichText,
  /** Rows of labels; the payload of label i (counted through all rows) is (prompt, i). */
  choices: z.array(z.array(z.string())),
  prompt: z.custom<PromptId>((value) => typeof value === 'string').optional(),
  /** The message to edit in place. */
  edits: z.string().optional(),
  /** The message that is answered. */
  answers: z.string().optional(),
  /** Pin it, quietly, in place of the pinned message `replaces`. Where that cannot be, it stands unpinned. */
  pin: z.object({ replaces: z.string().optional() }).optional(),
  file: z.object({ name: z.string(), mime: z.string(), base64: z.string() }).optional(),
})
export type Outbound = z.infer<typeof Outbound>
