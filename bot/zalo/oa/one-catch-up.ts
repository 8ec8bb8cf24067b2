import type { BotRef } from '#domain/platforms.ts'
import { catchUpLease, caughtUp, keepCaughtUp } from '#prisma/catch-ups.ts'
import type { Database } from '#prisma/database.ts'
import { holdLease, type HeldLease } from '#prisma/hold-lease.ts'
import type { Log } from '../../log.ts'
import type { Sleep } from '../../sleep.ts'
import type { CatchUp } from './catch-up.ts'

const CATCH_UP_EVERY_MS = 180_000
/** A process that died is replaced after so long. */
const LEASE_MS = 10_000
/** How often the others look how far it is, and whether it is still there. */
const LOOK_MS = 2000

interface Options {
  db: Database
  ref: BotRef
  clock: () => Date
  log: Log
  sleep: Sleep
  signal: AbortSignal
  /** Before each round of asking, and of looking. */
  meet: () => Promise<void>
  /** What a process begins with once it has the lease. */
  begin: () => CatchUp
  /** What was missed before this process began was asked for, by whomever. */
  onTried: () => void
}

/** Whoever has the lease. `lives`: it was seen to be renewed. */
type Leader = NonNullable<Awaited<ReturnType<typeof caughtUp>>> & { lives: boolean }

/**
 * Asks for what was missed in one process at a time: whoever has the lease asks at once and then every few minutes. The others wait with what comes
 * until that one has asked once, and pass up to when all was heard on only once it has heard everything and is seen to live: the lease of
 * a process that died a moment ago tells nothing. Whoever takes the lease over begins anew, from what was surely heard.
 */
export function createOneCatchUp(options: Options) {
  const { db, ref, clock, log, sleep, signal, meet, begin, onTried } = options
  const lost = (error: unknown) => log.error({ err: error }, 'What was said meanwhile could not be taken in')
  let hearsAll = () => false

  async function lead(lease: HeldLease) {
    const catchUp = begin()
    hearsAll = () => !catchUp.isBehind()
    const ended = AbortSignal.any([signal, lease.lost])
    while (!ended.aborted) {
      await meet()
        .then(() => catchUp.run())
        .catch(lost)
      onTried()
      if (!ended.aborted) {
        await keepCaughtUp(db, ref, lease.holder, catchUp.isBehind() ? 'tried' : 'whole').catch(lost)
        await sleep(CATCH_UP_EVERY_MS, ended)
      }
    }
  }

  /** One look at whoever has the lease. */
  async function follow(before: Leader | undefined): Promise<Leader | undefined> {
    const other = await caughtUp(db, ref)
    const lives = other !== undefined && other.holder === before?.holder && (before.lives || other.until > before.until)
    hearsAll = () => lives && other.state === 'whole'
    if (other?.state && other.until.getTime() - clock().getTime() > LEASE_MS / 2) onTried()
    await meet()
    return other && { ...other, lives }
  }

  return {
    /** Whether what comes tells that all before it was heard, too. */
    hearsAll: () => hearsAll(),
    async run() {
      let seen: Leader | undefined
      while (!signal.aborted) {
        try {
          const lease = await holdLease({ db, clock, log }, catchUpLease(ref), LEASE_MS)
          if (lease) {
            await lead(lease).finally(() => lease.release())
            hearsAll = () => false
            seen = undefined
          } else seen = await follow(seen)
        } catch (error) {
          lost(error)
        }
        await sleep(LOOK_MS, signal)
      }
    },
  }
}
