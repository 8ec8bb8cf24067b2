import type { AnnouncementId, PersonId } from '#domain/ids.ts'
import { localeNamed, type Locale } from '#domain/messages.ts'
import { botKey } from '#domain/platforms.ts'
import { REROUTED } from '#domain/routes.ts'
import { keysUnder } from './announcement-rows.ts'
import type { Db } from './database.ts'
import { routesOfPerson, type PrivateChat } from './private-routes.ts'
import type { Looked, Stranded } from './stranded.ts'

/** A route on which a message can still be said, in the language of its chat or else of the person's first council. */
export interface OtherRoute extends Pick<PrivateChat, 'id' | 'platform' | 'bot'> {
  locale: Locale
}

/** The next route of the person on which a message was not tried; undefined where there is none with a bot that is up. */
export async function nextRoute(
  db: Db,
  row: Stranded,
  { down, since }: Pick<Looked, 'down' | 'since'>,
): Promise<OtherRoute | undefined> {
  const tried = new Set([row.chatId, ...(await triedIn(db, row.dedupeKey, since))])
  const wanted = (chat: PrivateChat) =>
    !down.has(botKey(chat)) && !tried.has(chat.id) && (row.kind !== 'reminder' || chat.reminds)
  const route = (await routesOfPerson(db, row.personId)).find(wanted)
  if (!route) return undefined
  const { id, platform, bot } = route
  return { id, platform, bot, locale: await localeOf(db, route.locale, row.personId) }
}

async function localeOf(db: Db, chosen: string | null, personId: PersonId): Promise<Locale> {
  const known = localeNamed(chosen)
  if (known) return known
  const first = await db.membership.findFirst({
    where: { personId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { council: { select: { locale: true } } },
  })
  return localeNamed(first?.council.locale) ?? 'vi'
}

/** Behind it stands the chat of the other route. */
const VIA = 'via'

/** The name of a message on another route: it is said there once. */
export const keyVia = (dedupeKey: string, chatId: string): string => `${withoutVia(dedupeKey)}:${VIA}:${chatId}`

const withoutVia = (dedupeKey: string): string => dedupeKey.split(`:${VIA}:`)[0]!

/** The chats in which a message was tried already. */
async function triedIn(db: Db, dedupeKey: string, since: Date): Promise<string[]> {
  const part = partOf(dedupeKey)
  if (part) {
    const rows = await db.outbox.findMany({
      where: { dedupeKey: keysUnder('announcement', part.announcementId, part.recipientId), createdAt: { gte: since } },
      select: { chatId: true, dedupeKey: true },
    })
    return rows.filter((row) => partOf(row.dedupeKey)?.part === part.part).map(({ chatId }) => chatId)
  }
  const base = withoutVia(dedupeKey)
  const rows = await db.outbox.findMany({
    where: { OR: [{ dedupeKey: base }, { dedupeKey: keysUnder(base, VIA) }] },
    select: { chatId: true },
  })
  return rows.map(({ chatId }) => chatId)
}

/** A message of an announcement to one recipient. */
interface Part {
  announcementId: AnnouncementId
  recipientId: string
  part: number
}

/** What part of an announcement a key names; undefined of anything else. */
export function partOf(dedupeKey: string): Part | undefined {
  const found = /^announcement:([^:]+):([^:]+):\d+:(\d+)$/.exec(dedupeKey)
  if (!found) return undefined
  return { announcementId: found[1] as AnnouncementId, recipientId: found[2]!, part: Number(found[3]) }
}

/** Ends a row whose words go another way, with its choices. Returns false where it is being sent at this moment or was dealt with. */
export async function endStranded(db: Db, { id, refused, prompt }: Stranded, now: Date): Promise<boolean> {
  const { count } = await db.outbox.updateMany({
    where: { id, ...(refused === undefined ? { state: 'waiting' } : { state: 'refused', reason: refused }) },
    data: { state: 'refused', reason: REROUTED, finishedAt: now },
  })
  if (count === 1 && prompt)
    await db.prompt.updateMany({ where: { id: prompt.id, answeredAt: null }, data: { answeredAt: now } })
  return count === 1
}

/** Whether a recipient of an announcement may be told in another chat: it is still sent, and that chat is not told already. */
export async function mayMoveRecipient(
  db: Db,
  { announcementId, recipientId }: Part,
  chatId: string,
): Promise<boolean> {
  const told = await db.announcementRecipient.findFirst({ where: { announcementId, chatId, id: { not: recipientId } } })
  const goesOn = { id: announcementId, state: { in: ['sending', 'sent'] } }
  return !told && (await db.announcement.count({ where: goesOn })) === 1
}

/** Gives a recipient of an announcement another chat and a further try in it. Returns which one. */
export async function moveRecipient(db: Db, { announcementId, recipientId }: Part, chatId: string): Promise<number> {
  const { tries } = await db.announcementRecipient.update({
    where: { id: recipientId },
    data: { chatId, state: 'waiting', reason: null, tries: { increment: 1 } },
  })
  await db.announcement.update({ where: { id: announcementId }, data: { state: 'sending', endedAt: null } })
  return tries
}
