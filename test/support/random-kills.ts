import { setTimeout as pause } from 'node:timers/promises'
import type { Member, Role } from './fleet.ts'
import { until } from './until.ts'

/** So many of the first ones come while the morning is prepared. */
const EARLY = 5
const EVERY_FREEZE = 5
/** The last one comes when so much is done. */
const LAST = 0.8
const LONGEST_WAIT_MS = 3000
const FROZEN_MS = { least: 20_000, more: 15_000 }

interface Killing {
  kills: number
  next: () => number
  fleet: Member[]
  /** How much of the work is done, from 0 to 1. */
  progress: () => number
}

export interface Killed {
  killed: number
  frozen: number
  /** How much of the work was done when the last one was, from 0 to 1. */
  progress: number
}

/**
 * Kills one process after another at moments of the work, and starts each again soon. Every fifth one is not killed but frozen for 20 s and more: of three of those
 * two are workers. Resolves when all run again, with how often each was done.
 */
export async function killAtRandom({ kills, next, fleet, progress }: Killing): Promise<Killed> {
  const moments = Array.from({ length: kills }, (_, index) => (index < EARLY ? 0 : next() * LAST)).toSorted()
  const counts = { killed: 0, frozen: 0, progress: 0 }
  const comingBack: Promise<unknown>[] = []
  for (const [index, moment] of moments.entries()) {
    await until(() => progress() >= moment, 600)
    await pause(next() * LONGEST_WAIT_MS)
    const freezes = index % EVERY_FREEZE === EVERY_FREEZE - 1
    const role = freezes ? (counts.frozen % 3 === 2 ? 'web' : 'work') : undefined
    const victim = await until(() => oneOf(fleet, role, next), 180)
    counts[freezes ? 'frozen' : 'killed'] += 1
    counts.progress = progress()
    comingBack.push(
      freezes
        ? victim.freeze(pause(FROZEN_MS.least + next() * FROZEN_MS.more))
        : victim.kill().then(() => pause(next() * LONGEST_WAIT_MS).then(() => victim.start())),
    )
  }
  await Promise.all(comingBack)
  return counts
}

/** One that is neither dead nor frozen. */
function oneOf(fleet: Member[], role: Role | undefined, next: () => number): Member | undefined {
  const running = fleet.filter((member) => member.running && (role === undefined || member.role === role))
  return running[Math.floor(next() * running.length)]
}
