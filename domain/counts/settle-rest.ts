import type { Item, ItemKind } from './items.ts'
import { nothingAt } from './lexicon.ts'
import { leadToRest, restAt } from './rest.ts'
import type { Token } from './tokens.ts'

/** "Còn lại không có" and "không có ở các phong trào còn lại" become a statement of their own, "the rest" being its label. */
export function settleRest(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const settled: Item[] = []
  for (let at = 0; at < items.length; at++) {
    const found = restFirst(tokens, items, at) ?? zeroFirst(tokens, items, at)
    if (!found || !canStand(items, at)) settled.push(items[at]!)
    else {
      const { from } = items[at]!
      if (found.parts || startsBehindCount(items, at)) settled.push({ kind: 'semicolon', from, to: from })
      settled.push(...found.items)
      at = found.last
    }
  }
  return settled
}

interface Found {
  items: Item[]
  /** The position of the last item that they stand for. */
  last: number
  /** What stands before it belongs to it in no case. */
  parts: boolean
}

/** "Các phong trào còn lại không có", "còn lại: 0" */
function restFirst(tokens: readonly Token[], items: readonly Item[], at: number): Found | undefined {
  const label = labelAt(tokens, items, at)
  if (!label) return undefined
  let next = label.last + 1
  while (items[next] && isBetween(tokens, items[next]!)) next++
  const zero = items[next]
  if (!zero || !(zero.kind === 'negation' || isNaught(zero)) || names(tokens, items, next + 1)) return undefined
  const said: Item = zero.kind === 'negation' ? zero : { ...zero, kind: 'zero', firm: true }
  return { items: [label.item, said], last: next, parts: false }
}

/** "Không có ở các phong trào còn lại", "không có phong trào nào khác" */
function zeroFirst(tokens: readonly Token[], items: readonly Item[], at: number): Found | undefined {
  const item = items[at]!
  const length = item.kind === 'negation' ? leadToRest(tokens, item.to) : 0
  if (length === 0) return undefined
  const start = at + 1 + items.slice(at + 1, at + 1 + length).filter(({ to }) => to <= item.to + length).length
  const label = items[start]?.from === item.to + length ? labelAt(tokens, items, start) : undefined
  if (!label || names(tokens, items, label.last + 1)) return undefined
  const zero: Item = { ...item, kind: 'zero', firm: true }
  return { items: [label.item, zero], last: label.last, parts: items.slice(0, at).some(isWord) }
}

function labelAt(tokens: readonly Token[], items: readonly Item[], at: number) {
  const { from } = items[at]!
  const length = restAt(tokens, from)
  const to = from + length
  const last = at + items.slice(at, at + length).findIndex((item) => item.to === to)
  if (last < at) return undefined
  const item: Item = { kind: 'word', from, to, rest: true }
  return { item, last }
}

/** Behind "không": a category or another name, which alone there is nothing of. */
function names(tokens: readonly Token[], items: readonly Item[], from: number): boolean {
  let next = from
  while (items[next] && (items[next]!.kind === 'filler' || nothingAt(tokens, items[next]!.from))) next++
  return NAMING.has(items[next]?.kind)
}

/** At a line's start, behind a mark or behind counts; not behind the words of another name. */
function canStand(items: readonly Item[], at: number): boolean {
  let before = at - 1
  while (items[before]?.kind === 'filler' || items[before]?.kind === 'noise') before--
  const last = items[before]
  if (last?.loose) return false
  return !last || !isWord(last) || !startsBehindCount(items, at)
}

function startsBehindCount(items: readonly Item[], at: number): boolean {
  for (let before = at - 1; before >= 0 && !LINES.has(items[before]!.kind); before--)
    if (COUNTS.has(items[before]!.kind)) return true
  return false
}

const isBetween = (tokens: readonly Token[], { kind, from }: Item) =>
  kind === 'link' || kind === 'dash' || kind === 'noise' || (kind === 'filler' && tokens[from]!.base !== 'co')
const isNaught = ({ kind, numbers }: Item) => kind === 'number' && numbers?.length === 1 && numbers[0] === 0
const isWord = ({ kind }: Item) => kind === 'word' || kind === 'name'

const LINES = new Set<ItemKind>(['line', 'semicolon'])
const COUNTS = new Set<ItemKind>(['number', 'numeral', 'category', 'zero', 'negation'])
const NAMING = new Set<ItemKind | undefined>(['category', 'word', 'name', 'number', 'numeral'])
