import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { askersIn, fillToday, inFolder } from '../filled.ts'
import type { Asked, Asker } from './asking.ts'
import { Network, type Kind, type RunningBot, type Way } from './network.ts'

export const COUNCILS = 300
/** As many as Telegram has under way to a webhook. */
export const AT_ONCE = 40
export const ROUND_TRIP_MS = 50
const ROUNDS = 2
/** So that our limit of 30 messages a second does not hold back who asks one at a time. */
export const PAUSE_MS = 40

/** What is asked of which bot. */
export const CASES = [
  { kind: 'bare', text: '/trogiup', holds: 'cố định' },
  { kind: 'ours', text: '/trogiup', holds: '/viec' },
  { kind: 'ours', text: '/viec quý này', holds: 'Kế hoạch' },
] as const
export type Case = (typeof CASES)[number]

export interface Measured {
  way: Way
  roundTripMs: number
  asked: Case
  /** Many at once, or one at a time with pauses between. */
  alone: boolean
  /** Rounds in turn with those of the other bots. */
  rounds: Asked[]
}

/** Both bots by both ways, in front of one server, in turn. */
export function measureBeside(): Promise<Measured[]> {
  return inFolder(async (folder) => {
    const file = (await fillToday(folder, [COUNCILS])).get(COUNCILS)!
    const askers = await askersIn(file)
    const network = await Network.start()
    const found: Measured[] = []
    for (const way of ['polling', 'webhook'] as const) {
      const start = async (kind: Kind) => {
        const copy = path.join(folder, `${way}-${kind}.db`)
        copyFileSync(file, copy)
        return network.startBot(kind, way, `file:${copy}`)
      }
      const bare = await start('bare')
      const unlimited = await start('unlimited')
      found.push(...(await inTurn({ way, askers, alone: false, bare, ours: unlimited })))
      await unlimited.stop()
      const ours = await start('ours')
      found.push(...(await inTurn({ way, askers, alone: true, bare, ours })))
      await Promise.all([bare.stop(), ours.stop()])
    }
    network.stop()
    return found
  })
}

interface Turn {
  way: Way
  askers: Asker[]
  alone: boolean
  bare: RunningBot
  ours: RunningBot
}

async function inTurn({ askers, bare, ours, way, alone }: Turn): Promise<Measured[]> {
  const found: Measured[] = [0, ROUND_TRIP_MS].flatMap((roundTripMs) =>
    CASES.map((asked) => ({ way, roundTripMs, asked, alone, rounds: [] })),
  )
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { roundTripMs, asked, rounds } of found) {
      const { text, holds } = asked
      const pace = alone
        ? { atOnce: 1, pauseMs: PAUSE_MS, warmSeconds: 0.3, seconds: 2.2 }
        : { atOnce: AT_ONCE, pauseMs: 0, warmSeconds: round === 0 ? 3 : 0.5, seconds: 2.5 }
      const bot = asked.kind === 'bare' ? bare : ours
      const done = await bot.ask({ askers, text, holds, roundTripMs, ...pace })
      if (done.wrong > 0) throw new Error(`${done.wrong} answers to ${text} were none`)
      rounds.push(done)
    }
  }
  return found
}
