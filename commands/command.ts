import type { ZodType } from 'zod'
import type { Act, Standpoint } from '#domain/access.ts'
import type { IsoDate } from '#domain/dates.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Inbound, Locale, Reply, RichText } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Chat } from '#prisma/chats.ts'
import type { Translate } from '#locales/translate.ts'
import type { Council } from '#prisma/councils.ts'
import type { Db } from '#prisma/database.ts'
import type { Membership } from '#prisma/persons.ts'

/** A file as it came in: only its id, the platform has it. */
export type SentFile = Extract<Inbound['event'], { kind: 'file' }>

/** A message as it is journaled: its address in the chat, the bot's message under which it stands, whether it was changed since. */
export interface AskingMessage {
  id: string
  /** What was written, with what is marked in it. */
  body: RichText
  repliesTo: string | undefined
  edited: boolean
  revision: number | undefined
}

/** Who asks, where and when. `db` is the transaction in which the update is answered. */
export interface Context {
  db: Db
  now: Date
  /** The council's calendar date; the installation's where there is no council. */
  today: IsoDate
  locale: Locale
  chat: Chat
  topic: string | undefined
  person: { id: PersonId; name: string }
  memberships: Membership[]
  /** The council that the question is about. */
  council: Council | undefined
  /** The person's roles in that council. */
  roles: Standpoint[]
  /** The person whose message this one replies to. */
  replyTo: NonNullable<Extract<Inbound['event'], { kind: 'text' }>['replyTo']> | undefined
  /** The message that asks; undefined where a choice was taken. */
  message: AskingMessage | undefined
  /** The file that came with the message. */
  file: SentFile | undefined
  /** The link that opens a bot with an invite code, where its platform has such links. */
  inviteLink: (bot: BotRef, code: string) => string | undefined
  /** The address at which a calendar is served, by its token; undefined where nothing of this installation is public. */
  calendarAddress: ((token: string) => string) | undefined
  /** Puts words into a file in the person's language; what is said travels as keys. */
  translate: Translate
}

/** A context whose council is known. */
export type CouncilContext = Context & { council: Council }

interface Base<Args> {
  /** The Vietnamese name, without the slash. */
  name: string
  aliases: string[]
  act: Act
  /** Reads what stands behind the name. */
  args: ZodType<Args, string>
  /** The arguments that a plain sentence stands for; undefined where the sentence is not for this command. */
  understands?: (text: string, context: Context) => Promise<string | undefined>
  /** The arguments that a message stands for now that it was changed; undefined where nothing came of it. Other commands ignore changes. */
  corrects?: (text: string, context: Context) => Promise<string | undefined>
  /** What is said to whoever may not, where it is not enough to say just that. */
  refusal?: string
  /** Its choices are the person's own affair: the council under which they stood neither matters nor becomes the one at hand. */
  anyCouncil?: true
}

/** One thing that a person can ask for in chat. Refusals are thrown as UserError. */
export type Command<Args = string> =
  | (Base<Args> & { about: 'council'; run: (context: CouncilContext, args: Args) => Promise<Reply[]> })
  | (Base<Args> & { about: 'person'; run: (context: Context, args: Args) => Promise<Reply[]> })
