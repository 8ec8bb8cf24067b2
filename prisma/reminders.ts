import type { IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId, UnitId } from '#domain/ids.ts'
import { localeNamed, type Locale, type PlatformName } from '#domain/messages.ts'
import type { Audience } from '#domain/morning-for.ts'
import { ReminderSettings } from '#domain/reminder-settings.ts'
import { byPages } from './by-pages.ts'
import type { Db } from './database.ts'
import type { Chat as ChatRow } from './generated/client.ts'
import { routesOf, WITH_ACCOUNTS } from './private-routes.ts'

export interface RemindedCouncil {
  id: CouncilId
  timeZone: string
  settings: ReminderSettings
  /** The last council-local day that was dealt with; undefined for a new council. */
  through: IsoDate | undefined
  /** What the secretariat entered about working days. */
  entered: [IsoDate, boolean][]
}

/** A chat that is reminded. */
export interface Recipient {
  chatId: ChatId
  /** Its address on the platform. */
  externalId: string
  /** The group's title, or the person's name. */
  title: string | undefined
  platform: PlatformName
  topic: string | undefined
  locale: Locale
  /** Whose reminder it is, for a person who may be in several councils. */
  council?: CouncilId
  /** All private chats in which the person could be told, this one among them. */
  routes?: ChatId[]
  as: Audience
}

/** Councils for which some morning up to `latest` was not dealt with yet. */
export async function* councilsBehind(db: Db, latest: IsoDate): AsyncGenerator<RemindedCouncil> {
  const rows = byPages((page, take) =>
    db.council.findMany({
      where: { ...page, OR: [{ remindedThrough: null }, { remindedThrough: { lt: latest } }] },
      select: { id: true, timeZone: true, reminders: true, remindedThrough: true, workingDays: true },
      orderBy: { id: 'asc' },
      take,
    }),
  )
  for await (const row of rows)
    yield {
      id: row.id as CouncilId,
      timeZone: row.timeZone,
      settings: ReminderSettings.parse(row.reminders ?? {}),
      through: (row.remindedThrough ?? undefined) as IsoDate | undefined,
      entered: row.workingDays.map(({ date, working }) => [date as IsoDate, working]),
    }
}

/** Moves a council on to a day. Returns false where another process did so first. */
export async function moveOn(db: Db, council: Pick<RemindedCouncil, 'id' | 'through'>, to: IsoDate): Promise<boolean> {
  const { count } = await db.council.updateMany({
    where: { id: council.id, remindedThrough: council.through ?? null },
    data: { remindedThrough: to },
  })
  return count === 1
}

/** What the secretariat entered about working days. */
export async function enteredDays(db: Db, councilId: CouncilId): Promise<[IsoDate, boolean][]> {
  const rows = await db.workingDay.findMany({ where: { councilId } })
  return rows.map(({ date, working }) => [date as IsoDate, working])
}

/** Takes the deadlines that are to be named again on a morning, by chat: asked for once, named once. */
export async function takeSnoozed(db: Db, councilId: CouncilId, on: IsoDate): Promise<Map<ChatId, Set<string>>> {
  const where = { on: { lte: on }, deadline: ofCouncil(councilId) }
  const rows = await db.snooze.findMany({ where })
  if (rows.length > 0) await db.snooze.deleteMany({ where })
  const byChat = new Map<ChatId, Set<string>>()
  for (const { chatId, deadlineId } of rows) {
    const known = byChat.get(chatId as ChatId) ?? new Set()
    byChat.set(chatId as ChatId, known.add(deadlineId))
  }
  return byChat
}

/** The deadlines that are still to be named again, with the day, by chat. */
export async function snoozedOf(db: Db, councilId: CouncilId): Promise<Map<ChatId, Map<string, IsoDate>>> {
  const byChat = new Map<ChatId, Map<string, IsoDate>>()
  for (const { chatId, deadlineId, on } of await db.snooze.findMany({ where: { deadline: ofCouncil(councilId) } })) {
    const known = byChat.get(chatId as ChatId) ?? new Map<string, IsoDate>()
    byChat.set(chatId as ChatId, known.set(deadlineId, on as IsoDate))
  }
  return byChat
}

