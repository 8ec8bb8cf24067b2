import { z } from 'zod'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** A bot's tokens as they are stored. */
export interface Credential {
  accessToken: string | undefined
  refreshToken: string | undefined
  expiresAt: Date | undefined
  refreshedAt: Date | undefined
  /** The refresh token was handed in then, and no successor is stored. */
  refreshingSince: Date | undefined
  /** Somebody is refreshing until then. */
  lockedUntil: Date | undefined
  /** Digest of the refresh token of the settings that was taken over. */
  seed: string | undefined
  /** Why the last refresh failed, and how many failed in a row. */
  failure: string | undefined
  failures: number
}

/** A new pair of tokens. */
export interface TokenPair {
  accessToken: string
  refreshToken: string
  refreshedAt: Date
  expiresAt: Date
}

const Pending = z.object({
  state: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  createdAt: z.iso.datetime().transform((text) => new Date(text)),
})
/** An authorization that was begun and waits for a person. */
export type PendingAuthorization = z.infer<typeof Pending>

const SETTLED = { refreshingSince: null, lockedUntil: null, failure: null, failures: 0 }

/** A bot's tokens; undefined where there never were any. */
export async function readCredential(db: Db, { platform, bot }: BotRef): Promise<Credential | undefined> {
  const row = await db.credential.findUnique({ where: { platform_bot: { platform, bot } } })
  if (!row || (row.accessToken === null && row.refreshToken === null)) return undefined
  return {
    accessToken: row.accessToken ?? undefined,
    refreshToken: row.refreshToken ?? undefined,
    expiresAt: row.expiresAt ?? undefined,
    refreshedAt: row.refreshedAt ?? undefined,
    refreshingSince: row.refreshingSince ?? undefined,
    lockedUntil: row.lockedUntil ?? undefined,
    seed: row.seed ?? undefined,
    failure: row.failure ?? undefined,
    failures: row.failures,
  }
}

/**
 * Puts a refresh token of the settings in the place of all tokens that are there, once: false where the one with this digest was taken over
 * before.
 */
export async function adoptSeed(db: Db, { platform, bot }: BotRef, refreshToken: string, digest: string) {
  await addRow(db, { platform, bot })
  const data = { ...SETTLED, refreshToken, accessToken: null, expiresAt: null, refreshedAt: null, seed: digest }
  const where = { platform, bot, OR: [{ seed: null }, { seed: { not: digest } }] }
  return (await db.credential.updateMany({ where, data })).count === 1
}

/** Another bot of the platform that took over the refresh token with this digest; undefined where there is none. */
export async function otherWithSeed(db: Db, { platform, bot }: BotRef, digest: string): Promise<BotRef | undefined> {
  const row = await db.credential.findFirst({ where: { platform, bot: { not: bot }, seed: digest } })
  return row ? { platform, bot: row.bot } : undefined
}

interface HandIn {
  now: Date
  /** Until when nobody else may refresh. */
  lockedUntil: Date
  /** What is to be found where nothing more is ever written. */
  failure?: string
}

/**
 * Takes the row's lock and notes that its refresh token is being handed in, in one statement and before any request. False where somebody holds
 * the lock, or where the row is no longer as it was read.
 */
export async function beginRefresh(db: Db, { platform, bot }: BotRef, read: Credential, { now, ...more }: HandIn) {
  const where = { platform, bot, ...unchanged(read), ...free(now) }
  const { count } = await db.credential.updateMany({ where, data: { refreshingSince: now, ...more } })
  return count === 1
}

/**
 * Stores a new pair in one statement, which ends the refresh. `instead`: only while that refresh token is there; what came meanwhile from a person
 * wins. False where it is not. `seed`: digest of the settings' refresh token, which it replaces.
 */
export async function storeTokens(
  db: Db,
  { platform, bot }: BotRef,
  { instead, ...pair }: TokenPair & { instead?: string; seed?: string },
): Promise<boolean> {
  if (instead === undefined) await addRow(db, { platform, bot })
  const where = { platform, bot, ...(instead !== undefined && { refreshToken: instead }) }
  return (await db.credential.updateMany({ where, data: { ...pair, ...SETTLED } })).count === 1
}

/**
 * Ends a refresh that failed. `handedIn`: since when the refresh token may be used up; undefined: it surely is not. Returns how many failed in a
 * row; 0 where the refresh token was replaced meanwhile.
 */
export async function noteFailure(
  db: Db,
  { platform, bot }: BotRef,
  { refreshToken, failure, handedIn }: { refreshToken: string; failure: string; handedIn: Date | undefined },
): Promise<number> {
  const [row] = await db.credential.updateManyAndReturn({
    where: { platform, bot, refreshToken },
    data: { failure, failures: { increment: 1 }, refreshingSince: handedIn ?? null, lockedUntil: null },
  })
  return row?.failures ?? 0
}

/** Notes that whoever handed in the refresh token never came back. False where somebody else noted it, or came back after all. */
export async function noteInterruption(
  db: Db,
  { platform, bot }: BotRef,
  read: Credential,
  failure: string,
  now: Date,
) {
  const where = { platform, bot, ...unchanged(read), ...free(now) }
  const { count } = await db.credential.updateMany({ where, data: { failure, failures: { increment: 1 } } })
  return count === 1
}

/** Keeps an authorization that begins, in the place of one that was begun before. */
export async function keepPending(db: Db, { platform, bot }: BotRef, pending: PendingAuthorization): Promise<void> {
  await addRow(db, { platform, bot })
  await db.credential.update({ where: { platform_bot: { platform, bot } }, data: { pending: toJson(pending) } })
}

/** The authorization that was begun and not finished. */
export async function readPending(db: Db, { platform, bot }: BotRef): Promise<PendingAuthorization | undefined> {
  const row = await db.credential.findUnique({ where: { platform_bot: { platform, bot } }, select: { pending: true } })
  return Pending.safeParse(row?.pending).data
}

/** Takes an authorization away. False where it is gone: of several who ask, one gets it. */
export async function takePending(db: Db, { platform, bot }: BotRef, pending: PendingAuthorization): Promise<boolean> {
  const where = { platform, bot, pending: { equals: toJson(pending) } }
  return (await db.credential.updateMany({ where, data: { pending: Prisma.DbNull } })).count === 1
}

/** Always in this order: SQLite compares the text. */
function toJson({ state, verifier, redirectUri, createdAt }: PendingAuthorization) {
  return { state, verifier, redirectUri, createdAt: createdAt.toISOString() }
}

/** One statement, which SQLite and PostgreSQL both speak: two processes may begin at once. */
async function addRow(db: Db, { platform, bot }: BotRef) {
  await db.$executeRaw`
    INSERT INTO "Credential" ("platform", "bot") VALUES (${platform}, ${bot})
    ON CONFLICT ("platform", "bot") DO NOTHING`
}

function unchanged({ accessToken, refreshToken, refreshingSince, failures }: Credential) {
  return {
    accessToken: accessToken ?? null,
    refreshToken: refreshToken ?? null,
    refreshingSince: refreshingSince ?? null,
    failures,
  }
}

function free(now: Date) {
  return { OR: [{ lockedUntil: null }, { lockedUntil: { lte: now } }] }
}
