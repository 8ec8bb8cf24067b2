import { createHash } from 'node:crypto'

/** What may happen or not, from one seed. The same question gets the same answer, in whatever order questions are asked. */
export interface Chance {
  /** A number from 0 to 1, not 1, that belongs to this name. */
  of(...name: (string | number)[]): number
  /** Whether something that happens in so many cases out of one happens in this one. */
  happens(share: number, ...name: (string | number)[]): boolean
  pick<T>(from: readonly T[], ...name: (string | number)[]): T
  /** A whole number from `least` to `most`. */
  between(least: number, most: number, ...name: (string | number)[]): number
}

export function createChance(seed: number): Chance {
  const of = (...name: (string | number)[]) =>
    createHash('sha256')
      .update([seed, ...name].join('|'))
      .digest()
      .readUInt32BE(0) /
    2 ** 32
  return {
    of,
    happens: (share, ...name) => of(...name) < share,
    pick: (from, ...name) => from[Math.floor(of(...name) * from.length)]!,
    between: (least, most, ...name) => least + Math.floor(of(...name) * (most - least + 1)),
  }
}
