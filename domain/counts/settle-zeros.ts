import type { Item, ItemKind } from './items.ts'
import { nothingAt, refusalAt } from './lexicon.ts'
import { ENDS, isNumber } from './near.ts'
import type { Token } from './tokens.ts'

/** "không có gì", "k có đề nghị nào", "none" become zeros; a "không" before other words, and the one of "có tập thể không", is none. */
export function settleZeros(tokens: readonly Token[], items: readonly Item[]): Item[] {
  const settled: Item[] = []
  let denies = false
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!
    if (item.kind === 'negation') {
      const zero = zeroAt(tokens, items, at)
      settled.push(zero.item)
      denies = zero.item.kind === 'zero'
      at = zero.last
    } else {
      if (CLAUSE_ENDS.has(item.kind)) denies = false
      settled.push(denies ? inDenial(tokens, item) : item)
    }
  }
  return settled
}

const CLAUSE_ENDS = new Set<ItemKind>(['line', 'semicolon', 'number', 'word'])

function zeroAt(tokens: readonly Token[], items: readonly Item[], at: number): { item: Item; last: number } {
  const refuses = isRefusal(tokens, items[at + 1])
  const last = refuses ? at + 1 : endOfNothing(tokens, items, at)
  const first = items[at]!
  const firm = (last > at && !refuses) || /^(?:none|nothing|zero|nil)$/.test(tokens[first.from]!.base)
  if (!firm && isTag(tokens, items, at))
    return { item: { ...first, kind: isCounted(items, at) ? 'doubt' : 'question' }, last: at }
  let after = last + 1
  while (items[after]?.kind === 'filler' && (firm || PARTICLES.has(tokens[items[after]!.from]!.base))) after++
  const next = items[after]
  if (!ENDS.has(next?.kind) && !FOLLOWS.has(next!.kind)) return { item: { ...first, kind: 'doubt' }, last: at }
  return { item: { ...first, kind: 'zero', firm, to: items[last]!.to }, last }
}

/** What may follow a bare "không" that means "nothing"; "không được", "không gửi" mean something else. */
const PARTICLES = new Set([
  'a',
  'ah',
  'em',
  'anh',
  'chi',
  'nhe',
  'nha',
  'e',
  'c',
  'da',
  'cam',
  'thanks',
  'thank',
  'co',
  'vang',
  'sep',
  'oi',
  'thoi',
  'het',
  'luon',
  'mot',
  'dot',
  'lan',
  'ky',
])

/** The "không" that ends a question: "có tập thể không", "3 tập thể được không". */
function isTag(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const asked = items[at - 1]?.kind === 'category' && tokens[items[at - 2]?.from ?? -1]?.base === 'co'
  return asked || (isCounted(items, at) && !continues(items, at + 1))
}

/** A number with its category stands before, with no mark between. */
function isCounted(items: readonly Item[], at: number): boolean {
  let last = at - 1
  while (items[last]?.kind === 'filler' || items[last]?.loose === true) last--
  const [one, other] = [items[last], items[last - 1]]
  return (one?.kind === 'category' && isNumber(other)) || (isNumber(one) && other?.kind === 'category')
}

function continues(items: readonly Item[], from: number): boolean {
  let next = from
  while (items[next]?.kind === 'filler') next++
  return items[next]?.kind === 'category'
}

const FOLLOWS = new Set<ItemKind>([
  'separator', 'category', 'asks', 'close', 'noise', 'dash', 'reason', 'slash', 'plus', 'correction', 'number', 'but',
]) // prettier-ignore

/** The last of the items behind "không" that only say of what there is nothing. */
function endOfNothing(tokens: readonly Token[], items: readonly Item[], at: number): number {
  let last = at
  for (;;) {
    const next = items[last + 1]
    const length = next ? (nothingAt(tokens, next.from)?.length ?? 0) : 0
    const end = items.slice(last + 1, last + 1 + length).findIndex(({ to }) => to === next!.from + length)
    if (end < 0 || (next?.kind === 'category' && !next.loose)) return last
    last += end + 1
  }
}

/** "Không gửi", "không tham gia" */
const isRefusal = (tokens: readonly Token[], item: Item | undefined) =>
  item !== undefined && refusalAt(tokens, item.from)?.length === item.to - item.from

/** Behind "không có": "cá nhân nào" is no question, "tập thể hay cá nhân" no choice. */
function inDenial(tokens: readonly Token[], item: Item): Item {
  if (item.kind === 'question' && nothingAt(tokens, item.from)) return { ...item, kind: 'filler' }
  return item.kind === 'or' ? { ...item, kind: 'separator' } : item
}
