import { localDate } from '#domain/dates.ts'
import type { Inbound, Locale } from '#domain/messages.ts'
import { botOf, type BotRef } from '#domain/platforms.ts'
import type { Translate } from '#locales/translate.ts'
import { findChat, seeChat, type Chat } from '#prisma/chats.ts'
import { findCouncil, type Council } from '#prisma/councils.ts'
import type { Db } from '#prisma/database.ts'
import { membershipsOf, nameOf, seePerson, type Membership } from '#prisma/persons.ts'
import type { AskingMessage, Context } from './command.ts'

/** What the composition root knows of the installation. */
export interface Surroundings {
  defaultLocale: Locale
  defaultTimeZone: string
  inviteLink: (bot: BotRef, code: string) => string | undefined
  calendarAddress: ((token: string) => string) | undefined
  translators: Record<Locale, Translate>
}

/** Finds out who asks, where, and about which council. Undefined where nobody did (an update without a sender). */
export async function readContext(
  db: Db,
  inbound: Inbound,
  now: Date,
  surroundings: Surroundings,
): Promise<Context | undefined> {
  const { platform, sender, event } = inbound
  if (!sender) return undefined
  // A button may stand in a chat that has moved since: its old address must not become a chat again.
  const chat =
    event.kind === 'choice'
      ? await findChat(db, botOf(inbound), inbound.chat.externalId)
      : await seeChat(db, { ...botOf(inbound), ...inbound.chat }, now)
  if (!chat) return undefined
  const personId = await seePerson(db, { platform, externalId: sender.externalId, name: sender.name }, now)
  const memberships = await membershipsOf(db, personId)
  const council = await councilAtHand(db, chat, memberships)
  const locale = chosenLocale(chat, council) ?? appLocale(sender.language) ?? surroundings.defaultLocale
  return {
    db,
    now,
    today: localDate(now, council?.timeZone ?? surroundings.defaultTimeZone),
    locale,
    chat,
    topic: inbound.chat.topic,
    // A network may leave the name out.
    person: { id: personId, name: sender.name || (await nameOf(db, personId)) },
    memberships,
    council,
    roles: memberships.filter(({ councilId }) => councilId === council?.id),
    replyTo: event.kind === 'text' ? event.replyTo : undefined,
    message: askingMessage(event),
    file: event.kind === 'file' ? event : undefined,
    inviteLink: surroundings.inviteLink,
    calendarAddress: surroundings.calendarAddress,
    translate: surroundings.translators[locale],
  }
}

function askingMessage(event: Inbound['event']): AskingMessage | undefined {
  if (event.kind === 'file') {
    const { messageId: id, caption = '', spans = [] } = event
    return { id, body: { text: caption, spans }, repliesTo: undefined, edited: false, revision: undefined }
  }
  if (event.kind !== 'text') return undefined
  const { messageId: id, text, spans = [], repliesTo, edited = false, revision } = event
  return { id, body: { text, spans }, repliesTo, edited, revision }
}

/** In a group the council that it is linked to; in private the person's only one, or the one chosen there. */
async function councilAtHand(db: Db, chat: Chat, memberships: Membership[]): Promise<Council | undefined> {
  if (chat.kind === 'group') return chat.councilId && findCouncil(db, chat.councilId)
  const ids = new Set(memberships.map(({ councilId }) => councilId))
  const [only] = ids
  if (ids.size === 1 && only) return findCouncil(db, only)
  return chat.councilId && ids.has(chat.councilId) ? findCouncil(db, chat.councilId) : undefined
}

/** The language that a chat, or else its council, has chosen; undefined where neither did. */
export function chosenLocale(chat: Chat, council: Council | undefined): Locale | undefined {
  return chat.locale ?? council?.locale
}

function appLocale(language: string | undefined): Locale | undefined {
  if (!language) return undefined
  return language.startsWith('vi') ? 'vi' : 'en'
}
