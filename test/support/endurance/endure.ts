import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { arrange } from './arrange.ts'
import { instantOf, planDay } from './calendar-of-year.ts'
import type { Party } from './cast.ts'
import { createChance } from './chance.ts'
import { createFaults } from './faults.ts'
import { heapInUse } from './memory.ts'
import { Mornings } from './mornings.ts'
import { daysOf, type Span } from './span.ts'
import { World } from './world.ts'

const BOTS = ['telegram:1', 'telegram:2', 'zalo-oa:1', 'zalo-bot:1'] as const

export interface Endured {
  world: World
  parties: Party[]
  mornings: Mornings
  span: Span
  heap: { day: string; bytes: number }[]
}

/** Has so many councils live through a span of days, and hands what happened to a judge. */
export async function endure<Judged>(
  { seed, councils, span }: { seed: number; councils: number; span: Span },
  judge: (endured: Endured) => Promise<Judged> | Judged,
): Promise<Judged> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tdkt-endurance-'))
  const file = path.join(folder, 'council.db')
  const chance = createChance(seed)
  const start = new Date(instantOf(span.from, '06:00'))
  const faults = createFaults(chance, [...BOTS], { calm: start, until: new Date(instantOf(span.to, '12:00')) })
  const ledgerFile = path.join(folder, 'ledger.db')
  const world = await beginWorld({ file, ledgerFile, start, chance, faults })
  try {
    const mornings = new Mornings(world)
    const heap: Endured['heap'] = []
    const parties = await arrange(world, { councils, span })
    for (const { trouble } of faults.troubles) planEnd(world, trouble.to)
    for (const day of daysOf(span)) {
      planDay(
        {
          world,
          parties,
          mornings,
          span,
          everyEvening: (on) => {
            if (on.endsWith('-15') || on.endsWith('-28')) heap.push({ day: on, bytes: heapInUse() })
          },
        },
        day,
      )
      await world.liveUntil(new Date(instantOf(day, '23:59')))
    }
    await world.life.stop()
    return await judge({ world, parties, mornings, span, heap })
  } finally {
    if (!world.life.dead) await world.life.stop()
    world.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function beginWorld({
  file,
  ledgerFile,
  start,
  chance,
  faults,
}: { file: string; ledgerFile: string; start: Date } & Pick<World, 'chance' | 'faults'>) {
  const world = new World({ file, ledgerFile, now: start, chance, faults, bots: [...BOTS] })
  await world.begin()
  return world
}

/** When an outage is over, what waited goes out. */
function planEnd(world: World, at: number) {
  for (const minutes of [1, 2, 10]) world.plan(at + minutes * 60_000, () => world.ring())
}
