import { addDays, type IsoDate } from '#domain/dates.ts'
import type { ChatId, CouncilId } from '#domain/ids.ts'
import type { Audience } from '#domain/morning-for.ts'
import { REROUTED } from '#domain/routes.ts'
import type { Db } from './database.ts'

/** A morning's message that did not arrive (refused), or may not have (uncertain). */
export interface Undelivered {
  on: IsoDate
  as: Audience['kind']
  /** The group's title, or the person's name. */
  chat: string
  state: 'refused' | 'uncertain'
  reason: string
  /** The chat heard a later morning since, and with it what this one said. */
  madeUpFor: boolean
}

/** The name of what a chat is told on a morning: it is told once. */
export function morningKey(councilId: CouncilId, on: IsoDate, to: { chatId: ChatId; as: Audience }): string {
  return ['morning', councilId, on, to.chatId, to.as.kind].join(':')
}

/** A message of an earlier morning is looked for no further back. */
const FURTHEST_DAYS = 60

/** Who listens, in which chat; a person may have heard earlier mornings in another one. */
interface Listener {
  chatId: ChatId
  routes?: ChatId[]
  as: Audience
}

/**
 * Up to which day each listener was told; only those are named to whom earlier mornings are owed: their messages were refused, or still wait and
 * then give way to the new morning's.
 */
export async function toldThrough(
  db: Db,
  councilId: CouncilId,
  on: IsoDate,
  now: Date,
): Promise<(to: Listener) => IsoDate | undefined> {
  const rows = await history(db, councilId, addDays(on, -FURTHEST_DAYS), on)
  const lost = rows.filter(({ state }) => !ARRIVED.includes(state))
  await giveWay(
    db,
    lost.filter(({ state }) => state === 'waiting').map(({ id }) => id),
    now,
  )
  const arrived = lastArrived(rows)
  return ({ chatId, routes = [chatId], as }) => {
    const names = routes.map((route) => `${route}:${as.kind}`)
    const heard = names.map((name) => arrived.get(name)).reduce(later)
    const owed = lost.filter(({ to, on: day }) => names.includes(to) && (heard === undefined || day > heard))
    const [first] = owed.map((row) => row.on).toSorted()
    return first && addDays(first, -1)
  }
}

const later = (one: IsoDate | undefined, other: IsoDate | undefined) =>
  one && other && one > other ? one : (other ?? one)

/** What did not arrive and was not reported yet, or only in reports that did not surely arrive; it counts as reported from then on. */
export async function takeUndelivered(db: Db, councilId: CouncilId, on: IsoDate): Promise<Undelivered[]> {
  const past = await history(db, councilId, addDays(on, -FURTHEST_DAYS), on)
  const failed = past.filter(({ state }) => state === 'refused' || state === 'uncertain')
  const again = lostWithReports(past, failed)
  const news = failed.filter((row) => !row.reported || again(row.on))
  if (news.length === 0) return []
  const where = { id: { in: news.map(({ id }) => id) } }
  const rows = await db.outbox.findMany({ where, include: { chat: true }, orderBy: { id: 'asc' } })
  await db.outbox.updateMany({ where, data: { reported: true } })
  const names = await namesOf(
    db,
    rows.map(({ chat }) => chat),
  )
  const arrived = lastArrived(past)
  return rows.map(({ chat, state, reason, dedupeKey }) => {
    const { on: day, as, to } = read(dedupeKey)
    return {
      on: day,
      as,
      chat: chat.title ?? names.get(`${chat.platform}:${chat.externalId}`) ?? '',
      state: state as Undelivered['state'],
      reason: reason ?? '',
      madeUpFor: (arrived.get(to) ?? day) > day,
    }
  })
}

/**
 * Of which mornings a report told that is itself to be reported now: of those since the last report before it that somebody of the secretariat
 * surely got whole. A report is for few persons, who may read a line twice.
 */
function lostWithReports(past: Past[], failed: Past[]): (day: IsoDate) => boolean {
  const isReport = ({ as }: Past) => as === 'secretariat'
  const lost = failed.filter((row) => isReport(row) && !row.reported).map((row) => row.on)
  const incomplete = new Set(past.filter(({ state }) => state !== 'sent').map(nameOf))
  const heard = past.filter((row) => isReport(row) && !incomplete.has(nameOf(row))).map((row) => row.on)
  return (day) => lost.some((report) => day < report && !heard.some((sent) => day < sent && sent <= report))
}

/** May have arrived: it is reported, not repeated. */
const ARRIVED = ['sent', 'uncertain']

type Past = Awaited<ReturnType<typeof history>>[number]

/** What a council was told on the mornings from one day to before another. By the key alone: an index by state would lead through everybody's. */
async function history(db: Db, councilId: CouncilId, from: IsoDate, before: IsoDate) {
  const rows = await db.outbox.findMany({
    where: { dedupeKey: { gte: `morning:${councilId}:${from}`, lt: `morning:${councilId}:${before}` } },
    select: { id: true, dedupeKey: true, state: true, reason: true, reported: true },
  })
  // What went another way is there twice: the other row tells what became of it.
  return rows.filter(({ reason }) => reason !== REROUTED).map((row) => ({ ...row, ...read(row.dedupeKey) }))
}

function read(dedupeKey: string): { on: IsoDate; to: string; as: Audience['kind'] } {
  const [, , on, chatId, as] = dedupeKey.split(':')
  return { on: on as IsoDate, to: `${chatId}:${as}`, as: as as Audience['kind'] }
}

async function giveWay(db: Db, ids: number[], now: Date) {
  if (ids.length === 0) return
  const end = { state: 'refused', reason: 'expired', finishedAt: now }
  await db.outbox.updateMany({ where: { id: { in: ids }, state: 'waiting' }, data: end })
}

/** The last morning of which every page arrived, by listener. */
function lastArrived(rows: Past[]): Map<string, IsoDate> {
  const incomplete = new Set(rows.filter(({ state }) => !ARRIVED.includes(state)).map(nameOf))
  const last = new Map<string, IsoDate>()
  for (const row of rows)
    if (!incomplete.has(nameOf(row)) && row.on > (last.get(row.to) ?? '')) last.set(row.to, row.on)
  return last
}

const nameOf = ({ to, on }: Past) => `${to} ${on}`

/** The persons at these private chats. */
async function namesOf(db: Db, chats: { kind: string; platform: string; externalId: string }[]) {
  const addresses = chats
    .filter(({ kind }) => kind === 'private')
    .map(({ platform, externalId }) => ({ platform, externalId }))
  if (addresses.length === 0) return new Map<string, string>()
  const accounts = await db.account.findMany({ where: { OR: addresses }, include: { person: true } })
  return new Map(accounts.map(({ platform, externalId, person }) => [`${platform}:${externalId}`, person.name]))
}