const ofCouncil = (councilId: CouncilId) => ({ task: { version: { plan: { councilId }, state: 'approved' } } })

/** Everybody whom a council reminds. A unit's head, or the deputy where the head is away, is reached in private, on one route. */
export async function recipientsOf(db: Db, councilId: CouncilId): Promise<Recipient[]> {
  const locale = await localeOf(db, councilId)
  return [...(await groupRecipients(db, councilId, locale)), ...(await privateRecipients(db, councilId, locale))]
}

/** The linked groups in which a council's bot speaks by itself. */
export async function groupsOf(db: Db, councilId: CouncilId): Promise<Recipient[]> {
  return groupRecipients(db, councilId, await localeOf(db, councilId))
}

/** The private chats with the bot of the heads (deputies where the head is away) and of the secretariat, one of each person, whether they are reminded there or not. */
export async function peopleOf(db: Db, councilId: CouncilId): Promise<Recipient[]> {
  return privateRecipients(db, councilId, await localeOf(db, councilId), {})
}

async function localeOf(db: Db, id: CouncilId): Promise<Locale> {
  const { locale } = await db.council.findUniqueOrThrow({ where: { id }, select: { locale: true } })
  return locale as Locale
}

async function groupRecipients(db: Db, councilId: CouncilId, locale: Locale): Promise<Recipient[]> {
  const chats = await db.chat.findMany({ where: { councilId, kind: 'group', state: 'active', reminds: true } })
  return chats.map((chat) => ({ ...addressOf(chat, locale), as: { kind: 'group' } }))
}

async function privateRecipients(
  db: Db,
  councilId: CouncilId,
  locale: Locale,
  only: { reminds?: true } = { reminds: true },
): Promise<Recipient[]> {
  const memberships = await db.membership.findMany({
    where: { councilId, role: { in: ['head', 'deputy', 'secretariat'] } },
    include: { person: { include: WITH_ACCOUNTS } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const headPresent = new Set(
    memberships.filter(({ role, away }) => role === 'head' && !away).map(({ unitId }) => unitId),
  )
  const told = memberships.filter(({ role, away, unitId }) => !away && (role !== 'deputy' || !headPresent.has(unitId)))
  const routes = await routesOf(
    db,
    told.map(({ person }) => person),
    councilId,
  )
  const found = new Map<string, Recipient>()
  for (const { role, unitId, person } of told) {
    const usable = (routes.get(person.id) ?? []).filter(({ active, reminds }) => active && (!only.reminds || reminds))
    const [chat] = usable
    if (!chat) continue
    const key = `${chat.id} ${role === 'secretariat' ? role : 'unit'}`
    const known = found.get(key)
    // Somebody who leads two units hears of both in one message.
    if (known?.as.kind === 'unit') known.as.unitIds.push(unitId as UnitId)
    else {
      const address = addressOf({ ...chat, title: person.name }, locale)
      const ids = usable.map(({ id }) => id as ChatId)
      found.set(key, { ...address, council: councilId, routes: ids, as: audienceOf(role, unitId) })
    }
  }
  return [...found.values()]
}

function audienceOf(role: string, unitId: string | null): Audience {
  return role === 'secretariat' ? { kind: 'secretariat' } : { kind: 'unit', unitIds: [unitId as UnitId] }
}

function addressOf(
  chat: Pick<ChatRow, 'id' | 'platform' | 'externalId' | 'title' | 'homeTopic' | 'locale'>,
  locale: Locale,
): Omit<Recipient, 'as'> {
  return {
    chatId: chat.id as ChatId,
    externalId: chat.externalId,
    title: chat.title ?? undefined,
    platform: chat.platform as PlatformName,
    topic: chat.homeTopic ?? undefined,
    locale: localeNamed(chat.locale) ?? locale,
  }
}
