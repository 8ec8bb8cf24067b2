import type { PlatformName } from '#domain/messages.ts'
import type { BotRef } from '#domain/platforms.ts'
import type { Db } from './database.ts'
import { Prisma } from './generated/client.ts'

/** Messages of a bot in one state. `since`: the first of their times; that of one which is meant for later lies ahead. */
export interface Waiting extends BotRef {
  state: 'waiting' | 'sending' | 'uncertain'
  count: number
  since: Date
}

/** A job's last run that ended. */
export interface EndedRun {
  job: string
  startedAt: Date
  failed: boolean
}

/** The tokens of a bot that change by themselves. */
export interface TokenTimes extends BotRef {
  refreshedAt: Date | undefined
  expiresAt: Date | undefined
}

/** What whoever watches an installation is told of its database. */
export interface Watch {
  outbox: Waiting[]
  /** Reminders whose time was before an instant, and which are not sent. */
  lateReminders: number
  runs: EndedRun[]
  tokens: TokenTimes[]
}

const OPEN = ['waiting', 'sending'] as const

/** Asks in four short queries, each along an index: messages that were sent and runs of long ago are not walked through. `jobs`: names. */
export async function readWatch(db: Db, { jobs, lateBefore }: { jobs: string[]; lateBefore: Date }): Promise<Watch> {
  return {
    outbox: await outboxStates(db),
    lateReminders: await db.outbox.count({
      where: { state: { in: [...OPEN] }, kind: 'reminder', notBefore: { lt: lateBefore } },
    }),
    runs: await endedRuns(db, jobs),
    tokens: await tokenTimes(db),
  }
}

async function outboxStates(db: Db): Promise<Waiting[]> {
  const groups = await db.outbox.groupBy({
    by: ['platform', 'bot', 'state'],
    where: { state: { in: [...OPEN, 'uncertain'] } },
    _count: true,
    _min: { notBefore: true },
  })
  return groups.map(({ platform, bot, state, _count, _min }) => ({
    ...{ platform: platform as PlatformName, bot, state: state as Waiting['state'], count: _count },
    since: _min.notBefore!,
  }))
}

/** One of each job by the index (job, startedAt), as grouping would walk through all of them. */
async function endedRuns(db: Db, jobs: string[]): Promise<EndedRun[]> {
  const newest = jobs.map(
    (job) => Prisma.sql`(SELECT "id" FROM "JobRun" WHERE "job" = ${job} AND "finishedAt" IS NOT NULL
      ORDER BY "startedAt" DESC LIMIT 1)`,
  )
  const rows = await db.$queryRaw<{ job: string; startedAt: Date; failure: string | null }[]>`
    SELECT "job", "startedAt", "failure" FROM "JobRun" WHERE "id" IN (${Prisma.join(newest)})`
  return rows.map(({ job, startedAt, failure }) => ({ job, startedAt, failed: failure !== null }))
}

async function tokenTimes(db: Db): Promise<TokenTimes[]> {
  const rows = await db.credential.findMany({
    select: { platform: true, bot: true, refreshedAt: true, expiresAt: true },
  })
  return rows.map(({ platform, bot, refreshedAt, expiresAt }) => ({
    ...{ platform: platform as PlatformName, bot },
    ...{ refreshedAt: refreshedAt ?? undefined, expiresAt: expiresAt ?? undefined },
  }))
}

/** Whether the database answers within a time. */
export async function answers(db: Db, withinMs: number): Promise<boolean> {
  const patience = new AbortController()
  const late = new Promise<false>((resolve) => {
    const timer = setTimeout(() => resolve(false), withinMs)
    patience.signal.addEventListener('abort', () => clearTimeout(timer))
  })
  // The table of leases: of its queries none waits for a long transaction where the engine has several connections.
  const asked = db.lease.findFirst({ select: { name: true } }).then(
    () => true,
    () => false,
  )
  return Promise.race([asked, late]).finally(() => patience.abort())
}
