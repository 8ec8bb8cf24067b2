import { z } from 'zod'
import type { MovementId, RoundId, UnitId } from '../ids.ts'
import { Counts } from './counts.ts'

/** What "/denghi …" says: what a person typed, or what the bot wrote behind a choice, where words are settled already. */
export interface NominateLine {
  roundId?: RoundId
  movementId?: MovementId
  unitId?: UnitId
  /** Every movement that the unit has not answered. */
  rest?: boolean
  /** What was read already. */
  counts?: Counts
  /** The person confirmed it. */
  sure?: boolean
  /** The person wants what exceeds the quota to be requested. */
  over?: boolean
  /** The words are the number of which a percentage is taken. */
  base?: boolean
  /** The message in which it was first said. */
  message?: { id: string; revision?: number | undefined }
  /** What was typed; the reason where `over` is set. */
  words: string
}

const Settled = z.object({
  roundId: z.custom<RoundId>(isText).exactOptional(),
  movementId: z.custom<MovementId>(isText).exactOptional(),
  unitId: z.custom<UnitId>(isText).exactOptional(),
  rest: z.boolean().exactOptional(),
  counts: Counts.exactOptional(),
  sure: z.boolean().exactOptional(),
  over: z.boolean().exactOptional(),
  base: z.boolean().exactOptional(),
  message: z.object({ id: z.string(), revision: z.number().optional() }).exactOptional(),
})

/** The line behind a choice; `words` may follow when the person has typed them. */
export function nominateLine({ words, ...settled }: NominateLine): string {
  const packed = Buffer.from(JSON.stringify(settled)).toString('base64url')
  return `/denghi @${packed} ${words}`.trim()
}

/** Reads what stands behind "/denghi". Anybody may type such a line: rights are looked at whatever it says. */
export function readNominateLine(text: string): NominateLine {
  const [, packed, words = ''] = /^@(\S+)\s*([^]*)$/.exec(text) ?? []
  const settled = packed === undefined ? undefined : Settled.safeParse(unpack(packed)).data
  return settled ? { ...settled, words } : { words: text }
}

function unpack(packed: string): unknown {
  try {
    return JSON.parse(Buffer.from(packed, 'base64url').toString())
  } catch {
    return undefined
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
