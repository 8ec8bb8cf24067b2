import type { Database } from '#prisma/database.ts'
import { holdLease, type HeldLease } from '#prisma/hold-lease.ts'
import type { Log } from './log.ts'
import type { Sleep } from './sleep.ts'

/** A process that died or froze is replaced after so long. */
const LEASE_MS = 10_000
/** How often it is looked whether a lease is free. */
const LOOK_MS = 1000

interface Holding {
  db: Database
  clock: () => Date
  log: Log
  sleep: Sleep
  /** Ends all of it. */
  signal: AbortSignal
  /** What one process at a time does, such as `send:telegram:2`. */
  lease: string
}

/**
 * Does what one process at a time may do: waits for the lease, works while it is held, waits again where it was lost, and gives it back at the end.
 * `work` is to end soon after its signal is aborted, and only then.
 */
export async function whileHolding(
  { db, clock, log, sleep, signal, lease: name }: Holding,
  work: (signal: AbortSignal, lease: HeldLease) => Promise<void>,
): Promise<void> {
  while (!signal.aborted) {
    const lease = await holdLease({ db, clock, log }, name, LEASE_MS).catch((error: unknown) => {
      log.error({ err: error, lease: name }, 'A lease cannot be taken')
      return undefined
    })
    if (!lease) {
      await sleep(spread(LOOK_MS), signal)
      continue
    }
    try {
      await work(AbortSignal.any([signal, lease.lost]), lease)
    } finally {
      await lease.release()
    }
    if (lease.lost.aborted)
      log.warn({ lease: name }, 'A lease was lost: another process goes on, or this one when it is free')
  }
}

/** Processes that start together do not all take everything at the same moment: they share. */
function spread(ms: number): number {
  return ms * (0.75 + Math.random() / 2)
}
