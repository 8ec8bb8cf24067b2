import { z } from 'zod'
import type { ChatId, PromptId } from '#domain/ids.ts'
import { Outbound, type PlatformName } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Database, Db } from './database.ts'
import { Prisma } from './generated/client.ts'

export { leaveChat, moveChat } from './chats.ts'
export type { Database, Db }

/** The kinds of what the bot says, and which goes first. `upkeep`: cards, and choices that are closed. */
const PRIORITY = { reply: 0, reminder: 1, announcement: 2, upkeep: 3 } as const
export type OutboxKind = keyof typeof PRIORITY
/** Nobody claims for longer. */
const LONGEST_CLAIM_MS = 60_000
/** A chat has at most one row in front for each kind. */
const KINDS = Object.keys(PRIORITY).length

const Payload = Outbound.omit({ chat: true }).extend({
  /**
   * Edit the message that an earlier row of the chat becomes: the row's dedupeKey, as the message's id need not be known yet. Where nothing of
   * that row is known to have been sent, this is a new message; where the row was tidied away, `edits` counts. That row must not be of a kind
   * that comes after this one's.
   */
  editsRow: z.string().optional(),
})
/** A message without its address, which is looked up when it is sent: groups move. */
export type OutboxPayload = z.infer<typeof Payload>

export interface Enqueued {
  platform: PlatformName
  chatId: ChatId
  kind: OutboxKind
  /** Names what is said, so that it is said once: `reminder:<deadline>:<offset>:<chat>`. */
  dedupeKey: string
  payload: OutboxPayload
  promptId?: PromptId | undefined
  /** The newest state wins: a row with the same dedupeKey that still waits is rewritten. */
  rewrites?: boolean
  notBefore: Date
  now: Date
}

/** Puts a message into the outbox, for the bot that its chat belongs to. One with the same dedupeKey is there already: nothing happens and the answer is false. */
export async function enqueue(db: Db, message: Enqueued): Promise<boolean> {
  const { platform, chatId, kind, dedupeKey, promptId = null, payload, notBefore, now } = message
  // One statement, which SQLite and PostgreSQL both speak: a morning has thousands.
  const added = await db.$executeRaw`
    INSERT INTO "Outbox"
      ("platform", "bot", "chatId", "kind", "priority", "dedupeKey", "payload", "promptId", "state", "notBefore", "createdAt")
    VALUES
      (${platform}, (SELECT "bot" FROM "Chat" WHERE "id" = ${chatId}), ${chatId}, ${kind}, ${PRIORITY[kind]}, ${dedupeKey}, ${payload},
       ${promptId}, 'waiting', ${notBefore}, ${now})
    ON CONFLICT ("dedupeKey") DO NOTHING`
  return added === 1 || (message.rewrites === true && rewrite(db, dedupeKey, message))
}

async function rewrite(db: Db, dedupeKey: string, { payload, promptId, notBefore }: Enqueued) {
  const where = { dedupeKey, state: 'waiting' }
  const { count } = await db.outbox.updateMany({ where, data: { payload, promptId: promptId ?? null } })
  // It lives on from now, but never goes sooner than the network asked for.
  await db.outbox.updateMany({ where: { ...where, notBefore: { lt: notBefore } }, data: { notBefore } })
  return count === 1
}

/** In whose hands a row is. A write about it does nothing once that is over: the row is somebody else's then, or settled. */
export interface Hold {
  id: number
  /** Undefined for one that was claimed before claims had names. */
  claimedBy: string | undefined
  /** Of a claim that ran out: until when it was. It is held no more once it was renewed after all. */
  ranOut?: Date
}

/** A row in the hands of a sender. */
export interface Claimed extends Hold {
  kind: OutboxKind
  chat: { id: ChatId; externalId: string; group: boolean; active: boolean }
  /** With `editsRow` resolved to `edits`. Undefined where a row cannot be read any more. */
  payload: Omit<OutboxPayload, 'editsRow'> | undefined
  /** How often it was tried, this time included. */
  attempts: number
  notBefore: Date
  /** Why it was not sent the last time. */
  reason: string | undefined
}

interface Claim {
  bot: BotRef
  /** Names the sender that claims, and nobody else ever. */
  by: string
  /** How many rows at most; never two of one chat. */
  limit: number
  /** Chats that must wait: a message is under way or a rate limit is reached. */
  pausedChats: ChatId[]
  now: Date
  until: Date
}

/**
 * Claims the next rows that are due, better priorities first, then in the order of writing. A row never overtakes an earlier one of its chat
 * with the same or a better priority, unless that one is merely meant for later. Two processes never get the same row.
 */
