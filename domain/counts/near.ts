import type { Item, ItemKind } from './items.ts'

/** Items that a reader passes over between a number and its category. */
const PASSED = new Set<ItemKind>(['filler', 'noise', 'doubt'])
export const ENDS = new Set<ItemKind | undefined>([undefined, 'line', 'semicolon'])

/** The position of the next item in a direction that is not passed over; beyond the ends there is none. */
export function near(items: readonly Item[], at: number, step: 1 | -1, alsoPassed: readonly ItemKind[] = []): number {
  let next = at + step
  while (items[next] && (PASSED.has(items[next]!.kind) || alsoPassed.includes(items[next]!.kind))) next += step
  return next
}

export const isNumber = (item: Item | undefined): boolean => item?.kind === 'number' || item?.kind === 'numeral'

/** Items with some of them replaced; `undefined` keeps one. */
export const replaced = (items: readonly Item[], change: (item: Item, at: number) => Partial<Item> | undefined) =>
  items.map((item, at) => ({ ...item, ...change(item, at) }))
