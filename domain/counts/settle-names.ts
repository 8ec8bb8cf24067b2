import type { Item, ItemKind } from './items.ts'
import { isBeforeName } from './lexicon.ts'
import { isNumber, replaced } from './near.ts'
import type { Token } from './tokens.ts'

/** "Khối GD: 3tt 5cn": an abbreviation behind "khối", "phòng", "trường" that has no number of its own belongs to the name. */
export function settleNames(tokens: readonly Token[], items: readonly Item[]): Item[] {
  return replaced(items, ({ kind, from, short, loose, title }, at) => {
    const weak = kind === 'category' && short === true && !loose && !title
    return weak && from > 0 && isBeforeName(tokens, from - 1) && isToSpare(items, at) ? { kind: 'word' } : undefined
  })
}

/** Fewer numbers than categories follow up to the next name. */
function isToSpare(items: readonly Item[], from: number): boolean {
  let spare = 0
  for (const item of items.slice(from)) {
    if (ENDS.has(item.kind)) break
    if (item.kind === 'category') spare++
    if (isNumber(item)) spare--
  }
  return spare > 0
}

const ENDS = new Set<ItemKind>(['line', 'semicolon', 'word', 'name'])