export async function claimNext(db: Db, claim: Claim): Promise<Claimed[]> {
  const ids = await candidates(db, claim)
  if (ids.length === 0) return []
  const mine = await db.$queryRaw<{ id: number | bigint }[]>`
    UPDATE "Outbox" SET "state" = 'sending', "claimedBy" = ${claim.by}, "claimedUntil" = ${claim.until}, "attempts" = "attempts" + 1
    WHERE "id" IN (${Prisma.join(ids)}) AND "state" = 'waiting' RETURNING "id"`
  if (mine.length === 0) return []
  return claimedRows(db, Prisma.sql`o."id" IN (${Prisma.join(mine.map((row) => row.id))})`)
}

/**
 * SQLite and PostgreSQL both speak this. It walks the index (state, platform, bot, priority, id) and stops at the limit, looking up each chat's
 * earlier rows by the index (chatId, finishedAt). Of these the state is no plain column: PostgreSQL, which last saw an empty outbox, would look through
 * all that waits for each row.
 */
async function candidates(db: Db, claim: Claim): Promise<number[]> {
  const { now } = claim
  const { platform, bot } = claim.bot
  const paused = padded(claim.pausedChats)
  const rows = await db.$queryRaw<{ id: number | bigint; chatId: string }[]>`
    SELECT o."id", o."chatId" FROM "Outbox" o
    WHERE o."state" = 'waiting' AND o."platform" = ${platform} AND o."bot" = ${bot} AND o."notBefore" <= ${now}
      AND o."chatId" NOT IN (${Prisma.join(paused)})
      AND o."chatId" NOT IN (
        SELECT s."chatId" FROM "Outbox" s WHERE s."state" = 'sending' AND s."platform" = ${platform} AND s."bot" = ${bot})
      AND NOT EXISTS (
        SELECT 1 FROM "Outbox" e
        WHERE e."chatId" = o."chatId" AND e."finishedAt" IS NULL AND e."id" < o."id" AND e."state" || '' = 'waiting'
          AND e."priority" <= o."priority" AND (e."notBefore" <= ${now} OR e."attempts" > 0))
    ORDER BY o."priority", o."id" LIMIT ${claim.limit * KINDS}`
  const firstOfChat = new Map<string, number>()
  for (const row of rows) if (!firstOfChat.has(row.chatId)) firstOfChat.set(row.chatId, Number(row.id))
  return [...firstOfChat.values()].slice(0, claim.limit)
}

/** A list that is never empty and whose length takes few values, as a statement is prepared once for each. */
function padded(ids: readonly string[]): string[] {
  const length = 4 ** Math.ceil(Math.log(Math.max(1, ids.length)) / Math.log(4))
  return [...ids, ...Array.from({ length: length - ids.length }, () => '')]
}

/** How a row ended. `unpinned`: why a message that was to be pinned is not. */
export type Ending =
  { state: 'sent'; messageId: string; unpinned?: string } | { state: 'refused' | 'uncertain'; reason: string }

/** Ends a claimed row. Returns false where it is not held any more: then nothing happens. */
export async function finish(db: Db, hold: Hold, ending: Ending, now: Date): Promise<boolean> {
  const [messageId, reason] =
    ending.state === 'sent' ? [ending.messageId, ending.unpinned ?? null] : [null, ending.reason]
  const count = await db.$executeRaw`
    UPDATE "Outbox" SET "state" = ${ending.state}, "externalId" = ${messageId}, "reason" = ${reason}, "claimedBy" = NULL,
      "claimedUntil" = NULL, "finishedAt" = ${now}
    WHERE ${held(hold)}`
  return count === 1
}

/**
 * Puts a claimed row back. `at`: not before then; undefined keeps the time it had. `counted`: whether this try counts as one of the row's
 * attempts. Returns false where it is not held any more: then nothing happens.
 */
export async function postpone(
  db: Db,
  hold: Hold,
  again: { at: Date | undefined; reason: string; counted: boolean },
): Promise<boolean> {
  const count = await db.$executeRaw`
    UPDATE "Outbox" SET "state" = 'waiting', "claimedBy" = NULL, "claimedUntil" = NULL, "reason" = ${again.reason},
      "notBefore" = COALESCE(${again.at ?? null}, "notBefore"), "attempts" = "attempts" - ${again.counted ? 0 : 1}
    WHERE ${held(hold)}`
  return count === 1
}

function held({ id, claimedBy, ranOut }: Hold): Prisma.Sql {
  const by = claimedBy === undefined ? Prisma.sql`"claimedBy" IS NULL` : Prisma.sql`"claimedBy" = ${claimedBy}`
  return Prisma.sql`"id" = ${id} AND "state" = 'sending' AND ${by} ${ranOut ? Prisma.sql`AND ${ranOutAt(ranOut)}` : Prisma.empty}`
}

