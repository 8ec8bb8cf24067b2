import { random } from '../../test/support/random.ts'

/** What is drawn from a seed: the same seed, the same draws. */
export interface Dice {
  /** True this often, 0 to 1. */
  chance(share: number): boolean
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number
  pick<T>(all: readonly T[]): T
  /** One of the keys, each as often as its weight says. */
  weighted<T extends string | number>(weights: readonly (readonly [T, number])[]): T
  /** `count` different ones, in their order. */
  some<T>(all: readonly T[], count: number): T[]
  /** The id of a row. */
  id<T extends string = string>(): T
}

export function createDice(seed: number): Dice {
  const next = random(seed)
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const hex = (digits: number) => int(0, 16 ** digits - 1).toString(16).padStart(digits, '0') // prettier-ignore
  return {
    chance: (share) => next() < share,
    int,
    pick: (all) => all[int(0, all.length - 1)]!,
    weighted(weights) {
      let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0)
      return (weights.find(([, weight]) => (left -= weight) < 0) ?? weights.at(-1)!)[0]
    },
    some(all, count) {
      const drawn = new Set<number>()
      while (drawn.size < Math.min(count, all.length)) drawn.add(int(0, all.length - 1))
      return all.filter((_, index) => drawn.has(index))
    },
    id: <T extends string>() => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(8)}${hex(4)}` as T,
  }
}
