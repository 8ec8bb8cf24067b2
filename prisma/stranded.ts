import { z } from 'zod'
import type { ChatId, PersonId } from '#domain/ids.ts'
import type { PlatformName } from '#domain/messages.ts'
import { botKey, type BotRef } from '#domain/platforms.ts'
import { goesAnotherWay } from '#domain/routes.ts'
import type { Db } from './database.ts'
import { byChunks } from './in-pages.ts'
import type { OutboxKind, OutboxPayload } from './outbox.ts'

/** A message to a person that does not arrive on the route on which it was said. */
export interface Stranded extends BotRef {
  id: number
  kind: OutboxKind
  dedupeKey: string
  payload: OutboxPayload
  chatId: ChatId
  personId: PersonId
  /** What its choices stand for and how they are taken; undefined without choices that are open. */
  prompt: { id: string; lines: string[]; menu: boolean; standing: boolean; personal: boolean } | undefined
  /** Undefined: it waits for a bot that is down. */
  refused: string | undefined
}

export interface Looked {
  now: Date
  /** What was refused before is left as it is. */
  since: Date
  /** The keys of the bots that take nothing. */
  down: ReadonlySet<string>
}

/** What did not arrive in private though its person has other private chats, or waits for a bot that is down. The oldest first. */
export async function strandedRows(db: Db, looked: Looked): Promise<Stranded[]> {
  const chats = await chatsOfSeveral(db)
  const ids = [
    ...(await refusedIn(db, [...chats.keys()], looked)),
    ...(await waitingIn(
      db,
      [...chats.values()].filter((chat) => looked.down.has(botKey(chat))).map(({ id }) => id),
      looked,
    )),
  ]
  const found: Stranded[] = []
  await byChunks(ids, async (chunk) => {
    const rows = await db.outbox.findMany({ where: { id: { in: chunk } } })
    const prompts = await promptsOf(
      db,
      rows.flatMap(({ promptId }) => promptId ?? []),
    )
    for (const { id, kind, dedupeKey, payload, platform, bot, chatId, promptId, state, reason } of rows)
      found.push({
        id,
        kind: kind as OutboxKind,
        dedupeKey,
        payload: payload as OutboxPayload,
        platform: platform as PlatformName,
        bot,
        chatId: chatId as ChatId,
        personId: chats.get(chatId)!.personId as PersonId,
        prompt: prompts.get(promptId ?? ''),
        refused: state === 'refused' ? (reason ?? '') : undefined,
      })
  })
  return found.toSorted((one, other) => one.id - other.id)
}

interface OneOfSeveral extends BotRef {
  id: string
  personId: string
}

/** The private chats of persons with several accounts, or with several bots: nobody else can be told another way. */
async function chatsOfSeveral(db: Db): Promise<Map<string, OneOfSeveral>> {
  const rows = await db.$queryRaw<(Omit<OneOfSeveral, 'bot'> & { bot: number | bigint })[]>`
    SELECT c."id", c."platform", c."bot", a."personId" FROM "Account" a
    JOIN "Chat" c ON c."platform" = a."platform" AND c."externalId" = a."externalId" AND c."kind" = 'private'
    WHERE a."personId" IN (SELECT "personId" FROM "Account" GROUP BY "personId" HAVING COUNT(*) > 1)
      OR (a."platform", a."externalId") IN (
        SELECT "platform", "externalId" FROM "Chat" WHERE "kind" = 'private' GROUP BY "platform", "externalId" HAVING COUNT(*) > 1)`
  return new Map(rows.map((row) => [row.id, { ...row, bot: Number(row.bot) }]))
}

/** By chat and time alone: an index by state would lead through everybody's. */
async function refusedIn(db: Db, chatIds: string[], { since }: Looked): Promise<number[]> {
  const found: number[] = []
  await byChunks(chatIds, async (chunk) => {
    const rows = await db.outbox.findMany({
      where: { chatId: { in: chunk }, finishedAt: { gte: since } },
      select: { id: true, state: true, reason: true, kind: true },
    })
    const lost = rows.filter(({ state, reason }) => state === 'refused' && goesAnotherWay(reason ?? ''))
    found.push(...lost.filter(isSaid).map(({ id }) => id))
  })
  return found
}

async function waitingIn(db: Db, chatIds: string[], { now }: Looked): Promise<number[]> {
  const found: number[] = []
  await byChunks(chatIds, async (chunk) => {
    const rows = await db.outbox.findMany({
      where: { chatId: { in: chunk }, finishedAt: null },
      select: { id: true, state: true, attempts: true, notBefore: true, kind: true },
    })
    // What was tried may wait for its next try: that is no other time to say it.
    const due = rows.filter((row) => row.state === 'waiting' && (row.attempts > 0 || row.notBefore <= now))
    found.push(...due.filter(isSaid).map(({ id }) => id))
  })
  return found
}

/** Upkeep changes what stands in a chat. */
const isSaid = ({ kind }: { kind: string }) => kind !== 'upkeep'

const Lines = z.array(z.string())

async function promptsOf(db: Db, ids: string[]): Promise<Map<string, NonNullable<Stranded['prompt']>>> {
  if (ids.length === 0) return new Map()
  const rows = await db.prompt.findMany({ where: { id: { in: ids }, answeredAt: null } })
  return new Map(
    rows.map(({ id, choices, menu, standing, personId }) => [
      id,
      { id, lines: Lines.parse(choices), menu, standing, personal: personId !== null },
    ]),
  )
}
