import { randomUUID } from 'node:crypto'
import { whileHolding } from '#bot/holding.ts'
import { sleep } from '#bot/sleep.ts'
import type { Database } from '#prisma/database.ts'
import type { Logger } from './logger.ts'

const PREFIX = 'serve:'
/** A lease that ended so long ago is of a process that died. */
const DEAD_MS = 60_000

interface Options {
  db: Database
  clock: () => Date
  log: Logger
}

/**
 * Shows on the database that a process runs on it, by a lease of its own, whatever its role: nobody may copy from it meanwhile. Takes away what processes
 * that died left there. Returns what ends it; that never rejects.
 */
export function showRunning({ db, clock, log }: Options): () => Promise<void> {
  const stopping = new AbortController()
  const { signal } = stopping
  const shown = removeDead({ db, clock, log }).then(() =>
    whileHolding({ ...{ db, clock, log, sleep, signal }, lease: `${PREFIX}${randomUUID()}` }, async (held) => {
      while (!held.aborted) await sleep(DEAD_MS, held)
    }),
  )
  return async () => {
    stopping.abort()
    await shown
  }
}

async function removeDead({ db, clock, log }: Options) {
  const before = new Date(clock().getTime() - DEAD_MS)
  await db.lease
    .deleteMany({ where: { name: { startsWith: PREFIX }, until: { lt: before } } })
    .catch((error: unknown) => log.error({ err: error }, 'what dead processes left could not be taken away'))
}
