import type { Item, ItemKind } from './items.ts'
import { ENDS } from './near.ts'
import { split } from './pairs.ts'
import type { Token } from './tokens.ts'

/** What is said beside counts and names nothing: whom it is said to, names in parentheses behind a count, and questions. */
export function settleAsides(tokens: readonly Token[], items: readonly Item[]): Item[] {
  if (!items.some(isAmount)) return [...items]
  const asides = new Set<Item>()
  const addressees = new Set<Item>()
  for (const line of split(items, LINES)) {
    for (const item of inParentheses(line)) asides.add(item)
    for (const clause of split(line, CLAUSES)) {
      const greets = clause.some(({ kind, from }) => kind === 'filler' && GREETINGS.has(tokens[from]!.base))
      if (greets && !clause.some(isAmount)) for (const item of clause) if (isWord(item)) addressees.add(item)
      const asks = clause.some(({ kind }) => kind === 'question') && !clause.some(isAmount)
      if (asks) for (const item of clause) if (isWord(item)) asides.add(item)
    }
  }
  return items.map((item) => {
    if (addressees.has(item)) return { ...item, kind: 'noise' }
    return asides.has(item) ? { ...item, kind: 'doubt' } : item
  })
}

/** "Kính gửi Hội đồng", "chào anh Hùng", "thưa anh": whose words these are for. */
const GREETINGS = new Set(['kinh', 'chao', 'thua'])

const LINES = new Set<ItemKind>(['line', 'semicolon'])
const CLAUSES = new Set<ItemKind>(['separator', 'asks', ...LINES])
const isNumber = ({ kind }: Item) => kind === 'number'
const isAmount = (item: Item) => isNumber(item) || item.kind === 'zero'
const isWord = ({ kind }: Item) => kind === 'word' || kind === 'name' || kind === 'question'

/** Words in parentheses behind a number, unless they are the line's only name and end it: "3tt 5cn (Công an phường)". */
function inParentheses(line: readonly Item[]): Item[] {
  const first = line.findIndex(isNumber)
  const open = line.findIndex(({ kind }, at) => kind === 'open' && at > first)
  if (first < 0 || open < 0) return []
  const words: Item[] = []
  let inside = false
  for (const item of line.slice(open)) {
    if (item.kind === 'open') inside = true
    if (item.kind === 'close') inside = false
    if (inside && isWord(item)) words.push(item)
  }
  const others = line.some((item) => isWord(item) && !words.includes(item))
  const close = line.findIndex(({ kind }, at) => kind === 'close' && at > open)
  const ends = close < 0 || line.slice(close + 1).every(({ kind }) => !COUNTED.has(kind))
  return others || !ends ? words : []
}

const COUNTED = new Set<ItemKind | undefined>(['number', 'category', 'zero', 'open', ...ENDS])
