import { botKey } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import type { About, Forgetting } from './forgetting.ts'
import { Prisma } from './generated/client.ts'
import { markKey } from './heard.ts'
import { byChunks } from './in-pages.ts'
import type { OutboxPayload } from './outbox.ts'

/** What stands for the address of a chat that is no longer kept; the row stays to recognise a redelivery. */
const NOBODY = 'removed'

/** Whatever came from the person's private chats: answered or not, nothing says whose it was. Returns how many. */
export async function forgetUpdates(db: Db, { chats, now }: Forgetting): Promise<number> {
  let count = 0
  for (const { platform, bot, externalId } of chats) {
    const where = { chatKey: `${botKey({ platform, bot })}:${externalId}` }
    await db.inbox.updateMany({ where: { ...where, doneAt: null }, data: { doneAt: now } })
    const done = { chatKey: NOBODY, payload: {}, claimedBy: null, claimedUntil: null }
    count += (await db.inbox.updateMany({ where, data: done })).count
  }
  return count
}

/** That somebody was told an announcement stays, without who. Who still waited is not reached any more. Returns how many. */
export async function forgetDeliveries(db: Db, { person, chats, word, ofCouncil }: Forgetting): Promise<number> {
  const mine = {
    announcement: ofCouncil,
    OR: [
      { chatId: { in: chats.map(({ id }) => id) } },
      ...(person.name === '' ? [] : [{ chatId: null, name: person.name }]),
    ],
  }
  // Not stopped: nobody stopped it, and going on would not reach anybody.
  await db.announcementRecipient.updateMany({ where: { ...mine, state: 'waiting' }, data: { state: 'unreached' } })
  const nobody = { chatId: null, name: word, phone: null, messageIds: Prisma.DbNull }
  return (await db.announcementRecipient.updateMany({ where: mine, data: nobody })).count
}

/**
 * The phone numbers of the units that the person leads, as that is where a head is called; and where announcements repeat them. Returns of which
 * units. To be called while the roles are known.
 */
export async function forgetPhones(db: Db, { person, ofCouncil }: Forgetting): Promise<string[]> {
  const leads = { memberships: { some: { personId: person.id, role: { in: ['head', 'deputy'] } } } }
  const units = await db.unit.findMany({ where: { ...ofCouncil, phone: { not: null }, ...leads } })
  for (const { id, councilId, phone } of units) {
    await db.unit.update({ where: { id }, data: { phone: null } })
    await db.announcementRecipient.updateMany({ where: { announcement: { councilId }, phone }, data: { phone: null } })
  }
  return units.map(({ name }) => name)
}

/** Messages in which the name of a person may stand, or an address: all up to a number of the outbox. */
export interface Suspects {
  ids: number[]
  upTo: number
}

/**
 * Looks for what the bot said elsewhere and what may name or mention the person, behind a number of the outbox. It reads all that was said in 60 days: who is
 * to wait for nobody asks outside of a transaction, and then in it for what came since.
 */
export async function suspectTexts(db: Db, about: About, after = 0): Promise<Suspects> {
  const { person, accounts, councilId, whole } = about
  const { _max } = await db.outbox.aggregate({ _max: { id: true } })
  const upTo = _max.id ?? 0
  const addresses = whole ? accounts.map(({ externalId }) => externalId) : []
  const marks = [
    ...(person.name === '' ? [] : [Prisma.sql`CAST("payload" AS TEXT) LIKE ${likePart(person.name)} ESCAPE '!'`]),
    ...addresses.map((id) => Prisma.sql`CAST("payload" AS TEXT) LIKE ${`%"mentions":${likePart(id)}`} ESCAPE '!'`),
  ]
  if (marks.length === 0) return { ids: [], upTo }
  const here = whole
    ? Prisma.empty
    : Prisma.sql`AND "chatId" IN (SELECT "id" FROM "Chat" WHERE "councilId" = ${councilId})`
  const rows = await db.$queryRaw<{ id: number | bigint }[]>`
    SELECT "id" FROM "Outbox" WHERE "id" > ${after} AND (${Prisma.join(marks, ' OR ')}) ${here}
      AND ("kind" IN ('reply', 'upkeep') OR ("kind" = 'announcement' AND "dedupeKey" NOT LIKE 'announcement:%'))`
  return { ids: rows.map(({ id }) => Number(id)), upTo }
}

/**
 * What the bot said elsewhere and has ended, where it names or mentions the person: that it was said stays, its words go. Reminders and announcements
 * stay as they are: their words are the plan's and the secretariat's. Returns how many.
 */
export async function forgetTexts(db: Db, forgetting: Forgetting, { ids, upTo }: Suspects): Promise<number> {
  const { person, accounts, whole, word } = forgetting
  const addresses = whole ? accounts.map(({ externalId }) => externalId) : []
  const since = await suspectTexts(db, forgetting, upTo)
  let count = 0
  await byChunks([...ids, ...since.ids], async (chunk) => {
    const found = await db.outbox.findMany({ where: { id: { in: chunk }, finishedAt: { not: null } } })
    for (const { id, payload } of found) {
      const { mentions, ...said } = payload as OutboxPayload
      if (!names(person.name, said) && !addresses.includes(mentions ?? '')) continue
      const wordless = { ...said, body: { text: word, spans: [] }, choices: [] }
      await db.outbox.update({ where: { id }, data: { payload: wordless } })
      count += 1
    }
  })
  return count
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
const likePart = (text: string) => `%${inJson(text).replaceAll(/[!%_]/g, '!$&')}%`

/** Whether a name stands in a message as whole words: "An" is not in "Anh". */
function names(name: string, { body, choices, hint = '' }: Omit<OutboxPayload, 'mentions'>): boolean {
  if (name === '') return false
  const pattern = name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const words = [body.text, ...choices.flat(), hint].join('\n')
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(words)
}

/** The playground shows its chats from here; what the person wrote in its groups goes as well. Returns how many messages. */
export async function forgetTranscript(db: Db, { accounts }: Forgetting): Promise<number> {
  const ids = accounts.filter(({ platform }) => platform === 'playground').map(({ externalId }) => externalId)
  const where = { OR: [{ chat: { in: ids } }, { sender: { in: ids } }] }
  return ids.length > 0 ? (await db.playgroundMessage.deleteMany({ where })).count : 0
}

/** What was learnt of the person's chats: Zalo's marks of what was heard there. */
export async function forgetFacts(db: Db, { chats }: Forgetting) {
  for (const { platform, bot, externalId } of chats)
    await db.fact.deleteMany({ where: { platform, bot, key: markKey(externalId) } })
}
