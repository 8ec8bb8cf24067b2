import { z } from 'zod'
import type { ChatId, CouncilId, PromptId, RoundId } from './ids.ts'

/** The chat networks, and the playground. */
export const PLATFORM_NAMES = ['telegram', 'zalo-oa', 'zalo-bot', 'playground'] as const
export type PlatformName = (typeof PLATFORM_NAMES)[number]

/** The languages that the bot speaks. */
export const LOCALES = ['vi', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** The language of this name; undefined where there is none. */
export const localeNamed = (name: string | null | undefined): Locale | undefined =>
  LOCALES.find((known) => known === name)

/** Text with marked spans; offsets and lengths in UTF-16 units. */
export const RichText = z.object({
  text: z.string(),
  spans: z.array(
    z.object({
      style: z.enum(['bold', 'italic', 'underline', 'strike', 'code', 'link']),
      offset: z.number(),
      length: z.number(),
      /** Where a link leads. */
      url: z.string().optional(),
    }),
  ),
})
export type RichText = z.infer<typeof RichText>

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
    /** What is marked in the text; left out where nothing is. */
    spans: RichText.shape.spans.optional(),
    /**
     * How it is addressed to the bot. Where a network tells apart what is, nothing else becomes an Inbound; where it does not, a group's talk is
     * `overheard`.
     */
    addressed: z.enum(['private', 'command', 'mention', 'reply', 'overheard']),
    /** The person whose message is replied to, unless that is the bot. */
    replyTo: person.optional(),
    /** The bot's message that is replied to. */
    repliesTo: z.string().optional(),
    /** The person changed an earlier message: this is its text now. */
    edited: z.boolean().optional(),
    /** Where updates of one platform may overtake each other: the later of two has the higher one. */
    revision: z.number().int().optional(),
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
    /** What is marked in the caption. */
    spans: RichText.shape.spans.optional(),
    /** Whether it was sent as a picture. */
    picture: z.boolean().optional(),
    /** The same for all files that were sent together. */
    album: z.string().optional(),
  }),
  /** Something that this network does not hand on, such as a file. */
  z.object({ kind: z.literal('unsupported'), messageId: z.string() }),
  z.object({ kind: z.literal('added') }),
  z.object({ kind: z.literal('removed') }),
  /** The group goes on under another address. */
  z.object({ kind: z.literal('migrated'), to: z.string().min(1) }),
])

/** What came in, whatever the platform. It is journaled in this form, so it must stay readable by later versions. */
export const Inbound = z.object({
  platform: z.enum(PLATFORM_NAMES),
  /** Which of the bots on this platform heard it; left out: the first. */
  bot: z.number().int().min(2).optional(),
  /** Unique per bot: a redelivered update has the same one. */
  externalId: z.string().min(1),
  chat,
  /** Undefined where nobody acted, as in a migration. */
  sender: person.optional(),
  /** When it happened by the network's clock, in milliseconds since 1970, where what was missed can be asked for later. */
  at: z.number().int().optional(),
  event,
})
export type Inbound = z.infer<typeof Inbound>

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

/** A chat to which something is said, in its language. */
export interface ChatAddress {
  chatId: ChatId
  platform: PlatformName
  locale: Locale
  topic?: string | undefined
  /** The council that choices are about, where the chat is somebody's who may be in several. */
  council?: CouncilId | undefined
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
  /** Tell it another chat instead. */
  to?: ChatAddress
  /** The round that it is about: an answer to it is meant for that one. */
  about?: RoundId
  /** Only the person who asked may take the choices. */
  personal?: boolean
  /** Every choice may be taken, each once; else one of them. */
  menu?: boolean
  /** The choices may be taken by everybody there, again and again. */
  standing?: boolean
  /** A file under the text; one with an image's mime type is shown as a picture. */
  file?: { name: string; mime: string; base64: string }
  /** A message as it is, below the words of `head`: text with its marks, files that the platform has already. */
  raw?: { body: RichText; media?: NonNullable<Outbound['media']> }
  /** The next words of this person here are the rest of this command line. A reply that says nothing can ask as well. */
  asks?: string
}

/** What the sender hands to a platform. */
export const Outbound = z.object({
  chat: z.string().min(1),
  topic: z.string().optional(),
  body: RichText,
  /** Rows of labels; the payload of label i (counted through all rows) is (prompt, i). */
  choices: z.array(z.array(z.string())),
  prompt: z.custom<PromptId>((value) => typeof value === 'string').optional(),
  /** How to answer by number; said above the numbered choices where there are no buttons. */
  hint: z.string().optional(),
  /** Who is answered in a group, where a message cannot stand under another: the person's address. */
  mentions: z.string().optional(),
  /** The message to edit in place. */
  edits: z.string().optional(),
  /** The message that is answered. */
  answers: z.string().optional(),
  /** Pin it, quietly, in place of the pinned message `replaces`. Where that cannot be, it stands unpinned. */
  pin: z.object({ replaces: z.string().optional() }).optional(),
  file: z.object({ name: z.string(), mime: z.string(), base64: z.string() }).optional(),
  /** Files that the platform has already, the text being their caption; several are an album. */
  media: z.array(z.object({ kind: z.enum(['photo', 'document']), fileId: z.string() })).optional(),
  /** A message to delete; nothing else is said then. */
  deletes: z.string().optional(),
})
export type Outbound = z.infer<typeof Outbound>