/** Holds claimed rows for longer, those of them that are still in this sender's hands. */
export async function renewClaims(db: Db, by: string, ids: number[], until: Date) {
  await db.outbox.updateMany({
    where: { id: { in: ids }, state: 'sending', claimedBy: by },
    data: { claimedUntil: until },
  })
}

/** A claim is over at its end; one that lies far ahead was made by a clock that was set back since. */
function ranOutAt(now: Date): Prisma.Sql {
  return Prisma.sql`("claimedUntil" <= ${now} OR "claimedUntil" > ${new Date(now.getTime() + LONGEST_CLAIM_MS)})`
}

/** Rows whose sender stopped without a word: it is unknown whether they arrived. */
export async function expiredClaims(db: Db, { platform, bot }: BotRef, now: Date): Promise<Claimed[]> {
  const rows = await claimedRows(
    db,
    Prisma.sql`o."state" = 'sending' AND o."platform" = ${platform} AND o."bot" = ${bot} AND ${ranOutAt(now)}`,
  )
  return rows.map((row) => ({ ...row, ranOut: now }))
}

/**
 * What a bot sent, or may have sent, since an instant: whoever sends for it from now on begins its rate limits there. What is in somebody's hands
 * or is sent again, since it may have arrived, counts as sent now.
 */
export async function sentSince(db: Db, { platform, bot }: BotRef, instant: Date, now: Date) {
  const ended = { state: { in: ['sent', 'uncertain'] }, finishedAt: { gte: instant } }
  const again = { state: 'waiting', reason: { startsWith: 'uncertain ' } }
  const rows = await db.outbox.findMany({
    where: { platform, bot, OR: [ended, { state: 'sending' }, again] },
    select: { chatId: true, finishedAt: true, externalId: true, payload: true, chat: { select: { kind: true } } },
  })
  return rows.flatMap((row) => {
    const group = row.chat.kind === 'group'
    const one = { chat: row.chatId as ChatId, group, at: (row.finishedAt ?? now).getTime() }
    return Array.from({ length: messagesOf(row.externalId, row.payload) }, () => one)
  })
}

/** An album is as many messages as it has files. */
function messagesOf(externalId: string | null, payload: unknown): number {
  if (externalId !== null) return externalId.split(',').length
  return Math.max(1, Payload.safeParse(payload).data?.media?.length ?? 0)
}

/** Removes rows that ended before an instant; what they said may then be enqueued anew. Returns how many. */
export async function removeFinishedOutbox(db: Db, before: Date): Promise<number> {
  const { count } = await db.outbox.deleteMany({ where: { finishedAt: { lt: before } } })
  return count
}

/** A row with what is to be known of its chat. */
interface RowOfChat {
  id: number | bigint
  claimedBy: string | null
  kind: OutboxKind
  payload: unknown
  attempts: number
  notBefore: Date
  reason: string | null
  chatId: ChatId
  externalId: string
  chatKind: string
  chatState: string
}

async function claimedRows(db: Db, where: Prisma.Sql): Promise<Claimed[]> {
  const rows = await db.$queryRaw<RowOfChat[]>`
    SELECT o."id", o."claimedBy", o."kind", o."payload", o."attempts", o."notBefore", o."reason", o."chatId",
      c."externalId", c."kind" AS "chatKind", c."state" AS "chatState"
    FROM "Outbox" o JOIN "Chat" c ON c."id" = o."chatId" WHERE ${where} ORDER BY o."priority", o."id"`
  const payloads = await resolved(
    db,
    rows.map(({ payload }) => Payload.safeParse(payload).data),
  )
  return rows.map(({ chatId, externalId, chatKind, chatState, ...row }, index) => ({
    id: Number(row.id),
    claimedBy: row.claimedBy ?? undefined,
    kind: row.kind,
    chat: { id: chatId, externalId, group: chatKind === 'group', active: chatState === 'active' },
    payload: payloads[index],
    attempts: row.attempts,
    notBefore: row.notBefore,
    reason: row.reason ?? undefined,
  }))
}

/** Payloads as they can be sent: the message to be edited is known by now, or is none. */
async function resolved(db: Db, payloads: (OutboxPayload | undefined)[]): Promise<Claimed['payload'][]> {
  const keys = payloads.flatMap((payload) => payload?.editsRow ?? [])
  if (keys.length === 0) return payloads
  const rows = await db.outbox.findMany({
    where: { dedupeKey: { in: keys } },
    select: { dedupeKey: true, externalId: true },
  })
  const sentAs = new Map(rows.map((row) => [row.dedupeKey, row.externalId ?? undefined]))
  return payloads.map((payload) => {
    if (payload?.editsRow === undefined) return payload
    const { editsRow, edits: otherwise, ...message } = payload
    const edits = sentAs.has(editsRow) ? sentAs.get(editsRow) : otherwise
    return { ...message, ...(edits === undefined ? {} : { edits }) }
  })
}
